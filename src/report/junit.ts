import type { Finding } from '../core/finding.js';
import { caseOf, type Case } from './cases.js';
import { rank } from './counts.js';
import { element, escaped, open } from './junit-xml.js';
import type { Failure, Report } from './report.js';
import { worst } from './select.js';
import { findingsText, printable, printableLines } from './text.js';

/**
 * A run as JUnit XML, which Jenkins, GitLab and Azure Pipelines read: a suite with a case for all that was checked, passed ones too,
 * because some readers take a report without cases for a broken one. A failed case has one `failure`, of several Jenkins keeps one.
 * There is no standard; the attributes are those that all of them know. Times are not measured and given as 0.
 */
export function junitText({ command, subject, findings, cases, failOn }: Report): string {
  const byCase = new Map<string, Finding[]>();
  for (const found of findings) {
    const all = byCase.get(caseOf(found));
    if (all) all.push(found);
    else byCase.set(caseOf(found), [found]);
  }
  const elements = cases.flatMap((one) => {
    const its = byCase.get(one.name) ?? [];
    const isFailing = ({ severity }: Finding) => rank(severity) <= rank(failOn);
    const failing = its.filter(isFailing);
    const rest = its.filter((found) => !isFailing(found));
    return caseElement(one, subject, resultOf(one, { failing, rest }));
  });
  const count = (...verdicts: readonly Case['verdict'][]) =>
    cases.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const counts = { tests: cases.length, failures: count('failed'), skipped: count('skipped', 'unmatched') };
  return document({ run: `connector-kit ${command}`, suite: subject, ...counts, errors: 0 }, elements);
}

/** Why there is no report, as a suite whose only case is an error. */
export function junitFailure({ code, message, help }: Failure): string {
  const text = printableLines(`${message}\n${help}`);
  const name = 'connector-kit';
  const error = element('error', { type: code, message: text.split('\n')[0] ?? '' }, escaped(text));
  const counts = { tests: 1, failures: 0, skipped: 0, errors: 1 };
  return document({ run: name, suite: name, ...counts }, caseElement({ name, file: undefined }, name, [error]));
}

interface Judged {
  /** The findings that make it fail. */
  readonly failing: readonly Finding[];
  readonly rest: readonly Finding[];
}

/** An exchange that belongs to nothing was not tested: a HAR is full of them. It fails where `failOn` says so, as any other. */
function resultOf({ verdict }: Case, { failing, rest }: Judged): readonly string[] {
  if (verdict === 'skipped' || verdict === 'unmatched')
    return [element('skipped', { message: rest[0] && printable(rest[0].message) }, '')];
  if (verdict === 'failed' && failing.length === 0) return [failure(rest)];
  return [
    ...(failing.length > 0 ? [failure(failing)] : []),
    ...(rest.length > 0 ? [element('system-out', {}, textOf(rest))] : []),
  ];
}

function failure(findings: readonly Finding[]): string {
  const [first] = worst(findings, 1);
  if (!first) return element('failure', { message: 'Its findings are not printed: --max-findings is too low.' }, '');
  const more = findings.length === 1 ? '' : ` (and ${findings.length - 1} more)`;
  return element('failure', { type: first.code, message: printable(first.message) + more }, textOf(findings));
}

const textOf = (findings: readonly Finding[]): string =>
  escaped(findingsText(findings, { color: false }).replace(/\n$/, ''));

/** `classname` and `name` together are what tells GitLab one case from another. */
function caseElement(
  { name, file }: { readonly name: string; readonly file: string | undefined },
  suite: string,
  content: readonly string[],
): readonly string[] {
  const shown = file === undefined ? undefined : printable(file);
  const attributes = { name: printable(name), classname: printable(suite), file: shown, time: 0 };
  if (content.length === 0) return [`    ${element('testcase', attributes, '')}`];
  return [`    ${open('testcase', attributes)}>`, ...content.map((part) => `      ${part}`), '    </testcase>'];
}

interface Totals {
  /** The name of the whole run. */
  readonly run: string;
  readonly suite: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function document({ run, suite, tests, failures, errors, skipped }: Totals, cases: readonly string[]): string {
  const counts = { tests, failures, errors, skipped, time: 0 };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `${open('testsuites', { name: printable(run), ...counts })}>`,
    `  ${open('testsuite', { name: printable(suite), ...counts })}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
