import type { ContractResult } from '../contract/contract.js';
import type { Direction } from '../contract/matched.js';
import type { Share } from '../contract/coverage.js';
import type { Severity } from '../core/severity.js';
import type { Case } from '../report/cases.js';
import { plural } from '../report/counts.js';
import { findingJson } from '../report/json.js';
import type { Report } from '../report/report.js';
import { closingText, findingsText, printable, type Style } from '../report/text.js';
import type { Judgement } from './judge.js';
import type { TestResult } from './schemas.js';
import { strengthLines, strengthText } from './strength-report.js';

/** What `test` did, for its report. */
export interface TestReport {
  readonly name: string;
  /** The definition's file. */
  readonly file: string;
  readonly direction: Direction;
  /** Undefined where the connector could not be read. */
  readonly result: ContractResult | undefined;
  readonly judged: Judgement;
  /** With --strength. */
  readonly strength: TestResult['strength'] | undefined;
}

/** The fields of the JSON result. */
export function testJson({ result, judged, strength }: TestReport): Omit<TestResult, 'formatVersion' | 'ok'> {
  const { samples, coverage } = result ?? nothingTested;
  return {
    samples,
    counts: judged.counts,
    findings: judged.findings.map(findingJson),
    coverage,
    ...(strength && { strength }),
  };
}

/** The result for the report formats. */
export function testReport(
  { name, file, result, judged, strength }: TestReport,
  more: { readonly failOn: Severity; readonly cases: readonly Case[] },
): Report {
  return { command: 'test', subject: name, file, ...judged, ...more, facts: factsOf(result, strength) };
}

function factsOf(result: ContractResult | undefined, strength: TestReport['strength']): Report['facts'] {
  if (!result) return [{ name: 'samples', value: 'none tested: the connector could not be read' }];
  const { samples, coverage } = result;
  const shares = Object.entries(coverage).map(([name, share]) => ({ name, value: shareText(share) }));
  const strong = strength ? [{ name: 'strength', value: strengthText(strength) }] : [];
  return [{ name: 'samples', value: `${samples.total}: ${verdictsText(samples)}` }, ...shares, ...strong];
}

const none = { declared: 0, seen: 0, percent: 0, missing: [] };
const nothingTested = {
  samples: { total: 0, passed: 0, failed: 0, unmatched: 0, skipped: 0 },
  coverage: { operations: none, statuses: none, properties: none, enums: none },
};

/** How many things that no recording shows are named to a person. */
const MISSING_NAMED = 3;

/** The result for a reader: findings, the samples' verdict, and how much of what is declared they show. */
export function testText({ name, file, direction, result, judged, strength }: TestReport, style: Style): string {
  const subject = printable(`${name} (${file})`);
  const summary = result
    ? resultLines(subject, direction, result)
    : [`${subject} could not be read: nothing was tested`];
  const lines = [
    ...(judged.findings.length > 0 ? [findingsText(judged.findings, style)] : []),
    ...summary,
    ...strengthLines(strength),
  ];
  return `${lines.join('\n')}\n${closingText(judged)}`;
}

function resultLines(subject: string, direction: Direction, { samples, coverage }: ContractResult): readonly string[] {
  const halves = direction === 'both' ? 'requests and responses' : `${direction}s`;
  const shares = Object.entries(coverage);
  const width = Math.max(...shares.map(([kind]) => kind.length));
  return [
    `${subject}: ${plural(samples.total, 'sample')}, ${halves} tested`,
    `  ${verdictsText(samples)}`,
    'Seen of what is declared',
    ...shares.map(([kind, share]) => `  ${kind.padEnd(width)}  ${shareText(share)}`),
  ];
}

function verdictsText({ passed, failed, unmatched, skipped }: ContractResult['samples']): string {
  return Object.entries({ passed, failed, unmatched, skipped })
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ');
}

function shareText({ declared, seen, percent, missing }: Share): string {
  if (declared === 0) return 'none declared';
  const named = missing.slice(0, MISSING_NAMED).map(({ name }) => printable(name));
  const more = missing.length > named.length ? [`${missing.length - named.length} more`] : [];
  const rest = named.length === 0 ? '' : `; not seen: ${[...named, ...more].join(', ')}`;
  return `${seen} of ${declared}, ${percent} %${rest}`;
}
