import type { Json } from './json.js';

/**
 * What a node of YAML is as JSON, and where it stands. An alias shares the value of its anchor; how large that would be
 * if it were written out is only counted.
 */
export interface Part {
  readonly value: Json;
  readonly offset: number;
  /** Of a mapping or a list. */
  readonly children?: ReadonlyMap<string, Part> | readonly Part[];
  /** How many values it is, written out. */
  readonly size: number;
  /** How many levels it has; a scalar has none. */
  readonly levels: number;
}

/** A scalar: one value, no levels. */
export function scalarPart(value: Json, offset: number): Part {
  return { value, offset, size: 1, levels: 0 };
}

/** A list of parts: their values, and one level more than the deepest of them. */
export function listPart(children: readonly Part[], offset: number): Part {
  return { value: children.map((part) => part.value), offset, children, ...extent(children) };
}

/** A mapping of its `own` keys and those `merged` into it: its own win, and an earlier source wins over a later one. */
export function mappingPart(own: ReadonlyMap<string, Part>, merged: readonly Part[], offset: number): Part {
  const children = merged.length === 0 ? own : mergedWith(own, merged);
  const entries: [string, Json][] = [];
  for (const [key, part] of children) entries.push([key, part.value]);
  return { value: Object.fromEntries(entries), offset, children, ...extent([...own.values(), ...merged]) };
}

function mergedWith(own: ReadonlyMap<string, Part>, merged: readonly Part[]): ReadonlyMap<string, Part> {
  const children = new Map<string, Part>();
  for (const source of merged) {
    for (const [key, part] of entriesOf(source)) if (!own.has(key) && !children.has(key)) children.set(key, part);
  }
  for (const [key, part] of own) children.set(key, part);
  return children;
}

/** The mappings that a merge key names: `part` or its items; undefined where one of them is no mapping. */
export function mergeSources(part: Part): readonly Part[] | undefined {
  const sources = Array.isArray(part.children) ? (part.children as readonly Part[]) : [part]; // isArray knows no readonly arrays
  return sources.every(({ children }) => children !== undefined && 'get' in children) ? sources : undefined;
}

function entriesOf({ children }: Part): Iterable<readonly [string, Part]> {
  return children !== undefined && 'get' in children ? children : [];
}

function extent(parts: readonly Part[]): { readonly size: number; readonly levels: number } {
  let size = 1;
  let levels = 0;
  for (const part of parts) {
    size += part.size;
    levels = Math.max(levels, part.levels);
  }
  return { size, levels: levels + 1 };
}
