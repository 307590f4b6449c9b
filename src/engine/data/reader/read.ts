import type { Json } from '../../../core/json.js';
import { MAX_DEPTH } from '../../../core/limits.js';
import type { Failure } from '../../../expression/failure.js';
import {
  characterAt,
  countItem,
  cursorOf,
  endsEarly,
  isBlank,
  misread,
  passBlank,
  passSpace,
  type Cursor,
} from './cursor.js';
import { passWord, readNumber, readString } from './scalars.js';

/**
 * The first value in a text, as Newtonsoft.Json reads it with its leave: single quotes, names without quotes, comments, commas too many, `NaN`,
 * `0x1A`, text behind the value; the end of the text ends what is open. Undefined where there is nothing but white space and comments. Of a name
 * that stands twice the last counts. `NaN` and what is infinite are numbers here. Throws a `Failure`, its message that of the reader.
 */
export function readLeniently(text: string): Json | undefined {
  const cursor = cursorOf(text);
  return passBlank(cursor) ? readValue(cursor) : undefined;
}

/** Words that are values, by their first letter: themselves, what messages call them, what they stand for. */
const words: ReadonlyMap<string, readonly [word: string, kind: string, value: Json]> = new Map([
  ['t', ['true', 'boolean', true]],
  ['f', ['false', 'boolean', false]],
  ['u', ['undefined', 'undefined', null]],
  ['N', ['NaN', 'NaN', Number.NaN]],
  ['I', ['Infinity', 'Infinity', Number.POSITIVE_INFINITY]],
]);

function readValue(cursor: Cursor): Json {
  if (!passBlank(cursor)) throw endsEarly(cursor);
  const first = cursor.text.charAt(cursor.at);
  switch (first) {
    case '{':
      return readObject(cursor);
    case '[':
      return readArray(cursor);
    case '"':
    case "'": {
      const value = readString(cursor);
      countItem(cursor);
      return value;
    }
    case ',':
      // An empty place; what comes after the value goes over the comma.
      countItem(cursor);
      return null;
    case ']':
    case ')':
      throw wrongEnd(cursor);
    case 'n':
      return readNull(cursor);
    default:
      return readOther(cursor, first);
  }
}

function readNull(cursor: Cursor): null {
  const next = cursor.text.charAt(cursor.at + 1);
  if (next === '') {
    cursor.at += 1;
    throw misread(cursor, 'Unexpected end when reading JSON.');
  }
  // `new Date(0)` is a value to Newtonsoft.Json; nobody has seen one in a workflow.
  if (next !== 'u') throw unexpected(cursor);
  passWord(cursor, 'null', 'null');
  return null;
}

function readOther(cursor: Cursor, first: string): Json {
  const word = words.get(first);
  if (word) {
    passWord(cursor, word[0], word[1]);
    return word[2];
  }
  if (first === '-' && cursor.text.charAt(cursor.at + 1) === 'I') {
    passWord(cursor, '-Infinity', '-Infinity');
    return Number.NEGATIVE_INFINITY;
  }
  if (first === '-' || first === '.' || /\p{N}/u.test(first)) return readNumber(cursor);
  throw unexpected(cursor);
}

function unexpected(cursor: Cursor): Failure {
  return misread(cursor, `Unexpected character encountered while parsing value: ${characterAt(cursor)}.`);
}

function open(cursor: Cursor, before: undefined | -1): void {
  countItem(cursor);
  cursor.at += 1;
  cursor.path.push(before);
  if (cursor.path.length > MAX_DEPTH) throw misread(cursor, `The reader's MaxDepth of ${MAX_DEPTH} has been exceeded.`);
}

function close(cursor: Cursor): void {
  cursor.at += 1;
  cursor.path.pop();
}

const ends: Readonly<Record<string, string>> = { '}': 'EndObject', ']': 'EndArray', ')': 'EndConstructor' };

/** A bracket that closes something else than what is open. */
function wrongEnd(cursor: Cursor): Failure {
  const inside = cursor.path.at(-1);
  const kind = cursor.path.length === 0 ? 'None' : typeof inside === 'number' ? 'Array' : 'Object';
  const token = ends[characterAt(cursor)];
  close(cursor);
  return misread(cursor, `JsonToken ${token} is not valid for closing JsonType ${kind}.`);
}

/** After a value in an array or object that `closer` ends: whether another may follow. The end of the text ends what is open. */
function hasMore(cursor: Cursor, closer: ']' | '}'): boolean {
  if (!passBlank(cursor)) return false;
  const character = cursor.text.charAt(cursor.at);
  if (character === closer) {
    close(cursor);
    return false;
  }
  if (character === ',') {
    cursor.at += 1;
    return true;
  }
  if (Object.hasOwn(ends, character)) throw wrongEnd(cursor);
  throw misread(cursor, `After parsing a value an unexpected character was encountered: ${characterAt(cursor)}.`);
}

/** Before a name or an item: whether what `closer` ends is ended in its place. */
function isClosed(cursor: Cursor, closer: ']' | '}'): boolean {
  if (!passBlank(cursor)) throw endsEarly(cursor);
  if (cursor.text.charAt(cursor.at) !== closer) return false;
  close(cursor);
  return true;
}

function readArray(cursor: Cursor): Json {
  open(cursor, -1);
  const items: Json[] = [];
  while (!isClosed(cursor, ']')) {
    items.push(readValue(cursor));
    if (!hasMore(cursor, ']')) break;
  }
  return items;
}

function readObject(cursor: Cursor): Json {
  open(cursor, undefined);
  const members = new Map<string, Json>();
  while (!isClosed(cursor, '}')) {
    const name = readName(cursor);
    cursor.path[cursor.path.length - 1] = name;
    const value = readValue(cursor);
    members.delete(name); // what stands twice stands where it stood last
    members.set(name, value);
    if (!hasMore(cursor, '}')) break;
  }
  return Object.fromEntries(members);
}

/** The name of a member, and the colon behind it. */
function readName(cursor: Cursor): string {
  const first = cursor.text.charAt(cursor.at);
  const name = first === '"' || first === "'" ? readString(cursor) : bareName(cursor);
  if (passSpace(cursor) !== ':') {
    const found = characterAt(cursor);
    throw misread(cursor, `Invalid character after parsing property name. Expected ':' but got: ${found}.`);
  }
  cursor.at += 1;
  return name;
}

function bareName(cursor: Cursor): string {
  const letters = /[\p{L}\p{Nd}_$]*/uy;
  letters.lastIndex = cursor.at;
  const name = letters.exec(cursor.text)?.[0] ?? '';
  if (name === '') throw misread(cursor, `Invalid property identifier character: ${characterAt(cursor)}.`);
  cursor.at += name.length;
  const next = cursor.text.charAt(cursor.at);
  if (next === '') throw misread(cursor, 'Unexpected end while parsing unquoted property name.');
  if (next === ':' || isBlank(next)) return name;
  throw misread(cursor, `Invalid JavaScript property identifier character: ${characterAt(cursor)}.`);
}
