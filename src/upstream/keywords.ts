import { isArray, isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { keywordInvalid, keywordLost, keywordUnknown } from './loss-rules.js';
import { lose, type Reading } from './reading.js';
import type { Shape, ShapeType } from './surface.js';

/** What one keyword says; undefined where its value is not what the specification language allows. */
type Said = Shape | undefined;

/**
 * What a schema's own keywords say, apart from those that hold other schemas (`read-schema.ts` reads them).
 * The switch names every keyword of JSON Schema and OpenAPI: what falls through it is a loss, never silence.
 */
export function readKeywords(reading: Reading, schema: JsonObject, pointer: string): Shape {
  const said: Shape[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const at = child(pointer, keyword);
    const fact = readKeyword(schema, keyword, value);
    if (fact === 'lost') {
      const message = `The keyword ${shorten(keyword)} has no place in a surface; it is left out.`;
      lose(reading, keywordLost, { pointer: at, message });
    } else if (fact === 'unknown') {
      const message = `${shorten(keyword)} is no keyword of OpenAPI; it is left out.`;
      lose(reading, keywordUnknown, { pointer: at, message });
    } else if (fact === undefined) {
      const message = `${shorten(value)} is no value that the keyword ${keyword} can have; it is left out.`;
      lose(reading, keywordInvalid, { pointer: at, message });
    } else if (Object.keys(fact).length > 0) {
      said.push(fact);
    }
  }
  return Object.assign({}, ...said) as Shape; // a merge of shapes that have different keys
}

function readKeyword(schema: JsonObject, keyword: string, value: Json): Said | 'lost' | 'unknown' {
  switch (keyword) {
    case 'type':
      return readType(value);
    case 'nullable':
    case 'x-nullable':
      return flag('nullable', value);
    case 'deprecated':
    case 'readOnly':
    case 'writeOnly':
    case 'uniqueItems':
      return flag(keyword, value);
    case 'format':
    case 'pattern':
      return typeof value === 'string' ? { [keyword]: value } : undefined;
    case 'enum':
      return isArray(value) ? readValues(value) : undefined;
    case 'const':
      return readValues([value]);
    case 'default':
      return { default: value };
    case 'minimum':
    case 'exclusiveMinimum':
      return readMinimum(schema, value);
    case 'maximum':
    case 'exclusiveMaximum':
      return readMaximum(schema, value);
    case 'multipleOf':
      return typeof value === 'number' && value > 0 ? { multipleOf: value } : undefined;
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? { [keyword]: value } : undefined;
    case 'required':
      return readRequired(value);
    default:
      return readOther(keyword);
  }
}

/** The keywords whose value is not a plain fact of the shape. */
function readOther(keyword: string): Shape | 'lost' | 'unknown' {
  switch (keyword) {
    // Other schemas: read-schema.ts reads them.
    case '$ref':
    case 'allOf':
    case 'oneOf':
    case 'anyOf':
    case 'discriminator':
    case 'properties':
    case 'additionalProperties':
    case 'items':
      return {};
    // Prose, names, XML and containers of schemas that only a reference leads to: no facts about a JSON value.
    case 'title':
    case 'description':
    case 'summary':
    case 'example':
    case 'examples':
    case 'externalDocs':
    case 'xml':
    case '$comment':
    case '$schema':
    case '$defs':
    case 'definitions':
      return {};
    case '$id':
    case '$anchor':
    case '$dynamicAnchor':
    case '$dynamicRef':
    case '$recursiveAnchor':
    case '$recursiveRef':
    case '$vocabulary':
    case 'not':
    case 'if':
    case 'then':
    case 'else':
    case 'patternProperties':
    case 'propertyNames':
    case 'unevaluatedProperties':
    case 'unevaluatedItems':
    case 'dependentRequired':
    case 'dependentSchemas':
    case 'dependencies':
    case 'prefixItems':
    case 'additionalItems':
    case 'contains':
    case 'minContains':
    case 'maxContains':
    case 'contentEncoding':
    case 'contentMediaType':
    case 'contentSchema':
      return 'lost';
    default:
      // Vendor extensions are notes to other tools; the two that are facts are x-nullable and x-ms-discriminator-value.
      return keyword.startsWith('x-') ? {} : 'unknown';
  }
}

const shapeTypes: Readonly<Record<string, ShapeType>> = {
  object: 'object',
  array: 'array',
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  file: 'file',
};

/** The shape of null alone. */
const onlyNull: Shape = { nullable: true, enum: [] };

/** Whether a shape allows null and nothing else. */
export function isOnlyNull({ nullable, enum: values }: Shape): boolean {
  return nullable === true && values?.length === 0;
}

function readType(value: Json): Said {
  const names = isArray(value) ? [...new Set(value)] : [value];
  const types: Shape[] = [];
  for (const name of names) {
    if (name === 'null') continue;
    const type = typeof name === 'string' ? own(shapeTypes, name) : undefined;
    if (type === undefined) return undefined;
    types.push({ type });
  }
  const [first, ...others] = types;
  if (first === undefined) return names.length === 0 ? undefined : onlyNull;
  const shape = others.length === 0 ? first : { variants: types };
  return names.includes('null') ? { ...shape, nullable: true } : shape;
}

/** A boolean keyword: only `true` says anything. */
function flag(name: 'nullable' | 'deprecated' | 'readOnly' | 'writeOnly' | 'uniqueItems', value: Json): Said {
  if (typeof value !== 'boolean') return undefined;
  return value ? { [name]: true } : {};
}

function readValues(values: readonly Json[]): Shape {
  const others = values.filter((value) => value !== null);
  return others.length === values.length ? { enum: values } : { enum: others, nullable: true };
}

function readRequired(value: Json): Said {
  if (!isArray(value)) return undefined;
  const names = value.filter((name) => typeof name === 'string');
  if (names.length !== value.length) return undefined;
  return names.length === 0 ? {} : { required: [...new Set(names)] };
}

/** Both keywords of the lower bound: OpenAPI 3.1 has two numbers, the versions before a number and a boolean. */
function readMinimum(schema: JsonObject, value: Json): Said {
  if (typeof value === 'boolean') return value ? { exclusiveMinimum: true } : {};
  if (!isNumber(value)) return undefined;
  const minimum = own(schema, 'minimum');
  const exclusive = own(schema, 'exclusiveMinimum');
  if (!isNumber(exclusive)) return { minimum: value };
  return isNumber(minimum) && minimum > exclusive ? { minimum } : { minimum: exclusive, exclusiveMinimum: true };
}

function readMaximum(schema: JsonObject, value: Json): Said {
  if (typeof value === 'boolean') return value ? { exclusiveMaximum: true } : {};
  if (!isNumber(value)) return undefined;
  const maximum = own(schema, 'maximum');
  const exclusive = own(schema, 'exclusiveMaximum');
  if (!isNumber(exclusive)) return { maximum: value };
  return isNumber(maximum) && maximum < exclusive ? { maximum } : { maximum: exclusive, exclusiveMaximum: true };
}

function isNumber(value: Json | undefined): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** Whether `value` is of the type, enum and nullability that `shape` asks for: what a default is held against. */
export function isAllowed({ type, enum: values, variants, ref }: Shape, value: Json): boolean {
  // A null default says that there is none, whether or not null may be sent.
  if (value === null || variants !== undefined || ref !== undefined) return true;
  if (values !== undefined && !isObject(value) && !isArray(value) && !values.includes(value)) return false;
  const actual = typeOf(value);
  return type === undefined || type === actual || (type === 'number' && actual === 'integer');
}
