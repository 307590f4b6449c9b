import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';
import { definitionWith, idParameter, operationWith, pathWith, responses, schemaWith } from './structure-example.js';

const validator = 'https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules';
const specification = 'OpenAPI 2.0, https://spec.openapis.org/oas/v2.0.html';

const body = { name: 'body', in: 'body', schema: { type: 'object' } } as const;
const formField = { name: 'title', in: 'formData', type: 'string' } as const;
const file = { name: 'file', in: 'formData', type: 'file' } as const;

/** Rules that hold between parts of a definition. */
export const validityRules = {
  host: {
    code: 'host-invalid',
    severity: 'error',
    summary: 'The host is a host name or an address, with a port at most.',
    why: 'The import fails. A scheme belongs into "schemes", a path into "basePath"; OpenAPI 2.0 has no placeholders in a host.',
    source: `${validator} (HostNameNotValid); 1 of 1,018 published connectors`,
    examples: {
      bad: [definitionWith({ host: 'https://api.contoso.com/v1' }), definitionWith({ host: '{region}.contoso.com' })],
      good: [definitionWith({ host: 'api.contoso.com' }), definitionWith({ host: 'localhost:8080' })],
    },
  },
  basePath: {
    code: 'base-path-invalid',
    severity: 'error',
    summary: 'The base path begins with "/".',
    why: 'The import fails: the base path is appended to the host.',
    source: `${validator} (BasePathNotValid)`,
    examples: { bad: [definitionWith({ basePath: 'v1' })], good: [definitionWith({ basePath: '/v1' })] },
  },
  noResponses: {
    code: 'operation-without-responses',
    severity: 'error',
    summary: 'Every operation has at least one response.',
    why: 'The definition is not valid, and the designer knows nothing of what the action gives.',
    source: `${validator} (OperationMustHaveResponse); 11 of 1,018 published connectors, all in webhooks`,
    examples: { bad: [operationWith({ responses: {} })], good: [operationWith({ responses })] },
  },
  repeatedOperationId: {
    code: 'operation-id-repeated',
    severity: 'error',
    summary: 'No two operations have the same operationId.',
    why: 'A workflow names an action by its operationId: the second operation cannot be reached.',
    source: `${validator} (OperationIdNotUnique)`,
    examples: {
      bad: [
        pathWith({
          parameters: [idParameter],
          get: { operationId: 'Message', responses },
          delete: { operationId: 'Message', responses },
        }),
      ],
      good: [
        pathWith({
          parameters: [idParameter],
          get: { operationId: 'GetMessage', responses },
          delete: { operationId: 'DeleteMessage', responses },
        }),
      ],
    },
  },
  repeatedPlaceholder: {
    code: 'path-placeholder-repeated',
    severity: 'error',
    summary: 'No path has the same placeholder twice.',
    why: 'One parameter cannot say which of the two places it fills.',
    source: `${validator} (PathTemplateNotValid)`,
    examples: {
      bad: [definitionWith({ paths: { '/messages/{id}/of/{id}': { get: { parameters: [idParameter], responses } } } })],
      good: [operationWith({ parameters: [idParameter] })],
    },
  },
  missingPathParameter: {
    code: 'path-parameter-missing',
    severity: 'error',
    summary: 'Every placeholder of a path has a parameter.',
    why: 'The import fails: nothing could be put in place of the placeholder.',
    source: `${validator} (OperationMissingPathParameter)`,
    examples: { bad: [operationWith({ parameters: [] })], good: [operationWith({ parameters: [idParameter] })] },
  },
  unknownPathParameter: {
    code: 'path-parameter-unknown',
    severity: 'error',
    summary: 'Every path parameter has a placeholder in the path.',
    why: 'The import fails: what the user fills in would be sent nowhere.',
    source: `${validator} (PathParameterNotDefinedInTemplate)`,
    examples: {
      bad: [operationWith({ parameters: [idParameter, { ...idParameter, name: 'folder' }] })],
      good: [operationWith({ parameters: [idParameter] })],
    },
  },
  optionalPathParameter: {
    code: 'path-parameter-optional',
    severity: 'error',
    summary: 'Every path parameter says "required": true.',
    why: 'The import fails: without it the address has a hole.',
    source: `${validator} (PathParameterMustBeRequired)`,
    examples: {
      bad: [operationWith({ parameters: [{ name: 'id', in: 'path', type: 'string' }] })],
      good: [operationWith({ parameters: [idParameter] })],
    },
  },
  repeatedParameter: {
    code: 'parameter-repeated',
    severity: 'error',
    summary: 'No two parameters of a list have the same name and place.',
    why: 'Only one of them can be sent, and readers differ in which.',
    source: `${specification} (Operation Object, parameters)`,
    examples: {
      bad: [operationWith({ parameters: [idParameter, { ...idParameter, description: 'Which message.' }] })],
      good: [operationWith({ parameters: [idParameter, { name: 'id', in: 'query', type: 'string' }] })],
    },
  },
  severalBodies: {
    code: 'body-parameter-repeated',
    severity: 'error',
    summary: 'An operation has one body parameter at most.',
    why: 'A request has one body; the import fails.',
    source: `${validator} (MultipleBodyParameters)`,
    examples: {
      bad: [operationWith({ parameters: [idParameter, body, { ...body, name: 'other' }] })],
      good: [operationWith({ parameters: [idParameter, body] })],
    },
  },
  bodyWithForm: {
    code: 'body-with-form-data',
    severity: 'error',
    summary: 'An operation has a body parameter or form data, not both.',
    why: 'Form data is the body; the import fails.',
    source: `${validator} (ParameterListContainsFormDataAndBody)`,
    examples: {
      bad: [operationWith({ parameters: [idParameter, body, formField] })],
      good: [operationWith({ parameters: [idParameter, formField] })],
    },
  },
  fileWithoutForm: {
    code: 'file-without-form',
    severity: 'error',
    summary: 'An operation with a file parameter consumes a form.',
    why: 'A file can be sent in multipart/form-data or application/x-www-form-urlencoded only.',
    source: `${specification} (Parameter Object, type); 2 of 1,018 published connectors`,
    examples: {
      bad: [operationWith({ consumes: ['application/json'], parameters: [idParameter, file] })],
      good: [operationWith({ consumes: ['multipart/form-data'], parameters: [idParameter, file] })],
    },
  },
  arrayWithoutItems: {
    code: 'array-without-items',
    severity: 'error',
    summary: 'A parameter, a header, a body or an answer that is an array says what its items are.',
    why: 'The designer cannot offer the items, and the definition is not valid.',
    source: `${validator} (ArrayHasNoItems)`,
    examples: {
      bad: [schemaWith({ type: 'array' })],
      good: [schemaWith({ type: 'array', items: { type: 'string' } })],
    },
  },
  undefinedRequired: {
    code: 'required-property-undefined',
    severity: 'error',
    summary: 'Every required property of a body or a definition is one of its properties.',
    why: 'The user must fill in a field that the designer does not show. Most often one of the two names is misspelled.',
    source: `${validator} (RequiredPropertyDefinitionMissing); 1 of 1,018 published connectors`,
    examples: {
      bad: [
        definitionWith({
          definitions: { Message: { type: 'object', required: ['text'], properties: { txt: { type: 'string' } } } },
        }),
      ],
      good: [
        definitionWith({
          definitions: { Message: { type: 'object', required: ['text'], properties: { text: { type: 'string' } } } },
        }),
      ],
    },
  },
} as const satisfies Readonly<Record<string, Rule<Json>>>;
