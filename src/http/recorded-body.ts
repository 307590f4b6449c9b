import { readJson } from '../core/json-read.js';
import { own, type JsonObject } from '../core/json.js';
import type { Body } from './exchange.js';
import { jsonBody } from './json-body.js';
import { isJsonType, mediaType } from './media-type.js';
import { redactText } from './redact.js';

const NONE: Body = { kind: 'none' };

/**
 * Reads the body of a recorded request or response: `body`, or `bodyText` where `body` is absent or null.
 * Credentials in a text are replaced.
 * A text is JSON where the content type says so, or where there is none and it looks like it.
 */
export function readBody(message: JsonObject, contentType: string | undefined): Body {
  const body = own(message, 'body') ?? own(message, 'bodyText') ?? '';
  if (body === '') return NONE;
  if (typeof body !== 'string') return jsonBody(body);
  const type = mediaType(contentType);
  const promised = type === undefined ? /^\s*[[{]/.test(body) : isJsonType(type);
  if (!promised) return { kind: 'text', text: redactText(body) };
  if (own(message, 'bodyClipped') === true) {
    return { kind: 'text', text: redactText(body), problem: 'The recorder kept only a part of it.' };
  }
  const { value, findings } = readJson('', body);
  if (value !== undefined) return jsonBody(value);
  return { kind: 'text', text: redactText(body), problem: findings[0]?.message ?? 'It cannot be read.' };
}
