import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { Connector } from '../definition/connector.js';
import { readConnector } from '../definition/read.js';
import { objectIn, type ArmClient } from './client.js';
import { asWritten, isGatewayForm } from './gateway-form.js';
import { tagsOf, type Tags } from './tags.js';
import { PORTAL_VERSION, regionOf, WEB_VERSION } from './target.js';

/** A connector as Azure has it. */
export interface Deployed {
  /** As Azure spells it. */
  readonly id: string;
  readonly location: string;
  readonly tags: Tags;
  /** As they were read: without the definition. They hold signed addresses, and are not to be shown. */
  readonly properties: JsonObject;
  /** The definition as it was written; undefined where Azure gave it in no way. */
  readonly swagger: JsonObject | undefined;
  /** Whether the definition was only to be had in the gateway's form, whose own address says nothing. */
  readonly isFromGateway: boolean;
  /** The address that is called; undefined where Azure does not show it. */
  readonly serviceUrl: string | undefined;
}

/**
 * Reads what is deployed: the resource, and its definition by `export=true`, else from the file that `apiDefinitions` names.
 * Undefined where there is no connector of that id.
 */
export async function readDeployed(client: ArmClient, id: string): Promise<Deployed | undefined> {
  const resource = await readResource(client, id);
  if (resource === undefined) return undefined;
  const [properties, location] = [own(resource, 'properties'), own(resource, 'location')];
  const said = isObject(properties) ? properties : {};
  const backend = own(said, 'backendService');
  const serviceUrl = textIn(backend, 'serviceUrl');
  const found = definitionIn(resource) ?? (await exported(client, id)) ?? (await fromFile(client, said));
  const isFromGateway = found !== undefined && isGatewayForm(found);
  return {
    id,
    location: typeof location === 'string' ? regionOf(location) : '',
    tags: tagsOf(own(resource, 'tags')),
    properties: said,
    swagger: found && isFromGateway ? asWritten(found, serviceUrl) : found,
    isFromGateway,
    serviceUrl,
  };
}

/** The portal's version shows more, but no specification promises it. */
async function readResource(client: ArmClient, id: string): Promise<JsonObject | undefined> {
  const answer = await client.attempt({ method: 'GET', path: id, version: PORTAL_VERSION });
  return answer.error?.status === 400 ? client.find({ path: id, version: WEB_VERSION }) : objectIn(answer, id);
}

/** `export=true`. What cannot export gives the resource alone, or an error. */
async function exported(client: ArmClient, id: string): Promise<JsonObject | undefined> {
  const answer = await client.attempt({ method: 'GET', path: id, version: PORTAL_VERSION, query: { export: 'true' } });
  return answer.error === undefined ? definitionIn(answer.value) : undefined;
}

/** The definition itself, or the one in the properties of a resource. */
function definitionIn(value: Json | undefined): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  if (own(value, 'swagger') === '2.0') return value;
  const properties = own(value, 'properties');
  const inner = isObject(properties) ? own(properties, 'swagger') : undefined;
  return isObject(inner) && own(inner, 'swagger') === '2.0' ? inner : undefined;
}

async function fromFile(client: ArmClient, properties: JsonObject): Promise<JsonObject | undefined> {
  const files = own(properties, 'apiDefinitions');
  for (const name of ['originalSwaggerUrl', 'modifiedSwaggerUrl']) {
    const url = textIn(files, name);
    const found = url === undefined ? undefined : definitionIn(await client.file(url));
    if (found) return found;
  }
  return undefined;
}

function textIn(value: Json | undefined, name: string): string | undefined {
  const text = isObject(value) ? own(value, name) : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** A connector as Azure keeps it: without what only our files have. Undefined where the definition is none. */
export function connectorOf(name: string, properties: JsonObject, swagger: Json): Connector | undefined {
  const kept: JsonObject = {
    connectionParameters: own(properties, 'connectionParameters') ?? {},
    capabilities: own(properties, 'capabilities') ?? [],
  };
  const source = (value: Json) => ({ file: '', value, findings: [], locate: () => ({ line: 1, column: 1 }) });
  return readConnector({ name, definition: source(swagger), properties: source({ properties: kept }) }).connector;
}
