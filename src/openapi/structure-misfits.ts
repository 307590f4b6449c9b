import { isArray, own, type Json, type JsonArray, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { withStandIns } from './as-written.js';
import { canonicalKey } from './canonical-key.js';
import {
  below,
  misplacedReference,
  missing,
  nameOf,
  report,
  unknownKey,
  wrongKind,
  wrongValue,
  type Reading,
} from './structure-reading.js';
import type { CaseShape, Need, RecordShape, Shape } from './structure-shape.js';

/* What is done with a list, a map or a record that is not as its shape says. */

/** What was read of the entries of an object that is not what is written: undefined is left out. */
export type Changes = Map<string, Json | undefined>;

/** The object as it is read. */
export function withChanges(object: JsonObject, changes: Changes): JsonObject {
  const entries = Object.entries(object).map(([key, item]) => [key, changes.has(key) ? changes.get(key) : item]);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined)) as JsonObject; // the others are values
}

/** Notes the items of a list that stand in it already. */
export function repeatedItems(reading: Reading, list: JsonArray): void {
  if (new Set(list.map(mark)).size === list.length) return; // as nearly always
  const firsts = new Map<string, number>();
  list.forEach((item, index) => {
    const key = canonicalKey(item);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, index);
    else {
      below(reading, index, () => {
        const message = `${nameOf(reading)} is ${shorten(item)}, as item ${first} is already.`;
        return report(reading, 'repeatedItem', message);
      });
    }
  });
}

/**
 * What equal items have in common and most others do not, to be held against one another as `Set` does it: `canonicalKey` would look
 * at whole schemas. What names an object tells it apart; a `bigint` can be equal to a `number`.
 */
function mark(item: Json): unknown {
  if (typeof item === 'bigint') return Number(item);
  if (typeof item !== 'object' || item === null) return item;
  const name = isArray(item) ? undefined : (own(item, '$ref') ?? own(item, 'name'));
  return typeof name === 'string' ? name : undefined;
}

/** Notes that the shape of a record is not known. */
export function noCase(reading: Reading, { by, cases }: CaseShape, object: JsonObject): undefined {
  const value = own(object, by);
  const choice: Shape = { holds: 'text', values: Object.keys(cases) };
  const $ref = own(object, '$ref');
  if (typeof $ref === 'string') return below(reading, '$ref', () => misplacedReference(reading, $ref));
  if (value === undefined) return missing(reading, by, choice);
  const wrong = typeof value === 'string' ? wrongValue : wrongKind;
  return below(reading, by, () => wrong(reading, choice, value));
}

/** Reads what the table does not know, and what is no extension. */
export function readOther(
  reading: Reading,
  shape: RecordShape,
  { key, item }: { readonly key: string; readonly item: Json },
): Json | undefined {
  if (shape.open) return item;
  if (key === '$ref' && typeof item === 'string') return misplacedReference(reading, item);
  unknownKey(reading, shape, key);
  return key === '$ref' ? undefined : item; // kept, it would make a reference of the record
}

/** A record that lacks a required key, with what stands in for it; undefined when it is of no use without one. */
export function fillIn(
  reading: Reading,
  shape: RecordShape,
  {
    object,
    read,
    required,
  }: {
    readonly object: JsonObject;
    readonly read: JsonObject;
    readonly required: readonly (readonly [string, Need])[];
  },
): JsonObject | undefined {
  const absent = required.filter(([key]) => !Object.hasOwn(read, key));
  for (const [key, need] of absent) {
    const silent = typeof need === 'object' && need.silent;
    if (!silent && !Object.hasOwn(object, key)) missing(reading, key, own(shape.fields, key) ?? { holds: 'anything' });
  }
  if (absent.some(([, need]) => need === 'essential')) return undefined;
  const fills = absent.flatMap(([key, need]) => (typeof need === 'object' ? [[key, need.fill] as const] : []));
  return fills.length === 0 ? read : withStandIns(read, Object.fromEntries(fills));
}
