import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { sameJson } from '../core/same-json.js';
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

/** What was read last of each definition. None is ever changed, and the same one is often deployed again, with the same parameters. */
const read = new WeakMap<
  JsonObject,
  { readonly name: string; readonly parameters: Json; readonly deployed: Deployed }
>();

/** The connector that a resource holds; undefined where it has no definition. */
export function deployedConnector(resource: Resource): Connector | undefined {
  return readDeployed(resource.name, resource.properties).connector;
}

/** Reads the connector in the properties of a resource. */
export function readDeployed(name: string, properties: JsonObject): Deployed {
  const swagger = own(properties, 'swagger');
  if (swagger === undefined) return { connector: undefined, findings: [] };
  const parameters = own(properties, 'connectionParameters') ?? {};
  if (!isObject(swagger)) return newlyRead(name, swagger, parameters);
  const last = read.get(swagger);
  if (last?.name === name && sameJson(last.parameters, parameters)) return last.deployed;
  const deployed = newlyRead(name, swagger, parameters);
  read.set(swagger, { name, parameters, deployed });
  return deployed;
}

function newlyRead(name: string, swagger: Json, connectionParameters: Json): Deployed {
  const source = (value: Json) => ({ file: name, value, findings: [], locate: () => ({ line: 1, column: 1 }) });
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
