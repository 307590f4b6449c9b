import {
  anything,
  flag,
  list,
  map,
  oneOf,
  text,
  type NumberShape,
  type RecordShape,
  type Shape,
} from '../openapi/structure-shape.js';

/* The file of a surface as a table: the types of `surface.ts`. A key that is not here is kept: a person may have noted something. */

function record(noun: string, fields: RecordShape['fields'], required: readonly string[] = []): RecordShape {
  const needs = Object.fromEntries(required.map((key) => [key, 'essential'] as const));
  return { holds: 'record', noun, fields, required: needs, open: true };
}

const number: NumberShape = { holds: 'number', expected: 'a number', accepts: () => true };

const valueShape: RecordShape = record('a shape', {
  type: oneOf('object', 'array', 'string', 'number', 'integer', 'boolean', 'file'),
  nullable: flag,
  format: text,
  enum: list('values', () => anything),
  minimum: number,
  maximum: number,
  exclusiveMinimum: flag,
  exclusiveMaximum: flag,
  multipleOf: number,
  minLength: number,
  maxLength: number,
  pattern: text,
  minItems: number,
  maxItems: number,
  uniqueItems: flag,
  minProperties: number,
  maxProperties: number,
  default: anything,
  deprecated: flag,
  readOnly: flag,
  writeOnly: flag,
  required: list('names', () => text),
  properties: map('shapes', () => valueShape),
  additional: { holds: 'flag or', other: () => valueShape },
  get items(): Shape {
    return valueShape;
  },
  variants: list('shapes', () => valueShape),
  discriminator: text,
  ref: text,
});

const content = {
  mediaTypes: list('media types', () => text),
  shape: valueShape,
};

const parameter = record(
  'a parameter',
  { name: text, in: oneOf('path', 'query', 'header'), required: flag, deprecated: flag, shape: valueShape },
  ['name', 'in', 'shape'],
);

const operation = record(
  'an operation',
  {
    operationId: text,
    method: oneOf('get', 'put', 'post', 'delete', 'options', 'head', 'patch'),
    path: text,
    server: text,
    deprecated: flag,
    parameters: list('parameters', () => parameter),
    request: record('a body', { ...content, required: flag }, ['mediaTypes']),
    responses: map('answers', () =>
      record('an answer', { ...content, headers: map('shapes', () => valueShape) }, ['mediaTypes']),
    ),
  },
  ['method', 'path', 'parameters', 'responses'],
);

const source = record('a specification', { title: text, version: text, openapi: text, file: text }, [
  'title',
  'version',
  'openapi',
  'file',
]);

const loss = record(
  'a loss',
  { code: text, severity: oneOf('error', 'warning', 'note'), pointer: text, message: text },
  ['code', 'severity', 'pointer', 'message'],
);

/** A whole surface. */
export const surfaceShape: RecordShape = record(
  'a surface',
  {
    formatVersion: { holds: 'number', expected: '1', accepts: (value) => value === 1 },
    service: text,
    apiVersion: text,
    retired: record('a retirement', { on: text, source: text }, ['source']),
    source,
    operations: map('operations', () => operation),
    shapes: map('shapes', () => valueShape),
    losses: list('losses', () => loss),
  },
  ['formatVersion', 'service', 'apiVersion', 'source', 'operations'],
);
