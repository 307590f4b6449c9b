import { plural } from '../report/counts.js';
import { findingJson } from '../report/json.js';
import { closingText, findingsText, printable, type Style } from '../report/text.js';
import type { Judgement } from './judge.js';
import type { BuildResult } from './schemas.js';

/** What `build` did, for its report. Paths are as they are printed. */
export interface BuildReport {
  /** Every artifact of the connectors that could be read. */
  readonly files: readonly string[];
  /** Those that were written: they were missing or held something else. */
  readonly written: readonly string[];
  /** With --check, those that would have been. */
  readonly stale: readonly string[];
  readonly check: boolean;
  readonly connectors: number;
  readonly judged: Judgement;
}

/** The fields of the JSON result. */
export function buildJson({ files, written, stale, judged }: BuildReport): Omit<BuildResult, 'formatVersion' | 'ok'> {
  return { files, written, stale, counts: judged.counts, findings: judged.findings.map(findingJson) };
}

/** The result for a reader: findings, what was written or is stale, and a summary. */
export function buildText({ files, written, stale, check, connectors, judged }: BuildReport, style: Style): string {
  const what = `${plural(connectors, 'connector')}, ${plural(files.length, 'file')}`;
  const changed = check ? stale : written;
  const verb = check ? 'stale' : 'written';
  const fresh =
    judged.counts.error > 0 && !check ? 'nothing was written' : check ? 'none is stale' : 'all were up to date';
  const summary = changed.length === 0 ? `${what}: ${fresh}` : `${what}: ${changed.length} ${verb}`;
  return [
    ...(judged.findings.length > 0 ? [findingsText(judged.findings, style)] : []),
    ...changed.map((file) => `${verb} ${printable(file)}`),
    summary,
    closingText(judged),
  ].join('\n');
}
