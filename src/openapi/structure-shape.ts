import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';

/**
 * What one place of a document may hold. Plain data: a table of shapes describes a kind of document,
 * and gives both the check of `structure-read.ts` and the canonical order of its keys.
 * Shapes refer to each other through functions, because a schema holds schemas.
 */
export type Shape =
  | { readonly holds: 'anything' }
  | { readonly holds: 'flag' }
  | TextShape
  | NumberShape
  | ListShape
  | MapShape
  | RecordShape
  | CaseShape
  | FlagOrShape
  | ReferenceOrShape;

/** A text: any, or one of a closed list. */
export interface TextShape {
  readonly holds: 'text';
  readonly values?: readonly string[];
  /** Any other value, a text or not, is reported and kept. For a list that others extend before they document it. */
  readonly open?: true;
}

/** A number that passes a test. */
export interface NumberShape {
  readonly holds: 'number';
  /** What it must be, as a message says it, e.g. `a whole number of 0 or more`. */
  readonly expected: string;
  readonly accepts: (value: number | bigint) => boolean;
}

/** A list of things of one shape. */
export interface ListShape {
  readonly holds: 'list';
  /** What it holds, as a message says it, e.g. `parameters`. */
  readonly plural: string;
  readonly of: () => Shape;
  /** No two items may be equal. */
  readonly unique?: true;
  /** It must not be empty. */
  readonly filled?: true;
}

/** An object whose keys the author chooses. */
export interface MapShape {
  readonly holds: 'map';
  readonly plural: string;
  readonly of: () => Shape;
  /** Which keys there may be; the others are reported with `rule` and kept. */
  readonly keys?: { readonly pattern: RegExp; readonly expected: string; readonly rule: Rule<unknown> };
  /** Keys that begin with `x-` hold anything. */
  readonly extensible?: true;
}

/** An object with a fixed set of keys, in the order in which they are written. */
export interface RecordShape {
  readonly holds: 'record';
  /** What it describes, as a message says it, e.g. `a response`. */
  readonly noun: string;
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required?: Readonly<Record<string, Need>>;
  /** Keys that begin with `x-` hold anything. */
  readonly extensible?: true;
  /** Any other key is kept and not reported. */
  readonly open?: true;
  /** Written in the order in which the author has them, because the designer shows it. */
  readonly keepsOrder?: true;
}

/**
 * What the absence of a required key means. `essential`: reported, and the record is left out; `reported`: reported;
 * a `fill`: reported (unless `silent`), and this stands in its place, so that the types hold.
 */
export type Need = 'essential' | 'reported' | { readonly fill: Json; readonly silent?: true };

/** A record that has a shape by the value of one of its keys. */
export interface CaseShape {
  readonly holds: 'case';
  readonly noun: string;
  readonly by: string;
  readonly cases: Readonly<Record<string, Shape>>;
  /** The shape when the key has none of these values; without it that is reported and the record left out. */
  readonly otherwise?: Shape;
}

/** `true`, `false` or the other shape. */
export interface FlagOrShape {
  readonly holds: 'flag or';
  readonly other: () => Shape;
}

/** The thing itself, or an object with `$ref` that leads to it. */
export interface ReferenceOrShape {
  readonly holds: 'reference or';
  readonly reference: RecordShape;
  readonly other: Shape;
}

/** Any value at all: data, which is not looked into. */
export const anything: Shape = { holds: 'anything' };
/** `true` or `false`. */
export const flag: Shape = { holds: 'flag' };
/** Any text. */
export const text: Shape = { holds: 'text' };

/** A text out of a closed list. */
export function oneOf(...values: readonly string[]): Shape {
  return { holds: 'text', values };
}

/** A list of `of`; `plural` names its items in messages. */
export function list(plural: string, of: () => Shape, limits: Pick<ListShape, 'unique' | 'filled'> = {}): Shape {
  return { holds: 'list', plural, of, ...limits };
}

/** An object from names of the author's choice to `of`; `plural` names its values in messages. */
export function map(plural: string, of: () => Shape, keys: Pick<MapShape, 'keys' | 'extensible'> = {}): Shape {
  return { holds: 'map', plural, of, ...keys };
}

/** What a message says of a place of this shape: `an object (a response)`, `a list of parameters`. */
export function expected(shape: Shape): string {
  switch (shape.holds) {
    case 'anything':
      return 'any value';
    case 'flag':
      return 'true or false';
    case 'text':
      return shape.values === undefined ? 'a text' : oneOfWords(shape.values);
    case 'number':
      return shape.expected;
    case 'list':
      return `a list of ${shape.plural}`;
    case 'map':
      return `an object of ${shape.plural}`;
    case 'record':
    case 'case':
      return `an object (${shape.noun})`;
    case 'flag or':
      return `true, false or ${expected(shape.other())}`;
    case 'reference or':
      return expected(shape.other);
  }
}

function oneOfWords(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value}"`);
  return quoted.length === 1 ? `${quoted[0]}` : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
