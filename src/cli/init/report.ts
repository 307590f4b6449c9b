import { plural } from '../../report/counts.js';
import { findingJson } from '../../report/json.js';
import { closingText, findingsText, printable, type Style } from '../../report/text.js';
import type { Suppressed } from '../../scaffold/baseline.js';
import type { Judgement } from '../judge.js';
import type { InitResult } from '../schemas/init.js';

/** What `init` did, for its report. */
export interface InitReport {
  /** Where the project is, as it is printed. */
  readonly folder: string;
  /** What the connector is called; undefined where nothing could be made. */
  readonly connector: string | undefined;
  /** The files of the project, as they are printed. */
  readonly files: readonly string[];
  /** How many recordings it is tested on. */
  readonly samples: number;
  /** What lint finds in it and the project takes as it is. */
  readonly suppressed: readonly Suppressed[];
  readonly judged: Judgement;
}

/** The fields of the JSON result. */
export function initJson(report: InitReport): Omit<InitResult, 'formatVersion' | 'ok'> {
  const { folder, connector, files, suppressed, judged } = report;
  return {
    folder,
    ...(connector !== undefined && { connector }),
    files: [...files],
    suppressed: suppressed.map((each) => ({ ...each })),
    counts: judged.counts,
    findings: judged.findings.map(findingJson),
  };
}

/** How many files are named: of a large connector the others are like them. */
const mostNamed = 30;

/** The result for a reader: findings, the files, and what to do next. */
export function initText(report: InitReport, style: Style): string {
  const { files, judged } = report;
  const found = judged.findings.length > 0 ? `${findingsText(judged.findings, style)}${closingText(judged)}\n` : '';
  const lines =
    files.length === 0 ? ['Nothing was written: there is no connector that could be kept whole.'] : linesOf(report);
  return `${found}${lines.join('\n')}\n`;
}

function linesOf({ folder, connector = '', files, samples, suppressed, judged }: InitReport): readonly string[] {
  const more = files.length - mostNamed;
  const sum = suppressed.reduce((all, { count }) => all + count, 0);
  const next = [
    folder === '.' ? 'npm install' : `cd ${word(folder)} && npm install`,
    'npm test',
    `npx connector-kit publish connectors/${connector} --target emulator --resource-group test --yes`,
  ];
  return [
    ...files.slice(0, mostNamed).map((file) => `written ${printable(file)}`),
    ...(more > 0 ? [`written ${plural(more, 'more file')}`] : []),
    ...(sum > 0
      ? [`${plural(sum, 'error')} of lint ${sum === 1 ? 'is' : 'are'} suppressed in connector-kit.yaml`]
      : []),
    ...(judged.counts.error > 0 ? ['The errors above stay in it: npm test fails until they are mended.'] : []),
    ...(samples === 0 ? ['There are no recordings: README.md tells how to make some.'] : []),
    '',
    'Next:',
    ...next.map((line) => `  ${line}`),
  ];
}

/** A word of a command line. */
function word(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${printable(text).replaceAll("'", "'\\''")}'`;
}
