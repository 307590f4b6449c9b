import type { Finding } from './finding.js';
import type { Json } from './json.js';

/** A place in a text. Both count from 1; a column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text that was read as JSON or YAML: its value, what is wrong with the text, and where each value stands in it. */
export interface SourceDocument {
  /** The file, as the user named it. */
  readonly file: string;
  /** The value; undefined exactly when the text could not be read, and then `findings` has an error. */
  readonly value: Json | undefined;
  /** The text itself, where it is at hand. */
  readonly text?: string;
  /** What is wrong with the text itself: syntax, duplicate keys, limits. Each has `file`, `line` and `column`. */
  readonly findings: readonly Finding[];
  /** Where the value at `pointer` starts; of a pointer that leads nowhere, the nearest value above it. Looked up on demand. */
  locate(pointer: string): Position;
}
