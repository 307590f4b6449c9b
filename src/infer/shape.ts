import { isArray, type Json, type JsonObject } from '../core/json.js';
import { spend, type Budget } from './budget.js';
import { isDateTime } from './looks.js';

/**
 * All that was seen at one place of a body, as sums and sets: whichever order the values come in, the shape is the same,
 * and it takes no more room for a million values than for a hundred. It is changed by {@link addValue} and {@link addShape} only.
 */
export interface Shape {
  count: number;
  nulls: number;
  booleans: number;
  integers: number;
  /** Numbers that are no integers. */
  fractions: number;
  strings: number;
  arrays: number;
  objects: number;
  /** Whether an integer did not fit into 32 bits. */
  wide: boolean;
  dateTimes: number;
  emptyArrays: number;
  emptyObjects: number;
  /** Short texts with how often each was seen; undefined once there were too many, or a long one. */
  texts: Map<string, number> | undefined;
  /** Every item of every array. */
  items: Shape | undefined;
  /** By name. Empty where there is `rest`. */
  readonly properties: Map<string, Shape>;
  /** What all properties have in common, once there were too many names to keep them apart. */
  rest: Shape | undefined;
  /** The sum of the places at which the property stood in its objects: what comes early in one comes early on the whole. */
  places: number;
}

/** An object with more different names than this is a map: a body has at most 512 schemas (documented limit), and the largest published one 505. */
const MOST_PROPERTIES = 256;

/** More different texts than a drop-down can show are no enum. */
const MOST_TEXTS = 12;
/** Longer texts are no values of an enum. */
const LONGEST_TEXT = 64;

const INT32 = 2 ** 31;

/** A shape of nothing. */
export function newShape(): Shape {
  return {
    count: 0,
    nulls: 0,
    booleans: 0,
    integers: 0,
    fractions: 0,
    strings: 0,
    arrays: 0,
    objects: 0,
    wide: false,
    dateTimes: 0,
    emptyArrays: 0,
    emptyObjects: 0,
    places: 0,
    texts: new Map(),
    items: undefined,
    properties: new Map(),
    rest: undefined,
  };
}

/** Adds a value to a shape. Recursion follows the value, whose depth the reader of its text limits. */
export function addValue(shape: Shape, value: Json, budget: Budget): void {
  shape.count += 1;
  if (value === null) shape.nulls += 1;
  else if (typeof value === 'boolean') shape.booleans += 1;
  else if (typeof value === 'string') addText(shape, value, budget);
  else if (typeof value === 'number' || typeof value === 'bigint') addNumber(shape, value);
  else if (isArray(value)) addArray(shape, value, budget);
  else addObject(shape, value, budget);
}

function addNumber(shape: Shape, value: number | bigint): void {
  if (typeof value === 'number' && !Number.isInteger(value)) {
    shape.fractions += 1;
    return;
  }
  shape.integers += 1;
  if (value >= INT32 || value < -INT32) shape.wide = true;
}

function addText(shape: Shape, text: string, budget: Budget): void {
  shape.strings += 1;
  if (isDateTime(text)) shape.dateTimes += 1;
  if (budget.texts) countText(shape, text, 1);
}

function countText(shape: Shape, text: string, times: number): void {
  if (text.length > LONGEST_TEXT) shape.texts = undefined;
  shape.texts?.set(text, (shape.texts.get(text) ?? 0) + times);
  if (shape.texts !== undefined && shape.texts.size > MOST_TEXTS) shape.texts = undefined;
}

function addArray(shape: Shape, items: readonly Json[], budget: Budget): void {
  shape.arrays += 1;
  if (items.length === 0) {
    shape.emptyArrays += 1;
    return;
  }
  shape.items ??= newShape();
  for (const item of items) addValue(shape.items, item, budget);
}

function addObject(shape: Shape, object: JsonObject, budget: Budget): void {
  shape.objects += 1;
  const entries = Object.entries(object);
  if (entries.length === 0) shape.emptyObjects += 1;
  for (const [place, [name, value]] of entries.entries()) {
    const property = propertyOf(shape, name, budget);
    if (property === undefined) continue;
    addValue(property, value, budget);
    property.places += place;
  }
}

/** The shape of a property, made where it is new; undefined where there is no room for it. */
function propertyOf(shape: Shape, name: string, budget: Budget): Shape | undefined {
  if (shape.rest !== undefined) return shape.rest;
  const known = shape.properties.get(name);
  if (known !== undefined) return known;
  if (!spend(budget)) return undefined;
  const made = newShape();
  shape.properties.set(name, made);
  return shape.properties.size > MOST_PROPERTIES ? joinProperties(shape, budget) : made;
}

/** From now on the names of the properties are not kept apart. */
function joinProperties(shape: Shape, budget: Budget): Shape {
  shape.rest = newShape();
  for (const property of shape.properties.values()) addShape(shape.rest, property, budget);
  shape.properties.clear();
  return shape.rest;
}

/** Adds to `shape` all that `other` has seen, as if its values had been added one by one. */
export function addShape(shape: Shape, other: Shape, budget: Budget): void {
  shape.count += other.count;
  shape.nulls += other.nulls;
  shape.booleans += other.booleans;
  shape.integers += other.integers;
  shape.fractions += other.fractions;
  shape.strings += other.strings;
  shape.arrays += other.arrays;
  shape.objects += other.objects;
  shape.wide ||= other.wide;
  shape.dateTimes += other.dateTimes;
  shape.emptyArrays += other.emptyArrays;
  shape.emptyObjects += other.emptyObjects;
  shape.places += other.places;
  if (other.texts === undefined) shape.texts = undefined;
  else for (const [text, times] of other.texts) countText(shape, text, times);
  if (other.items !== undefined) addShape((shape.items ??= newShape()), other.items, budget);
  if (other.rest !== undefined) addShape(shape.rest ?? joinProperties(shape, budget), other.rest, budget);
  for (const [name, property] of other.properties) {
    const known = propertyOf(shape, name, budget);
    if (known !== undefined) addShape(known, property, budget);
  }
}
