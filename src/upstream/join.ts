import type { Shape } from './surface.js';

/** The shape of one type that allows what any of `shapes` allows. Notes of single variants (default, readOnly) are dropped. */
export function join(shapes: readonly Shape[]): Shape {
  const all = distinct(shapes);
  const [only] = all;
  if (only === undefined || all.length === 1) return only ?? {};
  return {
    ...joinValues(all),
    ...joinObjects(all),
    ...joinLists(all),
    ...(all.some(({ nullable }) => nullable) && { nullable: true }),
    ...(all.every(({ deprecated }) => deprecated) && { deprecated: true }),
  };
}

/** `shape` with what `base` says too: both hold, and `shape` wins where both speak. */
export function beside(shape: Shape, base: Shape): Shape {
  const required = [...new Set([...(base.required ?? []), ...(shape.required ?? [])])];
  return {
    ...base,
    ...shape,
    ...(required.length > 0 && { required }),
    ...((base.properties ?? shape.properties) && { properties: { ...base.properties, ...shape.properties } }),
  };
}

function joinValues(all: readonly Shape[]): Shape {
  const enums = all.map((shape) => shape.enum);
  return {
    ...common(all, 'format'),
    ...common(all, 'pattern'),
    ...common(all, 'multipleOf'),
    ...extreme(all, 'minLength', -1),
    ...extreme(all, 'maxLength', 1),
    ...extreme(all, 'minimum', -1),
    ...extreme(all, 'maximum', 1),
    ...(enums.every((values) => values !== undefined) && { enum: [...new Set(enums.flat())] }),
  };
}

function joinObjects(all: readonly Shape[]): Shape {
  const names = new Set(all.flatMap(({ properties = {} }) => Object.keys(properties)));
  if (names.size === 0) return joinAdditional(all);
  const byName = new Map<string, Shape[]>([...names].map((name) => [name, []]));
  for (const { properties = {} } of all) {
    for (const [name, shape] of Object.entries(properties)) byName.get(name)?.push(shape);
  }
  const properties = [...byName].map(([name, shapes]) => [name, anyOf(shapes)] as const);
  const demands = all.map((shape) => new Set(shape.required));
  const required = [...names].filter((name) => demands.every((demanded) => demanded.has(name)));
  return {
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
  };
}

/** Objects without named properties: maps. */
function joinAdditional(all: readonly Shape[]): Shape {
  const values = all.flatMap(({ additional }) => (typeof additional === 'object' ? [additional] : []));
  return values.length === all.length ? { additional: anyOf(values) } : {};
}

function joinLists(all: readonly Shape[]): Shape {
  const items = all.flatMap((shape) => shape.items ?? []);
  return {
    ...(items.length === all.length && { items: anyOf(items) }),
    ...extreme(all, 'minItems', -1),
    ...extreme(all, 'maxItems', 1),
  };
}

/** One of several shapes; which, is resolved where it is used. */
function anyOf(shapes: readonly Shape[]): Shape {
  const variants = distinct(shapes);
  const [only] = variants;
  if (only === undefined || variants.length > 1) return { variants };
  return only;
}

function distinct(shapes: readonly Shape[]): Shape[] {
  const byText = new Map(shapes.map((shape) => [JSON.stringify(shape, digits), shape]));
  return [...byText.values()];
}

function digits(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? { digits: String(value) } : value;
}

/** A keyword that all shapes have alike. */
function common(all: readonly Shape[], keyword: 'format' | 'pattern' | 'multipleOf'): Shape {
  const values = new Set(all.map((shape) => shape[keyword]));
  const [value] = values;
  return values.size === 1 && value !== undefined ? { [keyword]: value } : {};
}

type Bound = 'minLength' | 'maxLength' | 'minItems' | 'maxItems' | 'minimum' | 'maximum';

/** The lowest (-1) or highest (1) of a bound that all shapes have. */
function extreme(all: readonly Shape[], bound: Bound, sign: 1 | -1): Shape {
  const values = all.flatMap((shape) => shape[bound] ?? []);
  const [first] = values;
  if (first === undefined || values.length < all.length) return {};
  return { [bound]: values.reduce((one, other) => ((sign === 1 ? one > other : one < other) ? one : other), first) };
}
