import { own, type Json } from '../core/json.js';
import { isOnlyNull } from './keywords.js';
import { merged } from './merge.js';
import type { Reading } from './reading.js';
import type { Shape } from './surface.js';

/**
 * The shape that any of `branches` allows (`oneOf`, `anyOf`).
 * Null is folded into `nullable`; a branch that is itself only a union joins this one; one branch that is left stands alone.
 */
export function union(branches: readonly Shape[]): Shape {
  const nullable = branches.some((branch) => branch.nullable);
  const variants = branches
    .filter((branch) => !isOnlyNull(branch))
    .map(withoutNull)
    .flatMap((branch) => (isOnlyUnion(branch) ? (branch.variants ?? []) : [branch]));
  const [only] = variants;
  const shape = variants.length > 1 ? { variants } : (only ?? { enum: [] });
  return nullable ? { ...shape, nullable } : shape;
}

function withoutNull(branch: Shape): Shape {
  const { nullable: _, ...others } = branch;
  return others;
}

function isOnlyUnion(shape: Shape): boolean {
  const [key, ...others] = Object.keys(shape);
  return key === 'variants' && others.length === 0;
}

/** A variant whose discriminating property has one of the values that choose it. */
export function narrowed(
  reading: Reading,
  pointer: string,
  { shape, property, values }: { readonly shape: Shape; readonly property: string; readonly values: readonly Json[] },
): Shape {
  const chosen = merged(reading, pointer, [own(shape.properties ?? {}, property) ?? {}, { enum: values }]);
  const properties = new Map(Object.entries(shape.properties ?? {}));
  return { ...shape, properties: Object.fromEntries(properties.set(property, chosen)) };
}
