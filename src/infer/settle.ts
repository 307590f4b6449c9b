import { newBudget } from './budget.js';
import { isIdentifier } from './looks.js';
import { addShape, newShape, type Shape } from './shape.js';

/** The types between which a definition has to choose. An integer is a number. */
export type Kind = 'string' | 'number' | 'boolean' | 'object' | 'array';

/** What a definition says of a place, decided from all that was seen there. */
export interface Settled {
  /** The commonest type; undefined where only null was seen. */
  readonly kind: Kind | undefined;
  /** The other types, the commonest first: OpenAPI 2.0 has no unions. */
  readonly others: readonly Kind[];
  readonly nullable: boolean;
  /** Of numbers: whether all are integers. */
  readonly integral: boolean;
  readonly format: 'int64' | 'date-time' | undefined;
  /** Of texts, where there are few of them: what was seen. */
  readonly values: readonly string[];
  /** Whether no array was empty, of two at least. */
  readonly filled: boolean;
  /** Of arrays, though these may not be the commonest. */
  readonly items: Settled | undefined;
  /** Of a record. */
  readonly properties: readonly Property[];
  /** Of a map: what every value is. */
  readonly entries: Settled | undefined;
  /** Of a record: how many objects were seen. */
  readonly objects: number;
}

/** A property of a record. */
export interface Property {
  readonly name: string;
  readonly settled: Settled;
  /** Whether every object had it. */
  readonly always: boolean;
  /** {@link Property.always}, of two objects at least: of a single one it says nothing. */
  readonly required: boolean;
}

/** Ties go to the first: what a person can type in goes before what has to be put together. */
const order: readonly Kind[] = ['string', 'number', 'boolean', 'object', 'array'];

/** Fewer observations do not tell what always holds from what happened to hold. */
const FEWEST_SEEN = 2;

/** Decides what is said of a shape. */
export function settle(shape: Shape): Settled {
  const [kind, ...others] = kindsOf(shape);
  const entries = kind === 'object' ? entriesOf(shape) : undefined;
  return {
    kind,
    others,
    nullable: shape.nulls > 0,
    integral: shape.fractions === 0,
    format: formatOf(shape, kind),
    values: valuesOf(shape),
    filled: shape.arrays >= FEWEST_SEEN && shape.emptyArrays === 0,
    items: shape.items && settle(shape.items),
    properties: kind === 'object' && entries === undefined ? propertiesOf(shape) : [],
    entries: entries && settle(entries),
    objects: shape.objects,
  };
}

function kindsOf(shape: Shape): readonly Kind[] {
  const counts = countsOf(shape);
  return order.filter((kind) => counts[kind] > 0).sort((a, b) => counts[b] - counts[a]);
}

function countsOf({ strings, integers, fractions, booleans, objects, arrays }: Shape): Readonly<Record<Kind, number>> {
  return { string: strings, number: integers + fractions, boolean: booleans, object: objects, array: arrays };
}

function formatOf({ strings, dateTimes, wide, fractions }: Shape, kind: Kind | undefined): Settled['format'] {
  if (kind === 'number' && wide && fractions === 0) return 'int64';
  return kind === 'string' && dateTimes === strings ? 'date-time' : undefined;
}

/** How often each text was seen on average, at least: otherwise the next one may be new. */
const SEEN_EACH = 10;

function valuesOf({ texts, strings }: Shape): readonly string[] {
  if (texts === undefined || texts.size === 0 || strings < SEEN_EACH * texts.size) return [];
  const values = [...texts.keys()];
  // A drop-down cannot show the empty text, and what stands for a credential is no value.
  return values.some((text) => text === '' || text.includes('REDACTED')) ? [] : values.sort();
}

/** The commonest first, then in the order in which objects have them. */
function propertiesOf({ properties, objects }: Shape): readonly Property[] {
  return [...properties]
    .sort(([name, a], [otherName, b]) => b.count - a.count || a.places - b.places || (name < otherName ? -1 : 1))
    .map(([name, property]) => {
      const always = property.count === objects;
      return { name, settled: settle(property), always, required: always && objects >= FEWEST_SEEN };
    });
}

/* When an object is a map: by what its names look like, or by how many different ones there are. */
const FEWEST_NAMES = 20;
/** A name that this share of the objects has is one of a record. */
const COMMON_SHARE = 0.5;
/** In a map each name is rare, the average one too. */
const RARE_SHARE = 0.1;

/** What all values of a map have in common; undefined for a record. */
function entriesOf(shape: Shape): Shape | undefined {
  if (shape.rest !== undefined) return shape.rest;
  const { properties } = shape;
  if (properties.size === 0) return undefined;
  if (![...properties.keys()].every(isIdentifier) && !isVaried(shape)) return undefined;
  const joined = newShape();
  const budget = newBudget();
  for (const property of properties.values()) addShape(joined, property, budget);
  return joined;
}

function isVaried({ properties, objects }: Shape): boolean {
  if (properties.size < FEWEST_NAMES) return false;
  const values = [...properties.values()];
  const sum = values.reduce((total, { count }) => total + count, 0);
  if (sum > RARE_SHARE * objects * properties.size) return false;
  if (values.some(({ count }) => count >= COMMON_SHARE * objects)) return false;
  return new Set(values.flatMap(kindsOf)).size === 1;
}
