import type { Finding } from '../core/finding.js';
import { isArray, isObject, own, type Json, type JsonArray, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { noteChanged, withoutLeftOut, withStandIns } from './as-written.js';
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
  type ShapeRules,
} from './structure-reading.js';
import type { CaseShape, ListShape, MapShape, Need, RecordShape, Shape, TextShape } from './structure-shape.js';

/** How to read: by which table, under which rules, and what the findings name. */
export interface ReadOptions {
  readonly shape: Shape;
  readonly rules: ShapeRules;
  readonly file: string;
}

/** What reading by a table gives. */
export interface Outcome {
  /** The value without what has the wrong JSON kind for its place; undefined when all of it has. The same object where nothing was left out. */
  readonly value: Json | undefined;
  /** In document order, but that a missing key stands after what its object holds. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a value by a table of shapes: reports all that differs and leaves out what has the wrong JSON kind for its place,
 * so that the TypeScript types of the rest hold. An item that is left out of a list moves the ones after it up: `as-written.ts` knows where they stand.
 * Recursion is safe: a document that was read has a bounded depth.
 */
export function readByShape(value: Json, { shape, rules, file }: ReadOptions): Outcome {
  const reading: Reading = { rules, file, findings: [], path: [] };
  const read = readShape(reading, shape, value);
  if (read !== value && (isObject(read) || isArray(read))) noteChanged(read);
  return { value: read, findings: reading.findings };
}

/** The value as it is read, or undefined where it is left out. */
function readShape(reading: Reading, shape: Shape, value: Json): Json | undefined {
  switch (shape.holds) {
    case 'anything':
      return value;
    case 'flag':
      return typeof value === 'boolean' ? value : wrongKind(reading, shape, value);
    case 'text':
      return readText(reading, shape, value);
    case 'number':
      if (typeof value !== 'number' && typeof value !== 'bigint') return wrongKind(reading, shape, value);
      return shape.accepts(value) ? value : wrongValue(reading, shape, value);
    case 'flag or':
      if (typeof value === 'boolean') return value;
      return isObject(value) ? readShape(reading, shape.other(), value) : wrongKind(reading, shape, value);
    case 'reference or':
      return readShape(reading, isObject(value) && Object.hasOwn(value, '$ref') ? shape.reference : shape.other, value);
    case 'list':
      return isArray(value) ? readList(reading, shape, value) : wrongKind(reading, shape, value);
    case 'map':
      return isObject(value) ? readMap(reading, shape, value) : wrongKind(reading, shape, value);
    case 'case':
      return isObject(value) ? readCase(reading, shape, value) : wrongKind(reading, shape, value);
    case 'record':
      return isObject(value) ? readRecord(reading, shape, value) : wrongKind(reading, shape, value);
  }
}

function readText(reading: Reading, shape: TextShape, value: Json): Json | undefined {
  if (typeof value === 'string' && (shape.values?.includes(value) ?? true)) return value;
  const wrong = typeof value === 'string' || shape.open ? wrongValue : wrongKind;
  wrong(reading, shape, value);
  return shape.open ? value : undefined;
}

function readList(reading: Reading, shape: ListShape, list: JsonArray): Json {
  if (list.length === 0) {
    if (shape.filled) {
      report(reading, 'empty', `${nameOf(reading)} is empty, expected at least one of its ${shape.plural}.`);
    }
    return list;
  }
  const { path } = reading;
  const depth = path.push(0) - 1;
  const of = shape.of();
  const items = list.map((item, index) => {
    path[depth] = index;
    return readShape(reading, of, item);
  });
  path.pop();
  if (shape.unique && list.length > 1) repeatedItems(reading, list);
  return items.every((item, index) => item === list[index]) ? list : withoutLeftOut(items);
}

function repeatedItems(reading: Reading, list: JsonArray): void {
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

/** What was read of the entries of an object that is not what is written: undefined is left out. */
type Changes = Map<string, Json | undefined>;

function withChanges(object: JsonObject, changes: Changes | undefined): JsonObject {
  if (changes === undefined) return object;
  const entries = Object.entries(object).map(([key, item]) => [key, changes.has(key) ? changes.get(key) : item]);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined)) as JsonObject; // the others are values
}

function readMap(reading: Reading, shape: MapShape, object: JsonObject): JsonObject {
  const { path } = reading;
  const depth = path.push('') - 1;
  const of = shape.of();
  let changes: Changes | undefined;
  for (const key in object) {
    if (shape.extensible && key.startsWith('x-')) continue;
    path[depth] = key;
    const item = object[key] as Json; // it is one of the keys
    const read = readMember(reading, shape, { of, key, item });
    if (read !== item) (changes ??= new Map()).set(key, read);
  }
  path.pop();
  return withChanges(object, changes);
}

function readMember(
  reading: Reading,
  { keys }: MapShape,
  { of, key, item }: { readonly of: Shape; readonly key: string; readonly item: Json },
): Json | undefined {
  if (key === '$ref' && typeof item === 'string' && of.holds !== 'anything') return misplacedReference(reading, item);
  if (keys && !keys.pattern.test(key)) {
    report(reading, keys.rule, `${shorten(key)} cannot stand here, expected ${keys.expected}.`);
  }
  return readShape(reading, of, item);
}

function readCase(reading: Reading, shape: CaseShape, object: JsonObject): Json | undefined {
  const { by, cases, otherwise } = shape;
  const value = own(object, by);
  const chosen = (typeof value === 'string' ? own(cases, value) : undefined) ?? otherwise;
  if (chosen !== undefined) return readShape(reading, chosen, object);
  const choice: Shape = { holds: 'text', values: Object.keys(cases) };
  const $ref = own(object, '$ref');
  if (typeof $ref === 'string') return below(reading, '$ref', () => misplacedReference(reading, $ref));
  if (value === undefined) return missing(reading, by, choice);
  const wrong = typeof value === 'string' ? wrongValue : wrongKind;
  return below(reading, by, () => wrong(reading, choice, value));
}

function readRecord(reading: Reading, shape: RecordShape, object: JsonObject): JsonObject | undefined {
  const { path } = reading;
  const depth = path.push('') - 1;
  const { fields } = rowsOf(shape);
  let changes: Changes | undefined;
  for (const key in object) {
    path[depth] = key;
    const item = object[key] as Json; // it is one of the keys
    const field = fields.get(key);
    const read = field === undefined ? readOther(reading, shape, { key, item }) : readShape(reading, field, item);
    if (read !== item) (changes ??= new Map()).set(key, read);
  }
  path.pop();
  return fillIn(reading, shape, { object, read: withChanges(object, changes) });
}

/** What the table does not know. */
function readOther(
  reading: Reading,
  shape: RecordShape,
  { key, item }: { readonly key: string; readonly item: Json },
): Json | undefined {
  if (shape.open || (shape.extensible && key.startsWith('x-'))) return item;
  if (key === '$ref' && typeof item === 'string') return misplacedReference(reading, item);
  unknownKey(reading, shape, key);
  return key === '$ref' ? undefined : item; // kept, it would make a reference of the record
}

/** A record as it is looked up for every object of its kind. */
interface Rows {
  readonly fields: ReadonlyMap<string, Shape>;
  readonly required: readonly (readonly [string, Need])[];
}
const rows = new WeakMap<RecordShape, Rows>();

function rowsOf(shape: RecordShape): Rows {
  let known = rows.get(shape);
  if (known === undefined) {
    known = { fields: new Map(Object.entries(shape.fields)), required: Object.entries(shape.required ?? {}) };
    rows.set(shape, known);
  }
  return known;
}

/** The record with what stands in for a required key that it lacks; undefined when it is of no use without one. */
function fillIn(
  reading: Reading,
  shape: RecordShape,
  { object, read }: { readonly object: JsonObject; readonly read: JsonObject },
): JsonObject | undefined {
  const { fields, required } = rowsOf(shape);
  if (required.every(([key]) => Object.hasOwn(read, key))) return read;
  const absent = required.filter(([key]) => !Object.hasOwn(read, key));
  for (const [key, need] of absent) {
    const silent = typeof need === 'object' && need.silent;
    if (!silent && !Object.hasOwn(object, key)) missing(reading, key, fields.get(key) ?? { holds: 'anything' });
  }
  if (absent.some(([, need]) => need === 'essential')) return undefined;
  const fills = absent.flatMap(([key, need]) => (typeof need === 'object' ? [[key, need.fill] as const] : []));
  return fills.length === 0 ? read : withStandIns(read, Object.fromEntries(fills));
}
