import { isArray, type Json } from './json.js';
import { isVisibleAscii } from './visible-ascii.js';

/** The longest part of a list that is shown, in UTF-16 code units. */
const MAX_PART = 30;

/**
 * One line for a message, at most `max` (8 or more) UTF-16 code units: a string quoted and cut, an array by its first items,
 * an object by its first keys; what would not print, escaped. Looks at little more of a value than it shows.
 */
export function shorten(value: Json | undefined, max = 60): string {
  if (typeof value === 'string') return quoted(value, max);
  if (typeof value !== 'object' || value === null) return cut(String(value), max);
  if (isArray(value)) return listed(value, { brackets: '[]', part: shortItem, max });
  return listed(Object.keys(value), { brackets: '{}', part: shortKey, max });
}

function shortItem(item: Json): string {
  if (typeof item !== 'object' || item === null) return shorten(item, MAX_PART);
  if (isArray(item)) return item.length === 0 ? '[]' : '[…]';
  return Object.keys(item).length === 0 ? '{}' : '{…}';
}

function shortKey(key: string): string {
  return key.length <= MAX_PART && /^[\w.$-]+$/.test(key) ? key : quoted(key, MAX_PART);
}

interface ListStyle<Item> {
  readonly brackets: string;
  readonly part: (item: Item) => string;
  readonly max: number;
}

function listed<Item>(items: readonly Item[], { brackets, part, max }: ListStyle<Item>): string {
  const more = ', …'.length;
  const parts: string[] = [];
  let length = brackets.length;
  for (const [index, item] of items.entries()) {
    const text = part(item);
    const last = index === items.length - 1;
    length += text.length + (index === 0 ? 0 : ', '.length);
    if (length + (last ? 0 : more) > max) {
      parts.push('…');
      break;
    }
    parts.push(text);
  }
  return `${brackets.charAt(0)}${parts.join(', ')}${brackets.charAt(1)}`;
}

function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

/** Text in which there is nothing to escape: ASCII, and the letters and marks of most languages, of which none is hidden. */
const plain = /^[ !#-[\]-~\xA0-\xAC\xAE-\u05FF\u2010-\u2027\u2030-\u205E\u3000-\uD7FF]*$/;

function quoted(text: string, max: number): string {
  const room = max - '""'.length;
  if (text.length <= room) {
    if (plain.test(text)) return `"${text}"`;
  } else if (plain.test(text.slice(0, room + 1))) return `"${text.slice(0, room - 1)}…"`;
  const pieces: string[] = [];
  let length = 0;
  for (const character of text) {
    const piece = visible(character);
    pieces.push(piece);
    length += piece.length;
    if (length <= room) continue;
    while (length + 1 > room) length -= pieces.pop()?.length ?? length;
    pieces.push('…');
    break;
  }
  return `"${pieces.join('')}"`;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

/** The character, escaped as in JavaScript where it would not print. */
function visible(character: string): string {
  const escape = escapes.get(character);
  if (escape !== undefined) return escape;
  if (isVisibleAscii(character) || !isHidden(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).padStart(4, '0');
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex}`;
}

/** Whether a character would not show, or would move the cursor: controls, formatting (bidirectional too), line separators, lone surrogates. */
function isHidden(character: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character); // here: it is read when it is asked for, which is seldom and takes long
}
