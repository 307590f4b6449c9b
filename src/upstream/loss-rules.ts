import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';

/** An operation of an OpenAPI 3.1 specification, for the examples of a loss. */
type Operation = { readonly [key: string]: Json };

const schemas = 'JSON Schema 2020-12, https://json-schema.org/draft/2020-12/json-schema-validation';
const openapi = 'OpenAPI Specification 3.1, https://spec.openapis.org/oas/v3.1.1.html';

/** An operation whose JSON request body has this schema. */
function body(schema: Json): Operation {
  return { requestBody: { content: { 'application/json': { schema } } }, responses: {} };
}

/** A keyword that we know and a surface cannot hold. */
export const keywordLost: Rule<Operation> = {
  code: 'upstream-keyword-lost',
  severity: 'warning',
  summary: 'Every keyword of the upstream specification has a place in the surface.',
  why: 'The connector does not know the constraint: the designer accepts a value that the service refuses.',
  source: schemas,
  examples: { bad: [body({ type: 'string', not: { enum: ['x'] } })], good: [body({ type: 'string', maxLength: 5 })] },
};

/** A keyword that no version of OpenAPI has. */
export const keywordUnknown: Rule<Operation> = {
  code: 'upstream-keyword-unknown',
  severity: 'warning',
  summary: 'The upstream specification uses keywords of its specification language.',
  why: 'Nobody can say what the keyword asks for, so the connector does without it.',
  source: schemas,
  examples: { bad: [body({ type: 'string', maxLenght: 5 })], good: [body({ type: 'string', 'x-note': 5 })] },
};

/** A keyword whose value is not what the specification language allows there. */
export const keywordInvalid: Rule<Operation> = {
  code: 'upstream-keyword-invalid',
  severity: 'warning',
  summary: 'A keyword of the upstream specification has a value that the specification language allows.',
  why: 'The keyword is left out, so the connector knows less than the author meant to say.',
  source: schemas,
  examples: { bad: [body({ type: 'text' })], good: [body({ type: 'string' })] },
};

/** A default that its own schema refuses. */
export const defaultInvalid: Rule<Operation> = {
  code: 'upstream-default-invalid',
  severity: 'warning',
  summary: 'A default of the upstream specification is a value of its own type and enum.',
  why: 'The designer sends a default: the service would refuse it. It is left out.',
  source: 'DefaultValueMustMatchType of the Swagger validator for connectors; "inf" on an integer in 2 of 8 versions',
  examples: {
    bad: [body({ type: 'integer', default: 'inf' })],
    good: [body({ type: 'integer', default: 16 })],
  },
};

/** A reference that leads nowhere, out of the file, or back to itself. */
export const referenceLost: Rule<Operation> = {
  code: 'upstream-reference-lost',
  severity: 'error',
  summary: 'Every reference of the upstream specification leads to a schema in the same file.',
  why: 'What stands behind the reference is missing from the connector; nothing is fetched for it.',
  source: `${openapi}, section 4.8.23`,
  examples: {
    bad: [body({ $ref: 'other.json#/Thing' })],
    good: [body({ $ref: '#/components/schemas/Thing' })],
  },
};

/** Two parts of an `allOf` that say different things about one value. */
export const partsDisagree: Rule<Operation> = {
  code: 'upstream-parts-disagree',
  severity: 'warning',
  summary: 'The parts that describe one value in the upstream specification agree.',
  why: 'Only one of the two statements can be kept: the later one is.',
  source: `${schemas}; top_logprobs, nullable in one part and not in another`,
  examples: {
    bad: [body({ allOf: [{ type: 'string' }, { type: 'integer' }] })],
    good: [body({ allOf: [{ type: 'number' }, { type: 'integer' }] })],
  },
};

/** A parameter that a surface cannot hold: in a cookie, or described by a media type. */
export const parameterLost: Rule<Operation> = {
  code: 'upstream-parameter-lost',
  severity: 'warning',
  summary: 'Every upstream parameter is a plain value in the path, the query or a header.',
  why: 'The connector cannot send the parameter, or sends it in another form than the service reads.',
  source: `${openapi}, section 4.8.12; OpenAPI 2.0 has no cookie parameters and no styles`,
  examples: {
    bad: [{ parameters: [{ name: 'session', in: 'cookie', schema: { type: 'string' } }], responses: {} }],
    good: [{ parameters: [{ name: 'session', in: 'header', schema: { type: 'string' } }], responses: {} }],
  },
};

/** A body in a media type beside the one that the connector uses. */
export const mediaTypeDropped: Rule<Operation> = {
  code: 'upstream-media-type-dropped',
  severity: 'note',
  summary: 'An upstream body has one media type.',
  why: 'A connector reads and sends one form of a body, JSON where there is one; an event stream cannot be read at all.',
  source: 'OpenAPI 2.0 has one schema a response for all media types',
  examples: {
    bad: [{ responses: { 200: { content: { 'application/json': {}, 'text/event-stream': {} } } } }],
    good: [{ responses: { 200: { content: { 'application/json': {} } } } }],
  },
};

/** More than {@link MAX_DEPTH} or {@link MAX_WORK} of `reading.ts`. */
export const tooLarge: Rule<Operation> = {
  code: 'upstream-too-large',
  severity: 'error',
  summary: 'An upstream operation is of a size that a connector can hold.',
  why: 'References that multiply each other would fill the memory: what lies deeper is left out.',
  source: 'The largest of 397 upstream operations measured needs 2,600 of 20,000 schemas',
  examples: { bad: [body(nested(101))], good: [body(nested(50))] },
};

function nested(depth: number): Json {
  let schema: Json = { type: 'string' };
  for (let level = 0; level < depth; level++) schema = { type: 'array', items: schema };
  return schema;
}

/** Every way in which reading an upstream specification can lose something. */
export const lossRules: readonly Rule<Operation>[] = [
  keywordLost,
  keywordUnknown,
  keywordInvalid,
  defaultInvalid,
  referenceLost,
  partsDisagree,
  parameterLost,
  mediaTypeDropped,
  tooLarge,
];
