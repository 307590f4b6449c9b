import { readJson } from '../core/json-read.js';
import { own, type JsonObject } from '../core/json.js';
import type { Body } from './exchange.js';
import { jsonBody } from './json-body.js';
import { isJsonType, mediaType } from './media-type.js';
import { redactText, type Tally } from './redact.js';

const NONE: Body = { kind: 'none' };
const NOT_KEPT: Body = { kind: 'text', text: '', problem: 'The recorder did not keep it.', clipped: true };

/** Reads the body of a message in our own format: `body`, or `bodyText` where that is absent or null, or else `bodyBase64`. */
export function readBody(
  message: JsonObject,
  { contentType, tally }: { readonly contentType: string | undefined; readonly tally: Tally },
): Body {
  const body = own(message, 'body') ?? own(message, 'bodyText') ?? '';
  const clipped = own(message, 'bodyClipped') === true;
  if (body === '' && !clipped) return bytesOf(message, tally);
  if (typeof body !== 'string') return jsonBody(body, tally);
  return textBody(body, { contentType, clipped, tally });
}

function bytesOf(message: JsonObject, tally: Tally): Body {
  const base64 = own(message, 'bodyBase64');
  if (typeof base64 !== 'string' || base64 === '') return NONE;
  return bytesBody(Buffer.from(base64, 'base64'), { problem: 'It is binary.', tally });
}

/** A body of bytes that are no text; `problem` says why. A credential that can be read in them is replaced. */
export function bytesBody(
  bytes: Uint8Array,
  { problem, tally }: { readonly problem: string; readonly tally: Tally },
): Body {
  const redacted = redactText(Buffer.from(bytes).toString('latin1'), tally);
  return { kind: 'bytes', base64: Buffer.from(redacted, 'latin1').toString('base64'), problem };
}

/**
 * A body of which the text is known. It is JSON where the content type says so, or where there is none and it looks like it.
 * Credentials in a text that is not JSON are replaced.
 */
export function textBody(
  body: string,
  {
    contentType,
    clipped = false,
    tally,
  }: { readonly contentType: string | undefined; readonly clipped?: boolean; readonly tally: Tally },
): Body {
  if (body === '') return clipped ? NOT_KEPT : NONE;
  const type = mediaType(contentType);
  const promised = type === undefined ? /^\s*[[{]/.test(body) : isJsonType(type);
  if (!promised) return { kind: 'text', text: redactText(body, tally), ...(clipped && { clipped }) };
  if (clipped)
    return { kind: 'text', text: redactText(body, tally), problem: 'The recorder kept only a part of it.', clipped };
  const { value, findings } = readJson('', body);
  if (value !== undefined) return jsonBody(value, tally);
  return { kind: 'text', text: redactText(body, tally), problem: findings[0]?.message ?? 'It cannot be read.' };
}
