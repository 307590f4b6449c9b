import { partOf, type Excerpt } from './curl-excerpt.js';
import { lineBreakAt } from './curl-quotes.js';

/** A response as a text: `curl -i` prints one. Offsets are those of the file. */
export interface MessageText {
  readonly status: number;
  /** Where the status line begins. */
  readonly start: number;
  readonly headers: readonly { readonly name: string; readonly value: string; readonly at: number }[];
  readonly body: Excerpt;
}

/** Hears of what is wrong with a text, and where: an offset in the file. */
export type OffsetReport = (offset: number, message: string) => void;

const STATUS_LINE = /HTTP\/\d(?:\.\d)? ([1-5]\d\d)(?: [^\r\n]*)?(?=\r?\n|$)/y;
/** RFC 9112 section 5; the name is a token of RFC 9110. */
const FIELD = /([\w!#$%&'*+.^`|~-]+):[ \t]*([^\r\n]*)/y;

/** Whether an HTTP response begins at `at`. */
export function isMessageAt(text: string, at: number): boolean {
  STATUS_LINE.lastIndex = at;
  return STATUS_LINE.test(text);
}

/**
 * Reads a text that is an HTTP response, without checking any length.
 * Of several, one after another (100 Continue, redirections, a proxy's), the last one counts.
 * Undefined where none begins it. A line that should be a header and is none is reported.
 */
export function messageOf(whole: Excerpt, report: OffsetReport): MessageText | undefined {
  const { text, offsetAt } = whole;
  let message: MessageText | undefined;
  let at = 0;
  while (isMessageAt(text, at)) {
    STATUS_LINE.lastIndex = at;
    const status = Number(STATUS_LINE.exec(text)?.[1]);
    const { headers, next } = headersAt(whole, nextLine(text, at), report);
    message = { status, start: offsetAt(at), headers, body: partOf(whole, next, text.length) };
    at = next;
  }
  return message;
}

function headersAt(
  { text, offsetAt }: Excerpt,
  start: number,
  report: OffsetReport,
): { readonly headers: MessageText['headers']; readonly next: number } {
  const headers: MessageText['headers'][number][] = [];
  let at = start;
  for (; at < text.length && lineBreakAt(text, at) === 0; at = nextLine(text, at)) {
    FIELD.lastIndex = at;
    const [, name, value = ''] = FIELD.exec(text) ?? [];
    if (name !== undefined) headers.push({ name, value: value.trimEnd(), at: offsetAt(at) });
    else report(offsetAt(at), 'The line is no header, expected "name: value", or an empty line before the body.');
  }
  return { headers, next: at + lineBreakAt(text, at) };
}

function nextLine(text: string, at: number): number {
  return text.indexOf('\n', at) + 1 || text.length;
}
