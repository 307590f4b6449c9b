import { isArray, type Json } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { partsDisagree } from './loss-rules.js';
import { lose, mayGoOn, type Reading } from './reading.js';
import type { Shape, ShapeType } from './surface.js';

/**
 * How two shapes of one value came together.
 * `parts`: they stand beside each other (`allOf`, a keyword beside a `$ref`), and what any of them notes holds.
 * `restated`: both parts of an `allOf` declare the same property; the later declaration's notes
 * (null, default, deprecated) take the place of the earlier one's.
 */
type Kind = 'parts' | 'restated';

/** Where two shapes meet. `pointer` is where a disagreement is reported: the later of the two. */
interface Meeting {
  readonly reading: Reading;
  readonly pointer: string;
  readonly kind: Kind;
  /** The names of the properties that lead to the value; empty for the value itself. */
  readonly path: readonly string[];
}

/**
 * The shape that asks for what all parts ask for: `allOf`.
 * Bounds tighten, enums intersect, required names and properties add up; where two parts cannot both hold, the later one wins and a loss says so.
 */
export function merged(reading: Reading, pointer: string, parts: readonly Shape[]): Shape {
  const [first = {}] = parts;
  if (parts.length < 2) return first;
  // By halves: adding many parts one after another to an ever larger first would be quadratic.
  const middle = Math.ceil(parts.length / 2);
  const halves = [parts.slice(0, middle), parts.slice(middle)].map((half) => merged(reading, pointer, half));
  return merge({ reading, pointer, kind: 'parts', path: [] }, halves[0] ?? {}, halves[1] ?? {});
}

function merge(meeting: Meeting, earlierPart: Shape, laterPart: Shape): Shape {
  if (earlierPart === laterPart) return laterPart;
  const { reading, pointer, kind } = meeting;
  if (!mayGoOn(reading, pointer)) return laterPart;
  reading.depth += 1;
  const first = fitting(earlierPart, laterPart.type);
  const second = fitting(laterPart, earlierPart.type);
  const result: Record<string, unknown> = { ...(kind === 'parts' ? first : withoutNotes(meeting, first, second)) };
  for (const [key, value] of Object.entries(second)) {
    const keyword = key as keyof Shape; // a Shape has no other keys
    const earlier = result[keyword];
    result[keyword] = earlier === undefined ? value : combine(meeting, keyword, [first, second]);
  }
  reading.depth -= 1;
  return withBounds(result as Shape, first, second); // `combine` gives each keyword a value of its own
}

/** The shape with only those variants that can be of a type that is asked for beside them; all of them where none can. */
function fitting(shape: Shape, type: ShapeType | undefined): Shape {
  const { variants, ...others } = shape;
  if (variants === undefined || type === undefined) return shape;
  const fit = variants.filter((variant) => variant.type === undefined || isNarrower(type, variant.type));
  const [only] = fit;
  if (only === undefined || fit.length === variants.length) return shape;
  return fit.length === 1 ? { ...others, ...only } : { ...others, variants: fit };
}

function isNarrower(type: ShapeType, other: ShapeType): boolean {
  return type === other || (type === 'integer' && other === 'number') || (type === 'number' && other === 'integer');
}

/** Whether two parts of shapes say the same; counted as work, and false where there is too much of it. */
function isSame(reading: Reading, first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null) return false;
  if (!mayGoOn(reading, '')) return false;
  const [one, other] = [Object.entries(first), new Map(Object.entries(second))];
  return one.length === other.size && one.every(([key, value]) => isSame(reading, value, other.get(key)));
}

/** The merged shape with the right bounds: each excludes its own value when the tighter of the two does. */
function withBounds(shape: Shape, first: Shape, second: Shape): Shape {
  const { exclusiveMinimum: _, exclusiveMaximum: __, ...others } = shape;
  const lowest = [first, second].filter(({ minimum }) => minimum !== undefined && minimum === shape.minimum);
  const highest = [first, second].filter(({ maximum }) => maximum !== undefined && maximum === shape.maximum);
  return {
    ...others,
    ...(lowest.some(({ exclusiveMinimum }) => exclusiveMinimum) && { exclusiveMinimum: true }),
    ...(highest.some(({ exclusiveMaximum }) => exclusiveMaximum) && { exclusiveMaximum: true }),
  };
}

/** What `first` says, less the notes that a second declaration of the same property restates. */
function withoutNotes(meeting: Meeting, first: Shape, second: Shape): Shape {
  const { nullable, default: value, deprecated, ...constraints } = first;
  const dropped: string[] = [];
  if (nullable && !second.nullable) dropped.push('nullable');
  if (value !== undefined && !isSame(meeting.reading, value, second.default)) dropped.push(`default ${shorten(value)}`);
  if (deprecated && !second.deprecated) dropped.push('deprecated');
  if (dropped.length > 0) disagree(meeting, `An earlier part says ${dropped.join(' and ')}`);
  return constraints;
}

/** The value of a keyword that both shapes have. */
function combine(meeting: Meeting, keyword: keyof Shape, [first, second]: readonly [Shape, Shape]): unknown {
  switch (keyword) {
    case 'properties':
      return mergeProperties(meeting, first.properties ?? {}, second.properties ?? {});
    case 'items':
      return merge({ ...meeting, kind: 'parts' }, first.items ?? {}, second.items ?? {});
    case 'required':
      return [...new Set([...(first.required ?? []), ...(second.required ?? [])])];
    case 'enum':
      return commonValues(meeting, first.enum ?? [], second.enum ?? []);
    case 'minimum':
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return greater(first[keyword] ?? 0, second[keyword] ?? 0);
    case 'maximum':
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      return less(first[keyword] ?? 0, second[keyword] ?? 0);
    case 'additional':
      return mergeAdditional(meeting, first.additional ?? true, second.additional ?? true);
    case 'type':
      if (first.type === 'number' && second.type === 'integer') return 'integer';
      if (first.type === 'integer' && second.type === 'number') return 'integer';
      return theLater(meeting, keyword, [first.type, second.type]);
    case 'nullable':
    case 'deprecated':
    case 'readOnly':
    case 'writeOnly':
    case 'uniqueItems':
    case 'exclusiveMinimum': // set right by withBounds
    case 'exclusiveMaximum':
      return true;
    case 'default':
      return second.default; // the outer of two parts; a restated one has no earlier default left
    case 'format':
    case 'pattern':
    case 'multipleOf':
    case 'discriminator':
    case 'ref':
      return theLater(meeting, keyword, [first[keyword], second[keyword]]);
    case 'variants':
      if (isSame(meeting.reading, first.variants, second.variants)) return first.variants;
      return theLater(meeting, keyword, [first.variants, second.variants]);
  }
}

type Properties = Readonly<Record<string, Shape>>;

function mergeProperties(meeting: Meeting, first: Properties, second: Properties): Properties {
  const both = new Map(Object.entries(first));
  for (const [name, shape] of Object.entries(second)) {
    const earlier = both.get(name);
    both.set(name, earlier === undefined ? shape : restate(meeting, name, [earlier, shape]));
  }
  return Object.fromEntries(both);
}

function restate(meeting: Meeting, name: string, [first, second]: readonly [Shape, Shape]): Shape {
  return merge({ ...meeting, kind: 'restated', path: [...meeting.path, name] }, first, second);
}

function mergeAdditional(meeting: Meeting, first: boolean | Shape, second: boolean | Shape): boolean | Shape {
  if (first === false || second === false) return false;
  if (first === true || second === true) return first === true ? second : first;
  return merge({ ...meeting, kind: 'parts' }, first, second);
}

function commonValues(meeting: Meeting, first: readonly Json[], second: readonly Json[]): readonly Json[] {
  const known = new Set(first.map(identity));
  const common = second.filter((value) => known.has(identity(value)));
  return common.length > 0 || first.length === 0 || second.length === 0
    ? common
    : (theLater(meeting, 'enum', [first, second]) ?? common);
}

/** Equal texts for equal values; an integer is the same as a bigint. */
function identity(value: Json): string {
  return isArray(value) || typeof value === 'object'
    ? JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner))
    : `${typeof value === 'string' ? 'text' : ''} ${String(value)}`;
}

function greater(first: number | bigint, second: number | bigint): number | bigint {
  return first > second ? first : second;
}

function less(first: number | bigint, second: number | bigint): number | bigint {
  return first < second ? first : second;
}

/** The second of two values; a loss where they differ. */
function theLater<Value>(meeting: Meeting, keyword: string, [first, second]: [Value, Value]): Value {
  if (first !== second) disagree(meeting, `The parts disagree about ${keyword}`);
  return second;
}

function disagree({ reading, pointer, path }: Meeting, what: string): void {
  const where = path.length === 0 ? '' : ` of the property ${shorten(path.join('.'))}`;
  lose(reading, partsDisagree, { pointer, message: `${what}${where}; the later one wins.` });
}
