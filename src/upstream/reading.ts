import { finding, type Finding } from '../core/finding.js';
import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { tokens, valueAt } from '../core/pointer.js';
import type { Rule } from '../core/rule.js';
import { shorten } from '../core/shorten.js';
import { referenceLost, tooLarge } from './loss-rules.js';
import type { Shape } from './surface.js';
import { tidy } from './tidy.js';

/** How deep schemas may be nested, references followed. The deepest of 397 operations measured has 27. */
const MAX_DEPTH = 100;
/** How many schemas are read and merged, and how many a written surface may have. The largest of 397 operations measured needs 2,600. */
const MAX_WORK = 20_000;

/** A value of the specification and where it stands. */
export interface At {
  readonly value: Json | undefined;
  readonly pointer: string;
}

/** What is known while one specification is read. The only thing in this folder that changes. */
export interface Reading {
  readonly spec: JsonObject;
  /** The file, as findings name it. */
  readonly file: string;
  /** By place and message: a schema that is read twice loses a thing once. */
  readonly losses: Map<string, Finding>;
  /** Schemas behind references: finished, under way, and found to contain themselves. */
  readonly finished: Map<string, Shape>;
  readonly open: Set<string>;
  readonly recursive: Set<string>;
  /** The recursive ones, by name. */
  readonly shapes: Map<string, Shape>;
  /** Where the shape of each whole body, parameter or header stands in the specification. */
  readonly origins: Map<Shape, string>;
  /** The subtypes of a schema by its pointer; filled when the first discriminator is met. */
  subtypes: ReadonlyMap<string, readonly string[]> | undefined;
  depth: number;
  work: number;
}

/** A reading of `spec`, with nothing read or lost yet; findings will name `file`. */
export function startReading(spec: JsonObject, file: string): Reading {
  return {
    spec,
    file,
    losses: new Map(),
    finished: new Map(),
    open: new Set(),
    recursive: new Set(),
    shapes: new Map(),
    origins: new Map(),
    subtypes: undefined,
    depth: 0,
    work: 0,
  };
}

/** Notes that something of the specification at `pointer` has no place in the surface. */
export function lose(
  reading: Reading,
  rule: Rule<unknown>,
  { pointer, message }: { pointer: string; message: string },
): void {
  const key = `${pointer} ${message}`;
  if (!reading.losses.has(key)) reading.losses.set(key, finding(rule, { file: reading.file, pointer, message }));
}

/** Counts one schema; false where there are too many, or they are too deep. */
export function mayGoOn(reading: Reading, pointer: string): boolean {
  reading.work += 1;
  if (reading.work <= MAX_WORK && reading.depth <= MAX_DEPTH) return true;
  if (reading.work > MAX_WORK + 1) return false; // said already
  const message =
    reading.depth > MAX_DEPTH
      ? `The schema is nested more than ${MAX_DEPTH} deep; what lies deeper is left out.`
      : `The operation has more than ${MAX_WORK} schemas; the rest is left out.`;
  lose(reading, tooLarge, { pointer, message });
  return false;
}

/** The shape in its written order, or one that says nothing (a loss) where it would be too large or too deep, written out with everything that it shares. */
export function writable(reading: Reading, shape: Shape, pointer: string): Shape {
  if (sizeOf(shape) <= MAX_WORK) return tidy(shape);
  const message = 'The schema is too large or too deep to be written out; it is left out.';
  lose(reading, tooLarge, { pointer, message });
  return {};
}

function sizeOf(shape: Shape): number {
  const tooMuch = MAX_WORK + 1;
  const sizes = new Map<Shape, number>();
  function measure(part: Shape, depth: number): number {
    const known = sizes.get(part);
    if (known !== undefined) return known;
    // A shared shape was read at another depth, so the whole may be deeper than anything that was read.
    if (depth > 2 * MAX_DEPTH) return tooMuch;
    let size = 1;
    for (const inner of partsOf(part)) size = Math.min(size + measure(inner, depth + 1), tooMuch);
    sizes.set(part, size);
    return size;
  }
  return measure(shape, 0);
}

function partsOf({ properties = {}, items, additional, variants = [] }: Shape): Shape[] {
  const parts = [...Object.values(properties), ...variants];
  if (items !== undefined) parts.push(items);
  if (typeof additional === 'object') parts.push(additional);
  return parts;
}

/** What a local reference leads to, or undefined (a loss) where it leads nowhere or out of the file. */
export function follow(reading: Reading, ref: Json, pointer: string): At | undefined {
  const target = typeof ref === 'string' ? localPointer(ref) : undefined;
  const value = target === undefined ? undefined : valueAt(reading.spec, target);
  if (target !== undefined && value !== undefined) return { value, pointer: target };
  const message = `The reference ${shorten(ref)} leads to nothing in this file.`;
  lose(reading, referenceLost, { pointer, message });
  return undefined;
}

/** `at` itself, or what its `$ref` leads to, through as many references as there are; undefined (a loss) where one is broken. */
export function dereferenced(reading: Reading, at: At): At | undefined {
  const seen = new Set<string>();
  let here: At | undefined = at;
  while (here !== undefined && isObject(here.value)) {
    const ref = own(here.value, '$ref');
    if (ref === undefined) return here;
    if (seen.has(here.pointer)) {
      lose(reading, referenceLost, {
        pointer: here.pointer,
        message: `The reference ${shorten(ref)} leads to itself.`,
      });
      return undefined;
    }
    seen.add(here.pointer);
    here = follow(reading, ref, here.pointer);
  }
  return here;
}

/** The pointer of a reference within the same file; undefined for any other. */
export function localPointer(ref: string): string | undefined {
  if (ref !== '#' && !ref.startsWith('#/')) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return ref.slice(1);
  }
}

/** What a schema is called: its name among the specification's schemas, or its pointer where it is not one of them. */
export function nameOf(pointer: string): string {
  const [first, second, third, ...more] = tokens(pointer);
  if (first === 'definitions' && second !== undefined && third === undefined) return second;
  if (first === 'components' && second === 'schemas' && third !== undefined && more.length === 0) return third;
  return pointer;
}
