import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { MAX_DOCUMENT_BYTES } from '../core/limits.js';

/** What bytes say, or why they say nothing. */
export type Decoded = { readonly text: string } | { readonly problem: string };

/**
 * Undoes the codings of a `content-encoding` header (RFC 9110 section 8.4: gzip, deflate, br) and reads the rest as UTF-8.
 * Bytes that are not compressed although the header says so are taken as they are: most recorders decompress and keep the header.
 * At most {@link MAX_DOCUMENT_BYTES} come out, so that a few bytes cannot fill the memory.
 */
export function decodeContent(bytes: Uint8Array, contentEncoding: string | undefined): Decoded {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .toReversed();
  let plain = bytes;
  for (const coding of codings) {
    if (coding === '' || coding === 'identity') continue;
    const decompress = Object.hasOwn(codecs, coding) ? codecs[coding] : undefined;
    if (decompress === undefined) return { problem: `It is in the coding "${coding}", which is not known.` };
    const decompressed = attempt(decompress, plain);
    if (decompressed === 'too large') return { problem: `Decompressed it is larger than ${MAX_DOCUMENT_BYTES} bytes.` };
    plain = decompressed ?? plain;
  }
  const text = attempt((all) => new TextDecoder('utf-8', { fatal: true }).decode(all), plain);
  return text === undefined || text === 'too large' ? { problem: 'It is binary.' } : { text };
}

type Codec = (bytes: Uint8Array) => Uint8Array;

const limit = { maxOutputLength: MAX_DOCUMENT_BYTES };
const codecs: Readonly<Record<string, Codec>> = {
  gzip: (bytes) => gunzipSync(bytes, limit),
  'x-gzip': (bytes) => gunzipSync(bytes, limit),
  br: (bytes) => brotliDecompressSync(bytes, limit),
  // RFC 9110 means zlib's format; some servers send the bare one.
  deflate: (bytes) =>
    attemptOr(
      bytes,
      (all) => inflateSync(all, limit),
      (all) => inflateRawSync(all, limit),
    ),
};

function attemptOr(bytes: Uint8Array, first: Codec, second: Codec): Uint8Array {
  try {
    return first(bytes);
  } catch (error) {
    if (isTooLarge(error)) throw error;
    return second(bytes);
  }
}

/** What `decode` gives; undefined where the bytes are not what it takes. */
function attempt<Out>(decode: (bytes: Uint8Array) => Out, bytes: Uint8Array): Out | undefined | 'too large' {
  try {
    return decode(bytes);
  } catch (error) {
    return isTooLarge(error) ? 'too large' : undefined;
  }
}

const isTooLarge = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
