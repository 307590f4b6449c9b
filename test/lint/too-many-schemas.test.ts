import type { JsonObject } from '../../src/core/json.js';
import { connectorOf } from '../../src/lint/example.js';
import { lint } from '../../src/lint/lint.js';
import { tooManySchemas } from '../../src/lint/rules/too-many-schemas.js';

const answer = '/paths/~1tickets~1{id}/get/responses/200/schema';

/** An answer with so many schemas, made of trees of two branches each. */
function withSchemas(count: number): JsonObject {
  const properties: Record<string, JsonObject> = {};
  let left = count - 1;
  for (let level = 31; level >= 0; level -= 1) {
    const size = 2 ** (level + 1) - 1;
    for (; left >= size; left -= size) properties[`${level} of ${left}`] = { $ref: `#/definitions/L${level}` };
  }
  const levels = Array.from({ length: 32 }, (_, level) => {
    const inner = { $ref: `#/definitions/L${level - 1}` };
    return [
      `/definitions/L${level}`,
      { type: 'object', properties: level === 0 ? {} : { a: inner, b: inner } },
    ] as const;
  });
  return { ...Object.fromEntries(levels), [answer]: { type: 'object', properties } };
}

const cases: readonly (readonly [count: number, messages: readonly string[]])[] = [
  [512, []],
  [513, ['The body has 513 schemas, expected at most 512.']],
  [16_384, ['The body has 16384 schemas, expected at most 512.']],
  [
    16_385,
    ['The body has 16385 schemas, expected at most 512.', 'The operation has 16385 schemas, expected at most 16384.'],
  ],
];

test.each(cases)('an answer with %i schemas', (count, messages) => {
  const found = lint(connectorOf({ definition: withSchemas(count), at: [] }), { rules: [tooManySchemas] });
  expect(found.map(({ message }) => message)).toEqual(messages);
});

test('more than fit into a connector', () => {
  const found = lint(connectorOf({ definition: withSchemas(256 * 16_384), at: [] }), { rules: [tooManySchemas] });
  expect(found.map(({ pointer }) => pointer)).toEqual([answer, '/paths/~1tickets~1{id}/get', '/paths']);
});

test('a body that several operations share is named once', () => {
  const shared = { '/responses': { Ticket: { description: 'A ticket.', schema: { $ref: '#/definitions/L9' } } } };
  const definition = {
    ...withSchemas(1),
    ...shared,
    '/paths/~1tickets~1{id}/get/responses/200': { $ref: '#/responses/Ticket' },
    '/paths/~1tickets/post/responses/201': { $ref: '#/responses/Ticket' },
  };
  const found = lint(connectorOf({ definition, at: [] }), { rules: [tooManySchemas] });
  expect(found.map(({ pointer }) => pointer)).toEqual(['/responses/Ticket/schema']);
});

test('more than can be counted', () => {
  const double = (level: number) => ({
    a: { $ref: `#/definitions/L${level}` },
    b: { $ref: `#/definitions/L${level}` },
  });
  const levels = Array.from({ length: 60 }, (_, level) => [
    `/definitions/L${level}`,
    { properties: double(level + 1) },
  ]);
  const definition = { ...Object.fromEntries(levels), [answer]: { properties: double(0) } } as JsonObject; // schemas by pointer
  const [first] = lint(connectorOf({ definition, at: [] }), { rules: [tooManySchemas] });
  expect(first?.message).toBe('The body has more than 9007199254740991 schemas, expected at most 512.');
});
