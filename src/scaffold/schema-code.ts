import { array as arrayBuilder } from '../build/array.js';
import { allOf, any, file, nullable } from '../build/compose.js';
import { anyObject, object, record as recordBuilder } from '../build/object.js';
import { isArray, isObject, type Json, type JsonObject } from '../core/json.js';
import type { Schema } from '../openapi/types.js';
import { array, built, closed, literal, maybe, optional, record, type Made, type Options } from './made.js';
import { scalarCode } from './scalar-code.js';
import { others, plain, words } from './schema-options.js';
import type { Scope } from './scope.js';

/** A schema as code of the builders; its value is exactly `schema`. */
export function schemaCode(scope: Scope, schema: Schema): Made {
  if (typeof schema.$ref === 'string' && Object.keys(schema).length === 1) {
    return scope.reference(schema.$ref) ?? literal(schema as Json); // it was read: JSON
  }
  return closed(nearlySchema(scope, schema), schema as JsonObject); // as above
}

/** The same, where some keywords may be missing or too many: of a parameter, whose own code says them. */
export function nearlySchema(scope: Scope, schema: Schema): Made {
  const { 'x-nullable': isNullable, ...rest } = schema;
  if (isNullable === true && schema.$ref === undefined) {
    return built('nullable', nullable, closed(nearlySchema(scope, rest), rest as JsonObject));
  }
  return scalarCode(schema) ?? collection(scope, schema) ?? built('any', any, optional(common(schema)));
}

function collection(scope: Scope, schema: Schema): Made | undefined {
  const { type, items, properties, allOf: parts } = schema;
  if (type === 'file') return built('file', file, optional(words(schema).filter(([key]) => key !== 'schemaTitle')));
  if (type === 'array') {
    const options = optional([
      ...words(schema),
      ...plain(schema, 'minItems', 'maxItems', 'uniqueItems'),
      ...others(schema),
    ]);
    return built('array', arrayBuilder, items === undefined ? built('any', any) : schemaCode(scope, items), options);
  }
  if (properties !== undefined) return objectCode(scope, schema, properties);
  if (type === 'object') return namelessCode(scope, schema);
  if (isArray(parts)) {
    return built('allOf', allOf, array(parts.map((part) => schemaCode(scope, part))), optional(common(schema)));
  }
  return undefined;
}

function common(schema: Schema): Options {
  return [...words(schema), ...others(schema)];
}

/** An object with names: how many properties stand on one line at most. */
const mostOnALine = 1;

function objectCode(scope: Scope, schema: Schema, properties: Readonly<Record<string, Schema>>): Made {
  const { required, discriminator, additionalProperties: rest } = schema;
  const names = Object.keys(properties);
  const open = names.length > mostOnALine;
  const entries = Object.entries(properties).map(([name, each]) => [name, schemaCode(scope, each)] as const);
  const areNames = required?.every((name) => Object.hasOwn(properties, name)) === true && required.length > 0;
  const options: Options = [
    ...words(schema),
    ['required', areNames ? maybe(required) : undefined],
    ['additionalProperties', typeof rest === 'object' ? schemaCode(scope, rest) : maybe(rest)],
    [
      'discriminator',
      discriminator !== undefined && Object.hasOwn(properties, discriminator) ? literal(discriminator) : undefined,
    ],
    ...plain(schema, 'minProperties', 'maxProperties'),
    ...others(schema),
  ];
  return built('object', object, record(entries, { open }), optional(options));
}

function namelessCode(scope: Scope, schema: Schema): Made {
  const { additionalProperties: values } = schema;
  const options = optional(common(schema));
  if (!isObject(values)) return built('anyObject', anyObject, options);
  return built('record', recordBuilder, schemaCode(scope, values), options);
}
