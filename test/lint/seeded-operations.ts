import { isArray, type Json, type JsonObject } from '../../src/core/json.js';
import { below, members, type Base, type Kind, type OperationSpot, type Seed, type Spot } from './seeded.js';

const text = { type: 'string' };
const body = (name: string): JsonObject => ({ name, in: 'body', required: true, schema: { type: 'object' } });
const field: JsonObject = { name: 'seeded', in: 'formData', type: 'string' };

/** Where a parameter that is added to an operation comes to stand. */
const added = ({ pointer, value }: Spot): string => {
  const list = value['parameters'];
  return `${pointer}/parameters/${isArray(list) ? list.length : 0}`;
};

const withParameter = (operation: Spot, parameter: JsonObject): NonNullable<Seed['definition']> => ({
  [`${operation.pointer}/parameters`]: [
    ...(isArray(operation.value['parameters']) ? operation.value['parameters'] : []),
    parameter,
  ],
});

const has = (operation: OperationSpot, where: string): boolean =>
  operation.parameters.some(({ value }) => value['in'] === where);

const inPath = ({ parameters }: Base): Spot[] => parameters.filter(({ value }) => value['in'] === 'path');

const isShown = ({ value }: Spot): boolean => value['x-ms-visibility'] !== 'internal';

/** A change of one key of every operation that has it, reported at the operation. */
const each = ({ operations }: Base, key: string, value: Json | undefined): readonly Seed[] =>
  operations
    .filter((operation) => Object.hasOwn(operation.value, key))
    .map(({ pointer }) => ({ definition: { [`${pointer}/${key}`]: value }, at: pointer }));

/** Defects of paths, operations, their parameters and responses. */
export const operationKinds: readonly Kind[] = [
  {
    name: 'duplicate operationId',
    code: 'operation-id-repeated',
    places: ({ operations: [first, ...others] }) =>
      others.map(({ pointer }) => ({
        definition: { [`${pointer}/operationId`]: first?.value['operationId'] },
        at: `${pointer}/operationId`,
      })),
  },
  {
    name: 'no operationId',
    code: 'operation-id-missing',
    places: (base) => each(base, 'operationId', undefined),
  },
  {
    name: 'path parameter without a template',
    code: 'path-parameter-unknown',
    places: ({ operations }) =>
      operations.map((operation) => ({
        definition: withParameter(operation, { name: 'seeded', in: 'path', required: true, type: 'string' }),
        at: added(operation),
      })),
  },
  {
    name: 'template without a parameter',
    code: 'path-parameter-missing',
    places: ({ operations }) =>
      operations.flatMap((operation) =>
        operation.parameters
          .filter(({ value }) => value['in'] === 'path')
          .map(({ pointer }) => ({ definition: { [pointer]: undefined }, at: operation.pointer })),
      ),
  },
  {
    name: 'optional path parameter',
    code: 'path-parameter-optional',
    places: (base) =>
      inPath(base).map(({ pointer }) => ({ definition: { [`${pointer}/required`]: false }, at: pointer })),
  },
  {
    name: 'two body parameters',
    code: 'body-parameter-repeated',
    places: ({ operations }) =>
      operations
        .filter((operation) => has(operation, 'body'))
        .map((operation) => ({ definition: withParameter(operation, body('seeded')), at: added(operation) })),
  },
  {
    name: 'body and form data',
    code: 'body-with-form-data',
    places: ({ operations }) =>
      operations
        .filter((operation) => has(operation, 'body'))
        .map((operation) => ({ definition: withParameter(operation, field), at: added(operation) })),
  },
  {
    name: 'repeated parameter',
    code: 'parameter-repeated',
    places: ({ operations }) =>
      operations.flatMap((operation) =>
        operation.parameters.slice(0, 1).map(({ value }) => ({
          definition: withParameter(operation, { ...value, description: 'Again.' }),
          at: added(operation),
        })),
      ),
  },
  {
    name: 'GET with a body',
    code: 'body-in-get',
    places: ({ operations }) =>
      operations
        .filter(({ pointer }) => pointer.endsWith('/get'))
        .map((operation) => ({ definition: withParameter(operation, body('body')), at: operation.pointer })),
  },
  {
    name: 'missing responses',
    code: 'operation-without-responses',
    places: (base) => each(base, 'responses', undefined),
  },
  {
    name: 'empty responses',
    code: 'operation-without-responses',
    places: (base) => each(base, 'responses', {}),
  },
  {
    name: 'no answer for success',
    code: 'success-answer-missing',
    certification: true,
    places: (base) => each(base, 'responses', { '400': { description: 'Wrong.' } }),
  },
  {
    name: 'response status that is none',
    code: 'response-status',
    places: ({ operations }) =>
      operations.map(({ pointer }) => ({
        definition: { [`${pointer}/responses/ok`]: { description: 'Fine.' } },
        at: `${pointer}/responses/ok`,
      })),
  },
  {
    name: 'several answers with a schema',
    code: 'several-answers-with-schema',
    certification: true,
    places: ({ operations }) =>
      operations
        .flatMap((operation) => below(operation, 'responses'))
        .filter((responses) => below(responses, '200').some((answer) => below(answer, 'schema').length > 0))
        .map(({ pointer }) => ({
          definition: { [`${pointer}/299`]: { description: 'Other.', schema: text } },
          at: pointer,
        })),
  },
  {
    name: 'path without a slash',
    code: 'path-without-slash',
    places: ({ definition }) =>
      members({ pointer: '', value: definition })
        .filter(({ pointer }) => pointer === '/paths')
        .flatMap(members)
        .map(({ pointer, value }) => ({
          definition: { [pointer]: undefined, [pointer.replace('/~1', '/')]: value },
          at: pointer.replace('/~1', '/'),
        })),
  },
  {
    name: 'path that differs in case only',
    code: 'path-differs-in-case',
    places: ({ operations }) =>
      operations
        .filter(({ path }) => /^\/[a-z]/.test(path))
        .map(({ item, pointer }) => {
          const at = item.pointer.replace(/^\/paths\/~1[a-z]/, (start) =>
            start.toUpperCase().replace('PATHS', 'paths'),
          );
          const method = pointer.slice(item.pointer.length + 1);
          const value = { [method]: { ...(item.value[method] as JsonObject), operationId: 'Seeded' } }; // it is an operation
          return { definition: { [at]: value }, at };
        }),
  },
  {
    name: 'path with a query',
    code: 'path-with-query',
    places: ({ operations }) =>
      operations.map(({ item }) => ({
        definition: { [item.pointer]: undefined, [`${item.pointer}?a=b`]: item.value },
        at: `${item.pointer}?a=b`,
      })),
  },
  {
    name: 'missing summary',
    code: 'summary-missing',
    places: (base) => each({ ...base, operations: base.operations.filter(isShown) }, 'summary', undefined),
  },
  {
    name: 'summary too long',
    code: 'summary-too-long',
    certification: true,
    places: (base) => each(base, 'summary', 'Get '.repeat(40)).map((seed) => ({ ...seed, at: `${seed.at}/summary` })),
  },
  {
    name: 'visibility "Advanced"',
    code: 'extension-value-unknown',
    places: ({ parameters, schemas }) =>
      [...parameters, ...schemas]
        .filter(({ value }) => Object.hasOwn(value, 'x-ms-visibility'))
        .map(({ pointer }) => ({
          definition: { [`${pointer}/x-ms-visibility`]: 'Advanced' },
          at: `${pointer}/x-ms-visibility`,
        })),
  },
  {
    name: 'url encoding missing',
    code: 'path-encoding-missing',
    certification: true,
    places: (base) =>
      inPath(base)
        .filter(({ value }) => Object.hasOwn(value, 'x-ms-url-encoding'))
        .map(({ pointer }) => ({ definition: { [`${pointer}/x-ms-url-encoding`]: undefined }, at: pointer })),
  },
  {
    name: 'internal required without default',
    code: 'internal-without-default',
    places: ({ operations }) =>
      operations.filter(isShown).map((operation) => ({
        definition: withParameter(operation, {
          name: 'seeded',
          in: 'query',
          required: true,
          'x-ms-visibility': 'internal',
          ...text,
        }),
        at: added(operation),
      })),
  },
  {
    name: 'operation with an unknown key',
    code: 'definition-unknown-key',
    places: ({ operations }) =>
      operations.map(({ pointer }) => ({
        definition: { [`${pointer}/operationID`]: 'Seeded' },
        at: `${pointer}/operationID`,
      })),
  },
];
