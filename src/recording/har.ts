import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { RawExchange, RecordingFormat, Report } from './format.js';
import { contentOf, postDataOf } from './har-body.js';
import { isOfBrowser, isPageLoad } from './har-page-load.js';
import { headersOf } from './headers-of.js';
import { named, statusOf, textAt } from './http-message-parts.js';

/**
 * HTTP Archive 1.2, as browsers, proxies and Polly.JS write it; a browser's entries that are no calls of an API give no exchange.
 * Shape: http://www.softwareishard.com/blog/har-12-spec/
 */
export const har: RecordingFormat = {
  title: 'HAR',
  recognizes: (value) => {
    const log = logOf(value);
    return log !== undefined && (Object.hasOwn(log, 'entries') || isObject(own(log, 'creator')));
  },
  entries(value, report) {
    const log = logOf(value) ?? {};
    const list = own(log, 'entries');
    if (!isArray(list)) {
      report('/log/entries', `The entries are ${named(list)}, expected a list.`);
      return [];
    }
    const context = { fromBrowser: isOfBrowser(log), recorder: recorderOf(log) };
    return list.map((entry, at) => ({ value: entry, pointer: `/log/entries/${at}`, context }));
  },
  read({ value, pointer, context }, report) {
    if (!isObject(value)) {
      report(pointer, `The entry is ${named(value)}, expected an object.`);
      return [];
    }
    const { fromBrowser, recorder } = isObject(context) ? context : {};
    if (isPageLoad(value, { fromBrowser: fromBrowser === true })) return [];
    const request = requestOf(own(value, 'request'), `${pointer}/request`, report);
    if (request === undefined) return [];
    const response = responseOf(own(value, 'response'), { pointer: `${pointer}/response`, request, report });
    const recorded = [recorder, own(value, 'startedDateTime')].filter(
      (part) => typeof part === 'string' && part !== '',
    );
    return [{ request, ...(response && { response }), ...(recorded.length > 0 && { recorded: recorded.join(', ') }) }];
  },
};

function logOf(value: Json): JsonObject | undefined {
  const log = isObject(value) ? own(value, 'log') : undefined;
  return isObject(log) ? log : undefined;
}

/** `Chromium 120`: the browser, or else the program that wrote the file. */
function recorderOf(log: JsonObject): string {
  const program = own(log, 'browser') ?? own(log, 'creator');
  if (!isObject(program)) return '';
  return [own(program, 'name'), own(program, 'version')].filter((part) => typeof part === 'string').join(' ');
}

function requestOf(value: Json | undefined, pointer: string, report: Report): RawExchange['request'] | undefined {
  if (!isObject(value)) {
    report(pointer, `The request is ${named(value)}, expected an object.`);
    return undefined;
  }
  const method = textAt(value, ['method'], { what: "The request's method", pointer, report });
  const url = textAt(value, ['url'], { what: "The request's URL", pointer, report });
  const body = postDataOf(value, pointer, report);
  const headers = plainHeaders(value, pointer, report);
  if (method === undefined || url === undefined) return undefined;
  return { pointer, headers, ...(body && { body }), method, url: connectorUrl(url) };
}

/** Undefined also where there was none: a request that was blocked, refused or given up has the status 0, or -1 in Playwright. */
function responseOf(
  value: Json | undefined,
  {
    pointer,
    request,
    report,
  }: { readonly pointer: string; readonly request: RawExchange['request']; readonly report: Report },
): RawExchange['response'] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) {
    report(pointer, `The response is ${named(value)}, expected an object.`);
    return undefined;
  }
  const recorded = own(value, 'status');
  if (recorded === 0 || recorded === -1) return undefined;
  const status = statusOf(recorded, `${pointer}/status`, report);
  const hasNone = request.method === 'HEAD' || status === 204 || status === 304;
  const body = contentOf(value, { pointer, hasNone, report });
  const headers = plainHeaders(value, pointer, report);
  return status === undefined ? undefined : { pointer, headers, ...(body && { body }), status };
}

/** Without those that HTTP/2 keeps the request line in: `:authority`, `:path`. */
function plainHeaders(message: JsonObject, pointer: string, report: Report): Readonly<Record<string, string>> {
  const headers = Object.entries(headersOf(own(message, 'headers'), `${pointer}/headers`, report));
  return Object.fromEntries(headers.filter(([name]) => !name.startsWith(':')));
}

/** The address of the gateway that calls a connector for its test tab and for workflows; behind it the connector's own path. */
const GATEWAY = /^https:\/\/[^/?#]+\.azure-(?:apim|apihub)\.net\/apim\/[^/?#]+\/[^/?#]+(?=\/)/i;

/** What a connector would be asked for: of the gateway's address only the path, as in the history of a workflow's runs. */
function connectorUrl(url: string): string {
  return url.replace(GATEWAY, '');
}
