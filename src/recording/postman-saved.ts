import { writeJson } from '../core/json-write.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { valueAt } from '../core/pointer.js';
import type { Entry, RawExchange, Report } from './format.js';
import { named, statusOf } from './http-message-parts.js';
import { headersIn } from './postman-fields.js';
import type { Placed } from './postman-request.js';
import { filler } from './postman-variables.js';

/** A request of a collection, with the responses that were saved to it. */
export interface SavedItem {
  /** The request, and where it stands. */
  readonly request: Json;
  readonly requestAt: string;
  /** The list of its saved responses, and where it stands. */
  readonly responses: Json | undefined;
  readonly at: string;
  readonly variables: JsonObject;
}

/** How a version of the format keeps a saved response: JSON Pointers into it, and how it reads a request. */
export interface SavedShape {
  /** The key of the request that it was saved with; where it has none, the item's stands for it. */
  readonly request: string;
  readonly status: string;
  readonly headers: string;
  readonly text: string;
  requestOf(placed: Placed): RawExchange['request'] | undefined;
}

/**
 * How many characters an item's request may come to over all responses for which it stands: a long one with thousands of responses
 * would fill the memory. Postman itself saves its request with each response.
 */
const MAX_CHARACTERS = 256 * 1024;

/** An entry for each saved response of an item. */
export function savedEntries(item: SavedItem, shape: SavedShape, report: Report): readonly Entry[] {
  const { request, requestAt, at, variables } = item;
  const responses = item.responses ?? [];
  if (!isArray(responses)) {
    report(at, `The saved responses are ${named(responses)}, expected a list.`);
    return [];
  }
  const count = responses.filter((response) => requestIn(response, shape) === undefined).length;
  if (count > 1 && writeJson(request).length * count > MAX_CHARACTERS) {
    report(at, `The item's request is too long to stand for the ${count} saved responses that have none of their own.`);
    return [];
  }
  const context = { request, requestAt, variables };
  return responses.map((value, index) => ({ value, pointer: `${at}/${index}`, context }));
}

/** The exchange of a saved response. */
export function readSaved(
  { value, pointer, context }: Entry,
  shape: SavedShape,
  report: Report,
): readonly RawExchange[] {
  const above = isObject(context) ? context : {};
  const known = own(above, 'variables');
  const variables = isObject(known) ? known : {};
  const saved = requestIn(value, shape);
  const sent =
    saved === undefined
      ? { value: own(above, 'request'), pointer: String(own(above, 'requestAt')) }
      : { value: saved, pointer: `${pointer}/${shape.request}` };
  const request = shape.requestOf({ ...sent, filler: filler(variables), report });
  const response = responseOf(value, pointer, { shape, report });
  return request === undefined || response === undefined ? [] : [{ request, response }];
}

/** An older version 1 has its id instead. */
function requestIn(response: Json, { request: key }: SavedShape): JsonObject | undefined {
  const request = isObject(response) ? own(response, key) : undefined;
  return isObject(request) ? request : undefined;
}

/** Its body is the text that Postman showed. Undefined where something was reported. */
function responseOf(
  value: Json,
  pointer: string,
  { shape, report }: { readonly shape: SavedShape; readonly report: Report },
): RawExchange['response'] | undefined {
  if (!isObject(value)) {
    report(pointer, `The saved response is ${named(value)}, expected an object.`);
    return undefined;
  }
  const status = statusOf(valueAt(value, shape.status), pointer + shape.status, report);
  const headers = headersIn(valueAt(value, shape.headers), pointer + shape.headers, report);
  const [text, at] = [valueAt(value, shape.text) ?? '', pointer + shape.text];
  if (typeof text !== 'string') report(at, `The response's body is ${named(text)}, expected a text.`);
  if (status === undefined || typeof text !== 'string') return undefined;
  return { pointer, status, headers, ...(text !== '' && { body: { at, text } }) };
}
