import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { Secret } from '../core/secret.js';
import { textOf } from '../wire/parameter-text.js';
import type { Resource } from './state.js';

/** The values that a connection was given: what may be shown, and what must not be stored. */
export interface SplitValues {
  readonly open: JsonObject;
  readonly secret: ReadonlyMap<string, Secret>;
}

/** Types of connection parameters that a GET shows. Anything else is a secret, and so is what the connector does not ask for. */
const openTypes: ReadonlySet<Json> = new Set(['string', 'int', 'bool', 'gatewaySetting', 'connection']);

/** Takes `parameterValues` apart, by what the connector says of its parameters. */
export function splitValues(values: JsonObject, api: Resource | undefined): SplitValues {
  const parameters = declared(api);
  const isOpen = (name: string) => {
    const one = own(parameters, name);
    return isObject(one) && openTypes.has(own(one, 'type') ?? null);
  };
  const given = Object.entries(values).filter(([, value]) => value !== null);
  return {
    open: Object.fromEntries(given.filter(([name]) => isOpen(name))),
    secret: new Map(given.filter(([name]) => !isOpen(name)).map(([name, value]) => [name, new Secret(textOf(value))])),
  };
}

/** The names of the parameters that a connection cannot do without and that are secret. */
export function neededSecrets(api: Resource | undefined): string[] {
  return Object.entries(declared(api)).flatMap(([name, parameter]) => {
    if (!isObject(parameter) || openTypes.has(own(parameter, 'type') ?? null)) return [];
    const ui = own(parameter, 'uiDefinition');
    const constraints = isObject(ui) ? own(ui, 'constraints') : undefined;
    const required = isObject(constraints) ? own(constraints, 'required') : undefined;
    return required === 'false' || required === false ? [] : [name];
  });
}

function declared(api: Resource | undefined): JsonObject {
  const parameters = api && own(api.properties, 'connectionParameters');
  return isObject(parameters) ? parameters : {};
}
