import type { Json } from '../../core/json.js';
import { Failure } from '../../expression/failure.js';
import { MAX_WORK } from '../../expression/limits.js';
import type { Outcome } from './outcome.js';

/** Counts characters and values that are made; ends the action when they are too many. */
export type Spend = (units: number) => void;

/** What one run of an action may spend altogether: as much as one evaluation. */
export function budget(): Spend {
  let left = MAX_WORK;
  return (units) => {
    left -= units;
    if (left < 0) throw new Failure(`The action takes more than ${MAX_WORK} steps.`, 'LimitExceeded');
  };
}

/** The outputs of an action that went well. */
export function done(body: Json): Outcome {
  return { ok: true, outputs: { body } };
}

/** What an action failed with. The code of the record is that of the error but where another is given for the error. */
export function failed(code: string, message: string, errorCode = code): Outcome {
  return { ok: false, code, error: { code: errorCode, message } };
}

/** As `make` has it; what it throws as a `Failure` is the message of the action. */
export function guarded(make: () => Outcome): Outcome {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return failed('BadRequest', error.message, error.code);
  }
}

/** What is wrong with inputs, as the service words it for an action. Line and column are those of a run. */
export function ofInputs(action: string, message: string): string {
  return `Unable to process template language expressions in action '${action}' inputs at line '0' and column '0': '${message}'.`;
}
