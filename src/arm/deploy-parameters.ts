import { isArray, isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { ofAnyCase } from './hole.js';
import type { ArmProblem } from './resolve.js';

/** What the parameters of a template are filled with. */
export interface ParameterSource {
  /** As a parameter file has them: `{ "Name": { "value": ... } }`, or a `reference` to a secret in a key vault. */
  readonly parameters?: JsonObject;
  /** A secret, by the id of its vault and its name. */
  readonly secretOf?: (vault: string, name: string) => string | undefined;
}

/** The JSON type of each type of parameter, which is case-insensitive. */
const types: ReadonlyMap<string, string> = new Map([
  ['string', 'string'],
  ['securestring', 'string'],
  ['int', 'integer'],
  ['bool', 'boolean'],
  ['array', 'array'],
  ['object', 'object'],
  ['secureobject', 'object'],
]);

/** The given values by name. Tells those that have the wrong type, are not declared, or are missing without a default. */
export function deployedParameters(
  template: JsonObject,
  { parameters: given = {}, secretOf }: ParameterSource,
  { problems, pointer }: { readonly problems: ArmProblem[]; readonly pointer: string },
): JsonObject {
  const found = own(template, 'parameters');
  const declared = isObject(found) ? found : {};
  const tell = (name: string, message: string): void => {
    problems.push({ pointer: child(child(pointer, 'parameters'), name), message });
  };
  const values = Object.entries(given).flatMap(([name, entry]): [string, Json][] => {
    const value = isObject(entry) ? valueOf(entry, secretOf) : undefined;
    const declaration = ofAnyCase(declared, name);
    const type = isObject(declaration) ? String(own(declaration, 'type')) : undefined;
    if (type === undefined) tell(name, `The template has no parameter ${shorten(name)}.`);
    else if (value === undefined) tell(name, `The parameter ${shorten(name)} has no value.`);
    else if (typeOf(value) !== types.get(type.toLowerCase()))
      tell(name, `The parameter ${shorten(name)} has the type ${typeOf(value)}, expected ${type}.`);
    return value === undefined ? [] : [[name, value]];
  });
  const byName = Object.fromEntries(values);
  for (const [name, declaration] of Object.entries(declared)) {
    const hasDefault = isObject(declaration) && Object.hasOwn(declaration, 'defaultValue');
    if (!hasDefault && ofAnyCase(given, name) === undefined) tell(name, `The parameter ${shorten(name)} has no value.`);
  }
  return byName;
}

function valueOf(entry: JsonObject, secretOf: ParameterSource['secretOf']): Json | undefined {
  const reference = own(entry, 'reference');
  if (!isObject(reference)) return own(entry, 'value');
  const vault = own(reference, 'keyVault');
  const id = isObject(vault) ? own(vault, 'id') : undefined;
  const name = own(reference, 'secretName');
  return typeof id === 'string' && typeof name === 'string' && !isArray(vault) ? secretOf?.(id, name) : undefined;
}
