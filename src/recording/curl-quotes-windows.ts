import { lineBreakAt, takeRun, type Cursor, type Unclosed, type WordSink } from './curl-quotes.js';

const POWERSHELL_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['0', '\0'],
]);
const PLAIN_IN_SINGLE = /[^'\\]+/y;
const PLAIN_IN_DOUBLE = /[^"\\`]+/y;

/**
 * Reads a quoted or escaped part of a word by the rules of PowerShell. `\"` is a quote inside of quotes: what follows PowerShell,
 * the program's own reading of its arguments, takes it for one. Gives false where nothing of the kind begins at the cursor.
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function powershellPart(cursor: Cursor, sink: WordSink): boolean | Unclosed {
  const { text, at: start } = cursor;
  const quote = text[start];
  if (quote === '`') return backtick(cursor, sink);
  if (quote !== '"' && quote !== "'") return false;
  sink.out.add('', start);
  cursor.at += 1;
  while (cursor.at < text.length) {
    if (takeRun(cursor, sink.out, quote === '"' ? PLAIN_IN_DOUBLE : PLAIN_IN_SINGLE)) continue;
    const { at } = cursor;
    const [character, next] = [text[at], text[at + 1]];
    if (character === '`') backtick(cursor, sink);
    else if (character === quote && next !== quote) {
      cursor.at += 1;
      return true;
    } else {
      const isPair = character === quote || next === '"';
      sink.out.add(isPair ? (next ?? '') : '\\', isPair ? at + 1 : at);
      cursor.at += isPair ? 2 : 1;
    }
  }
  return { unclosed: start };
}

function backtick(cursor: Cursor, { out }: WordSink): boolean {
  const { text, at } = cursor;
  const lineBreak = lineBreakAt(text, at + 1);
  const next = text[at + 1] ?? '';
  if (lineBreak === 0) out.add(POWERSHELL_ESCAPES.get(next) ?? next, at + 1);
  cursor.at += 1 + (lineBreak || 1);
  return true;
}

/**
 * Reads a part of a word by the rules of Windows' cmd and of the program that takes its arguments apart, as browsers write "Copy as cURL (cmd)":
 * a caret takes the next character as it is, inside of quotes too; a caret before two line breaks is one line break;
 * a backslash does so before a quote or a backslash, and inside of quotes a doubled quote is one.
 * @see https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function cmdPart(cursor: Cursor, { out }: WordSink): boolean | Unclosed {
  const start = cursor.at;
  const first = unitAt(cursor.text, start);
  if (first.value !== '"') {
    if (!'^\\'.includes(cursor.text[start] ?? ' ')) return false;
    cursor.at = addUnit(cursor.text, start, out);
    return true;
  }
  out.add('', start);
  cursor.at = first.end;
  while (cursor.at < cursor.text.length) {
    if (takeRun(cursor, out, PLAIN_IN_CMD)) continue;
    const unit = unitAt(cursor.text, cursor.at);
    if (unit.value === '"') {
      const next = unitAt(cursor.text, unit.end);
      cursor.at = unit.end;
      if (next.value !== '"') return true;
      out.add('"', cursor.at);
      cursor.at = next.end;
    } else cursor.at = addUnit(cursor.text, cursor.at, out);
  }
  return { unclosed: start };
}

const PLAIN_IN_CMD = /[^"\\^]+/y;

/** A character as cmd hands it on. */
interface Unit {
  /** Empty for a caret that only joins two lines. */
  readonly value: string;
  readonly end: number;
}

function unitAt(text: string, at: number): Unit {
  if (text[at] !== '^') return { value: text.slice(at, at + 1), end: at + 1 };
  const lineBreak = lineBreakAt(text, at + 1);
  if (lineBreak === 0) return { value: text.slice(at + 1, at + 2), end: at + 2 };
  const second = lineBreakAt(text, at + 1 + lineBreak);
  return { value: second === 0 ? '' : '\n', end: at + 1 + lineBreak + second };
}

function addUnit(text: string, at: number, out: WordSink['out']): number {
  const unit = unitAt(text, at);
  const next = unit.value === '\\' ? unitAt(text, unit.end) : undefined;
  const isEscape = next !== undefined && ['"', '\\'].includes(next.value);
  out.add(isEscape ? next.value : unit.value, at);
  return isEscape ? next.end : unit.end;
}
