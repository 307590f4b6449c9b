import type { Json } from '../../src/core/json.js';
import { connectorOf, type LintExample } from '../../src/lint/example.js';
import { newerCall, queue, queueCall, withArea, withRegion, withRegionInBody } from '../../src/lint/example-dynamic.js';
import { lint } from '../../src/lint/lint.js';

/** What the rules of dynamic calls say of the example connector with these changes. */
const said = (definition: LintExample['definition']): readonly (readonly [string, string])[] =>
  lint(connectorOf({ definition: definition ?? {}, at: [] }))
    .filter(({ code }) => code.startsWith('dynamic-'))
    .map(({ code, pointer }) => [code, pointer]);

const answer = '/paths/~1queues/get/responses/200/schema';
const newerArgument = `${queue}/x-ms-dynamic-list/parameters/area`;
const text = { type: 'string', title: 'Text', description: 'A text.' };

test.each<[string, LintExample['definition'], string | undefined]>([
  ['a name that the schema has', { [`${queueCall}/value-path`]: 'label' }, undefined],
  ['a name in another case', { [`${queueCall}/value-path`]: 'NAME' }, undefined],
  ['a name that it lacks', { [`${queueCall}/value-path`]: 'id' }, 'dynamic-path-unknown'],
  [
    'a name behind a reference and an allOf',
    {
      '/definitions/Item': { allOf: [{ $ref: '#/definitions/Base' }] },
      '/definitions/Base': { type: 'object', properties: { id: text } },
      [`${answer}/properties/queues/items`]: { $ref: '#/definitions/Item' },
      [`${queueCall}/value-path`]: 'id',
      [`${queueCall}/value-title`]: 'id',
    },
    undefined,
  ],
  [
    'a name in an object that takes any name',
    { [`${answer}/properties/queues/items/additionalProperties`]: true, [`${queueCall}/value-path`]: 'id' },
    'dynamic-answer-undeclared',
  ],
  ['a list that is none', { [`${answer}/properties/queues`]: text }, 'dynamic-list-unknown'],
  ['a list in a list', { [`${queueCall}/value-collection`]: 'queues/name' }, 'dynamic-list-unknown'],
  [
    'a list of itself',
    {
      '/definitions/Loop': { type: 'array', items: { $ref: '#/definitions/Loop' } },
      [answer]: { $ref: '#/definitions/Loop' },
    },
    'dynamic-list-unknown',
  ],
])('a path to %s', (_case, definition, code) => {
  expect(said(definition).map(([given]) => given)).toEqual(code === undefined ? [] : [code]);
});

const newer = (reference: string) => ({
  ...withArea({}),
  ...newerCall({ area: { parameterReference: reference } }),
});
const shared = { '/paths/~1tickets/parameters': [{ ...text, name: 'shared', in: 'query' }] };

test.each<[string, LintExample['definition'], readonly (readonly [string, string])[]]>([
  ['a parameter', { ...newer('region'), ...withRegion() }, []],
  ['a parameter of the path item', { ...newer('shared'), ...shared }, []],
  ['a property', { ...newer('body/region'), ...withRegionInBody() }, []],
  ['a property, from the body on', { ...newer('region'), ...withRegionInBody() }, []],
  ['nothing', newer('body/region'), [['dynamic-reference-unknown', newerArgument]]],
  ['a key of every object', newer('body/constructor'), [['dynamic-reference-unknown', newerArgument]]],
  [
    'what only one of the operations has that share the schema',
    {
      ...withArea({ type: 'integer' }),
      '/definitions/Ticket/properties/queue': {
        ...text,
        'x-ms-dynamic-values': {
          operationId: 'ListQueues',
          parameters: { area: { parameter: 'id' } },
          'value-collection': 'queues',
          'value-path': 'name',
        },
      },
    },
    [['dynamic-reference-unknown', '/definitions/Ticket/properties/queue/x-ms-dynamic-values/parameters/area']],
  ],
  [
    'what the notification of a webhook is asked with',
    {
      '/paths/~1hooks/x-ms-notification-content/schema': {
        'x-ms-dynamic-schema': { operationId: 'ListQueues', parameters: { area: { parameter: 'none' } } },
      },
      ...withArea({}),
    },
    [
      [
        'dynamic-reference-unknown',
        '/paths/~1hooks/x-ms-notification-content/schema/x-ms-dynamic-schema/parameters/area',
      ],
    ],
  ],
])('a reference to %s', (_case, definition, expected) => {
  expect(said(definition)).toEqual(expected);
});

test.each<[string, readonly string[], readonly string[]]>([
  ['their names', ['area', 'zone'], []],
  ['their paths', ['where/area', 'where/zone'], []],
  ['what is in them', ['where/area/id', 'zone.id'], []],
  ['the body as a whole', ['where'], []],
  ['one of them', ['where/zone/id'], [queueCall]],
  ['nothing', [], [queueCall, queueCall]],
])('what the body of the called operation requires is given by %s', (_case, given, expected) => {
  const properties = { area: { type: 'object' }, zone: { type: 'object' } };
  const where = {
    name: 'where',
    in: 'body',
    required: true,
    schema: { type: 'object', required: ['area', 'zone'], properties },
  };
  const definition = {
    '/paths/~1queues/get/parameters/-': where,
    [`${queueCall}/parameters`]: Object.fromEntries(given.map((name) => [name, {}])),
  };
  const missing = said(definition).filter(([code]) => code === 'dynamic-argument-missing');
  expect(missing.map(([, pointer]) => pointer)).toEqual(expected);
});

const shape = 'dynamic-call-shape';

test.each<[Json, readonly string[]]>([
  [null, [shape]],
  [5, [shape]],
  ['x', [shape]],
  [[], [shape]],
  [{ operationId: 5 }, [shape]],
  [{ operationId: 'ListQueues', parameters: [] }, [shape, 'dynamic-list-unknown']],
  [{ operationId: 'constructor', 'value-path': 'x' }, ['dynamic-operation-unknown']],
])('an extension that is %j breaks nothing', (value, expected) => {
  const definition = { [queueCall]: value, '/paths/~1hooks/x-ms-notification-content/schema': value };
  const codes = new Set(said(definition).map(([code]) => code));
  expect([...codes].toSorted()).toEqual(expected);
});
