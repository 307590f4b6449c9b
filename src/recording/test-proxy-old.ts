import { isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import type { RawBody, RawExchange, Report } from './format.js';
import { headersOf } from './headers-of.js';
import { isBase64 } from './http-message-base64.js';
import { firstOf, isMissing, statusOf, textAt } from './http-message-parts.js';

/** Names of a response's parts among its headers: of Java, of C++. */
const STATUS = ['StatusCode', 'STATUS_CODE'] as const;
const BODY = ['Body', 'BODY'] as const;
const NO_HEADERS: ReadonlySet<string> = new Set([...STATUS, ...BODY, 'REASON_PHRASE']);

/** Reads one of the `networkCallRecords` that the Azure SDKs for Java and C++ had before the test-proxy. A call that failed has no response. */
export function readRecord(record: JsonObject, pointer: string, report: Report): readonly RawExchange[] {
  const method = textAt(record, ['Method'], { what: "The request's method", pointer, report });
  const url = textAt(record, ['Uri', 'Url'], { what: "The request's address", pointer, report });
  const headers = headersOf(own(record, 'Headers'), `${pointer}/Headers`, report);
  const body = sentBody(record, method, pointer);
  const answer = isMissing(record, 'Response') ? undefined : own(record, 'Response');
  const response = answer === undefined ? undefined : responseOf(answer, `${pointer}/Response`, report);
  if (method === undefined || url === undefined) return [];
  return [{ request: { pointer, headers, ...(body && { body }), method, url }, ...(response && { response }) }];
}

/** These recorders do not keep what was sent. */
function sentBody(record: JsonObject, method: string | undefined, pointer: string): RawBody | undefined {
  const kept = own(record, 'Body');
  if (typeof kept === 'string') return { at: `${pointer}/Body`, text: kept };
  return method !== undefined && /^(?:POST|PUT|PATCH)$/i.test(method)
    ? { at: pointer, text: '', clipped: true }
    : undefined;
}

function responseOf(value: Json, pointer: string, report: Report): RawExchange['response'] {
  if (!isObject(value)) {
    report(pointer, `The response is of type ${typeOf(value)}, expected an object.`);
    return undefined;
  }
  const statusKey = firstOf(value, STATUS);
  const status = statusOf(own(value, statusKey), child(pointer, statusKey), report);
  const named = Object.entries(value).filter(([name]) => !NO_HEADERS.has(name));
  const headers = headersOf(Object.fromEntries(named), pointer, report);
  const bodyKey = firstOf(value, BODY);
  const body = bodyOf(own(value, bodyKey) ?? null, {
    type: own(headers, 'content-type'),
    at: child(pointer, bodyKey),
    report,
  });
  return status === undefined ? undefined : { pointer, headers, status, ...(body && { body }) };
}

/** Media types that no text can hold. */
const BINARY_TYPE = /^(?:image|audio|video)\/|octet-stream|\/pdf|\/zip/i;

/** A text; of what cannot be one, its base64. */
function bodyOf(
  value: Json,
  { type = '', at, report }: { readonly type: string | undefined; readonly at: string; readonly report: Report },
): RawBody | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'string') {
    report(at, `The body is of type ${typeOf(value)}, expected a text.`);
    return undefined;
  }
  return BINARY_TYPE.test(type) && isBase64(value) ? { at, bytes: Buffer.from(value, 'base64') } : { at, text: value };
}
