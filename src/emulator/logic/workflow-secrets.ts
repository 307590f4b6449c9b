import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { readJson } from '../../core/json-read.js';
import { Secret } from '../../core/secret.js';
import { oneLine } from '../one-line.js';
import type { Emulated } from '../message.js';
import type { Resource } from '../state.js';
import { objectIn } from './workflow-check.js';

/** The properties of a workflow without the values that are declared as secure, and these values by their parameters' names. */
export interface SplitProperties {
  readonly properties: JsonObject;
  readonly secret: ReadonlyMap<string, Secret>;
}

/** What is declared as secure is given and never shown: it is in memory only. */
export function withoutSecrets(properties: JsonObject): SplitProperties {
  const given = own(properties, 'parameters');
  if (!isObject(given)) return { properties, secret: new Map() };
  const isSecret = ([name]: readonly [string, Json]) => isSecure(properties, name);
  const entries = Object.entries(given);
  const open = Object.fromEntries(entries.filter((entry) => !isSecret(entry)));
  const secret = entries
    .filter(isSecret)
    .map(([name, one]) => [name, new Secret(oneLine((isObject(one) ? own(one, 'value') : one) ?? null))] as const);
  return { properties: { ...properties, parameters: open }, secret: new Map(secret) };
}

function isSecure(properties: JsonObject, name: string): boolean {
  const one = own(objectIn(objectIn(properties, 'definition'), 'parameters'), name);
  return isObject(one) && /^secure/i.test(String(own(one, 'type')));
}

/** The values of a workflow's parameters as a run has them, secrets and all. What was secret is gone after a restart. */
export function parameterValues({ memory }: Emulated, workflow: Resource): JsonObject {
  const open = Object.entries(objectIn(workflow.properties, 'parameters')).flatMap(([name, one]) => {
    const value = isObject(one) ? own(one, 'value') : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  const secret = [...(memory.keys.get(workflow.id.toLowerCase()) ?? [])].flatMap(([name, text]) => {
    const { value } = readJson('', text.reveal());
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries([...open, ...secret]);
}
