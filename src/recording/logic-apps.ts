import { isArray, isObject, own, typeOf, type Json, type JsonArray, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import type { RawExchange, RecordingFormat, Report } from './format.js';
import { isHidden, isLinked } from './logic-apps-body.js';
import { objectsIn } from './http-message-parts.js';
import { isAnswer, isCall, requestOf, responseOf, type Kept } from './logic-apps-call.js';

/**
 * The run history of a logic app: an action as the REST API gives it (Workflow Run Actions), a list of them or of their repetitions,
 * a run with its actions, what `result('Scope')` gives, `{ inputs, outputs }`, or only the inputs, as the portal and
 * `az logicapp run action show-content` show them. Actions that call nothing and those that were skipped give no exchange.
 */
export const logicApps: RecordingFormat = {
  title: 'Logic Apps run history',
  recognizes: (value) =>
    isOne(value) || (listIn(value)?.list ?? Object.values(mapIn(value)?.actions ?? {})).some(isAction),
  entries(value, report) {
    const listed = listIn(value);
    if (listed) return objectsIn(listed.list, { pointer: listed.pointer, what: 'actions of a run', report });
    const { actions, pointer } = mapIn(value) ?? {};
    if (actions === undefined) return [{ value, pointer: '' }];
    return Object.entries(actions).map(([name, action]) => ({
      value: action,
      pointer: child(pointer ?? '', name),
      context: name,
    }));
  },
  read({ value, pointer, context }, report) {
    if (isCall(value)) return exchangeOf({ inputs: { value, pointer } }, report);
    if (isOnlyAnswer(value)) return exchangeOf({ outputs: { value, pointer } }, report);
    if (isObject(value)) return readAction({ value, pointer }, { name: own(value, 'name') ?? context, report });
    report(pointer, `The action is of type ${typeOf(value)}, expected an object.`);
    return [];
  },
};

/** A list of actions, or a page of one as the REST API gives it. */
function listIn(value: Json): { readonly list: JsonArray; readonly pointer: string } | undefined {
  if (isArray(value)) return { list: value, pointer: '' };
  const list = isObject(value) ? own(value, 'value') : undefined;
  return isArray(list) ? { list, pointer: '/value' } : undefined;
}

/** The actions of a run that was asked for with them, by name. */
function mapIn(value: Json): { readonly actions: JsonObject; readonly pointer: string } | undefined {
  if (!isObject(value)) return undefined;
  const known = propertiesOf(value);
  const actions = own(known, 'actions');
  return isObject(actions) ? { actions, pointer: known === value ? '/actions' : '/properties/actions' } : undefined;
}

function isOne(value: Json): boolean {
  return isCall(value) || isOnlyAnswer(value) || isAction(value);
}

function isOnlyAnswer(value: Json): boolean {
  return isAnswer(value) && Object.keys(value).every((key) => ['statusCode', 'headers', 'body'].includes(key));
}

/** Whether it is an action that ran. One of a workflow's definition has `runAfter` and no outcome. */
function isAction(value: Json): boolean {
  if (!isObject(value)) return false;
  const known = propertiesOf(value);
  if (Object.hasOwn(known, 'runAfter')) return false;
  if (isObject(own(known, 'inputsLink')) || isObject(own(known, 'outputsLink'))) return true;
  if (isCall(own(known, 'inputs')) || isAnswer(own(known, 'outputs'))) return true;
  return (
    typeof own(known, 'status') === 'string' && ['correlation', 'trackingId'].some((key) => Object.hasOwn(known, key))
  );
}

/** The REST API has what is known of an action in `properties`, everything else has it at the top. */
function propertiesOf(action: JsonObject): JsonObject {
  const properties = own(action, 'properties');
  return isObject(properties) ? properties : action;
}

function readAction(
  { value, pointer }: { readonly value: JsonObject; readonly pointer: string },
  { name, report }: { readonly name: Json | undefined; readonly report: Report },
): readonly RawExchange[] {
  const known = propertiesOf(value);
  const at = known === value ? pointer : child(pointer, 'properties');
  if (own(known, 'status') === 'Skipped') return [];
  for (const key of ['inputs', 'outputs']) {
    if (!isLinked(known, key)) continue;
    report(
      `${at}/${key}Link`,
      `Only a link to the ${key} is here, expected the ${key}: save what "az logicapp run action show-content" prints.`,
    );
    return [];
  }
  if (isHidden(known, 'inputs')) {
    report(at, 'The inputs are hidden, expected a call: record a run without secure inputs.');
    return [];
  }
  const inputs = own(known, 'inputs');
  const outputs = isHidden(known, 'outputs') ? undefined : own(known, 'outputs');
  if (!isCall(inputs) && !(isAnswer(outputs) && isNearlyCall(inputs))) return [];
  const raw = exchangeOf(
    {
      ...(inputs !== undefined && { inputs: { value: inputs, pointer: `${at}/inputs` } }),
      ...(outputs !== undefined && outputs !== null && { outputs: { value: outputs, pointer: `${at}/outputs` } }),
    },
    report,
  );
  const time = own(known, 'startTime');
  const recorded = [
    ...(typeof name === 'string' ? [`action ${name}`] : []),
    ...(typeof time === 'string' ? [time] : []),
  ];
  return recorded.length === 0 ? raw : raw.map((one) => ({ ...one, recorded: recorded.join(', ') }));
}

/** Inputs that are none, or no object, or name a part of an address. A function or a built-in connector is called without one. */
function isNearlyCall(inputs: Json | undefined): boolean {
  if (!isObject(inputs)) return true;
  return ['method', 'path', 'uri'].some((key) => Object.hasOwn(inputs, key)) && !Object.hasOwn(inputs, 'function');
}

/** The exchange of a call's two halves. Without an answer it has only the request: the call timed out, or only its inputs were saved. */
function exchangeOf(
  { inputs, outputs }: { readonly inputs?: Kept; readonly outputs?: Kept },
  report: Report,
): readonly RawExchange[] {
  if (inputs === undefined) {
    const message = 'Only the outputs of an action are here, expected its inputs too: they say what was called.';
    report(outputs?.pointer ?? '', message);
    return [];
  }
  const request = requestOf(inputs, report);
  const response = outputs && responseOf(outputs, report);
  return request === undefined ? [] : [{ request, ...(response && { response }) }];
}
