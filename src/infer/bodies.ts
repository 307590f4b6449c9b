import type { Body } from '../http/exchange.js';
import { mediaType } from '../http/media-type.js';
import { spend, type Budget } from './budget.js';
import { addShape, addValue, newShape, type Shape } from './shape.js';

/** All bodies of one place: the requests of an operation, or its answers with one status. */
export interface Bodies {
  count: number;
  /** How many were JSON. */
  json: number;
  /** How many were a text or bytes. */
  other: number;
  /** The media types of those that were not empty. */
  readonly types: Set<string>;
  readonly shape: Shape;
}

/** No bodies yet. */
export function newBodies(): Bodies {
  return { count: 0, json: 0, other: 0, types: new Set(), shape: newShape() };
}

/** Adds the body of a message. */
export function addBody(
  bodies: Bodies,
  { body, contentType }: { readonly body: Body; readonly contentType?: string | undefined },
  budget: Budget,
): void {
  bodies.count += 1;
  if (body.kind === 'none') return;
  addType(bodies, mediaType(contentType), budget);
  if (body.kind === 'json') {
    bodies.json += 1;
    // The look of a credential says nothing of its type; only texts that are remembered have to be without.
    addValue(bodies.shape, budget.texts ? body.value : body.recorded, budget);
  } else bodies.other += 1;
}

function addType({ types }: Bodies, type: string | undefined, budget: Budget): void {
  if (type !== undefined && !types.has(type) && spend(budget)) types.add(type);
}

/** Adds all that `other` has seen. */
export function addBodies(bodies: Bodies, other: Bodies, budget: Budget): void {
  bodies.count += other.count;
  bodies.json += other.json;
  bodies.other += other.other;
  for (const type of other.types) addType(bodies, type, budget);
  addShape(bodies.shape, other.shape, budget);
}
