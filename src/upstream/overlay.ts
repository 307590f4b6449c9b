import type { Json, JsonArray } from '../core/json.js';
import type { Schema, SchemaType } from '../openapi/types.js';

/**
 * What we say about one value of a surface: our own words, order and visibility, and what recordings show against the specification.
 * It wins over the surface. One overlay serves all versions of a service: what it says of a property that a version lacks is passed over.
 */
export interface OverlayNode {
  /** The label in the designer. Default: made from the property's name. */
  readonly title?: string;
  readonly description?: string;
  /** Said after the description where the surface calls the property deprecated. */
  readonly deprecated?: string;
  /** Default: none, which the designer treats as `advanced`. */
  readonly visibility?: 'important' | 'advanced' | 'internal';
  /** Leaves the property out; the text says why. */
  readonly omit?: string;
  /** This schema in place of what the surface says of the value and all below it. Labels and `nullable` of this node are added to it. */
  readonly schema?: Schema;
  /** With `schema`: the property is there even where the surface lacks it, because recordings show it. */
  readonly extra?: true;
  readonly type?: SchemaType;
  readonly format?: string;
  /** Whether null is allowed, where recordings show otherwise than the specification says. */
  readonly nullable?: boolean;
  readonly enum?: JsonArray;
  /** The designer prefills and sends it. The surface's own default is never used. */
  readonly default?: Json;
  /** Whether the surface's enums and bounds are used. Default: in requests yes, in responses no (new values arrive). */
  readonly constraints?: 'keep' | 'drop';
  /** The required properties of this object, in place of the surface's. Only in requests. */
  readonly required?: readonly string[];
  /** By name. Their order is the order of the properties; those that it does not name come after them, in the surface's order. */
  readonly properties?: Readonly<Record<string, OverlayNode>>;
  readonly items?: OverlayNode;
  /** The properties without a name. */
  readonly additional?: OverlayNode;
  /** What the API allows at this place beyond the schema that we give: for `contract.json`. Wins over what the surface says. */
  readonly wider?: Schema;
}
