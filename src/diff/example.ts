import { isArray, isObject, type Json, type JsonObject } from '../core/json.js';
import { invariant } from '../core/fault.js';
import { child, tokens } from '../core/pointer.js';
import type { ApiProperties, Connector } from '../definition/connector.js';
import { readDefinition } from '../openapi/structure.js';
import { exampleDefinition, exampleProperties } from './example-connector.js';

/** Values by JSON Pointer into the definition, or behind `apiProperties.json#`; undefined takes the key away, `-` at the end adds to a list. */
type Changes = Readonly<Record<string, Json | undefined>>;

/** An example of an edit: what changes in a small connector (`example-connector.ts`), and what is said of it. */
export interface DiffExample {
  /** What is other in the old version already. */
  readonly old?: Changes;
  /** What becomes other in the new one. */
  readonly new: Changes;
  /** All changes, in order: code, direction and pointer; a place in the old version begins with `old#`. */
  readonly gives: readonly string[];
}

/** The two versions of the connector that an example describes. */
export function versionsOf({ old = {}, new: changes }: DiffExample): {
  readonly old: Connector;
  readonly new: Connector;
} {
  const before = withChanges({ '': exampleDefinition, 'apiProperties.json': exampleProperties }, old);
  return { old: connectorOf(before), new: connectorOf(withChanges(before, changes)) };
}

interface Files {
  readonly '': Json;
  readonly 'apiProperties.json': Json;
}

function withChanges(files: Files, changes: Changes): Files {
  let result = files;
  for (const [place, change] of Object.entries(changes)) {
    const file = place.startsWith('/') ? '' : 'apiProperties.json';
    const path = tokens(place.slice(file === '' ? 0 : file.length + 1));
    result = { ...result, [file]: withChange(result[file], path, change) };
  }
  return result;
}

function withChange(value: Json, [token, ...rest]: readonly string[], change: Json | undefined): Json {
  if (token === undefined) return change ?? null;
  if (isArray(value)) {
    const at = token === '-' ? value.length : Number(token);
    const item = rest.length === 0 ? change : withChange(value[at] ?? {}, rest, change);
    return [...value.slice(0, at), ...(item === undefined ? [] : [item]), ...value.slice(at + 1)];
  }
  invariant(isObject(value), `the change leads somewhere: ${child('', token)}`);
  const below = rest.length === 0 ? change : withChange(value[token] ?? {}, rest, change);
  const entries = Object.entries({ ...value, [token]: below }).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries) as JsonObject; // entries of JSON values
}

function connectorOf(files: Files): Connector {
  const source = { file: 'tickets', value: files[''], findings: [], locate: () => ({ line: 1, column: 1 }) };
  const { definition } = readDefinition(source);
  invariant(definition, 'an example has a definition');
  const properties = files['apiProperties.json'] as unknown as ApiProperties; // it is written as one
  return { name: 'tickets', definition, properties, contract: { formatVersion: 1, operations: {} } };
}
