import { isArray, isObject, own, type JsonObject } from '../../core/json.js';
import type { ReadyAction } from '../model.js';

/** What `secureData` says of a trigger or an action. */
export function hidden(value: JsonObject): Pick<ReadyAction, 'hidesInputs' | 'hidesOutputs'> {
  const runtime = own(value, 'runtimeConfiguration');
  const secure = isObject(runtime) ? own(runtime, 'secureData') : undefined;
  const properties = isObject(secure) ? own(secure, 'properties') : undefined;
  const names = isArray(properties)
    ? properties.map((name) => (typeof name === 'string' ? name.toLowerCase() : ''))
    : [];
  return { hidesInputs: names.includes('inputs'), hidesOutputs: names.includes('outputs') };
}

/** What the history of an action hides. Of Compose, ParseJson and Response the outputs go with the inputs: "Secure access and data" on learn.microsoft.com. */
export function hiddenOf(value: JsonObject, type: string): Pick<ReadyAction, 'hidesInputs' | 'hidesOutputs'> {
  const { hidesInputs, hidesOutputs } = hidden(value);
  const isOne = type === 'Compose' || type === 'ParseJson' || type === 'Response';
  return { hidesInputs, hidesOutputs: hidesOutputs || (isOne && hidesInputs) };
}
