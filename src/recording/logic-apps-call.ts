import { isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import type { RawExchange, RawMessage, Report } from './format.js';
import { headersOf } from './headers-of.js';
import { named, statusOf, textAt } from './http-message-parts.js';
import { keptBody } from './logic-apps-body.js';

/** A value in a run's history, and where it stands. */
export interface Kept {
  readonly value: Json;
  /** JSON Pointer into the file. */
  readonly pointer: string;
}

/** What an HTTP action's inputs may hold, as the reference of its action type on learn.microsoft.com lists it. */
const HTTP_INPUTS: ReadonlySet<string> = new Set(
  'authentication body cookie headers method operationOptions queries retryPolicy uri'.split(' '),
);

/** Whether an action's inputs are those of a call: through a connection (`host`), or to an address (`uri`) with a method. */
export function isCall(inputs: Json | undefined): inputs is JsonObject {
  if (!isObject(inputs)) return false;
  const host = own(inputs, 'host');
  if (isObject(host)) return ['connection', 'connectionReferenceName', 'api'].some((key) => Object.hasOwn(host, key));
  if (typeof own(inputs, 'uri') !== 'string' || own(inputs, 'method') === undefined) return false;
  return Object.keys(inputs).every((key) => HTTP_INPUTS.has(key));
}

/** Whether an action's outputs are those of a call. */
export function isAnswer(outputs: Json | undefined): outputs is JsonObject {
  if (!isObject(outputs) || own(outputs, 'statusCode') === undefined) return false;
  return isObject(own(outputs, 'headers')) || Object.hasOwn(outputs, 'body');
}

/** The request of a call's inputs; undefined where something was reported. */
export function requestOf({ value, pointer }: Kept, report: Report): RawExchange['request'] | undefined {
  if (!isObject(value)) {
    report(pointer, `The inputs are of type ${typeOf(value)}, expected an object with a method and a path.`);
    return undefined;
  }
  const method = textAt(value, ['method'], { what: 'The method of the call', pointer, report });
  const url = urlOf(value, pointer, report);
  const message = messageOf({ value, pointer }, report);
  return method === undefined || url === undefined ? undefined : { ...message, method, url };
}

/** The response of a call's outputs; undefined where something was reported. */
export function responseOf({ value, pointer }: Kept, report: Report): RawExchange['response'] | undefined {
  if (!isObject(value)) {
    report(pointer, `The outputs are of type ${typeOf(value)}, expected an object with a statusCode.`);
    return undefined;
  }
  const status = statusOf(own(value, 'statusCode'), `${pointer}/statusCode`, report);
  const message = messageOf({ value, pointer }, report);
  return status === undefined ? undefined : { ...message, status };
}

function messageOf(
  { value, pointer }: { readonly value: JsonObject; readonly pointer: string },
  report: Report,
): RawMessage {
  const headers = headersOf(own(value, 'headers'), `${pointer}/headers`, report);
  const { body, contentType } = keptBody(own(value, 'body'), `${pointer}/body`, report);
  const typed =
    contentType === undefined || Object.hasOwn(headers, 'content-type') ? {} : { 'content-type': contentType };
  return { pointer, headers: { ...headers, ...typed }, ...(body && { body }) };
}

/** A connection's path is below the connector's base path and has no host; an HTTP action's address is whole. */
function urlOf(inputs: JsonObject, pointer: string, report: Report): string | undefined {
  const key = Object.hasOwn(inputs, 'uri') && !isObject(own(inputs, 'host')) ? 'uri' : 'path';
  const address = own(inputs, key);
  if (typeof address !== 'string' || address.trim() === '') {
    const example = key === 'uri' ? 'an address' : 'one such as "/tickets/7"';
    report(child(pointer, key), `The ${key} of the call is ${named(address)}, expected ${example}.`);
    return undefined;
  }
  const query = queryOf(own(inputs, 'queries'), `${pointer}/queries`, report);
  const url = key === 'path' ? encodedOnce(address) : address;
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/**
 * The designer encodes a path parameter twice where its definition says `x-ms-url-encoding: double`, and the gateway undoes one.
 * A segment with no other escape than those of an encoded `%` was encoded twice.
 */
function encodedOnce(path: string): string {
  if (!path.includes('%25')) return path;
  const once = (segment: string) => (/%(?!25[\da-f]{2})/i.test(segment) ? segment : segment.replaceAll('%25', '%'));
  return path.split('/').map(once).join('/');
}

function queryOf(queries: Json | undefined, pointer: string, report: Report): string {
  if (queries === undefined || queries === null) return '';
  if (!isObject(queries)) {
    report(pointer, `The queries are of type ${typeOf(queries)}, expected an object.`);
    return '';
  }
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(queries)) {
    if (value === null) continue;
    if (typeof value !== 'object') query.append(name, String(value));
    else
      report(
        child(pointer, name),
        `The query parameter is of type ${typeOf(value)}, expected a text, a number or a boolean.`,
      );
  }
  return query.toString();
}
