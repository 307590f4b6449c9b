import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { binaryBytes } from '../core/yaml-tags.js';
import type { Entry, RawExchange, RawMessage, Report } from './format.js';
import { headersOf } from './headers-of.js';
import { named, statusOf, textAt } from './http-message-parts.js';
import { cassetteBody } from './vcr-py-body.js';

/** The exchange of an interaction, which VCR.py and the VCRs of Ruby and R keep alike; undefined where something was reported. */
export function readInteraction({ value, pointer }: Entry, report: Report): RawExchange | undefined {
  if (!isObject(value)) {
    report(pointer, `The interaction is ${named(value)}, expected an object.`);
    return undefined;
  }
  const request = readRequest(own(value, 'request'), `${pointer}/request`, report);
  const response = readResponse(own(value, 'response'), `${pointer}/response`, report);
  return request && response && { request, response };
}

function readRequest(value: Json | undefined, pointer: string, report: Report): RawExchange['request'] | undefined {
  if (!isObject(value)) {
    report(pointer, `The request is ${named(value)}, expected an object.`);
    return undefined;
  }
  const [by, uri] = [own(value, 'method') ?? null, own(value, 'uri') ?? null];
  const texts = [by, uri].some(isTagged) ? { method: asText(by), uri: asText(uri) } : value;
  const method = textAt(texts, ['method'], { what: "The request's method", pointer, report });
  const url = textAt(texts, ['uri'], { what: "The request's address", pointer, report });
  const message = messageOf(value, pointer, report);
  // `:get` is how Ruby writes a symbol.
  return method === undefined || url === undefined ? undefined : { ...message, method: method.replace(/^:/, ''), url };
}

function readResponse(value: Json | undefined, pointer: string, report: Report): RawExchange['response'] {
  if (!isObject(value)) {
    report(pointer, `The response is ${named(value)}, expected an object.`);
    return undefined;
  }
  const status = readStatus(value, pointer, report);
  const message = messageOf(value, pointer, report);
  return status === undefined ? undefined : { ...message, status };
}

/** `status: { code }`; `{ status_code }` or a number in R's versions; and `status_code` beside it in VCR.py's of httpx. */
function readStatus(response: JsonObject, pointer: string, report: Report): number | undefined {
  const status = own(response, 'status');
  const [object, at, usual] = isObject(status) ? [status, `${pointer}/status`, 'code'] : [response, pointer, 'status'];
  const key = Object.hasOwn(object, 'status_code') ? 'status_code' : usual;
  return statusOf(own(object, key), `${at}/${key}`, report);
}

function messageOf(message: JsonObject, pointer: string, report: Report): RawMessage {
  const recorded = own(message, 'headers') ?? null;
  const texts = isObject(recorded) && Object.values(recorded).some(isTagged) ? asText(recorded) : recorded;
  const headers = headersOf(texts, `${pointer}/headers`, report);
  const body = cassetteBody(message, pointer, report);
  return { pointer, headers, ...(body && { body }) };
}

/** Whether there is an object where a text belongs: mostly base64, as Ruby writes what it does not know to be text. */
function isTagged(value: Json): boolean {
  return isObject(value) || (isArray(value) && value.some(isTagged));
}

/** The same value, what is base64 in it being the text that it says. */
function asText(value: Json): Json {
  const bytes = binaryBytes(value);
  if (bytes !== undefined) return new TextDecoder().decode(bytes);
  if (isArray(value)) return value.map(asText);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(inner)]));
}
