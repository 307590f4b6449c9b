import { isArray, isObject, type Json, type JsonObject } from '../core/json.js';
import { invariant } from '../core/fault.js';
import { child, tokens } from '../core/pointer.js';
import type { Connector } from '../definition/connector.js';
import { readConnector } from '../definition/read.js';
import { exampleDefinition, exampleProperties } from './example-connector.js';

/** An example of a rule: what it changes in a connector of which nothing is to be said (`example-connector.ts`). */
export interface LintExample {
  /** Values by JSON Pointer into the definition; undefined takes the key or the item away. `-` at the end adds to a list. */
  readonly definition?: Changes;
  /** The same in `apiProperties.json`. */
  readonly properties?: Changes;
  /** Size of the definition's file, for a rule that looks at it. */
  readonly definitionBytes?: number;
  /** Where exactly the rule reports, in order; pointers into `apiProperties.json` begin with `apiProperties.json#`. Empty in a good example. */
  readonly at: readonly string[];
}

type Changes = Readonly<Record<string, Json | undefined>>;

/** The connector that an example describes. */
export function connectorOf({ definition = {}, properties = {} }: LintExample): Connector {
  const source = (file: string, value: Json) => ({ file, value, findings: [], locate: () => ({ line: 1, column: 1 }) });
  const { connector } = readConnector({
    name: 'tickets',
    definition: source('apiDefinition.swagger.json', changed(exampleDefinition, definition)),
    properties: source('apiProperties.json', changed(exampleProperties, properties)),
  });
  invariant(connector, 'an example has a definition');
  return connector;
}

/** A value with the changes made, one after the other. Each must lead to a place that exists, or to a new key of one. */
export function changed(value: Json, changes: Changes): Json {
  let result = value;
  for (const [pointer, change] of Object.entries(changes)) result = withChange(result, tokens(pointer), change);
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
  const others = Object.entries(value);
  const below = rest.length === 0 ? change : withChange(value[token] ?? {}, rest, change);
  if (below === undefined) return Object.fromEntries(others.filter(([key]) => key !== token));
  const known = others.some(([key]) => key === token);
  const entries = known
    ? others.map(([key, old]) => [key, key === token ? below : old] as const)
    : [...others, [token, below] as const];
  return Object.fromEntries(entries) as JsonObject; // entries of JSON values
}
