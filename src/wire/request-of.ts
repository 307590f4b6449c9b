import { isArray, type Json } from '../core/json.js';
import type { Connector } from '../definition/connector.js';
import { parametersOf, type OperationAt } from '../openapi/walk.js';
import { bodyWithDefaults } from './body-defaults.js';
import type { ConnectionCall } from './connection-call.js';
import type { PlacedKey } from './connection-key.js';
import { withoutEndingSlashes } from './ending-slashes.js';
import { percentEncoded, textOf } from './parameter-text.js';
import { wireBody } from './wire-body.js';

/** A request to the service, complete but for its key. Plain data that can be printed: the key is a secret and stands beside it. */
export interface WireRequest {
  /** Upper case. */
  readonly method: string;
  /** Absolute, without the key. */
  readonly url: string;
  /** Names in lower case, without the key. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** What {@link withKeyRevealed} puts in at the last moment. */
  readonly key?: PlacedKey;
}

/** How a call is sent. */
export interface Sending {
  /** The operation that the call was routed to. */
  readonly at: OperationAt;
  readonly call: ConnectionCall;
  readonly key?: PlacedKey | undefined;
  /** The address before the path. Default: the definition's scheme, host and base path. */
  readonly serviceUrl?: string;
}

/**
 * The request that the platform makes of a call: behind the service's address, with the defaults of required internal parameters that the call lacks.
 * Path and queries go on as they came; headers that belong to one connection (RFC 9110 section 7.6.1), and line breaks, do not.
 */
export function requestOf(connector: Connector, { at, call, key, serviceUrl }: Sending): WireRequest {
  const { definition } = connector;
  const defaults = internalDefaults(connector, at);
  const headers = { ...defaults.header, ...forwarded(call.headers ?? {}) };
  const bodyParameter = parametersOf(definition, at.item, at.operation).find(
    ({ parameter }) => parameter.in === 'body',
  );
  const body =
    bodyParameter?.parameter.in === 'body'
      ? bodyWithDefaults(definition, { parameter: bodyParameter.parameter, body: call.body, all: false })
      : call.body;
  const consumes = at.operation.consumes ?? definition.consumes ?? [];
  const sent = wireBody(body, { consumes, said: headers['content-type'] });
  const base = withoutEndingSlashes(serviceUrl ?? addressOf(connector));
  const taken = key?.in === 'header' ? key.name : undefined;
  const own = Object.entries({ ...headers, ...(sent && { 'content-type': sent.contentType }) });
  return {
    method: call.method.toUpperCase(),
    url: base + pathOf(call.path) + queryOf(call, defaults.query, key),
    headers: Object.fromEntries(own.filter(([name]) => name !== taken)),
    ...(sent && { body: sent.content }),
    ...(key && { key }),
  };
}

/** What is sent at last, key and all: never to be printed or stored. */
export function withKeyRevealed({ key, ...request }: WireRequest): Omit<WireRequest, 'key'> {
  if (key === undefined) return request;
  const value = key.value.reveal();
  if (key.in === 'header') return { ...request, headers: { ...request.headers, [key.name]: value } };
  const mark = request.url.includes('?') ? '&' : '?';
  return { ...request, url: `${request.url}${mark}${percentEncoded(key.name)}=${percentEncoded(value)}` };
}

function addressOf({ definition: { schemes, host, basePath } }: Connector): string {
  return `${schemes?.[0] ?? 'https'}://${host ?? 'localhost'}${basePath ?? ''}`;
}

/** Source: validator, InternalPropertyWithDefaultOptional: of what is internal, only the required is sent without being given. */
function internalDefaults(
  { definition }: Connector,
  at: OperationAt,
): Record<'query' | 'header', Record<string, string>> {
  const entries = (where: 'query' | 'header') =>
    parametersOf(definition, at.item, at.operation).flatMap(({ parameter: one }) =>
      one.in === where && one.required && one['x-ms-visibility'] === 'internal' && one.default !== undefined
        ? [[where === 'header' ? one.name.toLowerCase() : one.name, textOf(one.default)] as const]
        : [],
    );
  return { query: Object.fromEntries(entries('query')), header: Object.fromEntries(entries('header')) };
}

const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** RFC 9110 section 5.1: the name of a header is a token. */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
/** RFC 9110 section 5.5: what no value of a header holds. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u0008\u000a-\u001f\u007f]/g;

function forwarded(headers: Readonly<Record<string, Json>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), headerText(value)] as const);
  return Object.fromEntries(entries.filter(([name]) => headerName.test(name) && !hopByHop.has(name)));
}

function headerText(value: Json): string {
  return (isArray(value) ? value.map(textOf).join(', ') : textOf(value)).replace(controls, '');
}

/** What has no place in a path as it is: white space, what ends a path, and all that is not ASCII. */
const notInPath = /[^!$&'()*+,\-./0-9:;=?@A-Z[\]_a-z~%]/gu;

function pathOf(path: string): string {
  const text = path.replaceAll(/[\r\n]/g, '').replace(notInPath, percentEncoded);
  return text.startsWith('/') ? text : `/${text}`;
}

/** The query behind what the path may have of one already. A key in the query is no one else's to give. */
function queryOf({ path, queries = {} }: ConnectionCall, defaults: Readonly<Record<string, string>>, key?: PlacedKey) {
  const given = Object.entries(queries).filter(([name]) => key?.in !== 'query' || key.name !== name);
  const absent = Object.entries(defaults).filter(([name]) => !Object.hasOwn(queries, name));
  const pairs = [...absent, ...given].flatMap(([name, value]) =>
    (isArray(value) ? value : [value]).map((one) => `${percentEncoded(name)}=${percentEncoded(textOf(one))}`),
  );
  if (pairs.length === 0) return '';
  return (path.includes('?') ? '&' : '?') + pairs.join('&');
}
