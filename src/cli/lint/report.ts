import type { Finding } from '../../core/finding.js';
import type { Severity } from '../../core/severity.js';
import { redactText } from '../../http/redact.js';
import { secretLiteral } from '../../lint/rules/secret-literal.js';
import type { Case } from '../../report/cases.js';
import { plural } from '../../report/counts.js';
import { excerptsOf } from '../../report/excerpt.js';
import { findingJson } from '../../report/json.js';
import type { Report } from '../../report/report.js';
import { closingText, findingsText, placeText, printable, type Style } from '../../report/text.js';
import { configRules } from '../configuration/rules.js';
import type { Judgement } from '../judge.js';
import type { FixedPlace, Unfixed } from './fix.js';
import type { LintResult } from '../schemas/lint.js';

/** What `lint` did, for its report. */
export interface LintReport {
  /** The files of all connectors, in order. */
  readonly files: readonly string[];
  /** How many of them could be read. */
  readonly documents: number;
  readonly judged: Judgement;
  readonly fixed: readonly FixedPlace[];
  /** With --fix. */
  readonly unfixed: readonly Unfixed[] | undefined;
  /** With --dry-run. */
  readonly difference: string | undefined;
}

/** The fields of the JSON result. */
export function lintJson(report: LintReport): Omit<LintResult, 'formatVersion' | 'ok'> {
  const { documents, judged, fixed, unfixed, difference } = report;
  return {
    documents,
    counts: judged.counts,
    findings: judged.findings.map(findingJson),
    fixed,
    ...(unfixed && { unfixed }),
    ...(difference !== undefined && { difference }),
  };
}

/** The result for the report formats. */
export function lintReport(
  { files, documents, judged, fixed, difference }: LintReport,
  more: { readonly failOn: Severity; readonly cases: readonly Case[] },
): Report {
  const [first = ''] = files;
  const facts = [
    { name: 'definitions', value: String(documents) },
    ...(fixed.length > 0
      ? [{ name: difference === undefined ? 'fixed' : 'would fix', value: String(fixed.length) }]
      : []),
  ];
  return {
    command: 'lint',
    subject: files.length === 1 ? first : plural(files.length, 'definition'),
    file: first,
    ...judged,
    ...more,
    facts,
  };
}

/** The result for a reader: each finding with its line, what was fixed, and a summary. `textOf` gives the text of a file, where it has one. */
export function lintText(
  report: LintReport,
  { style, textOf }: { readonly style: Style; readonly textOf: (file: string) => string | undefined },
): string {
  const { files, documents, judged, fixed, unfixed = [], difference } = report;
  const unread = files.length === documents ? '' : `, ${files.length - documents} could not be read`;
  const found = difference === undefined ? findingsWithLines(judged.findings, { style, textOf }) : '';
  const verb = difference === undefined ? 'fixed' : 'would fix';
  return [
    difference === undefined ? '' : differenceText(difference),
    found === '' ? '' : `${found}\n`,
    ...fixed.map((one) => `${verb} ${placeText(one)} ${printable(one.message)}  ${one.code}\n`),
    ...unfixed.map(
      ({ file, findings }) =>
        `not fixed ${printable(file)}: ${plural(findings, 'finding')} with a fix; a module is not changed, nor what an alias or a merge key of YAML shares\n`,
    ),
    `${plural(documents, 'definition')} linted${unread}\n`,
    closingText(judged),
  ].join('');
}

/** What has a credential in its line: that line is not printed. */
const hidden: ReadonlySet<string> = new Set([secretLiteral.code, configRules.configSecret.code]);

function findingsWithLines(
  findings: readonly Finding[],
  { style, textOf }: { readonly style: Style; readonly textOf: (file: string) => string | undefined },
): string {
  const secret = new Set(findings.filter(({ code }) => hidden.has(code)).map(lineKey));
  let last: { readonly file: string; readonly show: ReturnType<typeof excerptsOf> | undefined } | undefined;
  return findings
    .map((found) => {
      const { file, line, column } = found;
      const text = findingsText([found], style);
      if (file === undefined || line === undefined || column === undefined || secret.has(lineKey(found))) return text;
      if (last?.file !== file) {
        const source = textOf(file);
        last = { file, show: source === undefined ? undefined : excerptsOf(source, (of) => redactText(of)) };
      }
      return text + (last.show?.({ line, column }) ?? '');
    })
    .join('');
}

/** The lines of a secret are not shown at all. */
const lineKey = ({ file = '', line }: Finding): string => `${file}:${line}`;

/** As `patch` reads it: tabs and line ends stay. */
function differenceText(difference: string): string {
  return difference
    .split(/(\t|\r?\n)/)
    .map((part, index) => (index % 2 === 1 ? part : printable(part)))
    .join('');
}
