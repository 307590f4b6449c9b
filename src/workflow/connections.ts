import { hasHole, HOLE } from '../arm/hole.js';
import { parseResourceId } from '../arm/resource-id.js';
import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { Expression } from '../expression/syntax.js';
import { readTemplate } from '../expression/template.js';
import { objectAt } from './find.js';

/** The API that a connection leads to, as far as the file tells. */
export interface Api {
  /** A custom connector, one that Microsoft runs, or not known. */
  readonly kind: 'custom' | 'managed' | 'unknown';
  /** The connector's resource name; absent where it is only known when the template is deployed. */
  readonly name?: string;
}

/** What a workflow says of its connections. */
export interface Connections {
  /** `$connections`: an entry a key. */
  readonly entries: JsonObject;
  /** The APIs of the template's own connections, by the connection's name in lower case. */
  readonly apis: ReadonlyMap<string, string>;
}

/**
 * The key of the connection that a host names: `@parameters('$connections')['KEY']['connectionId']` in all its forms (Consumption),
 * `referenceName` (Standard), `connectionName` (Power Automate). Undefined where the key is not known.
 */
export function connectionKey(host: JsonObject): string | undefined {
  const connection = objectAt(host, 'connection');
  for (const key of ['referenceName', 'connectionReferenceName', 'connectionName']) {
    const name = own(connection, key) ?? own(host, key);
    if (typeof name === 'string') return name;
  }
  const name = own(connection, 'name');
  const template = typeof name === 'string' ? readTemplate(name) : undefined;
  if (template?.kind === 'expression') return keyIn(template.expression);
  const [only, ...others] = template?.kind === 'interpolation' ? template.parts : [];
  return only !== undefined && typeof only !== 'string' && others.length === 0 ? keyIn(only) : undefined;
}

/** The step behind `$connections`, which is a parameter or a property of something else. */
function keyIn(expression: Expression): string | undefined {
  if (expression.kind !== 'access') return undefined;
  const { from, steps } = expression;
  const first = from.kind === 'call' ? from.arguments[0] : undefined;
  const isParameter = first?.kind === 'text' && first.value === '$connections';
  const at = isParameter ? -1 : steps.findIndex(({ key }) => key.kind === 'text' && key.value === '$connections');
  const key = isParameter || at >= 0 ? steps[at + 1]?.key : undefined;
  return key?.kind === 'text' && !hasHole(key.value) ? key.value : undefined;
}

/** The API of a call: by the id of its connection's entry, by that of the template's connection, or by the gateway's address that older workflows hold. */
export function apiOf(host: JsonObject, key: string | undefined, { entries, apis }: Connections): Api {
  const entry = key === undefined ? {} : objectAt(entries, key);
  const connection = parseResourceId(textIn(entry, 'connectionId'))?.names.at(-1) ?? textIn(entry, 'connectionName');
  const candidates = [
    textIn(entry, 'id'),
    textIn(objectAt(entry, 'api'), 'id'),
    apis.get(connection.toLowerCase()) ?? '',
    textIn(host, 'apiId'),
  ];
  const known = candidates.map(apiIn).filter(({ kind }) => kind !== 'unknown');
  return (
    known.find(({ name }) => name !== undefined) ?? known[0] ?? ofGateway(textIn(objectAt(host, 'api'), 'runtimeUrl'))
  );
}

function apiIn(id: string): Api {
  const parsed = parseResourceId(id);
  const type = parsed?.type.toLowerCase();
  const name = parsed?.names.at(-1);
  const named = name === undefined || hasHole(name) ? {} : { name };
  if (type === 'microsoft.web/customapis') return { kind: 'custom', ...named };
  return type === 'microsoft.web/locations/managedapis' ? { kind: 'managed', ...named } : { kind: 'unknown' };
}

/** `https://logic-apis-REGION.azure-apim.net/apim/NAME`: the gateway of what Microsoft runs. */
function ofGateway(url: string): Api {
  const name = /^https:\/\/logic-apis-[^/]+\/apim\/([^/]+)$/.exec(url)?.[1];
  return name === undefined || name === HOLE ? { kind: 'unknown' } : { kind: 'managed', name };
}

function textIn(object: JsonObject, key: string): string {
  const value: Json | undefined = own(object, key);
  return typeof value === 'string' ? value : '';
}

/** The entries of `$connections`: the workflow's values, else the definition's default; of Standard, those of its `connections.json`. */
export function connectionEntries(
  parameters: JsonObject,
  definition: JsonObject,
  standard: JsonObject = {},
): JsonObject {
  const value = own(objectAt(parameters, '$connections'), 'value');
  const fallback = own(objectAt(objectAt(definition, 'parameters'), '$connections'), 'defaultValue');
  const entries = isObject(value) ? value : isObject(fallback) ? fallback : {};
  return { ...objectAt(standard, 'managedApiConnections'), ...entries };
}
