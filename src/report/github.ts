import type { Finding } from '../core/finding.js';
import type { Severity } from '../core/severity.js';
import { countsText } from './counts.js';
import type { Failure, Report } from './report.js';
import { placeText, printable, printableLines } from './text.js';

/**
 * Findings as workflow commands of GitHub Actions, which makes annotations of them, and a last line with their counts.
 * The counts come last because a step shows ten annotations of each severity and no more.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubText({ findings, counts }: Report): string {
  const more = counts.error + counts.warning + counts.note - findings.length;
  const left = more === 0 ? '' : `, ${more} not printed: --max-findings says how many are`;
  return [...findings.map(annotation), `${countsText(counts)}${left}`].map((line) => `${line}\n`).join('');
}

/** Why there is no report, as an annotation without a place. */
export function githubFailure({ code, message, help }: Failure): string {
  return `::error title=${property(code)}::${data(printableLines(`${message}\n${help}`))}\n`;
}

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

function annotation({ code, severity, message, file, line, column, declared, count }: Finding): string {
  const properties = Object.entries({ file, line, col: column, title: code })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(printable(String(value)))}`);
  const times = count === undefined ? '' : ` (${count} times)`;
  const second = declared ? ` Declared at ${placeText(declared)}.` : '';
  return `::${commands[severity]} ${properties.join(',')}::${data(printable(message) + times + second)}`;
}

/** Escaped as the runner unescapes what stands behind the second `::`. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escaped as the runner unescapes the value of a property, where `:` and `,` would end it. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
