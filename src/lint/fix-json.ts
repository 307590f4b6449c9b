import { isArray, isObject, type Json } from '../core/json.js';
import { readJson } from '../core/json-read.js';
import { child, tokens, valueAt } from '../core/pointer.js';
import { sameJson } from '../core/same-json.js';
import { layoutOf, writtenAt, type Layout } from './fix-layout.js';
import { placesIn, type Range, type Spot } from './fix-places.js';
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

interface Edit<Of extends Fix> extends Change<Of> {
  readonly range: Range;
  readonly replacement: string;
  /** The member that it writes: no other fix may write it too. */
  readonly writes: string;
}

/** What stands where in the text. */
type Written = Pick<Edit<Fix>, 'range' | 'replacement' | 'writes'>;

interface Source {
  readonly text: string;
  readonly value: Json;
  readonly layout: Layout;
  readonly spotAt: (pointer: string) => Spot | undefined;
}

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
  const targets = fixes.map((fix) => ('rename' in fix ? fix.rename : fix.set));
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

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** Of a list, only the items that differ, so that its layout stays. */
function replaced(
  { text, layout, spotAt }: Source,
  pointer: string,
  { was, value }: { readonly was: Json; readonly value: Json },
): Written | undefined {
  const range = spotAt(pointer)?.range;
  if (!range || sameJson(was, value)) return undefined;
  const whole = writtenAt(layout, value, { text, offset: range.start });
  const isList = isArray(was) && isArray(value) && was.length === value.length && was.every(isPlain);
  if (!isList) return { range, replacement: whole, writes: pointer };
  const part = text.slice(range.start, range.end);
  const itemAt = placesIn(
    part,
    was.map((_item, index) => `/${index}`),
  );
  let done = 0;
  const pieces = was.flatMap((item, index) => {
    const place = itemAt(`/${index}`)?.range;
    const meant = value[index] ?? null;
    if (!place || sameJson(item, meant)) return [];
    const before = part.slice(done, place.start);
    done = place.end;
    return [before, writtenAt(layout, meant, { text, offset: range.start + place.start })];
  });
  return { range, replacement: [...pieces, part.slice(done)].join(''), writes: pointer };
}

const isPlain = (value: Json): boolean => typeof value !== 'object' || value === null;

/** A new member at the end of the object that `pointer` leads into, with all that is missing on the way. */
function added({ text, value: root, layout, spotAt }: Source, pointer: string, value: Json): Written | undefined {
  let holder = pointer;
  let inner = value;
  let key = '';
  do {
    if (holder !== pointer) inner = Object.fromEntries([[key, inner]]);
    key = tokens(holder).at(-1) ?? '';
    holder = parentOf(holder);
  } while (holder !== '' && valueAt(root, holder) === undefined);
  const spot = spotAt(holder);
  if (!spot?.range || !isObject(valueAt(root, holder))) return undefined;
  const writes = child(holder, key);
  if (spot.last) return { ...behind(text, spot.last, { key, layout, inner }), writes };
  const whole = Object.fromEntries([[key, inner]]);
  return { range: spot.range, replacement: writtenAt(layout, whole, { text, offset: spot.range.start }), writes };
}

/** Set as the member before it is. */
function behind(
  text: string,
  last: NonNullable<Spot['last']>,
  { key, layout, inner }: { readonly key: string; readonly layout: Layout; readonly inner: Json },
): Pick<Written, 'range' | 'replacement'> {
  let blank = last.key.start;
  while (/\s/.test(text.charAt(blank - 1))) blank -= 1;
  const lead = text.slice(blank, last.key.start);
  const colon = text.slice(last.key.end, last.value.start);
  const written = writtenAt(layout, inner, { text, offset: last.key.start });
  const end = last.value.end;
  return { range: { start: end, end }, replacement: `,${lead}${JSON.stringify(key)}${colon}${written}` };
}
