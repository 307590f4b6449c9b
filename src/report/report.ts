import type { Finding } from '../core/finding.js';
import type { Severity } from '../core/severity.js';
import type { Case } from './cases.js';
import type { Counts } from './counts.js';

/** What a command found, for every report format. Any text in it may repeat what a stranger recorded. */
export interface Report {
  /** The command's name. */
  readonly command: string;
  /** What was checked, as messages call it. */
  readonly subject: string;
  /** The file of what was checked: where a finding without a file belongs. */
  readonly file: string;
  /** Whether the exit code is 0. */
  readonly ok: boolean;
  /** The least severity that makes a case a failed one. */
  readonly failOn: Severity;
  /** Of all findings. */
  readonly counts: Counts;
  /** Those to print, in order. */
  readonly findings: readonly Finding[];
  /** What a reader wants to know beside the findings, in a line each. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly cases: readonly Case[];
}

/** Why a command could not do its work. */
export interface Failure {
  readonly code: string;
  /** May have several lines, where it repeats what a module threw. */
  readonly message: string;
  readonly help: string;
  readonly exitCode: number;
}
