import type { Finding } from '../../core/finding.js';
import type { Severity } from '../../core/severity.js';
import { redactText } from '../../http/redact.js';
import type { Case } from '../../report/cases.js';
import { plural } from '../../report/counts.js';
import { excerptsOf } from '../../report/excerpt.js';
import { findingJson } from '../../report/json.js';
import type { Report } from '../../report/report.js';
import { closingText, findingsText, type Style } from '../../report/text.js';
import type { Judgement } from '../judge.js';
import type { PlaybookLintResult } from '../schemas/playbook-lint.js';

/** What `playbook lint` found, for its report. */
export interface PlaybookLintReport {
  /** The files with workflows. */
  readonly files: readonly string[];
  /** How many workflows are in them. */
  readonly workflows: number;
  readonly judged: Judgement;
}

/** The fields of the JSON result. */
export function playbookLintJson({
  files,
  workflows,
  judged,
}: PlaybookLintReport): Omit<PlaybookLintResult, 'formatVersion' | 'ok'> {
  return {
    documents: files.length,
    workflows,
    counts: judged.counts,
    findings: judged.findings.map(findingJson),
  };
}

/** The result for the report formats. */
export function playbookLintReport(
  { files, workflows, judged }: PlaybookLintReport,
  more: { readonly failOn: Severity; readonly cases: readonly Case[] },
): Report {
  const [first = ''] = files;
  return {
    command: 'playbook lint',
    subject: files.length === 1 ? first : plural(files.length, 'file'),
    file: first,
    ...judged,
    ...more,
    facts: [{ name: 'workflows', value: String(workflows) }],
  };
}

/** Rules that point at what is, or may be, a key: its line is not shown. */
const secretCodes: ReadonlySet<string> = new Set(['key-in-variable', 'key-in-workflow', 'secure-parameter-default']);

/** The result for a reader: each finding with its line, and a summary. `textOf` gives the text of a file, where it has one. */
export function playbookLintText(
  { workflows, judged }: PlaybookLintReport,
  { style, textOf }: { readonly style: Style; readonly textOf: (file: string) => string | undefined },
): string {
  const secret = new Set(judged.findings.filter(({ code }) => secretCodes.has(code)).map(lineKey));
  let last: { readonly file: string; readonly show: ReturnType<typeof excerptsOf> | undefined } | undefined;
  const shown = judged.findings.map((found) => {
    const { file, line, column } = found;
    const text = findingsText([found], style);
    if (file === undefined || line === undefined || column === undefined || secret.has(lineKey(found))) return text;
    if (last?.file !== file) {
      const source = textOf(file);
      last = { file, show: source === undefined ? undefined : excerptsOf(source, (of) => redactText(of)) };
    }
    return text + (last.show?.({ line, column }) ?? '');
  });
  return [
    ...shown,
    shown.length > 0 ? '\n' : '',
    `${plural(workflows, 'workflow')} linted\n`,
    closingText(judged),
  ].join('');
}

const lineKey = ({ file = '', line }: Finding): string => `${file}:${line}`;
