import { isObject, own, type JsonObject } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import type { Connector } from '../definition/connector.js';
import { readConnector } from '../definition/read.js';
import type { Finding } from '../core/finding.js';
import type { Resource } from './state.js';

/** The type of a custom connector. */
export const CUSTOM_API = 'Microsoft.Web/customApis';

/** A connector as it was deployed, with what is wrong with its definition. */
interface Deployed {
  readonly connector: Connector | undefined;
  readonly findings: readonly Finding[];
}

/** Resources are never changed, so each is read once. */
const read = new WeakMap<Resource, Deployed>();

/** The connector that a resource holds; undefined where it has no definition. */
export function deployedConnector(resource: Resource): Connector | undefined {
  let known = read.get(resource);
  if (known === undefined) read.set(resource, (known = readDeployed(resource.name, resource.properties)));
  return known.connector;
}

/** Reads the connector in the properties of a resource. */
export function readDeployed(name: string, properties: JsonObject): Deployed {
  const swagger = own(properties, 'swagger');
  if (swagger === undefined) return { connector: undefined, findings: [] };
  const source = (value: typeof swagger) => ({
    file: name,
    value,
    findings: [],
    locate: () => ({ line: 1, column: 1 }),
  });
  const connectionParameters = own(properties, 'connectionParameters') ?? {};
  const { connector, findings } = readConnector({
    name,
    definition: source(swagger),
    properties: source({ properties: { connectionParameters } }),
  });
  return { connector, findings: findings.filter(({ file }) => file === name) };
}

/** The address that a connector calls: what was deployed with it, else the definition's own. */
export function serviceUrl(properties: JsonObject): string | undefined {
  const backend = own(properties, 'backendService');
  const given = isObject(backend) ? own(backend, 'serviceUrl') : undefined;
  if (typeof given === 'string') return given;
  const swagger = own(properties, 'swagger');
  const host = isObject(swagger) ? own(swagger, 'host') : undefined;
  if (!isObject(swagger) || typeof host !== 'string' || host === '') return undefined;
  const schemes = own(swagger, 'schemes');
  const first = Array.isArray(schemes) && schemes[0] === 'http' ? 'http' : 'https';
  const basePath = own(swagger, 'basePath');
  return `${first}://${host}${typeof basePath === 'string' ? basePath : ''}`;
}

/** A definition as text, without white space. */
export function swaggerText(swagger: JsonObject): string {
  return writeJson(swagger, { indent: 0 }).trimEnd();
}
