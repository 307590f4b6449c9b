import { isArray, isObject, own, type Json, type JsonObject } from '../../core/json.js';
import type { Evaluated } from '../../expression/evaluate.js';
import { MAX_TEXT_LENGTH } from '../../expression/limits.js';
import type { Run, Start } from '../model.js';
import type { Ending } from '../run/ending.js';
import type { Variable } from './variable.js';
import { readyInputs } from '../ready/inputs.js';
import { badRequest, inputsOf, notEvaluated } from '../run/evaluate.js';
import { endTurn } from '../run/turn.js';
import { textIn } from './text-in.js';
import { isInteger, notAppended, notTaken, sum, takes, variableType } from './types.js';

/** What an action on a variable was given. */
interface Given {
  readonly run: Run;
  /** The type of the action. */
  readonly type: string;
  readonly inputs: JsonObject;
  readonly secret: boolean;
}

type Change = (given: Given) => Ending;

/** The actions on variables, by their types. */
export const variableActions: ReadonlyMap<string, (inputs: Json | undefined) => Start> = new Map(
  Object.entries({
    InitializeVariable: initialize,
    SetVariable: set,
    IncrementVariable: (given: Given) => count(given, 1),
    DecrementVariable: (given: Given) => count(given, -1),
    AppendToArrayVariable: appendItem,
    AppendToStringVariable: appendText,
  }).map(([type, change]) => [type, (inputs: Json | undefined) => changing(type, inputs, change)] as const),
);

function changing(type: string, written: Json | undefined, change: Change): Start {
  const inputs = readyInputs(written);
  return (run, turn) => {
    const evaluated = inputsOf(run, turn, { inputs });
    endTurn(
      run,
      turn,
      evaluated.ok ? changed(run, type, { evaluated, change }) : notEvaluated(turn.action.name, evaluated),
    );
  };
}

interface Ready {
  readonly evaluated: Extract<Evaluated, { ok: true }>;
  readonly change: Change;
}

function changed(run: Run, type: string, { evaluated, change }: Ready): Ending {
  const { value, secret } = evaluated;
  const recorded = { inputs: value, secretInputs: secret };
  if (!isObject(value)) return badRequest(`The inputs of actions of type '${type}' must be an object.`, recorded);
  return { ...recorded, ...change({ run, type, inputs: value, secret }) };
}

const done: Ending = { status: 'Succeeded' };

function initialize({ run, inputs, secret }: Given): Ending {
  const variables = own(inputs, 'variables');
  if (!isArray(variables) || variables.length === 0)
    return badRequest("The 'variables' property must be a valid array.");
  for (const one of variables) {
    const failed = isObject(one) ? initializeOne(run, one, secret) : badRequest('A variable must be an object.');
    if (failed) return failed;
  }
  return done;
}

function initializeOne(run: Run, written: JsonObject, isSecret: boolean): Ending | undefined {
  const name = own(written, 'name');
  const type = variableType(own(written, 'type'));
  if (typeof name !== 'string' || type === undefined) return badRequest('A variable must have a name and a type.');
  const value = own(written, 'value') ?? null;
  if (!takes(type, value)) return badRequest(notTaken(name, type, value));
  run.variables.set(name.toLowerCase(), { name, type, value, added: [], isSecret });
  return undefined;
}

/** The variable that the inputs name. */
function variableOf({ run, inputs }: Given): Variable | Ending {
  const name = own(inputs, 'name');
  const found = typeof name === 'string' ? run.variables.get(name.toLowerCase()) : undefined;
  const shown = typeof name === 'string' ? name.slice(0, 100) : '';
  return found ?? badRequest(`The variable '${shown}' must be initialized before it can be used.`);
}

function isEnding(value: Variable | Ending): value is Ending {
  return 'status' in value;
}

function set(given: Given): Ending {
  const variable = variableOf(given);
  if (isEnding(variable)) return variable;
  const value = own(given.inputs, 'value') ?? null;
  if (!takes(variable.type, value)) return badRequest(notTaken(variable.name, variable.type, value));
  variable.value = value;
  variable.added = [];
  variable.isSecret = given.secret;
  return shown(variable);
}

/** The outputs of an action that sets a variable. */
function shown({ name, type, value, isSecret }: Variable): Ending {
  return { status: 'Succeeded', outputs: { body: { name, type, value } }, secretOutputs: isSecret };
}

function count(given: Given, sign: 1 | -1): Ending {
  const variable = variableOf(given);
  if (isEnding(variable)) return variable;
  const { name, type } = variable;
  if (type !== 'Integer' && type !== 'Float') {
    return badRequest(`The variable '${name}' of type '${type}' is not supported by actions of type '${given.type}'.`);
  }
  const by = own(given.inputs, 'value') ?? 1;
  const value = sum(variable.value ?? 0, by, sign);
  if (value === undefined || (type === 'Integer' && !isInteger(by))) return badRequest(notTaken(name, type, by));
  variable.value = value;
  variable.isSecret ||= given.secret;
  return shown(variable);
}

function appendItem(given: Given): Ending {
  const variable = variableOf(given);
  if (isEnding(variable)) return variable;
  const { name, type } = variable;
  const value = own(given.inputs, 'value') ?? null;
  if (type !== 'Array' || value === null || isArray(value))
    return badRequest(notAppended({ name, type }, given.type, value));
  variable.added.push(value);
  variable.isSecret ||= given.secret;
  return done;
}

function appendText(given: Given): Ending {
  const variable = variableOf(given);
  if (isEnding(variable)) return variable;
  const { name, type, value } = variable;
  const more = own(given.inputs, 'value') ?? null;
  if (type !== 'String') return badRequest(notAppended({ name, type }, given.type, more));
  const added = textIn(more);
  const text = `${typeof value === 'string' ? value : ''}${added ?? ''}`;
  if (added === undefined || text.length > MAX_TEXT_LENGTH)
    return badRequest(`The variable '${name}' is longer than ${MAX_TEXT_LENGTH} characters.`);
  variable.value = text;
  variable.isSecret ||= given.secret;
  return done;
}
