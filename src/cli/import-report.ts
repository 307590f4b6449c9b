import { plural } from '../report/counts.js';
import { findingJson } from '../report/json.js';
import { closingText, findingsText, printable, type Style } from '../report/text.js';
import type { Judgement } from './judge.js';
import type { ImportResult } from './schemas/import.js';

/** What `import` did, for its report. Paths are as they are printed. */
export interface ImportReport {
  /** The samples that were written. */
  readonly written: readonly string[];
  /** Those that were there already, with the same content. */
  readonly unchanged: readonly string[];
  /** Recordings that gave no sample. */
  readonly skipped: readonly string[];
  /** How many credentials were replaced. */
  readonly redactions: number;
  readonly judged: Judgement;
}

/** The fields of the JSON result. */
export function importJson({ judged, ...report }: ImportReport): Omit<ImportResult, 'formatVersion' | 'ok'> {
  return { ...report, counts: judged.counts, findings: judged.findings.map(findingJson) };
}

/** The result for a reader: findings, what was written, and a summary. */
export function importText(report: ImportReport, style: Style): string {
  const { written, unchanged, skipped, redactions, judged } = report;
  const more = [
    ...(unchanged.length > 0 ? [`${unchanged.length} unchanged`] : []),
    ...(skipped.length > 0 ? [`${plural(skipped.length, 'file')} without a recording`] : []),
    `${plural(redactions, 'credential')} replaced`,
  ];
  return [
    ...(judged.findings.length > 0 ? [findingsText(judged.findings, style)] : []),
    ...written.map((file) => `written ${printable(file)}`),
    `${plural(written.length, 'sample')} written, ${more.join(', ')}`,
    closingText(judged),
  ].join('\n');
}
