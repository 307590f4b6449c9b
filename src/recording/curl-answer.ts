import { scanJson } from '../core/json-scan.js';
import { excerpter, partOf, sliceOf, type Excerpt } from './curl-excerpt.js';
import { isMessageAt, messageOf, type MessageText, type OffsetReport } from './http-message.js';

/** What a command has printed. */
export interface Answer extends Omit<MessageText, 'status'> {
  /** Undefined where only a body was printed. */
  readonly status: number | undefined;
}

/** A part of a file, by offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a body begins that stands alone behind a command, and is not the next line of a script: JSON, markup, server-sent events. */
const BODY = /[[{<"]|data:|event:/y;
/** How the transcript of `curl -v` begins. */
const VERBOSE = /[*<>] |Note: Unnecessary use of -X/y;
/** The lines of the progress meter. */
const METER = /^\s*(?:% Total\b|Dload\b)|^\r?\s*\d.*--:--:--/;

/**
 * Reads what stands behind a command as its answer: headers and body as `curl -i` prints them, the transcript of `curl -v`, or a body alone.
 * Undefined where nothing of the kind is there.
 */
export function answerIn(text: string, span: Span, report: OffsetReport): Answer | undefined {
  const start = answerStart(text, span);
  VERBOSE.lastIndex = start;
  if (VERBOSE.test(text)) return fromMessage(received(text, { start, end: span.end }), report);
  if (isMessageAt(text, start)) return fromMessage(sliceOf(text, start, span.end), report);
  BODY.lastIndex = start;
  if (start >= span.end || !BODY.test(text)) return undefined;
  return bodyAlone(sliceOf(text, start, span.end), start);
}

/** An answer that has only a body, whatever it is. */
export function bodyAlone(body: Excerpt, start: number): Answer {
  return withoutCue({ status: undefined, start, headers: [], body });
}

function fromMessage(message: Excerpt, report: OffsetReport): Answer | undefined {
  const answer = messageOf(message, report);
  return answer && withoutCue(answer);
}

/** Passes empty lines and the progress meter. The first line of a transcript may stand in a line of the meter. */
function answerStart(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end) {
    const next = lineEnd(text, at, end);
    const line = text.slice(at, next);
    const isMeter = METER.test(line);
    if (isMeter && line.includes('*')) return at + line.indexOf('*');
    if (!isMeter && line.trim() !== '') return at + line.length - line.trimStart().length;
    at = next;
  }
  return end;
}

function lineEnd(text: string, at: number, end: number): number {
  return Math.min(text.indexOf('\n', at) + 1 || end, end);
}

const RECEIVED_LINE = /^<(?: ([^\r\n]*)|(?=\r?\n))/;
/** What `-v` says on its own, of a line that could be one of a body too. */
const SAID =
  /^(?:[{}] \[\d+ bytes data\]|curl: \(\d+\) |[*] (?:Connection|Closing|Excess|Leftovers|TLS|Mark|Added|Issue|Ignoring|schannel|transfer)\b)/;
/** The same, behind a body that does not end with a line break. */
const SAID_BEHIND = /[*] (?:Connection #\d+ to host \S+ left intact|Closing connection\b[^\n]*)\s*$/;

/** What a transcript has of the response: its header lines without their mark, and what follows them without one. */
function received(text: string, { start, end }: Span): Excerpt {
  let out = excerpter();
  let state: 'before' | 'head' | 'body' = 'before';
  for (let at = start, next = at; at < end; at = next) {
    next = lineEnd(text, at, end);
    const line = text.slice(at, next);
    const header = RECEIVED_LINE.exec(line);
    const isStatus = header?.[1]?.startsWith('HTTP/') ?? false;
    if (isStatus) out = excerpter();
    if (header && (isStatus || state === 'head')) {
      out.add((header[1] ?? '') + (line.endsWith('\n') ? '\n' : ''), at + '< '.length);
      state = (header[1] ?? '').trim() === '' ? 'body' : 'head';
    } else if (state === 'body' && !SAID.test(line) && !METER.test(line)) out.add(line.replace(SAID_BEHIND, ''), at);
  }
  return out.done();
}

/** How long the line can be that follows a body: the terminal's cue for the next command, or what `--write-out` prints. */
const LONGEST_CUE = 200;

/** Without the terminal's cue that stands behind JSON where the body does not end with a line break. A status that is printed there is the answer's. */
function withoutCue(answer: Answer): Answer {
  const { body } = answer;
  const end = jsonEnd(body.text);
  const behind = body.text.slice(end, end + LONGEST_CUE + 1).trim();
  if (end === 0 || behind.length > LONGEST_CUE || behind.includes('\n')) {
    return { ...answer, body: partOf(body, 0, body.text.trimEnd().length) };
  }
  const status = answer.status ?? /^\D*([1-5]\d\d)$/.exec(behind)?.[1];
  return {
    ...answer,
    status: status === undefined ? undefined : Number(status),
    body: partOf(body, 0, body.text.slice(0, end).trimEnd().length),
  };
}

/** Where the JSON object or array ends that a text begins with, and the blanks behind it; 0 where there is none, or it is broken. */
function jsonEnd(text: string): number {
  if (!/^\s*[[{]/.test(text)) return 0;
  let depth = 0;
  let end = text.length;
  const nothing = () => {};
  scanJson(text, {
    open: () => (depth += 1),
    close: () => (depth -= 1),
    key: nothing,
    scalar: nothing,
    problem: (_, offset) => (end = depth === 0 ? Math.min(end, offset) : 0),
  });
  return end;
}
