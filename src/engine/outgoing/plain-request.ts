import { isArray, own, type Json, type JsonObject } from '../../core/json.js';
import { withoutEndingSlashes } from '../../wire/ending-slashes.js';
import { percentEncoded, textOf } from '../../wire/parameter-text.js';
import type { WireRequest } from '../../wire/request-of.js';
import { wireBody } from '../../wire/wire-body.js';
import type { Call } from '../effects.js';
import { pathOf } from './address.js';

/** The request of a call as the workflow has it, without the key of a connection. `upstream` stands in place of the host. */
export function plainRequest(call: Call, upstream?: string): WireRequest {
  const { method, body } = call;
  const headers = { ...textHeaders(call.headers), ...authorizationOf(call) };
  const sent = wireBody(body, { consumes: [], said: own(headers, 'content-type') });
  const url = upstream === undefined ? plainUrl(call) : joined(upstream, encodedPath(pathOf(call))) + queryOf(call);
  return {
    method,
    url,
    headers: { ...headers, ...(sent && { 'content-type': sent.contentType }) },
    ...(sent && { body: sent.content }),
  };
}

/** The address of a call with its queries, as the workflow has it. */
export function plainUrl(call: Call): string {
  return withoutQuery(call.uri) + queryOf(call);
}

/** A version at the end of a server's address, which is the base path of a connector and no part of another service's paths. */
const VERSION = /\/v\d{1,3}$/;

/** The path behind an address; what both have in common stands there once. */
function joined(upstream: string, path: string): string {
  const base = withoutEndingSlashes(upstream);
  const common = URL.canParse(base) ? withoutEndingSlashes(new URL(base).pathname) : '';
  const isCommon = common !== '' && path.startsWith(`${common}/`);
  return (isCommon ? base.slice(0, -common.length) : base.replace(VERSION, '')) + path;
}

function encodedPath(path: string): string {
  return path.replaceAll(/[^\w!$&'()*+,\-./:;=@~%]/gu, percentEncoded);
}

function withoutQuery(uri: string): string {
  return uri.split(/[?#]/, 1)[0] ?? '';
}

/** The query of the address, and behind it the queries beside it. */
function queryOf({ uri, queries }: Call): string {
  const at = uri.indexOf('?');
  const written = at === -1 ? [] : [uri.slice(at + 1).split('#', 1)[0] ?? ''];
  const pairs = Object.entries(queries).flatMap(([name, value]) =>
    (isArray(value) ? value : [value]).map((one) => `${percentEncoded(name)}=${percentEncoded(textOf(one))}`),
  );
  const all = [...written, ...pairs].filter((one) => one !== '');
  return all.length === 0 ? '' : `?${all.join('&')}`;
}

function textHeaders(headers: JsonObject): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), headerText(value)] as const);
  return Object.fromEntries(entries);
}

function headerText(value: Json): string {
  return (isArray(value) ? value.map(textOf).join(', ') : textOf(value)).replaceAll(/[\r\n]/g, '');
}

/** The header of the authentications that hold all that it takes. Of the others only Azure knows the token. */
function authorizationOf({ authentication }: Call): Readonly<Record<string, string>> {
  if (authentication === undefined) return {};
  const part = (name: string) => textOf(own(authentication, name) ?? null);
  switch (part('type')) {
    case 'Basic':
      return {
        authorization: `Basic ${Buffer.from(`${part('username')}:${part('password')}`).toString('base64')}`,
      };
    case 'Raw':
      return { authorization: part('value') };
    default:
      return {};
  }
}
