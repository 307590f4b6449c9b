import type { Finding, Place } from '../core/finding.js';
import type { Severity } from '../core/severity.js';
import { isVisibleAscii } from '../core/visible-ascii.js';
import { countsText, type Counts } from './counts.js';
import { worst } from './select.js';

/** How a text is set: for a terminal with colors, or plain. */
export interface Style {
  readonly color: boolean;
  /** How wide the terminal is that a person reads it on; absent elsewhere: then a row of a table is one line, however long. */
  readonly columns?: number;
}

/**
 * Findings as lines that an editor can follow, `path:line:column severity message  code`, with the second place below.
 * Ends with a newline, unless there are none.
 */
export function findingsText(findings: readonly Finding[], style: Style): string {
  return findings
    .flatMap((found) => linesOf(found, style))
    .map((line) => `${line}\n`)
    .join('');
}

/** The last lines of a report: what there is, what was left out, and where to read on. Ends with a newline. */
export function closingText({
  counts,
  findings,
}: {
  readonly counts: Counts;
  readonly findings: readonly Finding[];
}): string {
  const more = counts.error + counts.warning + counts.note - findings.length;
  const left = more === 0 ? '' : `\u2026 and ${more} more: --max-findings says how many are printed.\n`;
  const [first] = worst(findings, 1);
  const next = first === undefined ? '' : `connector-kit explain ${first.code} says what that means.\n`;
  return `${left}${countsText(counts)}\n${next}`;
}

/** SGR codes: red, yellow, blue, and faint for what the eye may skip. */
const sgr = { error: 31, warning: 33, note: 34, faint: 2 } as const;

function linesOf(found: Finding, style: Style): string[] {
  const { severity, message, code, count, declared } = found;
  const times = count === undefined ? '' : ` (${count} times)`;
  const head = `${placeText(found)}${isWhole(found) ? ':' : ''} ${paint(severity, severity, style)} ${printable(message)}${times}`;
  const line = `${head}  ${paint(code, 'faint', style)}`;
  return declared ? [line, paint(`  declared at ${placeText(declared)}`, 'faint', style)] : [line];
}

/** `path:line:column`; where no line is known, the path and the pointer. Nothing in it can steer a terminal. */
export function placeText({ file, pointer, line, column }: Place): string {
  const path = printable(file ?? '');
  if (line === undefined) return pointer === '' ? path : `${path}#${printable(pointer)}`;
  return column === undefined ? `${path}:${line}` : `${path}:${line}:${column}`;
}

const isWhole = ({ pointer, line }: Place): boolean => line === undefined && pointer === '';

function paint(text: string, as: Severity | 'faint', { color }: Style): string {
  return color ? `\u001B[${sgr[as]}m${text}\u001B[0m` : text;
}

/** The text with its control and invisible characters spelled out, so that no file name and no recorded value can steer the terminal. */
export function printable(text: string): string {
  if (isVisibleAscii(text)) return text;
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** The same for a text of several lines, which stay apart. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
