import type { Finding } from '../core/finding.js';
import { isArray, isObject, own, type Json, type JsonArray, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { noteChanged, withoutLeftOut } from './as-written.js';
import { fillIn, noCase, readOther, repeatedItems, withChanges, type Changes } from './structure-misfits.js';
import {
  misplacedReference,
  nameOf,
  report,
  wrongKind,
  wrongValue,
  type Reading,
  type ShapeRules,
} from './structure-reading.js';
import type {
  CaseShape,
  ListShape,
  MapShape,
  RecordShape,
  ReferenceOrShape,
  Shape,
  TextShape,
} from './structure-shape.js';

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
  const read = readerOf(shape)(reading, value);
  if (read !== value && (isObject(read) || isArray(read))) noteChanged(read);
  return { value: read, findings: reading.findings };
}

/** Reads the value at a place: gives it as it is read, or undefined where it is left out. */
type Reader = (reading: Reading, value: Json) => Json | undefined;

/** What reads each shape. Thousands of values are read by the same few, so what a shape says of them is looked up once. */
const readers = new WeakMap<Shape, Reader>();

/** A shape can hold itself: what it holds is looked up when the first value is read, not here. */
function readerOf(shape: Shape): Reader {
  let known = readers.get(shape);
  if (known === undefined) readers.set(shape, (known = newReader(shape)));
  return known;
}

function newReader(shape: Shape): Reader {
  switch (shape.holds) {
    case 'anything':
      return (_reading, value) => value;
    case 'flag':
      return (reading, value) => (typeof value === 'boolean' ? value : wrongKind(reading, shape, value));
    case 'text':
      return textReader(shape);
    case 'number':
      return (reading, value) => {
        if (typeof value !== 'number' && typeof value !== 'bigint') return wrongKind(reading, shape, value);
        return shape.accepts(value) ? value : wrongValue(reading, shape, value);
      };
    case 'flag or':
      return (reading, value) => {
        if (typeof value === 'boolean') return value;
        return isObject(value) ? readerOf(shape.other())(reading, value) : wrongKind(reading, shape, value);
      };
    case 'reference or':
      return referenceReader(shape);
    case 'list':
      return listReader(shape);
    case 'map':
      return mapReader(shape);
    case 'case':
      return caseReader(shape);
    case 'record':
      return recordReader(shape);
  }
}

function textReader(shape: TextShape): Reader {
  const values = shape.values && new Set(shape.values);
  return (reading, value) => {
    if (typeof value === 'string' && (values === undefined || values.has(value))) return value;
    const wrong = typeof value === 'string' || shape.open ? wrongValue : wrongKind;
    wrong(reading, shape, value);
    return shape.open ? value : undefined;
  };
}

function referenceReader({ reference, other }: ReferenceOrShape): Reader {
  const readReference = readerOf(reference);
  const readOther = readerOf(other);
  return (reading, value) =>
    isObject(value) && Object.hasOwn(value, '$ref') ? readReference(reading, value) : readOther(reading, value);
}

function listReader(shape: ListShape): Reader {
  let readItem: Reader | undefined;
  return (reading, list) => {
    if (!isArray(list)) return wrongKind(reading, shape, list);
    if (list.length === 0) {
      if (shape.filled) {
        report(reading, 'empty', `${nameOf(reading)} is empty, expected at least one of its ${shape.plural}.`);
      }
      return list;
    }
    readItem ??= readerOf(shape.of());
    const read = readItems(reading, list, readItem);
    if (shape.unique && list.length > 1) repeatedItems(reading, list);
    return read;
  };
}

function readItems(reading: Reading, list: JsonArray, readItem: Reader): JsonArray {
  const { path } = reading;
  const depth = path.push(0) - 1;
  let changed: (Json | undefined)[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    path[depth] = index;
    const item = list[index] as Json; // it is one of them
    const read = readItem(reading, item);
    if (read !== item) changed ??= list.slice(0, index);
    changed?.push(read);
  }
  path.pop();
  return changed === undefined ? list : withoutLeftOut(changed);
}

function mapReader(shape: MapShape): Reader {
  const { extensible } = shape;
  let readMember: MemberReader | undefined;
  return (reading, object) => {
    if (!isObject(object)) return wrongKind(reading, shape, object);
    readMember ??= memberReader(shape);
    const { path } = reading;
    const depth = path.push('') - 1;
    let changes: Changes | undefined;
    for (const key in object) {
      if (extensible && key.startsWith('x-')) continue;
      path[depth] = key;
      const item = object[key] as Json; // it is one of the keys
      const read = readMember(reading, item, key);
      if (read !== item) (changes ??= new Map()).set(key, read);
    }
    path.pop();
    return changes === undefined ? object : withChanges(object, changes);
  };
}

/** A {@link Reader} of what stands under a key that the author chose. */
type MemberReader = (reading: Reading, item: Json, key: string) => Json | undefined;

function memberReader({ keys, of }: MapShape): MemberReader {
  const shape = of();
  const read = readerOf(shape);
  return (reading, item, key) => {
    if (key === '$ref' && typeof item === 'string' && shape.holds !== 'anything') {
      return misplacedReference(reading, item);
    }
    if (keys && !keys.pattern.test(key)) {
      report(reading, keys.rule, `${shorten(key)} cannot stand here, expected ${keys.expected}.`);
    }
    return read(reading, item);
  };
}

function caseReader(shape: CaseShape): Reader {
  const { by, cases, otherwise } = shape;
  const known = new Map(Object.entries(cases).map(([value, one]) => [value, readerOf(one)]));
  const other = otherwise && readerOf(otherwise);
  return (reading, object) => {
    if (!isObject(object)) return wrongKind(reading, shape, object);
    const value = own(object, by);
    const chosen = (typeof value === 'string' ? known.get(value) : undefined) ?? other;
    return chosen === undefined ? noCase(reading, shape, object) : chosen(reading, object);
  };
}

function recordReader(shape: RecordShape): Reader {
  const required = Object.entries(shape.required ?? {});
  const requiredKeys = required.map(([key]) => key);
  const isExtensible = shape.extensible === true;
  let fields: ReadonlyMap<string, Reader> | undefined;
  return (reading, object) => {
    if (!isObject(object)) return wrongKind(reading, shape, object);
    fields ??= new Map(Object.entries(shape.fields).map(([key, field]) => [key, readerOf(field)]));
    const { path } = reading;
    const depth = path.push('') - 1;
    let changes: Changes | undefined;
    for (const key in object) {
      path[depth] = key;
      const item = object[key] as Json; // it is one of the keys
      const readField = fields.get(key);
      if (readField === undefined && isExtensible && key.startsWith('x-')) continue; // as most of the others
      const read = readField === undefined ? readOther(reading, shape, { key, item }) : readField(reading, item);
      if (read !== item) (changes ??= new Map()).set(key, read);
    }
    path.pop();
    const read = changes === undefined ? object : withChanges(object, changes);
    return hasAll(read, requiredKeys) ? read : fillIn(reading, shape, { object, read, required });
  };
}

function hasAll(object: JsonObject, keys: readonly string[]): boolean {
  for (let index = 0; index < keys.length; index += 1) if (!Object.hasOwn(object, keys[index] as string)) return false; // it is one of them
  return true;
}
