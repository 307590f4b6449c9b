import { anything, flag, list, map, oneOf, text, type RecordShape, type Shape } from './structure-shape.js';
import { pathWithoutSlash, responseStatus } from './structure-rules.js';
import { externalDocsShape, responseSchemaShape, schemaShape } from './structure-table-schema.js';
import { headerShape, valueParameter } from './structure-table-values.js';

/*
 * OpenAPI 2.0 as a table: every object kind, its keys in the order in which they are written, and what is required.
 * Source: https://spec.openapis.org/oas/v2.0.html and its JSON Schema, http://swagger.io/v2/schema.json.
 */

const mediaTypes = list('media types', () => text, { unique: true });
const schemes = list('schemes', () => oneOf('http', 'https', 'ws', 'wss'), { unique: true });
const scopes = list('scopes', () => text, { unique: true });
const security = list('security requirements', () => map('lists of scopes', () => scopes), { unique: true });

/** A record with `x-` keys: all but a few of the specification's objects. */
function record(noun: string, fields: RecordShape['fields'], required: RecordShape['required'] = {}): RecordShape {
  return { holds: 'record', noun, fields, required, extensible: true };
}

const infoShape = record(
  'the title and version of the API',
  {
    title: text,
    description: text,
    version: text,
    termsOfService: text,
    contact: record('a contact', { name: text, url: text, email: text }),
    license: record('a license', { name: text, url: text }, { name: 'essential' }),
  },
  { title: { fill: '' }, version: { fill: '' } },
);

/** A `$ref` or the thing itself. What stands beside a `$ref` is ignored, but it has to be something that could stand there. */
function referenceOr(noun: string, beside: RecordShape['fields'], other: Shape): Shape {
  const reference = record(`a reference to ${noun}`, { $ref: text, ...beside }, { $ref: 'essential' });
  return { holds: 'reference or', reference, other };
}

const bodyFields = { name: text, in: text, description: text, required: flag, schema: schemaShape };
const parameterShape: Shape = {
  holds: 'case',
  noun: 'a parameter',
  by: 'in',
  cases: {
    path: valueParameter('path'),
    query: valueParameter('query'),
    header: valueParameter('header'),
    body: record('a body parameter', bodyFields, { name: 'essential', schema: { fill: {} } }),
    formData: valueParameter('formData'),
  },
};
const parameterOrReference = referenceOr(
  'a parameter',
  { ...bodyFields, ...valueParameter('formData').fields },
  parameterShape,
);
const parameters = list('parameters', () => parameterOrReference);

const responseFields = {
  description: text,
  schema: responseSchemaShape,
  headers: map('headers', () => headerShape),
  examples: map('examples', () => anything),
};
const responseShape = record('a response', responseFields, { description: { fill: '' } });
const responseOrReference = referenceOr('a response', responseFields, responseShape);
const responses = map('responses', () => responseOrReference, {
  keys: { pattern: /^([1-5]\d\d|default)$/, expected: 'a status from 100 to 599 or "default"', rule: responseStatus },
  extensible: true,
});

const operationShape = record(
  'an operation',
  {
    summary: text,
    description: text,
    operationId: text,
    tags: list('tag names', () => text, { unique: true }),
    consumes: mediaTypes,
    produces: mediaTypes,
    schemes,
    deprecated: flag,
    parameters,
    responses,
    security,
    externalDocs: externalDocsShape,
  },
  { responses: { fill: {}, silent: true } }, // an operation without responses is reported by validity.ts
);

/** Published connectors have further keys in it, which nothing reads. */
const notificationShape: RecordShape = {
  ...record('what a webhook is told', { description: text, schema: schemaShape }),
  open: true,
};

const pathItemShape: RecordShape = {
  ...record('a path item', {
    get: operationShape,
    put: operationShape,
    post: operationShape,
    delete: operationShape,
    options: operationShape,
    head: operationShape,
    patch: operationShape,
    parameters,
    'x-ms-notification-content': notificationShape,
  }),
  keepsOrder: true,
};

/** An OAuth 2 scheme. The specification wants `scopes`, its JSON Schema does not: without it there are none. */
function oauth2(flow: string, ...urls: readonly string[]): RecordShape {
  return record(
    `an OAuth 2 ${flow} scheme`,
    {
      type: text,
      flow: text,
      ...Object.fromEntries(urls.map((url) => [url, text])),
      scopes: map('descriptions', () => text),
      description: text,
    },
    {
      ...Object.fromEntries(urls.map((url) => [url, 'essential' as const])),
      scopes: { fill: {}, silent: true },
    },
  );
}

const securitySchemeShape: Shape = {
  holds: 'case',
  noun: 'a security scheme',
  by: 'type',
  cases: {
    basic: record('a basic security scheme', { type: text, description: text }),
    apiKey: record(
      'an API key scheme',
      { type: text, name: text, in: oneOf('header', 'query'), description: text },
      { name: 'essential', in: 'essential' },
    ),
    oauth2: {
      holds: 'case',
      noun: 'an OAuth 2 scheme',
      by: 'flow',
      cases: {
        implicit: oauth2('implicit', 'authorizationUrl'),
        password: oauth2('password', 'tokenUrl'),
        application: oauth2('application', 'tokenUrl'),
        accessCode: oauth2('accessCode', 'authorizationUrl', 'tokenUrl'),
      },
    },
  },
};

/** A whole definition. Keys in the order of rule 19 of the connector coding standards. */
export const definitionShape: RecordShape = record(
  'a definition',
  {
    swagger: oneOf('2.0'),
    info: infoShape,
    host: text,
    basePath: text,
    schemes,
    consumes: mediaTypes,
    produces: mediaTypes,
    paths: map('path items', () => pathItemShape, {
      keys: { pattern: /^\//, expected: 'a path that begins with "/"', rule: pathWithoutSlash },
      extensible: true,
    }),
    definitions: map('schemas', () => schemaShape),
    parameters: map('parameters', () => parameterShape),
    responses: map('responses', () => responseShape),
    securityDefinitions: map('security schemes', () => securitySchemeShape),
    security,
    tags: list(
      'tags',
      () => record('a tag', { name: text, description: text, externalDocs: externalDocsShape }, { name: 'essential' }),
      {
        unique: true,
      },
    ),
    externalDocs: externalDocsShape,
  },
  { info: { fill: { title: '', version: '' } }, paths: { fill: {} } },
);
