import { own } from '../core/json.js';
import type { Shape } from './surface.js';

/** How many shapes are looked at for one value. */
const MAX_SHAPES = 2_000;

/** The shapes that a value may have, with references and variants taken apart: each says something of the value itself. */
export function plainShapes(shapes: readonly Shape[], named: Readonly<Record<string, Shape>>): readonly Shape[] {
  const seen = new Set<Shape>();
  const plain: Shape[] = [];
  const open = [...shapes];
  for (let shape = open.pop(); shape !== undefined && seen.size < MAX_SHAPES; shape = open.pop()) {
    if (seen.has(shape)) continue;
    seen.add(shape);
    const { ref, variants, discriminator: _, ...self } = shape;
    const target = ref === undefined ? undefined : own(named, ref);
    if (target !== undefined) open.push(target);
    if (variants !== undefined) open.push(...variants);
    if ((ref === undefined && variants === undefined) || Object.keys(self).length > 0) plain.push(self);
  }
  return plain;
}
