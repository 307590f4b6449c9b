const count = { type: 'integer', minimum: 0 };
const one = { $ref: '#/definitions/schema' };
const flag = { type: 'boolean' };
const text = { type: 'string' };
const names = { type: 'array', minItems: 1, uniqueItems: true, items: text };

/** A schema of OpenAPI 2.0, without references. */
const schema = {
  title: 'Schema',
  description: 'A schema as OpenAPI 2.0 has it, without $ref: it stands by itself.',
  type: 'object',
  additionalProperties: false,
  patternProperties: { '^x-': {} },
  properties: {
    type: { enum: ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'] },
    format: text,
    title: text,
    description: text,
    default: {},
    enum: { type: 'array', minItems: 1, uniqueItems: true },
    multipleOf: { type: 'number', exclusiveMinimum: 0 },
    maximum: { type: 'number' },
    exclusiveMaximum: flag,
    minimum: { type: 'number' },
    exclusiveMinimum: flag,
    maxLength: count,
    minLength: count,
    pattern: text,
    maxItems: count,
    minItems: count,
    uniqueItems: flag,
    maxProperties: count,
    minProperties: count,
    required: names,
    properties: { type: 'object', additionalProperties: one },
    additionalProperties: { anyOf: [flag, one] },
    items: one,
    allOf: { type: 'array', minItems: 1, items: one },
    discriminator: text,
    readOnly: flag,
    xml: {
      type: 'object',
      additionalProperties: false,
      patternProperties: { '^x-': {} },
      properties: { name: text, namespace: text, prefix: text, attribute: flag, wrapped: flag },
    },
    externalDocs: {
      type: 'object',
      required: ['url'],
      additionalProperties: false,
      patternProperties: { '^x-': {} },
      properties: { description: text, url: text },
    },
    example: {},
  },
};

const wider = {
  title: 'What else is allowed',
  description:
    'By place, what the API takes there beyond what OpenAPI 2.0 can say. A place is a JSON Pointer into the body in which * stands for any one token, such as /messages/*/content.',
  type: 'object',
  propertyNames: { pattern: '^$|^/' },
  additionalProperties: one,
};

const operation = {
  title: 'Operation',
  type: 'object',
  additionalProperties: false,
  properties: {
    request: { title: 'Request', type: 'object', additionalProperties: false, properties: { wider } },
    responses: {
      title: 'Responses',
      description: 'By status such as 200, range such as 2XX, or default.',
      type: 'object',
      propertyNames: { pattern: '^([1-5]\\d\\d|[1-5]XX|default)$' },
      additionalProperties: {
        title: 'Response',
        type: 'object',
        additionalProperties: false,
        properties: {
          expect: {
            ...one,
            title: 'What an answer must hold',
            description:
              'It stands here because a required response property in the definition makes the designer write an expression that fails on the body of an error.',
          },
          wider,
          usage: {
            title: 'Usage',
            description:
              'What a call used, such as what it is paid by: by name, a JSON Pointer to the number in the body.',
            type: 'object',
            additionalProperties: { type: 'string', pattern: '^/' },
          },
        },
      },
    },
  },
};

const probe = {
  title: 'Probe',
  description: 'A call that tries a key, costs nothing and changes nothing.',
  type: 'object',
  required: ['operation', 'answers'],
  additionalProperties: false,
  properties: {
    operation: { title: 'Operation', type: 'string', description: 'Its operationId.' },
    parameters: { title: 'Parameters', type: 'object', description: 'By name.' },
    body: { title: 'Body' },
    answers: {
      title: 'Answers',
      description: 'What the service answers where it takes the key.',
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['status'],
        additionalProperties: false,
        properties: {
          status: { title: 'Status', type: 'integer', minimum: 100, maximum: 599 },
          says: { title: 'Says', type: 'string', description: 'A text in the body.' },
        },
      },
    },
  },
};

/** The JSON Schema (draft 7) of `contract.json`, published as `schemas/contract.schema.json`. The reader follows `contract-table.ts`. */
export const contractSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'What the definition of a connector cannot say',
  description: 'contract.json, beside apiDefinition.swagger.json.',
  type: 'object',
  required: ['formatVersion'],
  additionalProperties: false,
  properties: {
    $schema: { title: 'Schema', type: 'string', description: 'Where this schema is, for editors.' },
    formatVersion: { title: 'Version of the format', const: 1 },
    openHost: {
      title: 'Open host',
      type: 'boolean',
      description: 'Whether each customer has a host of their own: --resource or --endpoint names it.',
    },
    openBasePath: {
      title: 'Open base path',
      type: 'boolean',
      description: "Whether the base path is the customer's too.",
    },
    openKeyHeader: {
      title: 'Open key header',
      type: 'boolean',
      description: "Whether the customer's server decides which header carries the key: --key-header names it.",
    },
    apiVersion: {
      title: 'API version',
      type: 'string',
      description: 'The version of the upstream API that it was made for.',
    },
    retired: {
      title: 'Retired',
      description: 'Stands where the service no longer answers that version.',
      type: 'object',
      required: ['source'],
      additionalProperties: false,
      properties: {
        on: { title: 'On', type: 'string', description: 'YYYY-MM-DD, where the date is known.' },
        source: { title: 'Source', type: 'string', description: 'The page that says so.' },
      },
    },
    keyPrefix: {
      title: 'Key prefix',
      type: 'string',
      description: 'What stands before the key in its header, with the space, such as "Bearer ".',
    },
    probe,
    operations: {
      title: 'Operations',
      description: 'By operationId.',
      type: 'object',
      additionalProperties: operation,
    },
  },
  definitions: { schema },
};
