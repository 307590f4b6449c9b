import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import type { RawExchange, Report } from './format.js';
import { named } from './http-message-parts.js';
import { sentBody, type BodyInMode } from './postman-body.js';
import { headersIn } from './postman-fields.js';
import { urlOf } from './postman-url.js';
import type { Filler } from './postman-variables.js';

/** A value in a collection, and what reading it needs. */
export interface Placed {
  readonly value: Json | undefined;
  readonly pointer: string;
  readonly filler: Filler;
  readonly report: Report;
}

/** What the versions of the format keep in different places, and the URL, of which they agree. */
export interface RequestParts {
  readonly url: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyInMode;
}

/** A request of version 2.0 or 2.1: an object, or only its URL. Credentials in `auth` are left where they are: no operation declares them. */
export function requestOf(placed: Placed): RawExchange['request'] | undefined {
  const { value, pointer } = placed;
  if (typeof value === 'string') {
    const url = urlOf(value, pointer, placed);
    return url === undefined ? undefined : { pointer, method: 'GET', url, headers: {} };
  }
  return requestWith(placed, (request) => ({
    url: urlOf(own(request, 'url'), `${pointer}/url`, placed),
    headers: headersIn(own(request, 'header'), `${pointer}/header`, placed.report),
    body: bodyIn(own(request, 'body'), `${pointer}/body`, placed.report),
  }));
}

/** A request in any version of the format; undefined where something was reported. */
export function requestWith(
  placed: Placed,
  partsOf: (request: JsonObject) => RequestParts,
): RawExchange['request'] | undefined {
  const { value, pointer, filler, report } = placed;
  if (!isObject(value)) {
    report(pointer, `The request is ${named(value)}, expected an object or a URL.`);
    return undefined;
  }
  const method = own(value, 'method') ?? 'GET';
  const isMethod = typeof method === 'string' && method !== '';
  if (!isMethod) report(`${pointer}/method`, `The request's method is ${named(method)}, expected one such as "POST".`);
  const { url, headers, body: inMode } = partsOf(value);
  const { body, contentType } = sentBody(inMode, placed);
  if (url === undefined || !isMethod) return undefined;
  const typed = contentType === undefined ? headers : { 'content-type': contentType, ...headers };
  const filled = Object.entries(typed).map(([name, text]) => [name, filler.fill(text)] as const);
  return { pointer, method, url, headers: Object.fromEntries(filled), ...(body && { body }) };
}

function bodyIn(value: Json | undefined, pointer: string, report: Report): BodyInMode {
  const body = value ?? {};
  if (!isObject(body)) report(pointer, `The request's body is ${named(body)}, expected an object with a mode.`);
  if (!isObject(body) || own(body, 'disabled') === true) return { mode: undefined, content: undefined, at: pointer };
  const mode = own(body, 'mode');
  const content = typeof mode === 'string' ? own(body, mode) : undefined;
  const at = typeof mode === 'string' ? child(pointer, mode) : pointer;
  return { mode, content, at, language: languageOf(own(body, 'options')) };
}

/** What a raw body is, as chosen beside it: `options.raw.language`. */
export function languageOf(options: Json | undefined): Json | undefined {
  const raw = isObject(options) ? own(options, 'raw') : undefined;
  return isObject(raw) ? own(raw, 'language') : undefined;
}
