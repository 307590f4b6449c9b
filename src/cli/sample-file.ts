import type { Finding } from '../core/finding.js';
import type { Recording } from '../recording/read.js';

/** A file that may hold recorded exchanges. */
export interface SampleFile {
  /** The path as it is printed. */
  readonly file: string;
  /** Whether the user named this very file; otherwise it lay in a folder that was named, and may be something else. */
  readonly named: boolean;
  /** The file beside it that holds the answer, where a tool keeps the two halves in two files. */
  readonly answer?: string;
}

/** What a file of recorded exchanges came to. */
export interface FileRead {
  /** Those that could be read, with their credentials replaced. */
  readonly recordings: readonly Pick<Recording, 'exchange'>[];
  /** What is wrong with the file and the others. Each has `sample`. */
  readonly findings: readonly Finding[];
  /** How many could not be read. */
  readonly failed: number;
  /** How many files held no recording: one that lay in a folder, or none. */
  readonly skipped: number;
}
