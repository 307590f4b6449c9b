import { Fault } from '../core/fault.js';
import type { Finding } from '../core/finding.js';
import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { findOperation, type OperationChoices } from './find-operation.js';
import { startReading, writable, type Reading } from './reading.js';
import { readOperation } from './read-operation.js';
import type { Retired } from '../definition/connector.js';
import type { Loss, Shape, Surface } from './surface.js';

/** Which operations of which specification. */
export interface SurfaceChoice {
  readonly service: string;
  /** Default: the specification's own version. */
  readonly apiVersion?: string;
  readonly retired?: Retired;
  /** The specification's file, as the user named it. */
  readonly file: string;
  /** By the name that the surface gives each. */
  readonly operations: Readonly<Record<string, OperationChoices>>;
}

/** A surface, and what is known of its making. */
export interface SurfaceRead {
  readonly surface: Surface;
  /** Everything that the surface does not hold; each with its place in the specification. */
  readonly losses: readonly Finding[];
  /** Where each whole body, parameter and header of the surface stands in the specification. */
  readonly origins: ReadonlyMap<Shape, string>;
}

/**
 * The surface of the chosen operations of a specification (OpenAPI 3.0, 3.1 or 2.0), and everything that it could not hold.
 * @throws {Fault} `not-found` where the value is no such specification, or lacks an operation; the help says what is there instead
 */
export function readSurface(value: Json | undefined, choice: SurfaceChoice): SurfaceRead {
  const { service, retired, file } = choice;
  const { spec, openapi } = specOf(value, file);
  const reading = startReading(spec, file);
  const operations = Object.entries(choice.operations).map(
    ([name, wanted]) => [name, readOperation(reading, findOperation(spec, file, wanted))] as const,
  );
  const version = infoText(spec, 'version');
  const shapes = reading.shapes.size > 0 && { shapes: writableShapes(reading) };
  const losses = [...reading.losses.values()];
  const surface: Surface = {
    formatVersion: 1,
    service,
    apiVersion: choice.apiVersion ?? version,
    ...(retired && { retired }),
    source: { title: infoText(spec, 'title'), version, openapi, file: file.split(/[/\\]/).at(-1) ?? file },
    operations: Object.fromEntries(operations),
    ...shapes,
    ...(losses.length > 0 && { losses: losses.map(lossOf) }),
  };
  return { surface, losses, origins: reading.origins };
}

function lossOf({ code, severity, pointer, message }: Finding): Loss {
  return { code, severity, pointer, message };
}

function writableShapes(reading: Reading): Surface['shapes'] & object {
  const shapes = [...reading.shapes].map(([name, shape]) => [name, writable(reading, shape, '')] as const);
  return Object.fromEntries(shapes);
}

function specOf(value: Json | undefined, file: string): { readonly spec: JsonObject; readonly openapi: string } {
  const openapi = isObject(value) ? (own(value, 'openapi') ?? own(value, 'swagger')) : undefined;
  const isKnown = typeof openapi === 'string' && /^(2\.0|3\.[01](\.\d+)?)$/.test(openapi);
  if (isObject(value) && isKnown && isObject(own(value, 'paths'))) return { spec: value, openapi };
  const there = openapi === undefined ? shorten(value) : isKnown ? 'one without paths' : `version ${shorten(openapi)}`;
  throw new Fault('not-found', `${file} holds no OpenAPI 2.0, 3.0 or 3.1 specification with paths, but ${there}.`, {
    help: 'Give the specification of the service that the connector calls, as JSON or YAML.',
  });
}

function infoText(spec: JsonObject, key: 'title' | 'version'): string {
  const info = own(spec, 'info');
  const text = isObject(info) ? own(info, key) : undefined;
  return typeof text === 'string' ? text : '';
}
