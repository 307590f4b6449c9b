import { isObject, type Json } from '../core/json.js';
import { readJson } from '../core/json-read.js';
import { child, valueAt } from '../core/pointer.js';
import { added, parentOf, removed, replaced, type Source, type Written } from './fix-json-edits.js';
import { layoutOf } from './fix-layout.js';
import { placesIn } from './fix-places.js';
import type { Fix } from './rule.js';

/** A fix that was applied. */
export interface Change<Of extends Fix = Fix> {
  readonly fix: Of;
  /** Where the value stands afterwards. */
  readonly pointer: string;
  /** The value before; undefined where there was none, or where only the key has changed. */
  readonly was: Json | undefined;
}

/** A text with fixes applied, and which of them. */
export interface Fixed<Of extends Fix = Fix> {
  readonly text: string;
  /** In the order of the text. */
  readonly changes: readonly Change<Of>[];
}

interface Edit<Of extends Fix> extends Change<Of>, Written {}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Applies fixes to a JSON text; what they do not concern stays as it is, byte for byte. Fixes that meet in one place are not applied together:
 * the first is, and whoever reads the new text again finds whether the other is still needed. One that has nothing to change, leads nowhere,
 * or would make a key stand twice is not applied. A text that is no JSON stays as it is.
 */
export function fixJson<Of extends Fix>(marked: string, fixes: readonly Of[]): Fixed<Of> {
  const mark = marked.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const text = marked.slice(mark.length);
  const { value } = readJson('', text);
  if (value === undefined) return { text: marked, changes: [] };
  const targets = fixes.map(targetOf);
  const source = { text, value, layout: layoutOf(text), spotAt: placesIn(text, targets) };
  const edits = fixes
    .map((fix) => editOf(source, fix))
    .filter((edit) => edit !== undefined)
    .sort((one, other) => one.range.start - other.range.start);
  const pieces: string[] = [mark];
  const changes: Change<Of>[] = [];
  const written = new Set<string>();
  let done = 0;
  for (const { range, replacement, writes, fix, pointer, was } of edits) {
    if (range.start < done || written.has(writes)) continue;
    written.add(writes);
    pieces.push(text.slice(done, range.start), replacement);
    changes.push({ fix, pointer, was });
    done = range.end;
  }
  return { text: [...pieces, text.slice(done)].join(''), changes };
}

function editOf<Of extends Fix>(source: Source, fix: Of): Edit<Of> | undefined {
  // a type parameter is not narrowed
  const plain: Fix = fix;
  if ('remove' in plain) {
    const edit = removed(source, plain.from, plain.remove);
    return edit && { ...edit, pointer: plain.from, was: undefined, fix };
  }
  if ('rename' in plain) {
    const parent = parentOf(plain.rename);
    const key = source.spotAt(plain.rename)?.key;
    const holder = valueAt(source.value, parent);
    if (!key || !isObject(holder) || Object.hasOwn(holder, plain.to)) return undefined;
    const to = child(parent, plain.to);
    return { range: key, replacement: JSON.stringify(plain.to), writes: to, pointer: to, was: undefined, fix };
  }
  const { set: pointer, value } = plain;
  const was = valueAt(source.value, pointer);
  const edit = was === undefined ? added(source, pointer, value) : replaced(source, pointer, { was, value });
  return edit && { ...edit, pointer, was, fix };
}

/** Where a fix changes something. */
export function targetOf(fix: Fix): string {
  if ('set' in fix) return fix.set;
  return 'rename' in fix ? fix.rename : fix.from;
}
