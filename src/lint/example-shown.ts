import { isArray, type Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { shorten } from '../core/shorten.js';

/** What a reader is shown of one value of an example, in lines. */
const MOST_LINES = 40;
/** Of more members than these, the first {@link FIRST_MEMBERS} are shown. */
const MOST_MEMBERS = 16;
const FIRST_MEMBERS = 3;
/** In characters: a longer text is shown by its beginning. */
const LONGEST_TEXT = 200;
const DEEPEST = 12;

/** A value of an example for a reader: the beginning of a long text, the first of many members, and as many levels as fit on a page. */
export function shownExample(value: Json): Json {
  for (let levels = DEEPEST; levels > 1; levels -= 1) {
    const shown = cut(value, levels);
    if (writeJson(shown).split('\n').length <= MOST_LINES) return shown;
  }
  return cut(value, 1);
}

function cut(value: Json, levels: number): Json {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT ? value : `${value.slice(0, LONGEST_TEXT)}…`;
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return shorten(value);
  if (isArray(value)) {
    const first = value.length <= MOST_MEMBERS ? value : value.slice(0, FIRST_MEMBERS);
    const items = first.map((item) => cut(item, levels - 1));
    return first === value ? items : [...items, more(value.length - first.length)];
  }
  const entries = Object.entries(value);
  const first = entries.length <= MOST_MEMBERS ? entries : entries.slice(0, FIRST_MEMBERS);
  const members = Object.fromEntries(first.map(([key, inner]) => [key, cut(inner, levels - 1)]));
  return first === entries ? members : { ...members, '…': more(entries.length - first.length) };
}

const more = (count: number): string => `… ${count} more of the same …`;
