import type { Json } from '../core/json.js';
import type { DiffRule } from './rule.js';
import { wordingRules } from './wording-rules.js';
import { valueRules } from './value-rules.js';
import { keyword, typeIn, type View } from './view.js';

/** The edit between two types; undefined where they are the same: one that is told by `properties` or `items` is as one that is declared. */
export function typeEdit(was: View, is: View): DiffRule | undefined {
  const [from, to] = [typeIn(was), typeIn(is)];
  const isDeclared = (keyword(was, 'type') ?? keyword(is, 'type')) !== undefined;
  if (from === to || !isDeclared) return undefined;
  if (to === undefined || (from === 'integer' && to === 'number')) return valueRules.typeWidened;
  if (from === undefined || (from === 'number' && to === 'integer')) return valueRules.typeNarrowed;
  return valueRules.typeChanged;
}

/** Formats whose values are all of another format, too. */
const within: ReadonlyMap<string, string> = new Map([['int32', 'int64']]);

/** Formats that say how a text is shown or typed, or how exact a number is, and nothing of which texts and numbers there are. */
const forDisplay: ReadonlySet<Json | undefined> = new Set([undefined, '', 'password', 'html', 'float', 'double']);

/** The edit between two formats. An empty one is none. */
export function formatEdit(was: View, is: View): DiffRule | undefined {
  const [from, to] = [keyword(was, 'format') || undefined, keyword(is, 'format') || undefined];
  if (from === to) return undefined;
  if (forDisplay.has(from) && forDisplay.has(to)) return wordingRules.wordingChanged;
  if (forDisplay.has(to) || within.get(String(from)) === to) return valueRules.formatWidened;
  if (forDisplay.has(from) || within.get(String(to)) === from) return valueRules.formatNarrowed;
  return valueRules.formatChanged;
}
