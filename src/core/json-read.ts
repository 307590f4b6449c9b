import type { SourceDocument } from './document.js';
import { buildJson } from './json-build.js';
import { placesIn } from './json-places.js';
import { parsePlain } from './json-plain.js';
import { jsonByteOrderMark } from './json-rules.js';
import { MAX_DOCUMENT_BYTES, tooLarge } from './limits.js';
import { lines } from './lines.js';
import { locator } from './places.js';
import { textFindings } from './text-findings.js';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Reads `text` as JSON (RFC 8259). An integer beyond 2^53 becomes a bigint; of a key that stands twice the last value counts, as in JSON.parse.
 * Finds a byte-order mark, comments, trailing commas and the first other error of syntax, keys that stand twice, numbers and nesting beyond limits.
 */
export function readJson(file: string, text: string): SourceDocument {
  const marked = text.startsWith(BYTE_ORDER_MARK);
  const body = marked ? text.slice(1) : text;
  const position = lines(body);
  if (text.length > MAX_DOCUMENT_BYTES) {
    return { file, value: undefined, findings: [tooLarge(file, text.length)], locate: () => position(0) };
  }
  const plain = parsePlain(body);
  if (plain !== undefined && !marked) {
    return { file, value: plain, text, findings: [], locate: locator(() => placesIn(body), position) };
  }
  const { report, list } = textFindings(file, position);
  if (marked) {
    const message = 'Found the byte-order mark U+FEFF before the first value, expected none.';
    report(jsonByteOrderMark, { offset: 0, pointer: '', message });
  }
  const { value, placed } = buildJson(body, report);
  return { file, value, findings: list(), locate: locator(() => placed, position) };
}
