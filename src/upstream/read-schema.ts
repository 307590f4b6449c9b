import { isArray, isObject, own, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { isAllowed, readKeywords } from './keywords.js';
import { defaultInvalid, keywordInvalid, referenceLost } from './loss-rules.js';
import { merged } from './merge.js';
import { follow, lose, mayGoOn, nameOf, type At, type Reading } from './reading.js';
import { extendingSubtypes, mappedSubtypes, readDiscriminator } from './subtypes.js';
import type { Shape } from './surface.js';
import { narrowed, union } from './union.js';

/**
 * `whole`: a value of this schema, so the subtypes that its discriminator chooses are its variants.
 * `base`: what a named schema extends with `allOf`, so they are not.
 */
type Mode = 'whole' | 'base';

/** A schema that is an object, and where it stands. */
interface SchemaAt {
  readonly schema: JsonObject;
  readonly pointer: string;
}

/** The shape of the schema at a place of the specification; what a shape cannot hold is noted in `reading`. */
export function readSchema(reading: Reading, { value, pointer }: At, mode: Mode = 'whole'): Shape {
  if (value === true) return {};
  if (!isObject(value)) {
    const message = `${shorten(value)} is no schema; anything is allowed in its place.`;
    lose(reading, keywordInvalid, { pointer, message });
    return {};
  }
  if (!mayGoOn(reading, pointer)) return {};
  reading.depth += 1;
  const at = { schema: value, pointer };
  const parts = [
    ...readReference(reading, at, mode),
    ...readAllOf(reading, at),
    ...readUnion(reading, at, 'oneOf'),
    ...readUnion(reading, at, 'anyOf'),
    ...readSubtypes(reading, at, mode),
    { ...readKeywords(reading, value, pointer), ...readInner(reading, at) },
  ];
  const shape = merged(reading, pointer, parts);
  reading.depth -= 1;
  return withoutWrongDefault(reading, pointer, shape);
}

function readReference(reading: Reading, { schema, pointer }: SchemaAt, mode: Mode): Shape[] {
  const ref = own(schema, '$ref');
  const target = ref === undefined ? undefined : follow(reading, ref, child(pointer, '$ref'));
  return target === undefined ? [] : [readTarget(reading, target, { pointer, mode })];
}

/** The shape of a schema that something at `pointer` refers to; one that contains itself is kept by its name. */
function readTarget(reading: Reading, target: At, { pointer, mode }: { pointer: string; mode: Mode }): Shape {
  const key = `${mode} ${target.pointer}`;
  const known = reading.finished.get(key);
  if (known !== undefined) return known;
  if (reading.open.has(key)) return recursion(reading, target.pointer, { pointer, mode });
  reading.open.add(key);
  let shape = readSchema(reading, target, mode);
  reading.open.delete(key);
  if (mode === 'whole' && reading.recursive.has(target.pointer)) {
    const name = nameOf(target.pointer);
    reading.shapes.set(name, shape);
    shape = { ref: name };
  }
  reading.finished.set(key, shape);
  return shape;
}

function recursion(reading: Reading, target: string, { pointer, mode }: { pointer: string; mode: Mode }): Shape {
  if (mode === 'whole') {
    reading.recursive.add(target);
    return { ref: nameOf(target) };
  }
  const message = `The schema ${shorten(nameOf(target))} extends itself; it is left out.`;
  lose(reading, referenceLost, { pointer, message });
  return {};
}

function readAllOf(reading: Reading, { schema, pointer }: SchemaAt): Shape[] {
  // A named schema extends what its allOf refers to; an unnamed one only wraps it, to add a note.
  const mode = nameOf(pointer) === pointer ? 'whole' : 'base';
  return listOf(reading, { schema, pointer }, 'allOf').map((part) => readSchema(reading, part, mode));
}

function readUnion(reading: Reading, at: SchemaAt, keyword: 'oneOf' | 'anyOf'): Shape[] {
  const branches = listOf(reading, at, keyword);
  if (branches.length === 0) return [];
  const discriminator = readDiscriminator(reading, at.schema, at.pointer);
  const chosen = new Map<string, string[]>();
  for (const subtype of discriminator?.mapping ? mappedSubtypes(reading, discriminator.mapping, at.pointer) : []) {
    const values = chosen.get(subtype.at.pointer);
    if (values === undefined) chosen.set(subtype.at.pointer, [subtype.value]);
    else values.push(subtype.value);
  }
  const shapes = branches.map((branch) => {
    const shape = readSchema(reading, branch);
    const ref = isObject(branch.value) ? own(branch.value, '$ref') : undefined;
    const target = typeof ref === 'string' ? follow(reading, ref, branch.pointer)?.pointer : undefined;
    const values = chosen.get(target ?? '');
    if (discriminator === undefined || values === undefined) return shape;
    return narrowed(reading, branch.pointer, { shape, property: discriminator.property, values });
  });
  return [{ ...union(shapes), ...(discriminator && { discriminator: discriminator.property }) }];
}

/** The variants of a schema that has a discriminator and no list of them: the schemas that its mapping names, or that extend it. */
function readSubtypes(reading: Reading, { schema, pointer }: SchemaAt, mode: Mode): Shape[] {
  if (mode === 'base' || Object.hasOwn(schema, 'oneOf') || Object.hasOwn(schema, 'anyOf')) return [];
  const discriminator = readDiscriminator(reading, schema, pointer);
  if (discriminator === undefined) return [];
  const { property, mapping } = discriminator;
  const subtypes = mapping ? mappedSubtypes(reading, mapping, pointer) : extendingSubtypes(reading, pointer);
  const variants = subtypes.map(({ value, at }) => {
    const shape = readTarget(reading, at, { pointer, mode: 'whole' });
    return narrowed(reading, at.pointer, { shape, property, values: [value] });
  });
  return [{ discriminator: property, ...(variants.length > 0 && { variants }) }];
}

/** The keywords that hold the schemas of inner values. */
function readInner(reading: Reading, { schema, pointer }: SchemaAt): Shape {
  const properties = own(schema, 'properties');
  const items = own(schema, 'items');
  const additional = own(schema, 'additionalProperties');
  return {
    ...(properties !== undefined && { properties: readProperties(reading, properties, child(pointer, 'properties')) }),
    ...(items !== undefined && { items: readSchema(reading, { value: items, pointer: child(pointer, 'items') }) }),
    ...(typeof additional === 'boolean' && { additional }),
    ...(additional !== undefined &&
      typeof additional !== 'boolean' && {
        additional: readSchema(reading, { value: additional, pointer: child(pointer, 'additionalProperties') }),
      }),
  };
}

function readProperties(reading: Reading, value: At['value'], pointer: string): Readonly<Record<string, Shape>> {
  if (!isObject(value)) {
    lose(reading, keywordInvalid, { pointer, message: `${shorten(value)} is no list of properties; it is left out.` });
    return {};
  }
  const shapes = Object.entries(value).map(
    ([name, property]) => [name, readSchema(reading, { value: property, pointer: child(pointer, name) })] as const,
  );
  return Object.fromEntries(shapes);
}

/** The schemas of `allOf`, `oneOf` or `anyOf`. */
function listOf(reading: Reading, { schema, pointer }: SchemaAt, keyword: string): At[] {
  const list = own(schema, keyword);
  if (list === undefined) return [];
  const at = child(pointer, keyword);
  if (isArray(list) && list.length > 0) return list.map((value, index) => ({ value, pointer: child(at, index) }));
  lose(reading, keywordInvalid, { pointer: at, message: `${shorten(list)} is no list of schemas; it is left out.` });
  return [];
}

function withoutWrongDefault(reading: Reading, pointer: string, shape: Shape): Shape {
  const { default: value, ...others } = shape;
  if (value === undefined || isAllowed(shape, value)) return shape;
  const what = shape.enum ? 'one of its own values' : (shape.type ?? 'value');
  const message = `The default ${shorten(value)} is not ${shape.enum ? what : `of type ${what}`}; it is left out.`;
  lose(reading, defaultInvalid, { pointer: child(pointer, 'default'), message });
  return others;
}
