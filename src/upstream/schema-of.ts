import { own } from '../core/json.js';
import { child } from '../core/pointer.js';
import type { Schema } from '../openapi/types.js';
import { fileAsText, formatDropped, onlyNullDropped, recursionCut, unionResolved } from './choice-rules.js';
import { isOnlyNull } from './keywords.js';
import { isKnownFormat, limitsOf } from './limits-of.js';
import { choose, relax, startNotes, type Notes } from './notes.js';
import type { OverlayNode } from './overlay.js';
import { noteRequired, relaxationsOf } from './relaxations.js';
import type { Shape } from './surface.js';
import { unite, type Choice, type Direction, type Scope } from './unite.js';
import { wordsOf } from './words-of.js';

/** What the connector says of a body, and what was noted on the way. */
export interface SchemaResult extends Omit<Notes, 'wider'> {
  readonly schema: Schema;
  /** What the upstream allows beyond the schema, by pattern (a pointer with `*`): `wider` of `contract.json`. */
  readonly wider: Readonly<Record<string, Schema>>;
}

/** How a body becomes a schema: in whose words, and for which half of an exchange. */
export interface SchemaOptions {
  readonly overlay: OverlayNode;
  readonly direction: Direction;
  /** The surface's recursive shapes. */
  readonly shapes?: Readonly<Record<string, Shape>> | undefined;
  /** What an answer must hold (`expect` of `contract.json`): what else the specification requires is noted as a relaxation. */
  readonly expect?: Schema | undefined;
}

/** How many schemas a body may have, its recursive shapes written out. The service refuses more than 512. Of 404 operations measured, none is cut. */
const MAX_SCHEMAS = 10_000;

/** Where a schema is made. */
interface Place {
  readonly scope: Scope;
  /** How many schemas may still be made. */
  readonly budget: { left: number };
  /** The pattern of the value. */
  readonly at: string;
  /** Undefined below a property that the overlay does not know. */
  readonly node: OverlayNode | undefined;
  /** Undefined in what is beyond the schema, which has no words either. */
  readonly notes: Notes | undefined;
  /** What an answer must hold here; undefined where nothing is expected. */
  readonly expect: Schema | undefined;
  /** The surface lacks the value; it is only the overlay's. */
  readonly isOurs?: boolean;
}

/**
 * The OpenAPI 2.0 schema of a body: what the surface says, as the overlay wants it said, which wins.
 * In a response nothing is required, and enums and bounds are dropped unless the overlay keeps them. A default is only ever the overlay's.
 * `additionalProperties: false` is never said: the service may refuse an unknown property, the connector need not.
 * Unions are resolved as {@link unite} says.
 */
export function schemaOf(shape: Shape, { overlay, direction, shapes = {}, expect }: SchemaOptions): SchemaResult {
  const notes = startNotes();
  const scope: Scope = { direction, shapes, open: new Set() };
  const schema = valueSchema(shape, { scope, budget: { left: MAX_SCHEMAS }, at: '', node: overlay, notes, expect });
  return { ...notes, schema: { ...schema, ...wordsOf(shape, overlay) }, wider: Object.fromEntries(notes.wider) };
}

/** The schema of a value, without the words about it. */
function valueSchema(shape: Shape, place: Place): Schema {
  const { at, node, notes, budget } = place;
  budget.left -= 1;
  if (budget.left < 0) return cutSchema(shape, place);
  const { shape: plain, beyond, scope, choice } = unite(shape, place.scope);
  const inner = { ...place, scope, isOurs: false };
  if (node?.schema === undefined) noteChoices(place, plain, choice);
  const wider = node?.wider ?? (beyond && valueSchema(beyond, { ...inner, node: undefined, notes: undefined }));
  if (wider !== undefined) notes?.wider.set(at, wider);
  if (node && !place.isOurs) for (const kind of relaxationsOf(plain, node, scope.direction)) relax(notes, at, kind);
  if (node?.schema !== undefined && hasInsides(shape)) {
    notes?.omitted.push({ at, why: 'What is inside is described by hand.' });
  }
  const { 'x-nullable': _, ...schema } = node?.schema ?? {
    ...limitsOf(plain, node, scope.direction),
    ...insidesOf({ ...plain, ...(node?.type && { type: node.type }) }, inner),
  };
  const nullable = node?.nullable ?? (plain.nullable || node?.schema?.['x-nullable'] === true);
  return nullable ? { ...schema, 'x-nullable': true } : schema;
}

/** The type alone, of what would make a body too large; said of the first such value only. */
function cutSchema({ type }: Shape, { at, notes, budget }: Place): Schema {
  const text = `would make more than ${MAX_SCHEMAS} schemas; it and what comes after it are cut to their types`;
  if (budget.left === -1) choose(notes, recursionCut, { at, text });
  return type === undefined || type === 'file' ? {} : { type, ...(type === 'array' && { items: {} }) };
}

function hasInsides({ properties, items, additional, variants, ref }: Shape): boolean {
  return [properties, items, variants, ref].some((part) => part !== undefined) || typeof additional === 'object';
}

/** Notes what OpenAPI 2.0 cannot say of a value itself. */
function noteChoices({ at, node, notes }: Place, shape: Shape, choice: Choice | undefined): void {
  if (choice) choose(notes, choice.kind === 'union' ? unionResolved : recursionCut, { at, text: choice.text });
  const { format } = shape;
  if (format !== undefined && node?.format === undefined && !isKnownFormat(format)) {
    choose(notes, formatDropped, { at, text: `has the format ${format.slice(0, 40)}, which no definition may have` });
  }
  if (shape.type === 'file')
    choose(notes, fileAsText, { at, text: 'is a file, which a body cannot have; it is binary text' });
  if (isOnlyNull(shape)) choose(notes, onlyNullDropped, { at, text: 'is always null, which has no type' });
}

/** The schemas of what is inside a value. */
function insidesOf(shape: Shape, place: Place): Schema {
  const below = { ...place, at: `${place.at}/*` };
  if (shape.type === 'array') {
    const inner = { ...below, node: nodeIn(place, 'items'), expect: place.expect?.items };
    return { items: innerSchema(shape.items ?? {}, inner) };
  }
  if (shape.type !== 'object') return {};
  const wanted = requiredOf(shape, place);
  const properties = propertySchemas(shape, place);
  const required = wanted.filter((name) => Object.hasOwn(properties, name));
  const { additional } = shape;
  return {
    ...(required.length > 0 && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(typeof additional === 'object' && {
      additionalProperties: innerSchema(additional, {
        ...below,
        node: nodeIn(place, 'additional'),
        expect: undefined,
      }),
    }),
  };
}

/** In a request what the overlay or else the surface requires, in a response nothing. */
function requiredOf(shape: Shape, { node, notes, scope, at, expect }: Place): readonly string[] {
  const isOmitted = (name: string) => own(node?.properties ?? {}, name)?.omit !== undefined;
  const specified = (shape.required ?? []).filter((name) => !isOmitted(name));
  const isRequest = scope.direction === 'request';
  const ours = isRequest ? (node?.required ?? specified) : (expect?.required ?? []);
  noteRequired(notes, (name) => child(at, name), { specified, ours });
  return isRequest ? ours : [];
}

/** What the overlay says of the values inside; nothing yet is not the same as not knowing the whole. */
function nodeIn({ node }: Place, part: 'items' | 'additional'): OverlayNode | undefined {
  return node === undefined ? undefined : (node[part] ?? {});
}

function innerSchema(shape: Shape, place: Place): Schema {
  return { ...valueSchema(shape, place), ...(place.notes && wordsOf(shape, place.node ?? {})) };
}

function propertySchemas(shape: Shape, place: Place): Readonly<Record<string, Schema>> {
  const { properties = {} } = shape;
  const names = new Set([...Object.keys(place.node?.properties ?? {}), ...Object.keys(properties)]);
  const schemas = [...names].flatMap((name) => {
    const inner = { ...place, at: child(place.at, name), expect: own(place.expect?.properties ?? {}, name) };
    const schema = propertySchema(name, own(properties, name), inner);
    return schema === undefined ? [] : [[name, schema] as const];
  });
  return Object.fromEntries(schemas);
}

/** The schema of a property; undefined where it is left out. `place` is its own, with the node of the object that it is in. */
function propertySchema(name: string, shape: Shape | undefined, place: Place): Schema | undefined {
  const { notes, at, scope } = place;
  const node = own(place.node?.properties ?? {}, name);
  if (shape === undefined && !node?.extra) notes?.unused.push(at);
  if (shape === undefined && node?.extra && node.omit === undefined) relax(notes, at, 'unspecified');
  if (shape !== undefined && node?.omit !== undefined) notes?.omitted.push({ at, why: node.omit });
  if (node?.omit !== undefined || (shape === undefined && !node?.extra)) return undefined;
  if (shape !== undefined && (scope.direction === 'request' ? shape.readOnly : shape.writeOnly)) return undefined;
  if (node === undefined && place.node !== undefined) notes?.unreviewed.push(at);
  const schema = valueSchema(shape ?? {}, { ...place, node, isOurs: shape === undefined });
  return notes === undefined ? schema : { ...schema, ...wordsOf(shape ?? {}, { name, ...node }, node === undefined) };
}
