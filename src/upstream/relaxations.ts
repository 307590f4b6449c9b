import { limitsKept } from './limits-of.js';
import { relax, type Notes, type Relaxation } from './notes.js';
import type { OverlayNode } from './overlay.js';
import type { Shape } from './surface.js';
import type { Direction } from './unite.js';
import { sameJson } from '../core/same-json.js';
import type { Json } from '../core/json.js';

/** Where the overlay goes against what the surface says of a value itself. */
export function relaxationsOf(shape: Shape, node: OverlayNode, direction: Direction): Relaxation['kind'][] {
  const kinds: Relaxation['kind'][] = [];
  const nullable = node.nullable ?? node.schema?.['x-nullable'];
  if (nullable === true && !shape.nullable) kinds.push('null');
  if (nullable === false && shape.nullable) kinds.push('never-null');
  const type = node.type ?? node.schema?.type;
  const retyped = type !== undefined && shape.type !== undefined && type !== shape.type;
  const reformatted = node.format !== undefined && shape.format !== undefined && node.format !== shape.format;
  if (retyped || reformatted) kinds.push('type');
  if (hasOtherValues(shape, node, direction)) kinds.push('values');
  return kinds;
}

function hasOtherValues(shape: Shape, node: OverlayNode, direction: Direction): boolean {
  if (node.enum !== undefined) return !sameJson(node.enum as Json, (shape.enum ?? null) as Json); // plain JSON
  // In a response enums and bounds are dropped anyway.
  return direction === 'request' && !limitsKept(node, direction) && hasLimits(shape);
}

const limits = ['enum', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern'] as const;

function hasLimits(shape: Shape): boolean {
  return limits.some((limit) => shape[limit] !== undefined);
}

/** Notes which properties of an object the specification requires and we do not, and the other way round. */
export function noteRequired(
  notes: Notes | undefined,
  pattern: (name: string) => string,
  { specified, ours }: { readonly specified: readonly string[]; readonly ours: readonly string[] },
): void {
  const [there, here] = [new Set(specified), new Set(ours)];
  for (const name of specified) if (!here.has(name)) relax(notes, pattern(name), 'absent');
  for (const name of ours) if (!there.has(name)) relax(notes, pattern(name), 'required');
}
