import { own } from '../core/json.js';
import { child } from '../core/pointer.js';
import type { Schema } from '../openapi/types.js';
import { limitsOf } from './limits-of.js';
import type { OverlayNode } from './overlay.js';
import type { Shape } from './surface.js';
import { unite, type Direction, type Scope } from './unite.js';
import { wordsOf } from './words-of.js';

/** What the connector says of a body. */
export interface SchemaResult {
  readonly schema: Schema;
  /** What the upstream allows beyond the schema, by pattern (a pointer with `*`): `wider` of `contract.json`. */
  readonly wider: Readonly<Record<string, Schema>>;
  /** The patterns of properties that the overlay does not know, of a whole new object only its own: for a person to look at. */
  readonly unreviewed: readonly string[];
  /** The patterns that the overlay has and the surface lacks: of another version, or misspelt. */
  readonly unused: readonly string[];
}

/** How a body becomes a schema: in whose words, and for which half of an exchange. */
export interface SchemaOptions {
  readonly overlay: OverlayNode;
  readonly direction: Direction;
  /** The surface's recursive shapes. */
  readonly shapes?: Readonly<Record<string, Shape>> | undefined;
}

/** Where a schema is made. */
interface Place {
  readonly scope: Scope;
  /** The pattern of the value. */
  readonly at: string;
  /** Undefined below a property that the overlay does not know. */
  readonly node: OverlayNode | undefined;
  /** What is collected on the way; undefined in what is beyond the schema, which has no words either. */
  readonly notes: Notes | undefined;
}

interface Notes {
  readonly wider: Map<string, Schema>;
  readonly unreviewed: string[];
  readonly unused: string[];
}

/**
 * The OpenAPI 2.0 schema of a body: what the surface says, as the overlay wants it said, which wins.
 * In a response nothing is required, and enums and bounds are dropped unless the overlay keeps them. A default is only ever the overlay's.
 * `additionalProperties: false` is never said: the service may refuse an unknown property, the connector need not.
 * Unions are resolved as {@link unite} says.
 */
export function schemaOf(shape: Shape, { overlay, direction, shapes = {} }: SchemaOptions): SchemaResult {
  const notes: Notes = { wider: new Map(), unreviewed: [], unused: [] };
  const scope: Scope = { direction, shapes, open: new Set() };
  const schema = valueSchema(shape, { scope, at: '', node: overlay, notes });
  return { ...notes, schema: { ...schema, ...wordsOf(shape, overlay) }, wider: Object.fromEntries(notes.wider) };
}

/** The schema of a value, without the words about it. */
function valueSchema(shape: Shape, place: Place): Schema {
  const { at, node, notes } = place;
  const { shape: plain, beyond, scope } = unite(shape, place.scope);
  const inner = { ...place, scope };
  const wider = node?.wider ?? (beyond && valueSchema(beyond, { ...inner, node: undefined, notes: undefined }));
  if (wider !== undefined) notes?.wider.set(at, wider);
  const { 'x-nullable': _, ...schema } = node?.schema ?? {
    ...limitsOf(plain, node, scope.direction),
    ...insidesOf({ ...plain, ...(node?.type && { type: node.type }) }, inner),
  };
  const nullable = node?.nullable ?? (plain.nullable || node?.schema?.['x-nullable'] === true);
  return nullable ? { ...schema, 'x-nullable': true } : schema;
}

/** The schemas of what is inside a value. */
function insidesOf(shape: Shape, place: Place): Schema {
  const below = { ...place, at: `${place.at}/*` };
  if (shape.type === 'array')
    return { items: innerSchema(shape.items ?? {}, { ...below, node: nodeIn(place, 'items') }) };
  if (shape.type !== 'object') return {};
  const properties = propertySchemas(shape, place);
  const required = (place.node?.required ?? shape.required ?? []).filter((name) => Object.hasOwn(properties, name));
  const { additional } = shape;
  return {
    ...(required.length > 0 && place.scope.direction === 'request' && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(typeof additional === 'object' && {
      additionalProperties: innerSchema(additional, { ...below, node: nodeIn(place, 'additional') }),
    }),
  };
}

/** What the overlay says of the values inside; nothing yet is not the same as not knowing the whole. */
function nodeIn({ node }: Place, part: 'items' | 'additional'): OverlayNode | undefined {
  return node === undefined ? undefined : (node[part] ?? {});
}

function innerSchema(shape: Shape, place: Place): Schema {
  return { ...valueSchema(shape, place), ...(place.node && wordsOf(shape, place.node)) };
}

function propertySchemas(shape: Shape, place: Place): Readonly<Record<string, Schema>> {
  const { properties = {} } = shape;
  const names = new Set([...Object.keys(place.node?.properties ?? {}), ...Object.keys(properties)]);
  const schemas = [...names].flatMap((name) => {
    const schema = propertySchema(name, own(properties, name), { ...place, at: child(place.at, name) });
    return schema === undefined ? [] : [[name, schema] as const];
  });
  return Object.fromEntries(schemas);
}

/** The schema of a property; undefined where it is left out. `place` is its own, with the node of the object that it is in. */
function propertySchema(name: string, shape: Shape | undefined, place: Place): Schema | undefined {
  const { notes, at, scope } = place;
  const node = own(place.node?.properties ?? {}, name);
  if (shape === undefined && !node?.extra) notes?.unused.push(at);
  if (node?.omit !== undefined || (shape === undefined && !node?.extra)) return undefined;
  if (shape !== undefined && (scope.direction === 'request' ? shape.readOnly : shape.writeOnly)) return undefined;
  if (node === undefined && place.node !== undefined) notes?.unreviewed.push(at);
  const schema = valueSchema(shape ?? {}, { ...place, node });
  return notes === undefined ? schema : { ...schema, ...wordsOf(shape ?? {}, { name, ...node }, node === undefined) };
}
