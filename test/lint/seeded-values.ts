import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.js';
import { child, valueAt } from '../../src/core/pointer.js';
import { below, followed, members, typed, type Base, type Kind, type Seed, type Spot } from './seeded.js';

/** Sets keys of an object, and expects the finding at one of them, or at the object. */
const setting = ({ pointer }: Spot, keys: Readonly<Record<string, Json>>, at?: string): Seed => ({
  definition: Object.fromEntries(Object.entries(keys).map(([key, value]) => [child(pointer, key), value])),
  at: at === undefined ? pointer : `${pointer}/${at}`,
});

const texts = ({ parameters, schemas }: Base): readonly Spot[] => typed([...parameters, ...schemas], 'string');
const withoutEnum = ({ value }: Spot): boolean => value['enum'] === undefined;

/** Schemas with properties that were not checked when the definition was read: neither a body nor a definition itself. */
const nested = ({ schemas }: Base): readonly Spot[] =>
  typed(schemas, 'object').filter(
    ({ pointer, value }) => /\/(?:properties|items)\b/.test(pointer) && isObject(value['properties']),
  );

const roots = ({ definition }: Base): readonly Spot[] =>
  typed(below({ pointer: '', value: definition }, 'definitions').flatMap(members), 'object').filter(
    ({ value }) => isObject(value['properties']) && value['allOf'] === undefined && value['$ref'] === undefined,
  );

const required = ({ value }: Spot): readonly Json[] => (isArray(value['required']) ? value['required'] : []);

/** The calls of x-ms-dynamic-values that name an operation. */
const calls = ({ parameters, schemas }: Base): readonly Spot[] =>
  [...parameters, ...schemas]
    .flatMap((spot) => below(spot, 'x-ms-dynamic-values'))
    .filter(({ value }) => typeof value['operationId'] === 'string');

/** The properties of an item of the list that a call gets, where the called operation declares them. */
function itemOf({ definition, operations }: Base, { value }: Spot): JsonObject | undefined {
  const target = operations.find((operation) => operation.value['operationId'] === value['operationId']);
  const schema = followed(definition, target && valueAt(target.value, '/responses/200/schema'));
  const way = typeof value['value-collection'] === 'string' ? value['value-collection'].split('/').filter(Boolean) : [];
  let list = schema;
  for (const name of way) list = followed(definition, valueAt(list, child('/properties', name)));
  const item = followed(definition, list['items']);
  return isObject(item['properties']) && item['allOf'] === undefined ? item['properties'] : undefined;
}

/** Defects of schemas and values. */
export const valueKinds: readonly Kind[] = [
  {
    name: 'enum of the wrong type',
    code: 'enum-wrong-type',
    places: (base) => texts(base).map((spot) => setting(spot, { enum: [5] }, 'enum/0')),
  },
  {
    name: 'default of the wrong type',
    code: 'default-wrong-type',
    places: (base) => texts(base).map((spot) => setting(spot, { default: 5 }, 'default')),
  },
  {
    name: 'integer default that is a text',
    code: 'default-wrong-type',
    places: ({ parameters, schemas }) =>
      typed([...parameters, ...schemas], 'integer').map((spot) => setting(spot, { default: '5' }, 'default')),
  },
  {
    name: 'default not in enum',
    code: 'default-not-in-enum',
    places: (base) =>
      texts(base)
        .filter(({ value }) => isArray(value['enum']) && value['enum'].every((one) => typeof one === 'string'))
        .map((spot) => setting(spot, { default: 'seeded' }, 'default')),
  },
  {
    name: 'duplicate enum value',
    code: 'definition-repeated-item',
    places: (base) => texts(base).map((spot) => setting(spot, { enum: ['a', 'b', 'a'] }, 'enum/2')),
  },
  {
    name: 'empty enum',
    code: 'definition-empty-list',
    places: (base) => texts(base).map((spot) => setting(spot, { enum: [] }, 'enum')),
  },
  {
    name: 'required on an unknown property of a definition',
    code: 'required-property-undefined',
    places: (base) =>
      roots(base).map((spot) =>
        setting(spot, { required: [...required(spot), 'seeded'] }, `required/${required(spot).length}`),
      ),
  },
  {
    name: 'required on an unknown property inside',
    code: 'nested-required-undefined',
    places: (base) =>
      nested(base).map((spot) =>
        setting(spot, { required: [...required(spot), 'seeded'] }, `required/${required(spot).length}`),
      ),
  },
  {
    name: 'required loop',
    code: 'required-loop',
    places: (base) =>
      roots(base).map((spot) => {
        const loop = { $ref: `#${spot.pointer}` };
        const properties = { ...(spot.value['properties'] as JsonObject), seeded: loop }; // roots have them
        return setting(spot, { required: [...required(spot), 'seeded'], properties }, 'properties/seeded');
      }),
  },
  {
    name: 'array without items',
    code: 'nested-array-without-items',
    places: (base) =>
      nested(base).map((spot) => ({
        definition: { [`${spot.pointer}/properties/seeded`]: { type: 'array' } },
        at: `${spot.pointer}/properties/seeded`,
      })),
  },
  {
    name: 'array parameter without items',
    code: 'array-without-items',
    places: ({ parameters }) =>
      typed(parameters, 'array').map(({ pointer }) => ({
        definition: { [`${pointer}/items`]: undefined },
        at: pointer,
      })),
  },
  {
    name: '$ref to nothing',
    code: 'ref-missing',
    places: ({ references }) => references.map((spot) => setting(spot, { $ref: '#/definitions/~Seeded~' }, '$ref')),
  },
  {
    name: 'external $ref',
    code: 'ref-external',
    places: ({ references }) =>
      references.map((spot) => setting(spot, { $ref: 'common.json#/definitions/Seeded' }, '$ref')),
  },
  {
    name: 'something beside a $ref',
    code: 'ref-siblings',
    places: ({ references }) => references.map((spot) => setting(spot, { title: 'Seeded' })),
  },
  {
    name: 'minimum above maximum',
    code: 'bounds-reversed',
    places: ({ parameters, schemas }) =>
      typed([...parameters, ...schemas], 'integer').map((spot) => setting(spot, { minimum: 9, maximum: 1 }, 'minimum')),
  },
  {
    name: 'unknown format',
    code: 'format-unknown',
    certification: true,
    places: (base) => texts(base).map((spot) => setting(spot, { format: 'seeded' }, 'format')),
  },
  {
    name: 'pattern that is none',
    code: 'pattern-invalid',
    places: (base) => texts(base).map((spot) => setting(spot, { pattern: '(' }, 'pattern')),
  },
  {
    name: 'unknown type',
    code: 'definition-value',
    places: ({ schemas }) => schemas.filter(withoutEnum).map((spot) => setting(spot, { type: 'text' }, 'type')),
  },
  {
    name: 'anyOf',
    code: 'definition-unknown-key',
    places: ({ schemas }) => schemas.map((spot) => setting(spot, { anyOf: [{ type: 'string' }] }, 'anyOf')),
  },
  {
    name: 'misspelled extension',
    code: 'extension-misspelled',
    places: ({ parameters, schemas }) =>
      [...parameters, ...schemas].map((spot) => setting(spot, { 'x-ms-visibilty': 'advanced' }, 'x-ms-visibilty')),
  },
  {
    name: 'dynamic values of an operation that does not exist',
    code: 'dynamic-operation-unknown',
    places: (base) => calls(base).map((spot) => setting(spot, { operationId: 'SeededNothing' }, 'operationId')),
  },
  {
    name: 'value-path that leads nowhere',
    code: 'dynamic-path-unknown',
    places: (base) =>
      calls(base)
        .filter((call) => itemOf(base, call) !== undefined)
        .map((spot) => setting(spot, { 'value-path': 'seededNothing' }, 'value-path')),
  },
  {
    name: 'value-collection that leads nowhere',
    code: 'dynamic-list-unknown',
    places: (base) =>
      calls(base)
        .filter((call) => itemOf(base, call) !== undefined && typeof call.value['value-collection'] === 'string')
        .map((spot) => setting(spot, { 'value-collection': 'seededNothing' }, 'value-collection')),
  },
  {
    name: 'dynamic call with a parameter that is missing',
    code: 'dynamic-reference-unknown',
    places: (base) =>
      calls(base)
        .filter(({ pointer }) => pointer.startsWith('/paths/'))
        .map((spot) => setting(spot, { parameters: { seeded: { parameter: 'seededNothing' } } }, 'parameters/seeded')),
  },
  {
    name: 'dynamic call that lacks an argument',
    code: 'dynamic-argument-missing',
    places: (base) =>
      calls(base).flatMap(({ pointer, value }) => {
        const target = base.operations.find((operation) => operation.value['operationId'] === value['operationId']);
        const taken = target && target.value['parameters'];
        const wanted = { name: 'seeded', in: 'query', type: 'string', required: true };
        const list = [...(isArray(taken) ? taken : []), wanted];
        return target ? [{ definition: { [`${target.pointer}/parameters`]: list }, at: pointer }] : [];
      }),
  },
  {
    name: 'notification url that is not internal',
    code: 'notification-url-unfit',
    // not below the first level: what it stands in can be internal
    places: ({ schemas }) =>
      schemas
        .filter(({ pointer }) => /^\/paths\/.*\/schema\/properties\/[^/]+$/.test(pointer))
        .filter(({ value }) => value['x-ms-notification-url'] === true && value['x-ms-visibility'] === 'internal')
        .map(({ pointer }) => ({ definition: { [`${pointer}/x-ms-visibility`]: 'important' }, at: pointer })),
  },
];
