import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';
import { validityRules } from './validity-rules.js';
import { definitionWith, idParameter, operationWith, responses, schemaWith } from './structure-example.js';

const specification = 'OpenAPI 2.0, https://spec.openapis.org/oas/v2.0.html';
const schema = 'the JSON Schema of OpenAPI 2.0, http://swagger.io/v2/schema.json';
const validator = 'https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules';

/** The definition is OpenAPI 2.0 at all. */
export const notSwagger2: Rule<Json> = {
  code: 'definition-not-swagger-2',
  severity: 'error',
  summary: 'A definition is an OpenAPI 2.0 document: an object with "swagger": "2.0".',
  why: 'A Logic Apps custom connector takes OpenAPI 2.0 only; a document of OpenAPI 3 is refused when it is imported.',
  source: `${validator} (SpecificationVersionIncorrect)`,
  examples: {
    bad: [
      { openapi: '3.0.3', info: { title: 'Messages', version: '1.0' }, paths: {} },
      { swagger: 2, paths: {} },
    ],
    good: [definitionWith({})],
  },
};

/** Rules that hold wherever the specification's table of objects says so. */
export const shapeRules = {
  shape: {
    code: 'definition-shape',
    severity: 'error',
    summary: 'Every part of a definition has the JSON kind that its place asks for.',
    why: 'What has another kind is skipped by some readers and makes others refuse the whole definition; this tool leaves it out.',
    source: specification,
    examples: {
      bad: [definitionWith({ paths: [] }), schemaWith({ type: 'object', properties: 'id' })],
      good: [schemaWith({ type: 'object', properties: { id: { type: 'string' } } })],
    },
  },
  value: {
    code: 'definition-value',
    severity: 'error',
    summary: 'A key with a closed list or a range of values has one of them.',
    why: 'A type, a parameter place or a length that does not exist makes the import fail, or the designer show a field of text.',
    source: schema,
    examples: {
      bad: [schemaWith({ type: 'sting' }), schemaWith({ type: 'string', maxLength: -1 })],
      good: [schemaWith({ type: 'string', maxLength: 10 })],
    },
  },
  missingKey: {
    code: 'definition-missing-key',
    severity: 'error',
    summary: 'Every key that OpenAPI 2.0 requires is there.',
    why: 'The import fails: an answer without description or a parameter without type is no valid definition.',
    source: schema,
    examples: {
      bad: [operationWith({ responses: { '200': {} } }), { swagger: '2.0', info: { title: 'Messages', version: '1' } }],
      good: [operationWith({ responses: { '200': { description: 'The message.' } } })],
    },
  },
  unknownKey: {
    code: 'definition-unknown-key',
    severity: 'error',
    summary: 'Every key is one that OpenAPI 2.0 knows there, or begins with "x-".',
    why: 'A misspelled key says nothing to anybody, and a definition with one is refused. Keys of OpenAPI 3 such as oneOf and nullable do not exist in 2.0.',
    source: `${validator} (AdditionalPropertyNotAllowed)`,
    examples: {
      bad: [operationWith({ sumary: 'Get a message' }), schemaWith({ type: 'string', nullable: true })],
      good: [operationWith({ summary: 'Get a message' }), schemaWith({ type: 'string', 'x-nullable': true })],
    },
  },
  misplacedReference: {
    code: 'ref-misplaced',
    severity: 'error',
    summary: 'A $ref stands where a schema, a parameter of an operation or a response can stand, and nowhere else.',
    why: 'The import follows references in these places only: a path, a header or a shared parameter that is a $ref is lost.',
    source: `${validator} (PathItemRefNotSuppored, ParameterRefLoop, ResponseRefLoop)`,
    examples: {
      bad: [definitionWith({ paths: { '/messages': { $ref: '#/paths/~1other' } } })],
      good: [definitionWith({ definitions: { A: { type: 'string' }, B: { $ref: '#/definitions/A' } } })],
    },
  },
  repeatedItem: {
    code: 'definition-repeated-item',
    severity: 'error',
    summary: 'Lists such as enum, required, tags and schemes hold no item twice.',
    why: 'The definition is not valid, and a list in the designer offers the same choice twice.',
    source: `${validator} (ArrayDuplicateValue); 1 of 1,018 published connectors, in the list of its models`,
    examples: {
      bad: [schemaWith({ type: 'string', enum: ['open', 'closed', 'open'] })],
      good: [schemaWith({ type: 'string', enum: ['open', 'closed'] })],
    },
  },
  empty: {
    code: 'definition-empty-list',
    severity: 'error',
    summary: 'The lists enum, required and allOf are not empty.',
    why: 'The definition is not valid: an empty enum allows no value at all, an empty required says nothing.',
    source: `${validator} (EnumMustContainAtLeastOneElement, RequiredPropertyArrayEmpty)`,
    examples: {
      bad: [schemaWith({ type: 'object', required: [] })],
      good: [schemaWith({ type: 'object', properties: { id: { type: 'string' } }, required: ['id'] })],
    },
  },
} as const satisfies Readonly<Record<string, Rule<Json>>>;

/** Keys of `paths`. */
export const pathWithoutSlash: Rule<Json> = {
  code: 'path-without-slash',
  severity: 'error',
  summary: 'Every path begins with "/".',
  why: 'It is appended to the base path: without the slash the address is another one.',
  source: `${validator} (OperationPathMustStartWithSlash)`,
  examples: {
    bad: [definitionWith({ paths: { messages: { get: { responses } } } })],
    good: [definitionWith({ paths: { '/messages': { get: { responses } } } })],
  },
};

/** Keys of `responses`. */
export const responseStatus: Rule<Json> = {
  code: 'response-status',
  severity: 'error',
  summary: 'Responses are listed by a status from 100 to 599 or as "default".',
  why: 'OpenAPI 2.0 has no ranges such as 2XX; the answer would never be found.',
  source: `${validator} (ResponseMustBeDefaultOrHttpStatusCode)`,
  examples: {
    bad: [operationWith({ parameters: [idParameter], responses: { '2XX': { description: 'The message.' } } })],
    good: [operationWith({ parameters: [idParameter], responses: { default: { description: 'The message.' } } })],
  },
};

/** Every code that `readDefinition` and `definitionFindings` give. */
export const structureRules: readonly Rule<Json>[] = [
  notSwagger2,
  ...Object.values(shapeRules),
  pathWithoutSlash,
  responseStatus,
  ...Object.values(validityRules),
];
