import { parsePlain } from '../core/json-plain.js';
import { readJson } from '../core/json-read.js';
import type { Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import type { Connector } from '../definition/connector.js';
import type { Exchange, RecordedResponse } from '../http/exchange.js';
import { isJsonType, mediaType } from '../http/media-type.js';
import { splitUrl } from '../http/url.js';
import { canonicalKey } from '../openapi/canonical-key.js';
import { topSecurity } from '../wire/connection-key.js';
import type { WireRequest } from '../wire/request-of.js';
import type { Route } from '../wire/route.js';
import { gatewayError, gatewayRefusals } from './gateway-refusals.js';
import type { Emulated, EmulatorResponse } from './message.js';
import { routed } from './routers.js';

/** A request that recorded exchanges shall answer. */
interface Replay {
  readonly exchanges: readonly Exchange[];
  readonly connector: Connector;
  readonly route: Exclude<Route, { readonly unmatched: string }>;
  readonly request: WireRequest;
}

/**
 * Answers from recorded exchanges: with the first of equal requests that was not given yet (when all were, with the last),
 * else with one of the same operation, chosen in the same way.
 */
export function replayed(
  emulated: Emulated,
  { exchanges, connector, route, request }: Replay,
): { readonly emulated: Emulated; readonly response: EmulatorResponse } {
  const { byRequest, byOperation } = indexOf(exchanges, connector);
  const { pointer, operation } = route.at;
  const equal = byRequest.get(keyOf(connector, { url: request.url, route, body: bodyOf(request) }));
  const candidates = equal ?? byOperation.get(pointer) ?? [];
  const chosen = candidates.find((one) => !emulated.memory.replayed.has(one)) ?? candidates.at(-1);
  if (chosen?.response === undefined) {
    const message = `None of the ${exchanges.length} recorded exchanges belongs to the operation '${operation.operationId ?? pointer}'.`;
    return { emulated, response: gatewayError(gatewayRefusals.noAnswer, message) };
  }
  const memory = { ...emulated.memory, replayed: new Set([...emulated.memory.replayed, chosen]) };
  return { emulated: { ...emulated, memory }, response: answerOfRecorded(chosen.response) };
}

interface Index {
  readonly byRequest: ReadonlyMap<string, readonly Exchange[]>;
  readonly byOperation: ReadonlyMap<string, readonly Exchange[]>;
}

/** For each list of exchanges and each connector, made once. */
const indexes = new WeakMap<readonly Exchange[], WeakMap<Connector, Index>>();

function indexOf(exchanges: readonly Exchange[], connector: Connector): Index {
  let known = indexes.get(exchanges);
  if (known === undefined) indexes.set(exchanges, (known = new WeakMap()));
  let index = known.get(connector);
  if (index === undefined) known.set(connector, (index = indexed(exchanges, connector)));
  return index;
}

function indexed(exchanges: readonly Exchange[], connector: Connector): Index {
  const byRequest = new Map<string, Exchange[]>();
  const byOperation = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const { method, url, body } = exchange.request;
    const route = routed(connector, { method, url: withoutHost(url) });
    if (exchange.response === undefined || 'unmatched' in route) continue;
    const recorded =
      body.kind === 'json' ? canonicalKey(body.recorded) : body.kind === 'text' ? `text ${body.text}` : '';
    put(byRequest, keyOf(connector, { url, route, body: recorded }), exchange);
    put(byOperation, route.at.pointer, exchange);
  }
  return { byRequest, byOperation };
}

function put(map: Map<string, Exchange[]>, key: string, exchange: Exchange): void {
  const there = map.get(key);
  if (there) there.push(exchange);
  else map.set(key, [exchange]);
}

/** What was recorded of another host of the same service belongs to it too. */
function withoutHost(url: string): string {
  return splitUrl(url).path;
}

interface Keyed {
  readonly url: string;
  readonly route: Replay['route'];
  readonly body: string;
}

/** A text that requests share when they ask for the same; the key in the query does not count, nor does the order of its parameters. */
function keyOf({ definition }: Connector, { url, route, body }: Keyed): string {
  const security = topSecurity(definition);
  const keyName = security?.type === 'apiKey' && security.in === 'query' ? security.name : undefined;
  const query = splitUrl(url).query.filter(([name]) => name !== keyName);
  return JSON.stringify([
    route.at.pointer,
    [...route.pathValues],
    query.map((pair) => pair.join('=')).toSorted(),
    body,
  ]);
}

function bodyOf({ body, headers }: WireRequest): string {
  if (body === undefined || body.length === 0) return '';
  const text = Buffer.from(body).toString();
  const isJson = isJsonType(mediaType(headers['content-type']) ?? 'application/json');
  const value: Json | undefined = isJson ? (parsePlain(text) ?? readJson('', text).value) : undefined;
  return value === undefined ? `text ${text}` : canonicalKey(value);
}

/** What an answer has that is about how it once was sent. */
const notKept: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'set-cookie',
  'transfer-encoding',
]);

/** A recorded answer as it is given once more. */
export function answerOfRecorded({ status, headers, contentType, body }: RecordedResponse): EmulatorResponse {
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !notKept.has(name)));
  const type = contentType ?? (body.kind === 'json' ? 'application/json' : undefined);
  const all = { ...kept, ...(type !== undefined && { 'content-type': type }) };
  if (body.kind === 'bytes') return { status, headers: all, body: Buffer.from(body.base64, 'base64') };
  const text =
    body.kind === 'json' ? writeJson(body.value, { indent: 0 }).trimEnd() : body.kind === 'text' ? body.text : '';
  return { status, headers: all, body: text };
}
