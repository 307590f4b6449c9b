import { isArray, isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import { invoke } from '../../azure/invoke.js';
import type { ArmRequest, ArmResponse } from '../../azure/message.js';
import { checkedName, customApiId, WEB_VERSION } from '../../azure/target.js';
import { tidy } from '../../azure/tidy.js';
import type { Connector } from '../../definition/connector.js';
import type { ConnectionCall } from '../../wire/connection-call.js';
import type { OperationAt } from '../../openapi/walk.js';
import { requestOf, type WireRequest } from '../../wire/request-of.js';
import type { EmulatorLink } from '../emulator/link.js';
import { NetError, type NetResponse } from '../net/send.js';
import { placeOf, type Place } from '../target/place.js';
import type { World } from '../world.js';
import type { MakeCall } from './make-call.js';

/** A call through a connection, which has the key. */
export interface ThroughConnection {
  readonly connection: string;
  readonly connector: Connector;
  readonly at: OperationAt;
  readonly timeoutSeconds: number;
}

/** Makes calls through a connection: at the emulator's gateway, as a workflow does, or by Azure (`dynamicInvoke`), as the designer does. */
export async function throughConnection(
  world: World,
  flags: Parameters<typeof placeOf>[1],
  through: ThroughConnection,
): Promise<MakeCall> {
  const { connector, at, connection } = through;
  checkedName(connection, 'connection');
  const place = await placeOf(world, flags, { name: connector.name });
  return async (call) => {
    const sent = requestOf(connector, { at, call });
    const started = world.now();
    const { emulator } = place;
    const response = emulator
      ? await byGateway({ ...place, emulator }, through, sent)
      : await byAzure(place, through, call);
    const { method, url, headers, body = '' } = sent;
    const request = { method, url, headers, body: Buffer.from(body) };
    return { request, response, milliseconds: world.now() - started, secrets: [] };
  };
}

async function byGateway(
  place: Place & Required<Pick<Place, 'emulator'>>,
  { connection, connector, timeoutSeconds }: ThroughConnection,
  { method, url, headers, body }: WireRequest,
): Promise<NetResponse> {
  const api = await place.client.find({ path: customApiId(place.target), version: WEB_VERSION });
  const properties = api && own(api, 'properties');
  const urls = isObject(properties) ? own(properties, 'runtimeUrls') : undefined;
  const { emulator } = place;
  const isOfIt = (url: Json): url is string => typeof url === 'string' && url.startsWith(`${emulator.gateway}/`);
  const gateway = urls !== undefined && isArray(urls) ? urls.find(isOfIt) : undefined; // there is one with TLS, too
  if (gateway === undefined) {
    const { name, group } = place.target;
    const message = `There is no connector ${shorten(name)} in the resource group ${shorten(group)}.`;
    throw new Fault('not-found', message, { help: 'Publish it first.' });
  }
  const answer = await answered(emulator, {
    method: method as ArmRequest['method'], // a gateway takes any
    url: `${gateway}/${connection}${pathBehind(connector, url)}`,
    headers,
    ...(body !== undefined && { body: Buffer.from(body).toString() }),
    authorize: true,
    timeoutSeconds,
  });
  return { ...answer, body: Buffer.from(answer.body) };
}

async function answered({ send }: EmulatorLink, request: ArmRequest): Promise<ArmResponse> {
  try {
    return await send(request);
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    const help = 'See whether the emulator still runs ("connector-kit emulate").';
    throw new Fault('service-unreachable', `The emulator gave no whole answer: ${error.message}.`, { help });
  }
}

/** What stands in a request's address behind the service's own: a connection leaves that out. */
function pathBehind({ definition: { basePath = '' } }: Connector, url: string): string {
  const { pathname, search } = new URL(url);
  return pathname.slice(basePath.replace(/\/+$/, '').length) + search;
}

async function byAzure(
  { client, target }: Place,
  { connection }: ThroughConnection,
  call: ConnectionCall,
): Promise<NetResponse> {
  const invoked = await invoke(client, { target, connection, call });
  const help = 'See that the connection is one of this connector, and that it is connected.';
  if (invoked.error) {
    const said = tidy(`${invoked.error.code} ${invoked.error.message}`);
    throw new Fault('azure-refused', `Azure did not make the call (${invoked.error.status} ${said}).`, { help });
  }
  const { status, headers, body } = invoked;
  if (status === undefined) throw new Fault('azure-refused', 'Azure did not say what came of the call.', { help });
  return { status, headers: textsIn(headers), body: bytesOf(body) };
}

function textsIn(headers: JsonObject): Record<string, string> {
  const texts = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts.map(([name, value]) => [name.toLowerCase(), value]));
}

/** A body as Azure hands it on: a JSON value, a text, or bytes in base64. */
function bytesOf(body: Json | undefined): Uint8Array {
  if (body === undefined) return Buffer.alloc(0);
  if (typeof body === 'string') return Buffer.from(body);
  const content = isObject(body) ? own(body, '$content') : undefined;
  return typeof content === 'string' ? Buffer.from(content, 'base64') : Buffer.from(writeJson(body, { indent: 0 }));
}
