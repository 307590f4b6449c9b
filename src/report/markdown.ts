import type { Finding } from '../core/finding.js';
import { countsText, rank } from './counts.js';
import { codeBlock, codeSpan } from './markdown-code.js';
import type { Failure, Report } from './report.js';
import { placeText, printable, printableLines } from './text.js';

/** GitHub refuses a longer comment: 65,536 characters, of which some are left to whoever posts it. */
const MOST_CHARACTERS = 65_536 - 1_000;
/** The longest text that is shown of a place, a message or a fact, in UTF-16 code units. */
const MOST_IN_CELL = 400;

/** A run as a comment on a pull request or a job's summary. Where not all findings fit, the worst are kept and the rest is counted. */
export function markdownText({ command, subject, counts, facts, findings }: Report): string {
  const head = [
    `### connector-kit ${command}: ${code(subject)}\n`,
    `\n**${countsText(counts)}**\n\n`,
    ...facts.map(({ name, value }) => `- ${name}: ${code(value)}\n`),
  ].join('');
  const rows = fitting(findings, MOST_CHARACTERS - head.length - room);
  const left = counts.error + counts.warning + counts.note - rows.length;
  const table = rows.length === 0 ? '' : `\n${tableHead}${rows.join('')}`;
  return `${head}${table}${left === 0 ? '' : `\n\u2026 and ${left} more.\n`}`;
}

/** Why there is no report. */
export function markdownFailure({ message, help }: Failure): string {
  return `### connector-kit could not do its work\n\n${codeBlock(printableLines(`${message}\n${help}`))}`;
}

const tableHead = '| Severity | Place | Finding | Code |\n| --- | --- | --- | --- |\n';
/** For the head of the table and the last line. */
const room = tableHead.length + 50;

/** The rows of the worst findings that fit, in the order of the findings. */
function fitting(findings: readonly Finding[], most: number): readonly string[] {
  const rows = findings.map((found) => ({ row: rowOf(found), rank: rank(found.severity) }));
  let length = 0;
  const kept = new Set(
    [...rows].sort((one, other) => one.rank - other.rank).filter(({ row }) => (length += row.length) <= most),
  );
  return rows.filter((row) => kept.has(row)).map(({ row }) => row);
}

function rowOf(found: Finding): string {
  const { severity, message, code: named, count, declared } = found;
  const second = declared ? `<br>declared at ${code(placeText(declared))}` : '';
  const times = count === undefined ? '' : ` (${count} times)`;
  const cells = [severity, code(placeText(found)) + second, code(message) + times, code(named)];
  // A pipe ends a cell even within code, and the backslash before it is not shown.
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}

function code(text: string): string {
  const shown = printable(text);
  return codeSpan(shown.length <= MOST_IN_CELL ? shown : `${shown.slice(0, MOST_IN_CELL)}\u2026`);
}
