import { boolean } from '../build/boolean.js';
import { integer, number } from '../build/number.js';
import { string, type StringFormat } from '../build/string.js';
import { isArray, isObject, own, type Json, type JsonArray, type JsonObject } from '../core/json.js';
import { sameJson } from '../core/same-json.js';
import type { Schema } from '../openapi/types.js';
import { built, literal, maybe, optional, type Made, type Options } from './made.js';
import { others, plain, words } from './schema-options.js';

/** A schema of a single value: `string({ ... })` and its kin. */
export function scalarCode(schema: Schema): Made | undefined {
  switch (schema.type) {
    case 'string':
      return scalar(schema, string, [
        ['format', formatOf(schema, stringFormats)],
        ...plain(schema, 'minLength', 'maxLength', 'pattern'),
        ...valuesOf(schema, 'string'),
      ]);
    case 'integer':
    case 'number': {
      const isWhole = schema.type === 'integer';
      return scalar(schema, isWhole ? integer : number, [
        ['format', formatOf(schema, isWhole ? ['int32', 'int64'] : ['float', 'double'])],
        ...plain(schema, 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'),
        ...valuesOf(schema, 'number'),
      ]);
    }
    case 'boolean':
      return scalar(schema, boolean, [['default', defaultOf(schema, 'boolean', undefined)]]);
    default:
      return undefined;
  }
}

function scalar(schema: Schema, builder: unknown, own: Options): Made {
  const rest = others(schema).map((each) => withoutTitles(each, own));
  return built(schema.type ?? 'string', builder, optional([...words(schema), ...own, ...rest])); // a builder is called as its type
}

/** The extensions without the titles of the enum, where those have an option. */
function withoutTitles([key, value]: Options[number], own: Options): Options[number] {
  const hasTitles = own.some(([name, each]) => name === 'enumTitles' && each !== undefined);
  if (key !== 'extensions' || !hasTitles || !isObject(value?.value)) return [key, value];
  const { 'x-ms-enum-values': _titles, ...rest } = value.value;
  return [key, Object.keys(rest).length === 0 ? undefined : literal(rest)];
}

const stringFormats: readonly StringFormat[] = [
  'byte',
  'binary',
  'date',
  'date-time',
  'date-no-tz',
  'password',
  'email',
  'html',
  'uri',
  'uuid',
];

function formatOf({ format }: Schema, formats: readonly string[]): Made | undefined {
  return format !== undefined && formats.includes(format) ? literal(format) : undefined;
}

type Scalar = 'string' | 'number' | 'boolean';

/** The enum with its titles, and the default. */
function valuesOf(schema: Schema, type: Scalar): Options {
  const all = schema.enum?.length && schema.enum.every((each) => typeof each === type) ? schema.enum : undefined;
  return [
    ['enum', maybe(all)],
    ['enumTitles', all && maybe(titlesOf(schema, all))],
    ['default', defaultOf(schema, type, all)],
  ];
}

function defaultOf(schema: Schema, type: Scalar, all: JsonArray | undefined): Made | undefined {
  const value = schema.default;
  return typeof value === type && (all === undefined || all.includes(value as Json)) ? maybe(value) : undefined; // of a type: it is there
}

/** The titles by value, where there is one for each in the order of the enum. */
function titlesOf(schema: Schema, all: JsonArray): JsonObject | undefined {
  const titles = schema['x-ms-enum-values'];
  if (!isArray(titles) || titles.length !== all.length || new Set(all.map(String)).size !== all.length)
    return undefined;
  const entries: [string, string][] = [];
  for (const [index, each] of titles.entries()) {
    const title = isObject(each) ? own(each, 'displayName') : undefined;
    const value = all[index] ?? null;
    if (typeof title !== 'string' || !sameJson(each, { value, displayName: title })) return undefined;
    entries.push([String(value), title]);
  }
  return Object.fromEntries(entries);
}
