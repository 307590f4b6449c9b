import type { Retired } from '../definition/connector.js';
import { Fault } from '../core/fault.js';
import type { Json, JsonArray } from '../core/json.js';
import type { Severity } from '../core/severity.js';
import { writeJson } from '../core/json-write.js';
import { shorten } from '../core/shorten.js';
import { readByShape } from '../openapi/structure-read.js';
import { shapeRules } from '../openapi/structure-rules.js';
import { surfaceShape } from './surface-table.js';

/**
 * What one version of an upstream API offers: facts and names, none of its prose.
 * Stored as `connector/upstream/<service>/<version>.json`, made from a specification by {@link readSurface}.
 * Read it with `core/json-read.ts`: a JSON import would round its int64 bounds.
 */
export interface Surface {
  readonly formatVersion: 1;
  /** The service as the connector names it; also the file's folder. */
  readonly service: string;
  /** The version as requests send it, or the specification's own where they send none; also the file's name. */
  readonly apiVersion: string;
  /** Stands where the service no longer answers this version. */
  readonly retired?: Retired;
  /** The specification that it was made from. */
  readonly source: SurfaceSource;
  /** By the name that the connector has for each: a connector may need more than one operation of its upstream. */
  readonly operations: Readonly<Record<string, OperationSurface>>;
  /** The shapes that contain themselves, by their name in the specification; {@link Shape.ref} leads here. */
  readonly shapes?: Readonly<Record<string, Shape>>;
  /** What of the specification it does not hold. */
  readonly losses?: readonly Loss[];
}

/** A part of a specification that has no place in its surface: a finding without its file, which is the specification. */
export interface Loss {
  readonly code: string;
  readonly severity: Severity;
  readonly pointer: string;
  readonly message: string;
}

/** Which specification a surface was made from. */
export interface SurfaceSource {
  readonly title: string;
  /** `info.version`. */
  readonly version: string;
  /** The version of the specification language, e.g. `3.0.0` or `2.0`. */
  readonly openapi: string;
  /** The file's name, without folders. */
  readonly file: string;
}

/** One operation: its address, and the shapes of what it takes and gives. */
export interface OperationSurface {
  readonly operationId?: string;
  /** Lower case. */
  readonly method: string;
  /** The path template, beginning with `/`. */
  readonly path: string;
  /** The address before the path, a template too; absent where the specification has none. */
  readonly server?: string;
  readonly deprecated?: true;
  readonly parameters: readonly ParameterSurface[];
  readonly request?: ContentSurface & { readonly required?: true };
  /** By status code, or `default`. */
  readonly responses: Readonly<Record<string, ContentSurface & { readonly headers?: Readonly<Record<string, Shape>> }>>;
}

/** One parameter outside the body. */
export interface ParameterSurface {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: true;
  readonly deprecated?: true;
  readonly shape: Shape;
}

/** A body: all media types that are offered, and the shape of the JSON one (of the first, where none is JSON). */
export interface ContentSurface {
  readonly mediaTypes: readonly string[];
  readonly shape?: Shape;
}

/** The types of JSON without null, which is {@link Shape.nullable}, and `file` for bytes. */
export type ShapeType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'file';

/**
 * What one value may be. Every keyword must hold, as in JSON Schema; an empty shape allows anything.
 * It holds what the specification says, not what Swagger 2.0 can say: that choice is made in `schema-of.ts`.
 */
export interface Shape {
  readonly type?: ShapeType;
  /** Null is allowed too, however the specification says it. With an empty `enum`: nothing but null is. */
  readonly nullable?: true;
  readonly format?: string;
  /** Without null, which is `nullable`. A `const` is an enum of one. */
  readonly enum?: JsonArray;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  /** The minimum itself is not allowed; OpenAPI 3.1's numeric form is turned into this one. */
  readonly exclusiveMinimum?: true;
  readonly exclusiveMaximum?: true;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly default?: Json;
  readonly deprecated?: true;
  /** Only in responses. */
  readonly readOnly?: true;
  /** Only in requests. */
  readonly writeOnly?: true;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  /** The properties that have no name here; absent where the specification does not say (anything goes). */
  readonly additional?: boolean | Shape;
  readonly items?: Shape;
  /** One of these (`oneOf`, `anyOf`, several types, the subtypes of a discriminator); a null branch is `nullable`. */
  readonly variants?: readonly Shape[];
  /** The property whose value says which variant it is; each variant has that value in its `enum`. */
  readonly discriminator?: string;
  /** A name in {@link Surface.shapes}: the shape contains itself. */
  readonly ref?: string;
}

/** The text of a surface's file. */
export function surfaceText(surface: Surface): string {
  return writeJson(surface as unknown as Json); // plain data, but its types say which keys it may have
}

/**
 * The surface that a file holds.
 * @throws {Fault} `not-found` where the value is not a surface of format 1, which says the first place that is wrong
 */
export function surfaceOf(value: Json | undefined, file: string): Surface {
  const { findings } = readByShape(value ?? null, { shape: surfaceShape, rules: shapeRules, file });
  const [wrong] = findings;
  if (wrong === undefined) return value as unknown as Surface; // the table follows the type
  const where = wrong.pointer === '' ? '' : ` at ${shorten(wrong.pointer, MOST_IN_POINTER)}`;
  throw new Fault('not-found', `${file} holds no surface of format 1${where}: ${wrong.message}`, {
    help: 'Make it from the specification: connector-kit regenerate CONNECTOR --api-version V --spec FILE.',
  });
}

/** The longest pointer that a message has, in UTF-16 code units. */
const MOST_IN_POINTER = 200;
