import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { isJsonType, mediaType } from '../http/media-type.js';

/**
 * What a browser fetches to show a page, and no script asked for: Chromium's `_resourceType` (Network.ResourceType of the DevTools
 * protocol), and the values of the header `sec-fetch-dest` (W3C Fetch Metadata). A document may be an API's address that was opened.
 */
const LOADS: ReadonlySet<string> = new Set(
  (
    'stylesheet image media font script texttrack manifest ping cspviolationreport csp-violation-report signedexchange ' +
    'preflight prefetch websocket webtransport audio audioworklet embed frame iframe object paintworklet report ' +
    'serviceworker sharedworker style track video worker xslt'
  ).split(' '),
);
const CALLS: ReadonlySet<string> = new Set(['xhr', 'fetch', 'eventsource', 'empty']);
const PAGE_TYPE =
  /^(?:(?:image|font|audio|video)\/|text\/(?:css|html|javascript)$|application\/(?:(?:x-)?javascript|wasm)$)/;
const NO_HTTP = /^(?!https?:)[a-z][a-z0-9+.-]*:(?!\d)/i;

/**
 * Whether an entry is no call of an API: no HTTP, a tunnel, a browser asking whether it may call, a part of a page.
 * The recording of a visit has hundreds of them, and none can belong to a connector.
 * Where nothing says what the browser fetched it for (`sec-fetch-dest` is sent over HTTPS only), a `GET` tells by what it got.
 */
export function isPageLoad(entry: JsonObject, { fromBrowser }: { readonly fromBrowser: boolean }): boolean {
  const request = partOf(entry, 'request');
  const url = own(request, 'url');
  if (typeof url === 'string' && NO_HTTP.test(url)) return true;
  const method = own(request, 'method');
  if (method === 'CONNECT') return true;
  if (method === 'OPTIONS' && headerOf(request, 'access-control-request-method') !== undefined) return true;
  const purpose = lower(own(entry, '_resourceType') ?? headerOf(request, 'sec-fetch-dest'));
  if (purpose !== undefined && LOADS.has(purpose)) return true;
  if (purpose !== undefined && CALLS.has(purpose)) return false;
  const type = typeOfContent(entry);
  if (purpose === 'document') return type === undefined || !isJsonType(type);
  return fromBrowser && method === 'GET' && type !== undefined && PAGE_TYPE.test(type);
}

/** Whether a browser recorded it: only browsers have pages. */
export function isOfBrowser(log: JsonObject): boolean {
  const pages = own(log, 'pages');
  return isObject(own(log, 'browser')) || (isArray(pages) && pages.length > 0);
}

function typeOfContent(entry: JsonObject): string | undefined {
  const type = own(partOf(partOf(entry, 'response'), 'content'), 'mimeType');
  return typeof type === 'string' ? mediaType(type) : undefined;
}

function partOf(object: JsonObject, key: string): JsonObject {
  const part = own(object, key);
  return isObject(part) ? part : {};
}

function headerOf(request: JsonObject, name: string): Json | undefined {
  const headers = own(request, 'headers');
  if (!isArray(headers)) return undefined;
  const found = headers.find((header) => isObject(header) && lower(own(header, 'name')) === name);
  return isObject(found) ? own(found, 'value') : undefined;
}

function lower(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value.toLowerCase() : undefined;
}
