import { isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import type { RawBody, RawMessage, RecordingFormat, Report } from './format.js';
import { headersOf } from './headers-of.js';
import { isBase64 } from './http-message-base64.js';
import { statusOf, textAt } from './http-message-parts.js';

/**
 * A cassette of Datadog's test agent: one exchange a file. It looks like a sample of ours but for the status, which is `{ code, message }`.
 * Shape: vcr_proxy.py in github.com/DataDog/dd-apm-test-agent.
 */
export const testAgent: RecordingFormat = {
  title: 'Datadog test agent',
  recognizes(value) {
    const status = statusIn(value);
    return isObject(status) && Object.hasOwn(status, 'code');
  },
  entries: (value) => [{ value, pointer: '' }],
  read({ value, pointer }, report) {
    const request = isObject(value) ? own(value, 'request') : undefined;
    const response = isObject(value) ? own(value, 'response') : undefined;
    const status = statusIn(value);
    if (!isObject(request) || !isObject(response) || !isObject(status)) return [];
    const method = textAt(request, ['method'], { what: "The request's method", pointer: `${pointer}/request`, report });
    const url = textAt(request, ['url'], { what: "The request's address", pointer: `${pointer}/request`, report });
    const code = statusOf(own(status, 'code'), `${pointer}/response/status/code`, report);
    const sent = messageOf(request, `${pointer}/request`, report);
    const answered = messageOf(response, `${pointer}/response`, report);
    if (method === undefined || url === undefined || code === undefined) return [];
    return [{ request: { ...sent, method, url }, response: { ...answered, status: code } }];
  },
};

function statusIn(value: Json): Json | undefined {
  if (!isObject(value) || !isObject(own(value, 'request'))) return undefined;
  const response = own(value, 'response');
  return isObject(response) ? own(response, 'status') : undefined;
}

function messageOf(message: JsonObject, pointer: string, report: Report): RawMessage {
  const headers = headersOf(own(message, 'headers'), `${pointer}/headers`, report);
  const body = bodyOf(own(message, 'body'), `${pointer}/body`, report);
  return { pointer, headers, ...(body && { body }) };
}

/** What stands before the base64 of a body that is no text. */
const BASE64 = 'base64:';

function bodyOf(value: Json | undefined, at: string, report: Report): RawBody | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') {
    report(at, `The body is of type ${typeOf(value)}, expected a text.`);
    return undefined;
  }
  if (!value.startsWith(BASE64)) return { at, text: value };
  const base64 = value.slice(BASE64.length);
  if (isBase64(base64)) return { at, bytes: Buffer.from(base64, 'base64') };
  report(at, `The body begins with "${BASE64}" and is no base64, expected base64 behind it.`);
  return undefined;
}
