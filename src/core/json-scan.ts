import { jsonComment, jsonSyntax, jsonTrailingComma } from './json-rules.js';
import { describe, stringEnd, wordEnd, type TokenTrouble } from './json-token.js';
import { MAX_DEPTH } from './limits.js';
import type { Rule } from './rule.js';
import { documentTooDeep } from './text-rules.js';

/** What a scan tells, in the order of the text. Offsets are those of the first character and the one behind the last. */
export interface JsonEvents {
  /** An array or an object begins; `text[offset]` says which. */
  open(offset: number): void;
  close(): void;
  key(start: number, end: number): void;
  /** A string, number or literal. */
  scalar(start: number, end: number): void;
  /** The text is no JSON here. After a comment or a trailing comma the scan goes on, otherwise this is its last event. */
  problem(rule: Rule<string>, offset: number, message: string): void;
}

interface Scan {
  readonly text: string;
  readonly events: JsonEvents;
  /** The closing brackets that are still to come. */
  readonly closers: string[];
  at: number;
}

/** Reads one thing, and gives what comes next; undefined at the end, good or bad. */
type Step = (scan: Scan) => Step | undefined;

/**
 * The grammar of JSON (RFC 8259), the only place that knows it. Needs no stack: nesting is bounded by {@link MAX_DEPTH} and by nothing else.
 * Comments and trailing commas are told as problems and then skipped.
 */
export function scanJson(text: string, events: JsonEvents): void {
  const scan: Scan = { text, events, closers: [], at: 0 };
  skipBlank(scan);
  let step: Step | undefined = value;
  while (step) step = step(scan);
}

function value(scan: Scan): Step | undefined {
  const { text, at } = scan;
  switch (text[at]) {
    case '{':
      return open(scan, '}', key);
    case '[':
      return open(scan, ']', value);
    case '"':
      return scalar(scan, stringEnd(text, at));
    default:
      return scalar(scan, wordEnd(text, at));
  }
}

function open(scan: Scan, closer: string, first: Step): Step | undefined {
  if (scan.closers.length === MAX_DEPTH) {
    scan.events.problem(
      documentTooDeep,
      scan.at,
      `Found nesting deeper than the ${MAX_DEPTH} levels that were expected at most.`,
    );
    return undefined;
  }
  scan.events.open(scan.at);
  scan.closers.push(closer);
  advance(scan, scan.at + 1);
  return scan.text[scan.at] === closer ? close(scan) : first;
}

function close(scan: Scan): Step {
  scan.closers.pop();
  scan.events.close();
  advance(scan, scan.at + 1);
  return afterValue;
}

function key(scan: Scan): Step | undefined {
  const { text, events, at } = scan;
  if (text[at] !== '"') return fail(scan, 'a key in double quotes');
  const end = soundEnd(scan, stringEnd(text, at));
  if (end === undefined) return undefined;
  events.key(at, end);
  advance(scan, end);
  return colon;
}

function colon(scan: Scan): Step | undefined {
  if (scan.text[scan.at] !== ':') return fail(scan, '":"');
  advance(scan, scan.at + 1);
  return value;
}

function afterValue(scan: Scan): Step | undefined {
  const { text, closers, at } = scan;
  const closer = closers.at(-1);
  if (closer === undefined) return at === text.length ? undefined : fail(scan, 'the end of the text');
  if (text[at] === closer) return close(scan);
  if (text[at] !== ',') return fail(scan, `"," or "${closer}"`);
  advance(scan, at + 1);
  if (text[scan.at] !== closer) return closer === '}' ? key : value;
  scan.events.problem(jsonTrailingComma, at, `Found a comma before "${closer}" where "${closer}" was expected.`);
  return close(scan);
}

function scalar(scan: Scan, found: number | TokenTrouble): Step | undefined {
  const end = soundEnd(scan, found);
  if (end === undefined) return undefined;
  scan.events.scalar(scan.at, end);
  advance(scan, end);
  return afterValue;
}

/** Where a token ends, or undefined (a problem) where something is wrong with it. */
function soundEnd({ events }: Scan, end: number | TokenTrouble): number | undefined {
  if (typeof end === 'number') return end;
  events.problem(jsonSyntax, end.offset, end.message);
  return undefined;
}

function fail({ text, events, at }: Scan, expected: string): undefined {
  events.problem(jsonSyntax, at, `Found ${describe(text, at)} where ${expected} was expected.`);
}

function advance(scan: Scan, at: number): void {
  scan.at = at;
  skipBlank(scan);
}

const blank = /[ \t\n\r]*/y;
const comment = /\/\/[^\n\r]*|\/\*[^]*?(?:\*\/|$)/y;

/** Skips white space and comments; the latter are problems. */
function skipBlank(scan: Scan): void {
  for (;;) {
    scan.at = endOf(blank, scan);
    const end = endOf(comment, scan);
    if (end === scan.at) return;
    scan.events.problem(jsonComment, scan.at, 'Found a comment where JSON, which has none, was expected.');
    scan.at = end;
  }
}

function endOf(pattern: RegExp, { text, at }: Scan): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
