import { isArray, isObject, type Json } from '../core/json.js';
import { child, tokens, valueAt } from '../core/pointer.js';
import { sameJson } from '../core/same-json.js';
import { writtenAt, type Layout } from './fix-layout.js';
import { placesIn, type Range, type Spot } from './fix-places.js';

/** A part of the text that is replaced. */
export interface Written {
  readonly range: Range;
  readonly replacement: string;
  /** The member that it writes: no other fix may write it too. */
  readonly writes: string;
}

/** A JSON text that is changed, and what it says. */
export interface Source {
  readonly text: string;
  readonly value: Json;
  readonly layout: Layout;
  readonly spotAt: (pointer: string) => Spot | undefined;
}

/** The pointer of what a value stands in. */
export const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** Of a list, only the items that differ, so that its layout stays. */
export function replaced(
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
export function added(
  { text, value: root, layout, spotAt }: Source,
  pointer: string,
  value: Json,
): Written | undefined {
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

/** The object without the members of those keys; each of the others as it is, with what stands before it. */
export function removed(
  { text, value, spotAt }: Source,
  pointer: string,
  keys: readonly string[],
): Written | undefined {
  const range = spotAt(pointer)?.range;
  const holder = valueAt(value, pointer);
  if (!range || !isObject(holder) || !keys.some((key) => Object.hasOwn(holder, key))) return undefined;
  const part = text.slice(range.start, range.end);
  const names = Object.keys(holder);
  const spots = placesIn(
    part,
    names.map((name) => child('', name)),
  );
  const members = names
    .flatMap((name) => {
      const { key, range: its } = spots(child('', name)) ?? {};
      return key && its ? [{ name, start: key.start, end: its.end }] : [];
    })
    .sort((one, other) => one.start - other.start);
  const kept = members.flatMap(({ name, start, end }, index) =>
    keys.includes(name)
      ? []
      : [{ text: part.slice(start, end), before: part.slice(members[index - 1]?.end ?? 1, start) }],
  );
  const [first] = members;
  const last = members.at(-1);
  if (!first || !last) return undefined;
  const [begin, ...rest] = kept;
  const inner = begin
    ? [
        part.slice(1, first.start),
        begin.text,
        ...rest.flatMap((one) => [one.before, one.text]),
        part.slice(last.end, -1),
      ]
    : [];
  return { range, replacement: ['{', ...inner, '}'].join(''), writes: pointer };
}
