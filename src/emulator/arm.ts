import type { ArmResource } from '../arm/deploy-order.js';
import { addressOf, type Address } from './address.js';
import { readBody } from './body.js';
import type { Context, Route } from './context.js';
import { denied } from './gate.js';
import { matches, type Match } from './match.js';
import type { Emulated, EmulatorRequest, EmulatorWorld } from './message.js';
import { missingGroup, withNamedGroup } from './named-group.js';
import { oneLine } from './one-line.js';
import { noNamespace, notRegistered } from './providers.js';
import { refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import { providers } from './routes.js';
import { withWorkspace } from './sentinel/on-workspace.js';

/** A request of Azure Resource Manager with its address taken apart. */
export interface ArmRequest {
  readonly emulated: Emulated;
  readonly request: EmulatorRequest;
  readonly world: EmulatorWorld;
  readonly address: Address;
}

/** Bytes of a body. A guess: it is the limit of a template. */
const MOST_BYTES = 4_194_304;
/** Characters of an address. A guess. */
const MOST_CHARACTERS = 16_384;

/** What is no name: dots alone, and characters that Azure Resource Manager allows in none. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const NO_SEGMENT = /^\.{1,2}$|[<>%&\\?/\u0000-\u001f\u007f]/;

/** Answers for Azure Resource Manager. */
export function armReply(arm: ArmRequest): Reply {
  const found = matchOf(arm);
  if ('status' in found) return found;
  const { route, at, id } = found;
  const refusal = refusedSubscription(arm, at) ?? refusedVersion(route, arm.address.query.get('api-version'));
  if (refusal) return refusal;
  const body = route.takesBody ? readBody(arm.request.body ?? '') : {};
  if (body === undefined) {
    return refused(
      refusals.badContent,
      'The request content was invalid and could not be deserialized: a JSON object is expected.',
    );
  }
  const isHead = arm.request.method.toUpperCase() === 'HEAD';
  const inGroup = withNamedGroup(arm.emulated, { route, at, body, isHead });
  const emulated = isHead ? inGroup : withWorkspace(inGroup, { at, route, world: arm.world });
  const { query } = arm.address;
  const context: Context = {
    emulated,
    world: arm.world,
    at,
    query,
    apiVersion: (query.get('api-version') ?? '').toLowerCase(),
    id,
    body,
    write: (before, resource) => armReply(writing({ ...arm, emulated: before }, resource)),
  };
  const reply =
    unregistered(route, context) ?? denied(route, context) ?? missingGroup(route, context) ?? route.answer(context);
  return reply.emulated || emulated === arm.emulated ? reply : { ...reply, emulated };
}

function writing(arm: ArmRequest, { id, apiVersion, body }: ArmResource): ArmRequest {
  const url = `${id.split('/').map(encodeURIComponent).join('/')}?api-version=${encodeURIComponent(apiVersion)}`;
  const request = { method: 'PUT', url, headers: arm.request.headers, body: oneLine(body) };
  return { ...arm, request, address: addressOf(url) };
}

/** The only way to find out whether something is there without getting it: HEAD is answered as GET, without the body. */
function methodOf({ method }: EmulatorRequest): string {
  const upper = method.toUpperCase();
  return upper === 'HEAD' ? 'GET' : upper;
}

function matchOf({ request, address }: ArmRequest): Match | Reply {
  const { segments } = address;
  if (request.url.length > MOST_CHARACTERS) return refused(refusals.urlTooLong, 'The request URI is too long.');
  if (segments === undefined || segments.some((segment) => NO_SEGMENT.test(segment))) {
    return refused(refusals.badUrl, 'The request URI has a broken escape, or a segment that is no name.');
  }
  const size = typeof request.body === 'string' ? Buffer.byteLength(request.body) : (request.body?.length ?? 0);
  if (size > MOST_BYTES) {
    return refused(refusals.tooLarge, `The request has ${size} bytes, at most ${MOST_BYTES} are allowed.`);
  }
  const hasToken = Object.entries(request.headers).some(
    ([name, value]) => name.toLowerCase() === 'authorization' && value !== '',
  );
  if (!hasToken) {
    const reply = refused(refusals.noAuthorization, "Authentication failed. The 'Authorization' header is missing.");
    return {
      ...reply,
      headers: { 'www-authenticate': 'Bearer authorization_uri="https://login.microsoftonline.com/common"' },
    };
  }
  if (!address.query.has('api-version')) {
    return refused(refusals.noVersion, 'The api-version query parameter (?api-version=) is required for all requests.');
  }
  const all = matches(segments);
  const match = all.find(({ route }) => route.method === methodOf(request));
  if (match) return match;
  if (all.length === 0) return unknownPath(segments);
  const declared = all.map(({ route }) => route.method).join(', ');
  return refused(
    refusals.noMethod,
    `The requested resource does not support http method '${request.method.slice(0, 20)}', only ${declared}.`,
  );
}

function unknownPath(segments: readonly string[]): Reply {
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers');
  const namespace = segments[at + 1];
  if (at < 0 || namespace === undefined) {
    return refused(refusals.noRoute, `The path '/${segments.join('/').slice(0, 200)}' is not known.`);
  }
  const known = [...providers.keys()].find((name) => name.toLowerCase() === namespace.toLowerCase());
  if (known === undefined) return noNamespace(namespace);
  const type = segments[at + 2]?.slice(0, 100) ?? '';
  return refused(refusals.noType, `The resource type '${type}' could not be found in the namespace '${known}'.`);
}

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

function refusedSubscription({ emulated }: ArmRequest, at: ReadonlyMap<string, string>): Reply | undefined {
  const id = at.get('subscription');
  if (id === undefined) return undefined;
  if (!GUID.test(id)) {
    const message = `The provided subscription identifier '${id.slice(0, 60)}' is malformed or invalid.`;
    return refused(refusals.badSubscription, message);
  }
  const known = emulated.state.settings.subscriptions;
  if (known === undefined || known.some((one) => one.toLowerCase() === id.toLowerCase())) return undefined;
  return refused(refusals.noSubscription, `The subscription '${id}' could not be found.`);
}

function refusedVersion({ versions, path }: Route, version = ''): Reply | undefined {
  if (versions.includes(version.toLowerCase())) return undefined;
  const [namespace, ...parts] = path.split('/providers/').slice(1).at(-1)?.split('/') ?? [];
  if (namespace === undefined || !providers.has(namespace)) {
    return refused(
      refusals.badResourcesVersion,
      `The api-version '${version.slice(0, 60)}' is invalid. The supported versions are '${versions.join(',')}'.`,
    );
  }
  const type = parts.filter((part) => !part.startsWith('{')).join('/');
  return refused(
    refusals.badVersion,
    `No registered resource provider found for API version '${version.slice(0, 60)}' for type '${type}'. The supported api-versions are '${versions.join(', ')}'.`,
  );
}

function unregistered({ method, path }: Route, { emulated, at }: Context): Reply | undefined {
  const namespace = path.split('/providers/').slice(1).at(-1)?.split('/')[0] ?? '';
  if (method === 'GET' || !providers.has(namespace)) return undefined;
  return notRegistered(emulated.state, at.get('subscription') ?? '', namespace);
}
