import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import type { Run, Start } from '../model.js';
import type { Ending } from '../run/ending.js';
import { readyInputs } from '../ready/inputs.js';
import { badRequest, inputsOf, notEvaluated } from '../run/evaluate.js';
import { endTurn } from '../run/turn.js';
import { isInteger } from './types.js';

/** Response: what the caller of the trigger is answered. The first one counts. */
export function respond(written: Json | undefined): Start {
  const inputs = readyInputs(written);
  return (run, turn) => {
    const evaluated = inputsOf(run, turn, { inputs });
    if (!evaluated.ok) return endTurn(run, turn, notEvaluated(turn.action.name, evaluated));
    const { value, secret } = evaluated;
    const given = isObject(value) ? value : {};
    const ending = responded(run, given, secret || turn.action.hidesInputs);
    endTurn(run, turn, { inputs: value, secretInputs: secret, secretOutputs: secret, ...ending });
  };
}

function responded(run: Run, given: JsonObject, isSecret: boolean): Ending {
  const statusCode = statusIn(own(given, 'statusCode') ?? 200);
  const headers = own(given, 'headers') ?? {};
  const body = own(given, 'body');
  if (statusCode === undefined) return badRequest("The 'statusCode' of a response must be an integer from 100 to 599.");
  if (!isObject(headers)) return badRequest("The 'headers' of a response must be an object.");
  const response = { statusCode, headers, ...(body !== undefined && { body }) };
  if (run.response === undefined) {
    run.response = response;
    run.isResponseSecret = isSecret;
  }
  return { status: 'Succeeded', code: 'OK', outputs: response };
}

function statusIn(value: Json): number | undefined {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return isInteger(status) && status >= 100 && status < 600 ? Number(status) : undefined;
}
