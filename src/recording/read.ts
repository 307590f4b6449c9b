import type { SourceDocument } from '../core/document.js';
import type { Json } from '../core/json.js';
import { finding, type Finding } from '../core/finding.js';
import type { Exchange } from '../http/exchange.js';
import { redactText, type Tally } from '../http/redact.js';
import { exchangeOf } from './exchange-of.js';
import type { RecordingFormat, Report } from './format.js';
import { formats } from './formats.js';
import { recordingRules } from './rules.js';

/** An exchange, and where it comes from. */
export interface Recording {
  readonly exchange: Exchange;
  /** The format, and what recorded it when: `HAR of Chromium 120, 2024-05-01T10:00:00Z`. */
  readonly source: Json;
}

/** What a recording file of another tool holds. */
export interface RecordingsRead {
  /** The format's title. */
  readonly format: string;
  /** Those that could be read, in the file's order, with their credentials replaced. */
  readonly recordings: readonly Recording[];
  /** What is wrong with the others. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a document in the format of another tool, recognized by its content; undefined where it is in none that is known.
 * `tally` counts the credentials that are replaced.
 */
export function readRecordings(
  { file, value }: SourceDocument,
  tally: Tally = { redactions: 0 },
): RecordingsRead | undefined {
  const format = value === undefined ? undefined : formats.find((known) => known.recognizes(value));
  if (format === undefined || value === undefined) return undefined;
  const findings: Finding[] = [];
  const reportOn = (sample: string) => (pointer: string, message: string) => {
    findings.push(finding(recordingRules.recordingMalformed, { file, sample, pointer, message: redactText(message) }));
  };
  const entries = format.entries(value, reportOn(file));
  const recordings = entries.flatMap((entry, at) => {
    const name = entries.length === 1 ? file : `${file}#${at + 1}`;
    return readEntry({ format, entry, report: reportOn(name) }, { file, name, tally });
  });
  return { format: format.title, recordings, findings };
}

/** An entry of which something cannot be read gives nothing: half an exchange would be tested as if it were whole. */
function readEntry(
  { format, entry, report }: { format: RecordingFormat; entry: Parameters<RecordingFormat['read']>[0]; report: Report },
  { file, name, tally }: { readonly file: string; readonly name: string; readonly tally: Tally },
): readonly Recording[] {
  let reported = false;
  const found = format.read(entry, (pointer, message) => {
    reported = true;
    report(pointer, message);
  });
  if (reported) return [];
  return found.map((raw, at) => {
    const sample = found.length === 1 ? name : `${name}.${at + 1}`;
    const source = raw.recorded === undefined ? format.title : `${format.title}, ${raw.recorded}`;
    return { exchange: exchangeOf(raw, { file, sample, tally }), source };
  });
}
