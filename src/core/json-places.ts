import { closingQuote } from './json-quotes.js';
import type { Placed } from './places.js';

/*
 * Where the values of a text stand that JSON.parse has read, so that nothing but quotes, brackets and commas need be looked at.
 * One pass notes the brackets; the members of an object or array are looked for when a place in it is asked for.
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

/** The objects and arrays of a text, by where they begin. */
interface Brackets {
  readonly text: string;
  /** Offsets of the opening brackets. */
  readonly starts: number[];
  /** Of each, the offset of the closing one. */
  readonly ends: number[];
  /** Of each, which one is the first behind it. */
  readonly next: number[];
}

/** Where the value of `text` stands, and all values in it. `text` is JSON (RFC 8259) in which no key stands twice in one object. */
export function placesIn(text: string): Placed {
  const brackets = bracketsOf(text);
  const offset = behindBlank(text, 0);
  return isBracket(text.charCodeAt(offset)) ? lazily(brackets, 0) : offset;
}

/**
 * Up to a bracket. Strings without a backslash are passed by, some at once: to look at each of them from here takes three times as long.
 * Stops behind one of them too, and before the first backslash of any other.
 */
const structural = /(?:"[^"\\]*"[^"[\]{}]*){0,8}(?:"[^"\\]*"?|[[\]{}])/g;

function bracketsOf(text: string): Brackets {
  const brackets: Brackets = { text, starts: [], ends: [], next: [] };
  const open: number[] = [];
  structural.lastIndex = 0;
  while (structural.test(text)) {
    const at = structural.lastIndex - 1;
    const code = text.charCodeAt(at);
    if (text.charCodeAt(at + 1) === BACKSLASH) structural.lastIndex = closingQuote(text, at) + 1;
    else if (code === QUOTE) continue;
    else if (isBracket(code)) {
      open.push(brackets.starts.push(at) - 1);
      brackets.ends.push(at);
      brackets.next.push(0);
    } else {
      const closed = open.pop() ?? 0;
      brackets.ends[closed] = at;
      brackets.next[closed] = brackets.starts.length;
    }
  }
  return brackets;
}

/** The object or array of that number, its members looked for at the first question. */
function lazily(brackets: Brackets, index: number): Placed {
  let known: ReturnType<typeof membersOf> | undefined;
  return {
    offset: brackets.starts[index] ?? 0,
    get children() {
      return (known ??= membersOf(brackets, index));
    },
  };
}

function membersOf(brackets: Brackets, index: number): Map<string, Placed> | Placed[] {
  const { text, starts, ends, next } = brackets;
  const start = starts[index] ?? 0;
  const named = text.charCodeAt(start) === OPEN_OBJECT ? new Map<string, Placed>() : undefined;
  const listed: Placed[] = [];
  let inner = index + 1;
  let at = behindBlank(text, start + 1);
  while (at < (ends[index] ?? 0)) {
    const keyEnd = named ? closingQuote(text, at) : 0;
    const value = named ? behindBlank(text, text.indexOf(':', keyEnd) + 1) : at;
    const code = text.charCodeAt(value);
    const placed = isBracket(code) ? lazily(brackets, inner) : value;
    if (named) named.set(keyIn(text, at, keyEnd), placed);
    else listed.push(placed);
    if (isBracket(code)) {
      at = (ends[inner] ?? 0) + 1;
      inner = next[inner] ?? 0;
    } else at = code === QUOTE ? closingQuote(text, value) + 1 : value + 1;
    at = behindComma(text, at);
  }
  return named ?? listed;
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
    if (code === CLOSE_OBJECT || code === CLOSE_LIST) return here;
  }
  return text.length;
}

function behindBlank(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) <= SPACE) at++;
  return at;
}

const isBracket = (code: number): boolean => code === OPEN_OBJECT || code === OPEN_LIST;
