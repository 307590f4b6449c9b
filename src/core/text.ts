import { isAscii, isUtf8, transcode } from 'node:buffer';
import { finding, type Finding } from './finding.js';
import { lines } from './lines.js';
import { textNotUtf8 } from './text-rules.js';

/** How files of a kind begin, one character a byte; one that begins another comes after it. */
const beginnings: readonly (readonly [string, string])[] = [
  ['\xff\xfe\0\0', 'UTF-32 text'],
  ['\0\0\xfe\xff', 'UTF-32 text'],
  ['\xff\xfe', 'UTF-16 text'],
  ['\xfe\xff', 'UTF-16 text'],
  ['PK\x03\x04', 'a ZIP archive'],
  ['\x1f\x8b', 'gzip data'],
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['%PDF', 'a PDF document'],
];
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const REPLACEMENT = '\uFFFD';
/** How many bytes at the beginning of a file show what it is. */
const SHOWN_BYTES = 64;

/** The text of a file, its byte-order mark kept; or the finding that it is no text in UTF-8, and what it seems to be. */
export function decodeText(
  file: string,
  bytes: Uint8Array,
): { readonly text: string; readonly finding?: never } | { readonly text?: never; readonly finding: Finding } {
  const text = decodeStrictly(bytes);
  if (text !== undefined && !bytes.includes(0)) return { text };
  const shown = text ?? lenient.decode(bytes);
  const offset = shown.indexOf(text === undefined ? REPLACEMENT : '\0');
  const message = `The file seems to be ${kindOf(bytes)}, expected text in UTF-8.`;
  return { finding: finding(textNotUtf8, { file, pointer: '', ...lines(shown)(offset), message }) };
}

/** The text that the bytes spell; undefined where they are no UTF-8. From the first character that is not ASCII on, a TextDecoder takes ten times as long. */
function decodeStrictly(bytes: Uint8Array): string | undefined {
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return isUtf8(bytes) ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : undefined;
}

function kindOf(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, SHOWN_BYTES));
  const known = beginnings.find(([beginning]) => start.startsWith(beginning));
  if (known) return known[1];
  if (/^(?:\0[^\0]|[^\0]\0)+$/.test(start.slice(0, start.length & ~1))) return 'UTF-16 text without a byte-order mark';
  return bytes.some((byte) => byte < 9) ? 'binary data' : 'text in another encoding, such as Windows-1252';
}
