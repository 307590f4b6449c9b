import type { Evaluated } from '../../expression/evaluate.js';
import { invalidInputs } from '../messages.js';
import type { Run, Turn } from '../model.js';
import type { Ending } from './ending.js';
import { evaluateInputs, type Inputs } from '../ready/inputs.js';
import { contextOf, type Stand } from './context.js';
import { HIDDEN } from './view.js';

/** What the inputs of an action come to in its turn. */
export function inputsOf(run: Run, { frame }: Turn, { inputs, ...stand }: Asked): Evaluated {
  return evaluateInputs(inputs, contextOf(run, { ...stand, frame }));
}

interface Asked extends Omit<Stand, 'frame'> {
  readonly inputs: Inputs;
}

/** The end of an action whose inputs could not be evaluated. */
export function notEvaluated(name: string, { error, secret }: Extract<Evaluated, { ok: false }>): Ending {
  const said = invalidInputs(name, secret ? HIDDEN : error.message);
  const shown = error.code === 'InvalidTemplate' ? said : { ...said, code: error.code };
  return { status: 'Failed', code: 'BadRequest', error: shown };
}

/** The end of an action that was given what it cannot use. */
export function badRequest(message: string, more: Pick<Ending, 'inputs' | 'secretInputs'> = {}): Ending {
  return { status: 'Failed', code: 'BadRequest', error: { code: 'BadRequest', message }, ...more };
}
