import { isArray, isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import type { RawBody, RawExchange, RecordingFormat, Report } from './format.js';
import { headersOf } from './headers-of.js';
import { isBase64 } from './http-message-base64.js';
import { isMissing, objectsIn, statusOf, textAt } from './http-message-parts.js';
import { readRecord } from './test-proxy-old.js';

/**
 * Recordings of the Azure SDK test-proxy (`Entries`), and of the recorders that the SDKs for Java and C++ had before it
 * (`networkCallRecords`, which keeps no request body).
 * Shapes: RecordEntry.cs in github.com/Azure/azure-sdk-tools, NetworkCallRecord.java in azure-sdk-for-java.
 */
export const testProxy: RecordingFormat = {
  title: 'Azure SDK test-proxy',
  recognizes: (value) => isObject(value) && (!isMissing(value, OLD_LIST) || hasEntries(value)),
  entries(value, report) {
    if (!isObject(value)) return [];
    const key = isMissing(value, OLD_LIST) ? 'Entries' : OLD_LIST;
    const list = own(value, key) ?? null;
    if (isArray(list)) {
      const entries = objectsIn(list, { pointer: `/${key}`, what: 'recorded entries', report });
      return entries.map((entry) => ({ ...entry, context: key }));
    }
    report(`/${key}`, `The recorded entries are of type ${typeOf(list)}, expected a list.`);
    return [];
  },
  read({ value, pointer, context }, report) {
    if (!isObject(value)) return [];
    return (context === OLD_LIST ? readRecord : readEntry)(value, pointer, report);
  },
};

const OLD_LIST = 'networkCallRecords';

function hasEntries(value: JsonObject): boolean {
  const entries = own(value, 'Entries');
  if (!isArray(entries)) return entries !== undefined && !isMissing(value, 'Variables');
  const isEntry = (item: Json) =>
    isObject(item) && Object.keys(item).some((key) => /^(?:Request|Response)[A-Z]/.test(key));
  return entries.some(isEntry) || (entries.length === 0 && !isMissing(value, 'Variables'));
}

function readEntry(entry: JsonObject, pointer: string, report: Report): readonly RawExchange[] {
  const method = textAt(entry, ['RequestMethod'], { what: "The request's method", pointer, report });
  const url = textAt(entry, ['RequestUri'], { what: "The request's address", pointer, report });
  const status = statusOf(own(entry, 'StatusCode'), `${pointer}/StatusCode`, report);
  const half = (name: 'Request' | 'Response') => {
    const headers = headersOf(own(entry, `${name}Headers`), `${pointer}/${name}Headers`, report);
    const body = bodyOf(own(entry, `${name}Body`), own(headers, 'content-type'), `${pointer}/${name}Body`);
    return { pointer, headers, ...(body && { body }) };
  };
  const [request, response] = [half('Request'), half('Response')];
  if (method === undefined || url === undefined || status === undefined) return [];
  return [{ request: { ...request, method, url }, response: { ...response, status } }];
}

/** Media types whose bodies the test-proxy keeps as text; it keeps any other as base64. */
const TEXT_TYPE = /^text\/|json|xml|urlencoded|javascript|charset=utf-?8/i;

/** An object was JSON; a list of texts is one text, line by line, and an empty one no body; a text is one, or base64, or stands for what was replaced. */
function bodyOf(value: Json | undefined, type: string | undefined, at: string): RawBody | undefined {
  if (value === undefined || value === null) return undefined;
  if (isArray(value) && value.every((line) => typeof line === 'string')) return { at, text: value.join('') };
  if (typeof value !== 'string') return { at, json: value };
  if (value === 'Sanitized') return { at, text: '', clipped: true };
  const isText = type !== undefined && TEXT_TYPE.test(type);
  return !isText && isBase64(value) ? { at, bytes: Buffer.from(value, 'base64') } : { at, text: value };
}
