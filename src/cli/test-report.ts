import type { ContractResult } from '../contract/contract.js';
import type { Direction } from '../contract/matched.js';
import type { Share } from '../contract/coverage.js';
import { plural } from '../report/counts.js';
import { findingJson } from '../report/json.js';
import { closingText, findingsText, printable, type Style } from '../report/text.js';
import type { Judgement } from './judge.js';
import type { TestResult } from './schemas.js';

/** What `test` did, for its report. */
export interface TestReport {
  readonly name: string;
  /** The definition's file. */
  readonly file: string;
  readonly direction: Direction;
  /** Undefined where the connector could not be read. */
  readonly result: ContractResult | undefined;
  readonly judged: Judgement;
}

/** The fields of the JSON result. */
export function testJson({ result, judged }: TestReport): Omit<TestResult, 'formatVersion' | 'ok'> {
  const { samples, coverage } = result ?? nothingTested;
  return { samples, counts: judged.counts, findings: judged.findings.map(findingJson), coverage };
}

const none = { declared: 0, seen: 0, percent: 0, missing: [] };
const nothingTested = {
  samples: { total: 0, passed: 0, failed: 0, unmatched: 0, skipped: 0 },
  coverage: { operations: none, statuses: none, properties: none, enums: none },
};

/** How many things that no recording shows are named to a person. */
const MISSING_NAMED = 3;

/** The result for a reader: findings, the samples' verdict, and how much of what is declared they show. */
export function testText({ name, file, direction, result, judged }: TestReport, style: Style): string {
  const subject = printable(`${name} (${file})`);
  const summary = result
    ? resultLines(subject, direction, result)
    : [`${subject} could not be read: nothing was tested`];
  const lines = [...(judged.findings.length > 0 ? [findingsText(judged.findings, style)] : []), ...summary];
  return `${lines.join('\n')}\n${closingText(judged)}`;
}

function resultLines(subject: string, direction: Direction, { samples, coverage }: ContractResult): readonly string[] {
  const { total, ...parts } = samples;
  const counts = Object.entries(parts).map(([part, count]) => `${count} ${part}`);
  const halves = direction === 'both' ? 'requests and responses' : `${direction}s`;
  const shares = Object.entries(coverage);
  const width = Math.max(...shares.map(([kind]) => kind.length));
  return [
    `${subject}: ${plural(total, 'sample')}, ${halves} tested`,
    `  ${counts.join(', ')}`,
    'Seen of what is declared',
    ...shares.map(([kind, share]) => `  ${kind.padEnd(width)}  ${shareText(share)}`),
  ];
}

function shareText({ declared, seen, percent, missing }: Share): string {
  if (declared === 0) return 'none declared';
  const named = missing.slice(0, MISSING_NAMED).map(({ name }) => printable(name));
  const more = missing.length > named.length ? [`${missing.length - named.length} more`] : [];
  const rest = named.length === 0 ? '' : `; not seen: ${[...named, ...more].join(', ')}`;
  return `${seen} of ${declared}, ${percent} %${rest}`;
}
