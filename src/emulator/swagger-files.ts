import { createHash } from 'node:crypto';
import { isObject, own, type JsonObject } from '../core/json.js';
import type { Address } from './address.js';
import { definitionText } from './definitions.js';
import { CUSTOM_API } from './custom-api.js';
import { hexOf } from './hex.js';
import type { Emulated, EmulatorResponse, EmulatorWorld } from './message.js';
import { gatewayOrigin } from './origins.js';
import { allOf } from './shelf.js';
import type { EmulatorState, Resource } from './state.js';

/** How long the address of a file holds. Recorded: about a day. */
const VALID_MILLISECONDS = 24 * 60 * 60 * 1000;

/** The definition as it was sent, or as the gateway has it. */
type Kind = 'original' | 'modified';

const FOLDER = 'api-swagger-files';
const ending: Readonly<Record<Kind, string>> = { original: '.json_original', modified: '.json' };

/** The address of a definition's file, signed and for a day. The signature keeps nobody out: it is made of what everybody sees. */
export function fileUrl(
  hex: string,
  kind: Kind,
  { now, origin }: { readonly now: number; readonly origin: string },
): string {
  const file = `${hex}${ending[kind]}`;
  const until = new Date(now + VALID_MILLISECONDS).toISOString().replace(/\.\d{3}Z$/, 'Z');
  const sig = encodeURIComponent(signature(file, until));
  return `${origin}/${FOLDER}/${file}?sv=2017-04-17&sr=b&sig=${sig}&se=${encodeURIComponent(until)}&sp=r`;
}

function signature(file: string, until: string): string {
  return createHash('sha256').update(`${file}\n${until}`).digest('base64');
}

/** Whether an address is that of a file. */
export function isFile({ segments }: Address): boolean {
  return segments?.[0] === FOLDER;
}

/** Answers for Azure's blob store, which needs no Authorization header, and answers errors in XML. */
export function fileAnswer({ state }: Emulated, { segments, query }: Address, world: EmulatorWorld): EmulatorResponse {
  const file = segments?.length === 2 ? (segments[1] ?? '') : '';
  const until = query.get('se') ?? '';
  if (query.get('sig') !== signature(file, until))
    return failure(403, 'AuthenticationFailed', 'Server failed to authenticate the request.');
  if (!(Date.parse(until) > world.now)) {
    return failure(403, 'AuthenticationFailed', 'Signature not valid in the specified time frame.');
  }
  const found = fileOf(state, file, world);
  if (found === undefined) return failure(404, 'BlobNotFound', 'The specified blob does not exist.');
  return { status: 200, headers: { 'content-type': 'application/json' }, body: definitionText(found) };
}

function fileOf(state: EmulatorState, file: string, world: EmulatorWorld): JsonObject | undefined {
  for (const [, resource] of allOf(state.resources)) {
    if (resource.type !== CUSTOM_API) continue;
    const hex = hexOf(resource.id);
    if (file === hex + ending.original) return definitionOf(resource, 'original', world);
    if (file === hex + ending.modified) return definitionOf(resource, 'modified', world);
  }
  return undefined;
}

/** The definition of a connector in one of its forms; undefined where it was not sent with the connector. */
export function definitionOf(resource: Resource, kind: Kind, world: EmulatorWorld): JsonObject | undefined {
  const swagger = own(resource.properties, 'swagger');
  if (!isObject(swagger)) return undefined;
  return kind === 'original' ? swagger : modified(resource, swagger, world);
}

/** The gateway's own: its address, and the place of the connection's id in each path. A guess after connectors of Microsoft, whose definitions are so. */
function modified(resource: Resource, swagger: JsonObject, world: EmulatorWorld): JsonObject {
  const { host, protocol } = new URL(gatewayOrigin(world, resource.location ?? ''));
  const paths = own(swagger, 'paths');
  const behind = Object.entries(isObject(paths) ? paths : {}).map(
    ([path, item]) => [path.startsWith('x-') ? path : `/{connectionId}${path}`, item] as const,
  );
  return {
    ...swagger,
    host,
    basePath: `/apim/${hexOf(resource.id)}`,
    schemes: [protocol.slice(0, -1)],
    paths: Object.fromEntries(behind),
  };
}

function failure(status: number, code: string, message: string): EmulatorResponse {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
