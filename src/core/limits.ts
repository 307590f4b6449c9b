import { finding, type Finding } from './finding.js';
import { documentTooLarge } from './text-rules.js';

/**
 * How deep arrays and objects may be nested in a document. Every recursion of this project relies on it.
 * The deepest published connector has 23 levels (measured over 161 definitions).
 */
export const MAX_DEPTH = 200;

/** The longest document that is read. The largest published connector has 1.1 MiB, the largest API description known here 3.4 MB. */
export const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;

/** The longest YAML document that is read. `yaml` 2.9.1 takes up to 30 s and 2 GB for 4 MiB of hostile text (measured on Node 20). */
export const MAX_YAML_BYTES = 4 * 1024 * 1024;

/** The finding that `file`, of this many bytes, is longer than `limit` bytes. For whoever knows the length before reading. */
export function tooLarge(file: string, bytes: number, limit: number = MAX_DOCUMENT_BYTES): Finding {
  const message = `The document has ${bytes} bytes, at most ${limit} were expected.`;
  return finding(documentTooLarge, { file, pointer: '', line: 1, column: 1, message });
}
