import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { HIDDEN } from '../run/view.js';

/** What of an authentication is never shown, in lower case. */
const secretFields: ReadonlySet<string> = new Set(['password', 'value', 'secret', 'pfx', 'clientsecret']);

const policyTypes: ReadonlyMap<string, string> = new Map([
  ['none', 'None'],
  ['fixed', 'Fixed'],
  ['exponential', 'Exponential'],
]);

/** The inputs of a call as the history has them: secrets hidden, a policy's type as the service spells it: measured by github:tomdam/flowforger. */
export function recordedInputs(inputs: JsonObject): JsonObject {
  const policy = own(inputs, 'retryPolicy');
  const authentication = own(inputs, 'authentication');
  if (!isObject(policy) && !isObject(authentication)) return inputs;
  return {
    ...inputs,
    ...(isObject(policy) && { retryPolicy: { ...policy, ...typeOf(own(policy, 'type')) } }),
    ...(isObject(authentication) && { authentication: withoutSecrets(authentication) }),
  };
}

function typeOf(type: Json | undefined): { readonly type?: string } {
  const spelled = typeof type === 'string' ? policyTypes.get(type.toLowerCase()) : undefined;
  return spelled === undefined ? {} : { type: spelled };
}

function withoutSecrets(authentication: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(authentication).map(([key, value]) => [key, secretFields.has(key.toLowerCase()) ? HIDDEN : value]),
  );
}
