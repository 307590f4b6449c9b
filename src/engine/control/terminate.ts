import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import type { Start } from '../model.js';
import { readyInputs } from '../ready/inputs.js';
import type { RunError, RunRecord } from '../record.js';
import { badRequest, inputsOf, notEvaluated } from '../run/evaluate.js';
import { endTurn } from '../run/turn.js';
import { HIDDEN } from '../run/view.js';

const statuses: ReadonlyMap<string, RunRecord['status']> = new Map([
  ['succeeded', 'Succeeded'],
  ['failed', 'Failed'],
  ['cancelled', 'Cancelled'],
]);

/** Terminate: ends the run with a status of its own. */
export function terminate(written: Json | undefined): Start {
  const inputs = readyInputs(written);
  return (run, turn) => {
    const evaluated = inputsOf(run, turn, { inputs });
    if (!evaluated.ok) return endTurn(run, turn, notEvaluated(turn.action.name, evaluated));
    const { value, secret } = evaluated;
    const shown = { inputs: value, secretInputs: secret };
    const given = isObject(value) ? value : {};
    const runStatus = own(given, 'runStatus') ?? 'Cancelled';
    const status = typeof runStatus === 'string' ? statuses.get(runStatus.toLowerCase()) : undefined;
    if (status === undefined) {
      const message = "The 'runStatus' of a termination must be 'Succeeded', 'Failed' or 'Cancelled'.";
      return endTurn(run, turn, badRequest(message, shown));
    }
    endTurn(run, turn, { status: 'Succeeded', ...shown });
    const error = status === 'Failed' ? errorIn(own(given, 'runError')) : undefined;
    const hidden = error && secret ? { code: HIDDEN, message: HIDDEN } : error;
    run.ended ??= { status, ...(hidden && { error: hidden }), cut: 'Terminated' };
  };
}

function errorIn(written: Json | undefined): RunError {
  const error: JsonObject = isObject(written) ? written : {};
  const [code, message] = [own(error, 'code'), own(error, 'message')];
  return {
    code: typeof code === 'string' ? code : 'Terminated',
    message: typeof message === 'string' ? message : 'The run was terminated.',
  };
}
