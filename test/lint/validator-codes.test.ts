import type { Json } from '../../src/core/json.js';
import { readConnector } from '../../src/definition/read.js';
import { exampleDefinition } from '../../src/lint/example-connector.js';
import { changed } from '../../src/core/changed.js';
import { lintRules } from '../../src/lint/rules.js';
import { answeredByReading } from '../../src/lint/validator-codes.js';

const get = '/paths/~1tickets~1{id}/get';
const post = '/paths/~1tickets/post';
const id = { name: 'id', in: 'path', type: 'integer', required: true };
const body = { name: 'more', in: 'body', schema: { type: 'object' } };
const form = { name: 'field', in: 'formData', type: 'string' };
const subject = '/definitions/Ticket/properties/subject';
const limits = ['maxItems', 'maxLength', 'maxProperties', 'minItems', 'minLength', 'minProperties'] as const;
const codeOf = (limit: string) => `${limit[0]?.toUpperCase()}${limit.slice(1)}MustBeGreaterThanOrEqualToZero`;

/** A change to the example connector that Microsoft's validator refuses with the code. */
const broken: Readonly<Record<string, Readonly<Record<string, Json | undefined>>>> = {
  AdditionalPropertyNotAllowed: { '/other': 1 },
  AllowEmptyValueOnlyValidForQueryFormData: { [`${get}/parameters/0/allowEmptyValue`]: true },
  ArrayDuplicateValue: { '/schemes': ['https', 'https'] },
  BasePathNotValid: { '/basePath': 'v1' },
  BodyParameterPropertyNotValid: { [`${post}/parameters/1/type`]: 'string' },
  BodyParameterSchemaRequired: { [`${post}/parameters/1/schema`]: undefined },
  CollectionFormatValueNotSupported: {
    [`${get}/parameters/-`]: {
      name: 'a',
      in: 'query',
      type: 'array',
      items: { type: 'string' },
      collectionFormat: 'x',
    },
  },
  EnumMustContainAtLeastOneElement: { [`${subject}/enum`]: [] },
  ExtensionNameNotValid: { '/y-other': 1 },
  FileParameterMustBeInFormData: { [`${get}/parameters/-`]: { name: 'a', in: 'query', type: 'file' } },
  HostNameNotValid: { '/host': 'https://tickets.contoso.com' },
  JsonPointerNotValid: { [`${get}/responses/200/schema/$ref`]: '#definitions' },
  JsonTypeIncorrect: { '/info/title': 1 },
  MultipleOfMustBeGreaterThanZero: { '/definitions/Ticket/properties/id/multipleOf': 0 },
  NonBodyParameterSchemaNotValid: { [`${get}/parameters/0/schema`]: { type: 'string' } },
  OperationMissingPathParameter: { [`${get}/parameters/0`]: undefined },
  OperationMustHaveResponse: { [`${get}/responses`]: {} },
  OperationParametersAreNotUnique: { [`${get}/parameters/-`]: { ...id, type: 'string' } },
  OperationParametersContainDuplicateParameter: { [`${get}/parameters/-`]: { ...id, type: 'string' } },
  OperationParametersContainMultipleBodyParameters: { [`${post}/parameters/-`]: body },
  OperationPathMustStartWithSlash: { '/paths/other': { get: { responses: { '200': { description: 'It.' } } } } },
  ParameterListContainsFormDataAndBody: { [`${post}/parameters/-`]: form },
  ParameterRefLoopNotAllowed: { '/parameters': { A: { $ref: '#/parameters/A' } } },
  ParameterReferenceNotFound: { [`${get}/parameters/-`]: { $ref: '#/parameters/None' } },
  PathItemRefNotSuppored: { '/paths/~1other': { $ref: '#/paths/~1tickets' } },
  PathParameterMustBeRequired: { [`${get}/parameters/0/required`]: false },
  PathParameterNotDefinedInTemplate: { [`${post}/parameters/-`]: id },
  PathParametersContainDuplicateParameter: { '/paths/~1tickets~1{id}/parameters': [id, { ...id, type: 'string' }] },
  PathParametersContainMultipleBodyParameters: { '/paths/~1tickets/parameters': [body, { ...body, name: 'other' }] },
  RequiredPropertyArrayEmpty: { '/definitions/Ticket/required': [] },
  RequiredPropertyMissing: { '/info/version': undefined },
  ResponseMustBeDefaultOrHttpStatusCode: { [`${get}/responses/OK`]: { description: 'It.' } },
  ResponseRefLoopNotAllowed: { '/responses': { A: { $ref: '#/responses/A' } } },
  ResponseReferenceNotFound: { [`${get}/responses/400`]: { $ref: '#/responses/None' } },
  SchemaRefLoopNotAllowed: { '/definitions/A': { $ref: '#/definitions/A' } },
  SchemaReferenceNotFound: { [`${get}/responses/200/schema/$ref`]: '#/definitions/None' },
  SchemaTypeFileNotValid: { [`${subject}/type`]: 'file' },
  SchemeNotValid: { '/schemes': ['ftp'] },
  SecurityRequirementMustHaveValue: { '/security': [{ api_key: null }] },
  SecuritySchemePropertyNotValid: { '/securityDefinitions/api_key/in': 'body' },
  SecuritySchemePropertyRequired: { '/securityDefinitions/api_key/name': undefined },
  SpecificationVersionIncorrect: { '/swagger': '3.0' },
  ...Object.fromEntries(limits.map((limit) => [codeOf(limit), { [`${subject}/${limit}`]: -1 }])),
};

const findingsOf = (changes: Readonly<Record<string, Json | undefined>>) => {
  const value = changed(exampleDefinition, changes);
  const definition = { file: 'd.json', value, findings: [], locate: () => ({ line: 1, column: 1 }) };
  return new Set(readConnector({ name: 'tickets', definition }).findings.map(({ code }) => code));
};

test.each(Object.entries(answeredByReading))('%s is answered by %s', (code, ours) => {
  expect([...findingsOf(broken[code] ?? {})]).toContain(ours);
});

test('each code of the validator is answered once for each idea: by rules, or by reading', () => {
  const byRules = new Set(lintRules.flatMap(({ codes }) => codes));
  expect(Object.keys(answeredByReading).filter((code) => byRules.has(code))).toEqual([]);
  expect(Object.keys(broken).sort()).toEqual(Object.keys(answeredByReading).sort());
});
