import type { Schema } from '../openapi/types.js';
import type { OverlayNode } from './overlay.js';
import type { Shape } from './surface.js';
import type { Direction } from './unite.js';

/** The formats that a connector's definition may have: the 14 of the published apiDefinition schema. */
const formats: ReadonlySet<string> = new Set([
  'int32',
  'int64',
  'float',
  'double',
  'byte',
  'binary',
  'date',
  'date-time',
  'password',
  'date-no-tz',
  'email',
  'html',
  'uri',
  'uuid',
]);

/** Whether a connector's definition may have the format. */
export function isKnownFormat(format: string): boolean {
  return formats.has(format);
}

/** Whether the surface's enums and bounds of a value are used. */
export function limitsKept(node: OverlayNode, direction: Direction): boolean {
  return (node.constraints ?? (direction === 'request' ? 'keep' : 'drop')) === 'keep';
}

/** The keywords that bound a value and have the same name and form in OpenAPI 2.0. */
const bounds = [
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] as const;

/** Type, format, enum, default and bounds of a value, as OpenAPI 2.0 and the overlay have them. */
export function limitsOf(shape: Shape, node: OverlayNode = {}, direction: Direction): Schema {
  // A type of the overlay's own makes the surface's other facts meaningless.
  const facts: Shape = node.type === undefined || node.type === shape.type ? shape : {};
  const keep = limitsKept(node, direction);
  const type = node.type ?? shape.type;
  const format = node.format ?? (facts.format !== undefined && isKnownFormat(facts.format) ? facts.format : undefined);
  const values = node.enum ?? (keep && facts.enum?.length ? facts.enum : undefined);
  return {
    ...(type && (type === 'file' ? { type: 'string', format: 'binary' } : { type })),
    ...(format !== undefined && { format }),
    ...(values && { enum: values }),
    ...(node.default !== undefined && { default: node.default }),
    ...(keep && boundsOf(facts)),
  };
}

function boundsOf(shape: Shape): Schema {
  const found = bounds.flatMap((bound) => (shape[bound] === undefined ? [] : [[bound, shape[bound]] as const]));
  return Object.fromEntries(found);
}
