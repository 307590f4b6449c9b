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
  type At,
  type Reading,
  type ShapeRules,
} from './structure-reading.js';
import type { CaseShape, ListShape, MapShape, RecordShape, Shape, TextShape } from './structure-shape.js';

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
  const reading: Reading = { rules, file, findings: [] };
  const read = readShape(reading, shape, { value });
  if (read !== value && (isObject(read) || isArray(read))) noteChanged(read);
  return { value: read, findings: reading.findings };
}

/** The value as it is read, or undefined where it is left out. */
function readShape(reading: Reading, shape: Shape, at: At): Json | undefined {
  const { value } = at;
  switch (shape.holds) {
    case 'anything':
      return value;
    case 'flag':
      return typeof value === 'boolean' ? value : wrongKind(reading, shape, at);
    case 'text':
      return readText(reading, shape, at);
    case 'number':
      if (typeof value !== 'number' && typeof value !== 'bigint') return wrongKind(reading, shape, at);
      return shape.accepts(value) ? value : wrongValue(reading, shape, at);
    case 'flag or':
      if (typeof value === 'boolean') return value;
      return isObject(value) ? readShape(reading, shape.other(), at) : wrongKind(reading, shape, at);
    case 'reference or':
      return readShape(reading, isObject(value) && Object.hasOwn(value, '$ref') ? shape.reference : shape.other, at);
    case 'list':
      return isArray(value) ? readList(reading, shape, { ...at, value }) : wrongKind(reading, shape, at);
    case 'map':
      return isObject(value) ? readMap(reading, shape, { ...at, value }) : wrongKind(reading, shape, at);
    case 'case':
      return isObject(value) ? readCase(reading, shape, { ...at, value }) : wrongKind(reading, shape, at);
    case 'record':
      return isObject(value) ? readRecord(reading, shape, { ...at, value }) : wrongKind(reading, shape, at);
  }
}

function readText(reading: Reading, shape: TextShape, at: At): Json | undefined {
  const { value } = at;
  if (typeof value === 'string' && (shape.values?.includes(value) ?? true)) return value;
  const wrong = typeof value === 'string' || shape.open ? wrongValue : wrongKind;
  wrong(reading, shape, at);
  return shape.open ? value : undefined;
}

function readList(reading: Reading, shape: ListShape, at: At<JsonArray>): Json {
  if (shape.filled && at.value.length === 0) {
    report(reading, 'empty', { at, message: `${nameOf(at)} is empty, expected at least one of its ${shape.plural}.` });
  }
  const items = at.value.map((item, index) => readShape(reading, shape.of(), below(at, index, item)));
  if (shape.unique) repeatedItems(reading, at);
  return items.every((item, index) => item === at.value[index]) ? at.value : withoutLeftOut(items);
}

function repeatedItems(reading: Reading, at: At<JsonArray>): void {
  const firsts = new Map<string, number>();
  at.value.forEach((item, index) => {
    const key = canonicalKey(item);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, index);
    else {
      const again = below(at, index, item);
      const message = `${nameOf(again)} is ${shorten(item)}, as item ${first} is already.`;
      report(reading, 'repeatedItem', { at: again, message });
    }
  });
}

function readMap(reading: Reading, shape: MapShape, at: At<JsonObject>): JsonObject {
  const { keys, extensible } = shape;
  const of = shape.of();
  const isData = of.holds === 'anything';
  return readEntries(at.value, (key, item) => {
    if (extensible && key.startsWith('x-')) return item;
    const place = below(at, key, item);
    if (key === '$ref' && typeof item === 'string' && !isData) return misplacedReference(reading, place);
    if (keys && !keys.pattern.test(key)) {
      report(reading, keys.rule, {
        at: place,
        message: `${shorten(key)} cannot stand here, expected ${keys.expected}.`,
      });
    }
    return readShape(reading, of, place);
  });
}

function readCase(reading: Reading, shape: CaseShape, at: At<JsonObject>): Json | undefined {
  const { by, cases, otherwise } = shape;
  const value = own(at.value, by);
  const chosen = (typeof value === 'string' ? own(cases, value) : undefined) ?? otherwise;
  if (chosen !== undefined) return readShape(reading, chosen, at);
  const choice: Shape = { holds: 'text', values: Object.keys(cases) };
  const $ref = own(at.value, '$ref');
  if (typeof $ref === 'string') return misplacedReference(reading, below(at, '$ref', $ref));
  if (value === undefined) return missing(reading, at, [by, choice]);
  const wrong = typeof value === 'string' ? wrongValue : wrongKind;
  return wrong(reading, choice, below(at, by, value));
}

function readRecord(reading: Reading, shape: RecordShape, at: At<JsonObject>): Json | undefined {
  const { fields, extensible, open } = shape;
  const read = readEntries(at.value, (key, item) => {
    const field = own(fields, key);
    const place = below(at, key, item);
    if (field !== undefined) return readShape(reading, field, place);
    if (open || (extensible && key.startsWith('x-'))) return item;
    if (key === '$ref' && typeof item === 'string') return misplacedReference(reading, place);
    unknownKey(reading, shape, place);
    return key === '$ref' ? undefined : item; // kept, it would make a reference of the record
  });
  return fillIn(reading, shape, { at, read });
}

/** The object without the entries that are left out. */
function readEntries(object: JsonObject, entry: (key: string, item: Json) => Json | undefined): JsonObject {
  const entries = Object.entries(object);
  const kept = entries
    .map(([key, item]) => [key, entry(key, item)] as const)
    .filter((pair): pair is readonly [string, Json] => pair[1] !== undefined);
  const same = kept.length === entries.length && kept.every(([, item], index) => item === entries[index]?.[1]);
  return same ? object : Object.fromEntries(kept);
}

/** The record with what stands in for a required key that it lacks; undefined when it is of no use without one. */
function fillIn(
  reading: Reading,
  { fields, required = {} }: RecordShape,
  { at, read }: { at: At<JsonObject>; read: JsonObject },
): JsonObject | undefined {
  const absent = Object.entries(required).filter(([key]) => !Object.hasOwn(read, key));
  for (const [key, need] of absent) {
    const silent = typeof need === 'object' && need.silent;
    if (!silent && !Object.hasOwn(at.value, key)) missing(reading, at, [key, fields[key] ?? { holds: 'anything' }]);
  }
  if (absent.some(([, need]) => need === 'essential')) return undefined;
  const fills = absent.flatMap(([key, need]) => (typeof need === 'object' ? [[key, need.fill] as const] : []));
  return fills.length === 0 ? read : withStandIns(read, Object.fromEntries(fills));
}
