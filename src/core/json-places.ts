import { closingQuote } from './json-quotes.js';
import type { Placed } from './places.js';

/*
 * Where the values of a text stand that JSON.parse has read, so that nothing but quotes, brackets and commas need be looked at.
 * One pass notes the brackets, the members of an object or array are looked for when a place in it is asked for;
 * both go only as far as the place, and go on from there at the next question.
 * Costs about what JSON.parse does; reading every value with its place costs ten times that.
 */

const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** The objects and arrays of a text, by where they begin, as far as the text was looked at. */
interface Brackets {
  readonly text: string;
  /** Offsets of the closing brackets; 0 while it was not met. */
  readonly ends: number[];
  /** Of each, which one is the first behind it. */
  readonly next: number[];
  /** Those whose end was not met. */
  readonly open: number[];
  /** How far the text was looked at. */
  seen: number;
}

/** Where the value of `text` stands, and all values in it. `text` is JSON (RFC 8259) in which no key stands twice in one object. */
export function placesIn(text: string): Placed {
  const offset = behindBlank(text, 0);
  return placedAt({ text, ends: [], next: [], open: [], seen: 0 }, offset, 0);
}

/**
 * Up to a bracket. Strings without a backslash are passed by, some at once: to look at each of them from here takes three times as long.
 * Stops behind one of them too, and before the first backslash of any other.
 */
const structural = /(?:"[^"\\]*"[^"[\]{}]*){0,8}(?:"[^"\\]*"?|[[\]{}])/g;

/** Looks at the text until the end of that object or array is met. */
function lookToEnd(brackets: Brackets, index: number): void {
  const { text, ends, next, open } = brackets;
  structural.lastIndex = brackets.seen;
  while (!ends[index] && structural.test(text)) {
    const at = structural.lastIndex - 1;
    const code = text.charCodeAt(at);
    if (text.charCodeAt(at + 1) === BACKSLASH) structural.lastIndex = closingQuote(text, at) + 1;
    else if (code === QUOTE) continue;
    else if (isBracket(code)) {
      open.push(ends.push(0) - 1);
      next.push(0);
    } else {
      const closed = open.pop() ?? 0;
      ends[closed] = at;
      next[closed] = ends.length;
    }
  }
  brackets.seen = structural.lastIndex;
}

/** A value. `index` is its number if it is an object or array. */
function placedAt(brackets: Brackets, offset: number, index: number): Placed {
  if (!isBracket(brackets.text.charCodeAt(offset))) return offset;
  let members: Members | undefined;
  return { offset, find: (token) => findIn(brackets, (members ??= noneOf(brackets, offset, index)), token) };
}

/** What an object or array holds, as far as it was looked at. */
interface Members {
  readonly isList: boolean;
  /** By key or index. */
  readonly known: Map<string, Placed>;
  /** Where the next member begins, or the closing bracket stands; where the last value does while that is still to be passed by. */
  at: number;
  /** The number of the first object or array from there. */
  inner: number;
  /** Whether the last value is an object or array and still to be passed by. */
  isBeforeLast: boolean;
}

function noneOf({ text }: Brackets, start: number, index: number): Members {
  const isList = text.charCodeAt(start) === OPEN_LIST;
  return { isList, known: new Map(), at: behindBlank(text, start + 1), inner: index + 1, isBeforeLast: false };
}

function findIn(brackets: Brackets, members: Members, token: string): Placed | undefined {
  const { known } = members;
  while (!known.has(token) && readMember(brackets, members));
  return known.get(token);
}

/** Looks at one member more; false if there is none. */
function readMember(brackets: Brackets, members: Members): boolean {
  const { text } = brackets;
  if (members.isBeforeLast) passLast(brackets, members);
  const { isList, known, at, inner } = members;
  if (at >= text.length || isClosing(text.charCodeAt(at))) return false;
  const keyEnd = isList ? 0 : closingQuote(text, at);
  const value = isList ? at : behindBlank(text, text.indexOf(':', keyEnd) + 1);
  const code = text.charCodeAt(value);
  known.set(isList ? String(known.size) : keyIn(text, at, keyEnd), placedAt(brackets, value, inner));
  members.isBeforeLast = isBracket(code);
  if (members.isBeforeLast) members.at = value;
  else members.at = behindComma(text, code === QUOTE ? closingQuote(text, value) + 1 : value + 1);
  return true;
}

function passLast(brackets: Brackets, members: Members): void {
  const { inner } = members;
  lookToEnd(brackets, inner);
  members.at = behindComma(brackets.text, (brackets.ends[inner] ?? 0) + 1);
  members.inner = brackets.next[inner] ?? 0;
  members.isBeforeLast = false;
}

/** The key between two quotes. */
function keyIn(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end);
  return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw; // it was read as a string
}

/** Where the next member begins, or the closing bracket stands. `at` is behind a value, or in a number or literal. */
function behindComma(text: string, at: number): number {
  for (let here = at; here < text.length; here++) {
    const code = text.charCodeAt(here);
    if (code === COMMA) return behindBlank(text, here + 1);
    if (isClosing(code)) return here;
  }
  return text.length;
}

function behindBlank(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) <= SPACE) at++;
  return at;
}

const isBracket = (code: number): boolean => code === OPEN_OBJECT || code === OPEN_LIST;

const isClosing = (code: number): boolean => code === CLOSE_OBJECT || code === CLOSE_LIST;
