import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.js';
import { child, valueAt } from '../../src/core/pointer.js';

/** A defect as changes to a connector (see `changed` in src/lint/example.ts), and where it must be reported. */
export interface Seed {
  readonly definition?: Readonly<Record<string, Json | undefined>>;
  readonly properties?: Readonly<Record<string, Json | undefined>>;
  readonly at: string;
}

/** A kind of defect: the code that must report it, and the places where a connector can get it. */
export interface Kind {
  readonly name: string;
  readonly code: string;
  /** Only certification asks for it. */
  readonly certification?: true;
  places(base: Base): readonly Seed[];
}

/** An object of a definition, and where it stands. */
export interface Spot {
  readonly pointer: string;
  readonly value: JsonObject;
}

export interface OperationSpot extends Spot {
  readonly path: string;
  readonly item: Spot;
  /** Its own parameters, without references. */
  readonly parameters: readonly Spot[];
}

/** What can be broken in a connector. */
export interface Base {
  readonly definition: JsonObject;
  readonly properties: JsonObject;
  readonly operations: readonly OperationSpot[];
  /** Parameters of operations that are no bodies. */
  readonly parameters: readonly Spot[];
  /** Schemas of bodies, answers and definitions, at every depth; no references. */
  readonly schemas: readonly Spot[];
  /** Objects with a $ref, in place of schemas. */
  readonly references: readonly Spot[];
}

/** What can be broken in the two documents of a connector. */
export function baseOf(definition: JsonObject, properties: JsonObject): Base {
  const operations = operationsOf(definition);
  const own = operations.flatMap(({ parameters }) => parameters);
  const bodies = own.filter(({ value }) => value['in'] === 'body').flatMap((body) => below(body, 'schema'));
  const answers = operations
    .flatMap((operation) => below(operation, 'responses'))
    .flatMap((responses) => members(responses).flatMap((response) => below(response, 'schema')));
  const definitions = below({ pointer: '', value: definition }, 'definitions').flatMap(members);
  const all = [...bodies, ...answers, ...definitions].flatMap(schemasIn);
  return {
    definition,
    properties,
    operations,
    parameters: own.filter(({ value }) => value['in'] !== 'body'),
    schemas: all.filter((spot) => !isReference(spot)),
    references: all.filter(isReference),
  };
}

function operationsOf(definition: JsonObject): OperationSpot[] {
  return below({ pointer: '', value: definition }, 'paths')
    .flatMap(members)
    .flatMap((item) =>
      ['get', 'put', 'post', 'delete', 'patch'].flatMap((method) =>
        below(item, method).map((operation) => ({
          ...operation,
          item,
          path: item.pointer.slice('/paths/'.length).replaceAll('~1', '/').replaceAll('~0', '~'),
          parameters: parametersOf(operation),
        })),
      ),
    );
}

function parametersOf({ pointer, value }: Spot): Spot[] {
  const list = value['parameters'];
  const all = isArray(list) ? list.map((item, index) => ({ pointer: `${pointer}/parameters/${index}`, item })) : [];
  return all.flatMap((at) => (isObject(at.item) ? [{ pointer: at.pointer, value: at.item }] : [])).filter(isDirect);
}

/** The object under a key, if there is one. */
export function below({ pointer, value }: Spot, key: string): Spot[] {
  const inner = Object.hasOwn(value, key) ? value[key] : undefined;
  return isObject(inner) ? [{ pointer: child(pointer, key), value: inner }] : [];
}

/** The objects under all keys. */
export function members(spot: Spot): Spot[] {
  return Object.keys(spot.value).flatMap((key) => below(spot, key));
}

function schemasIn(spot: Spot): Spot[] {
  if (isReference(spot)) return [spot];
  const inner = [...below(spot, 'properties').flatMap(members), ...below(spot, 'items')];
  return [spot, ...inner.flatMap(schemasIn)];
}

const isReference = ({ value }: Spot): boolean => Object.hasOwn(value, '$ref');
const isDirect = (spot: Spot): boolean => !isReference(spot);

/** A place's value with its references followed, as far as they lead anywhere. */
export function followed(definition: JsonObject, value: Json | undefined): JsonObject {
  let here = value;
  for (let step = 0; step < 20 && isObject(here) && typeof here['$ref'] === 'string'; step += 1) {
    here = valueAt(definition, here['$ref'].slice(1));
  }
  return isObject(here) ? here : {};
}

/** Parameters and schemas of a type. */
export function typed(spots: readonly Spot[], type: string): readonly Spot[] {
  return spots.filter(({ value }) => value['type'] === type);
}
