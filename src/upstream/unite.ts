import { own, typeOf } from '../core/json.js';
import { beside, join } from './join.js';
import type { Shape, ShapeType } from './surface.js';

/** Whether a value is sent or received. */
export type Direction = 'request' | 'response';

/** Where a shape is resolved. */
export interface Scope {
  readonly direction: Direction;
  /** The surface's recursive shapes. */
  readonly shapes: Readonly<Record<string, Shape>>;
  /** Those that we are inside of: met again, such a shape is cut to its type. */
  readonly open: ReadonlySet<string>;
}

/** A choice that had to be made, in words that follow the value's name. */
export interface Choice {
  readonly kind: 'union' | 'recursion';
  readonly text: string;
}

/** A shape that Swagger 2.0 can say. */
export interface United {
  /** Without `variants` and `ref`; inner shapes may still have them. */
  readonly shape: Shape;
  /** What the upstream allows and the choice leaves out. */
  readonly beyond?: Shape;
  /** What Swagger 2.0 cannot say of the value, and what is said in its place. */
  readonly choice?: Choice;
  /** For what is inside. */
  readonly scope: Scope;
}

/**
 * Resolves references and unions to what Swagger 2.0 and the designer can hold. The choices:
 * - null: `nullable`;
 * - variants of one type: one value of that type. Objects: all their properties, required what every variant requires. Lists: any of their items.
 *   Others: the values of all enums, or any value where one variant has no enum; the loosest bounds;
 * - integer or number: number;
 * - in a request, text or a list: text, which a person can type; the list is `beyond`;
 * - anything else: no type, which the designer shows as one box that takes anything.
 */
export function unite(shape: Shape, outer: Scope): United {
  const open = new Set(outer.open);
  const scope: Scope = { ...outer, open };
  const { variants, discriminator, ...base } = expand(shape, outer.shapes, open);
  if (variants === undefined) {
    const cut = shape.ref !== undefined && outer.open.has(shape.ref);
    return { shape: typed(base), scope, ...(cut && { choice: cutText(base) }) };
  }
  const flat = variants.flatMap((variant) => flatten(variant, outer.shapes, open));
  const nullable = flat.some((variant) => variant.nullable) && { nullable: true as const };
  const types = [...new Set(flat.map(impliedType))].sort();
  const type = types.length === 1 ? types[0] : types.join() === 'integer,number' ? 'number' : undefined;
  if (type !== undefined) {
    const joined = beside(join(flat), base);
    const united = { ...withDiscriminator(joined, base, discriminator), type, ...nullable };
    return { shape: united, scope, choice: joinedText(flat, type) };
  }
  if (outer.direction === 'request' && types.join() === 'array,string') {
    const texts = flat.filter((variant) => impliedType(variant) === 'string');
    const lists = flat.filter((variant) => impliedType(variant) === 'array');
    const { nullable: __, ...beyond } = join(lists); // null is allowed by the shape itself
    const text = 'is text or a list; text is kept, which a person can type';
    const united: Shape = { ...beside(join(texts), base), type: 'string', ...nullable };
    return { shape: united, beyond, scope, choice: { kind: 'union', text } };
  }
  const text = `is one of several types (${flat.map((one) => impliedType(one) ?? 'any').join(', ')}); it has no type`;
  return { shape: { ...base, ...nullable }, scope, choice: { kind: 'union', text } };
}

function cutText({ type }: Shape): Choice {
  return {
    kind: 'recursion',
    text: `contains itself; it is cut to ${type === undefined ? 'any value' : `its type, ${type}`}`,
  };
}

function joinedText(variants: readonly Shape[], type: ShapeType): Choice {
  const kept =
    type === 'object'
      ? 'the properties of all are kept, and which of them go together is not said'
      : type === 'array'
        ? 'a list of any of their items is kept'
        : 'all their values are kept';
  return { kind: 'union', text: `is one of ${variants.length} variants of type ${type}; ${kept}` };
}

/** The discriminating property as the base has it: it may have values for which there is no variant. */
function withDiscriminator(joined: Shape, base: Shape, name: string | undefined): Shape {
  const property = name === undefined ? undefined : own(base.properties ?? {}, name);
  if (name === undefined || property === undefined) return joined;
  return { ...joined, properties: { ...joined.properties, ...Object.fromEntries([[name, property]]) } };
}

/** The shape with what its `ref` names; a shape that we are inside of is cut to its type. */
function expand(shape: Shape, shapes: Scope['shapes'], open: Set<string>): Shape {
  const { ref, ...others } = shape;
  if (ref === undefined) return shape;
  const target = own(shapes, ref) ?? {};
  if (open.has(ref)) return { ...(target.type && { type: target.type }), ...others };
  open.add(ref);
  return expand(beside(target, others), shapes, open);
}

/** The variants of a variant, each with what stands beside them. */
function flatten(shape: Shape, shapes: Scope['shapes'], open: Set<string>): Shape[] {
  const { variants, discriminator: _, ...base } = expand(shape, shapes, open);
  if (variants === undefined) return [base];
  return variants.flatMap((variant) => flatten(variant, shapes, open)).map((variant) => beside(variant, base));
}

function typed(shape: Shape): Shape {
  const type = impliedType(shape);
  return type === undefined ? shape : { type, ...shape };
}

/** The type, also where only the other keywords tell it. */
function impliedType(shape: Shape): ShapeType | undefined {
  if (shape.type !== undefined) return shape.type;
  if (shape.properties !== undefined) return 'object';
  if (shape.items !== undefined) return 'array';
  const types = [...new Set((shape.enum ?? []).map(typeOf))];
  return types.length === 1 && types[0] === 'string' ? 'string' : undefined;
}
