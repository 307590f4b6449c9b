import type { Json } from '../../src/core/json.js';
import { connectorOf } from '../../src/lint/example.js';
import { lint } from '../../src/lint/lint.js';
import { extensions } from '../../src/definition/extensions.js';

const junk: readonly Json[] = [
  null,
  0,
  2n ** 70n,
  '',
  '__proto__',
  [],
  [null, 'x', 0, [], {}, { value: [] }, { value: null, displayName: 7 }],
  {},
  JSON.parse('{"__proto__":{"operationId":7},"constructor":[],"operationId":"toString","parameters":{"__proto__":1}}'),
  { operationId: 'ListQueues', parameters: [], filterFunctions: 7 },
  { operationId: [], parameters: { constructor: null, value: {} }, filterFunctions: ['__proto__', null] },
];

const places = [
  '/paths/~1tickets~1{id}/get/parameters/0',
  '/paths/~1tickets/post/parameters/1',
  '/paths/~1tickets/post/parameters/1/schema',
  '/paths/~1tickets/post/parameters/1/schema/properties/queue',
  '/definitions/Ticket',
  '/definitions/Ticket/properties/id',
];

const names = Object.keys(extensions);

test.each(junk.map((value, index) => [index, value] as const))(
  'every extension of parameters and schemas can hold junk %i',
  (_index, value) => {
    const changes = places.flatMap((place) => names.map((name) => [`${place}/${name}`, value] as const));
    const found = lint(connectorOf({ definition: Object.fromEntries(changes), at: [] }));
    expect(found.filter(({ message }) => !/[.?]$/.test(message))).toEqual([]);
  },
);

test.each(junk.map((value, index) => [index, value] as const))(
  'a reference can hold junk %i, alone and beside something',
  (_index, value) => {
    const parts = [
      '/paths/~1tickets~1{id}/get/parameters/0',
      '/paths/~1tickets/post/parameters/1/schema/properties/queue',
      '/paths/~1tickets/post/responses/200/schema',
      '/paths/~1tickets/post/responses/404',
      '/definitions/Ticket/properties/id',
      '/responses/Refused',
      '/responses/x-other',
      '/parameters/Other',
    ];
    for (const beside of [{}, { description: 'A ticket.' }]) {
      const changes = Object.fromEntries(parts.map((place) => [place, { $ref: value, ...beside }]));
      const found = lint(connectorOf({ definition: changes, at: [] }));
      expect(found.filter(({ message }) => !/[.?]$/.test(message))).toEqual([]);
    }
  },
);
