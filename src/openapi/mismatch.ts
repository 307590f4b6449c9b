import type { Json } from '../core/json.js';

/** The way in which a value misses its schema. `unreadable-schema` is the schema's fault: that keyword could not be held against the value. */
export type MismatchKind =
  | 'wrong-type'
  | 'null-not-declared'
  | 'not-in-enum'
  | 'out-of-bounds'
  | 'wrong-length'
  | 'pattern-not-matched'
  | 'not-unique'
  | 'missing-required'
  | 'property-not-allowed'
  | 'unreadable-schema';

/** One place where a value misses its schema. */
export interface Mismatch {
  readonly kind: MismatchKind;
  /** JSON Pointer in the value; `''` is the value itself. */
  readonly pointer: string;
  /** JSON Pointer in the document of the keyword that was broken, e.g. `/definitions/Message/properties/role/enum`. */
  readonly declared: string;
  /** One sentence that names the place, what is there and what is declared. */
  readonly message: string;
  /** What stands there; absent where nothing does. */
  readonly value?: Json;
}

/** A property of an object that no schema which applies to the object declares. */
export interface Undeclared {
  /** JSON Pointer in the value. */
  readonly pointer: string;
  readonly name: string;
  readonly value: Json;
  /** JSON Pointer in the document of the schema that applies to the object. */
  readonly declared: string;
}
