import { Secret } from '../core/secret.js';
import { textOf } from '../wire/parameter-text.js';
import { isObject, own } from '../core/json.js';
import type { Connector } from '../definition/connector.js';
import type { ConnectionCall } from '../wire/connection-call.js';
import { placedKey, type ConnectionValues } from '../wire/connection-key.js';
import { withoutEndingSlashes } from '../wire/ending-slashes.js';
import { requestOf, type WireRequest } from '../wire/request-of.js';
import { apiIdOf } from './connection-view.js';
import { deployedConnector, serviceUrl } from './custom-api.js';
import { gatewayError, gatewayRefusals, unauthorized } from './gateway-refusals.js';
import type { Emulated, EmulatorResponse, EmulatorWorld } from './message.js';
import { gatewayOrigin } from './origins.js';
import { counted } from './rate.js';
import { replayed } from './replay.js';
import { routed } from './routers.js';
import type { Resource } from './state.js';
import { find } from './store.js';

/** What comes of a call of a connection: an answer, or a request to send first. */
export type Passed = { readonly emulated: Emulated } & (
  | { readonly response: EmulatorResponse; readonly request?: never }
  | { readonly request: WireRequest; readonly response?: never }
);

/** Passes a call on as the platform does: to the operation by method and path, with the connection's key in its place. */
export function passed(emulated: Emulated, { connection, call, world }: Call): Passed {
  const api = find(emulated.state, apiIdOf(connection));
  const connector = api && deployedConnector(api);
  if (api === undefined || connector === undefined) return { emulated, response: notFound() };
  const id = connection.id.toLowerCase();
  const rate = counted(emulated.memory, id, world.now);
  if (rate.memory === undefined) return { emulated, response: tooMany(rate.waitSeconds) };
  const after = { ...emulated, memory: rate.memory };
  const route = routed(connector, { method: call.method, url: addressOf(connector, call.path) });
  if ('unmatched' in route) return { emulated: after, response: notFound() };
  const proof = placedKey(connector, valuesOf(connection, emulated));
  if ('missing' in proof) return { emulated: after, response: keyless(connection, proof.missing, world) };
  const address = world.upstream ?? serviceUrl(api.properties);
  const { key } = proof;
  const request = requestOf(connector, {
    at: route.at,
    call,
    key,
    ...(address !== undefined && { serviceUrl: address }),
  });
  const { exchanges } = world;
  return exchanges ? replayed(after, { exchanges, connector, route, request }) : { emulated: after, request };
}

interface Call {
  readonly connection: Resource;
  readonly call: ConnectionCall;
  readonly world: EmulatorWorld;
}

/** The path as the definition has it: a call leaves the base path out, and one that has it belongs to no operation. */
function addressOf({ definition: { host, basePath } }: Connector, path: string): string {
  return `https://${host ?? 'localhost'}${withoutEndingSlashes(basePath ?? '')}${path}`;
}

function valuesOf({ id, properties }: Resource, { memory }: Emulated): ConnectionValues {
  const open = own(properties, 'nonSecretParameterValues');
  const texts = Object.entries(isObject(open) ? open : {}).map(
    ([name, value]) => [name, new Secret(textOf(value))] as const,
  );
  return new Map([...texts, ...(memory.keys.get(id.toLowerCase()) ?? [])]);
}

function notFound(): EmulatorResponse {
  return gatewayError(gatewayRefusals.notFound, 'Resource not found');
}

function tooMany(seconds: number): EmulatorResponse {
  const message = `Rate limit is exceeded. Try again in ${seconds} seconds.`;
  return gatewayError(gatewayRefusals.tooMany, message, { 'retry-after': String(seconds) });
}

function keyless({ name, location = '' }: Resource, what: string, world: EmulatorWorld): EmulatorResponse {
  const message = `The connection '${name}' has no ${what}. The emulator keeps keys in memory only: give the connection its ${what} again.`;
  return unauthorized(message, new URL(gatewayOrigin(world, location)).host);
}
