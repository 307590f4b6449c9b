import { ANY_DEPTH, ANY_ITEM, ANY_NAME, type Hit } from '../../src/diff/change.js';
import { diff } from '../../src/diff/diff.js';
import { versionsOf, type DiffExample } from '../../src/diff/example.js';

const hitsOf = (example: Omit<DiffExample, 'gives'>): readonly (readonly [string, readonly Hit[]])[] => {
  const { old, new: other } = versionsOf({ ...example, gives: [] });
  return diff(old, other).changes.map(({ code, hits }) => [code, hits]);
};
const ticket = { method: 'get', path: '/tickets/{id}', operationId: 'GetTicket' };
const list = { method: 'get', path: '/tickets', operationId: 'ListTickets' };
const create = { method: 'post', path: '/tickets', operationId: 'CreateTicket' };
const hook = { method: 'post', path: '/hooks', operationId: 'WhenATicketIsOpened' };
const input = '/paths/~1tickets/post/parameters/0/schema';

test('an output of a shared definition is hit in each answer that has it, at any depth where it holds itself', () => {
  const part = (steps: readonly unknown[], more: object) => ({ ...more, fields: [...steps, ANY_DEPTH, 'opened'] });
  expect(hitsOf({ new: { '/definitions/Ticket/properties/opened': undefined } })).toEqual([
    [
      'output-removed',
      expect.arrayContaining([
        { ...list, concerns: 'read', part: part(['value', ANY_ITEM], { in: 'response', status: '200' }) },
        { ...create, concerns: 'read', part: part([], { in: 'response', status: '201' }) },
        { ...ticket, concerns: 'read', part: part([], { in: 'response', status: '200' }) },
        { ...hook, concerns: 'read', part: part([], { in: 'event' }) },
      ]),
    ],
  ]);
});

test.each<[string, Omit<DiffExample, 'gives'>, string, readonly Hit[]]>([
  [
    'an operation',
    { new: { '/paths/~1tickets/get': undefined } },
    'operation-removed',
    [{ ...list, concerns: 'every' }],
  ],
  [
    'a parameter',
    { new: { '/paths/~1tickets/get/parameters/1': undefined } },
    'parameter-removed',
    [{ ...list, concerns: 'given', part: { in: 'query', name: 'top', fields: [] } }],
  ],
  [
    'a new required input concerns who leaves it out',
    { new: { [`${input}/properties/area`]: {}, [`${input}/required/-`]: 'area' } },
    'required-input-added',
    [{ ...create, concerns: 'missing', part: { in: 'body', fields: ['area'] } }],
  ],
  [
    'values of any name',
    { new: { [`${input}/properties/labels/additionalProperties/type`]: 'integer' } },
    'type-changed',
    [{ ...create, concerns: 'given', part: { in: 'body', fields: ['labels', ANY_NAME] } }],
  ],
  [
    'a header',
    { new: { '/paths/~1tickets/get/responses/200/headers/ETag': undefined } },
    'output-removed',
    [{ ...list, concerns: 'read', part: { in: 'response-header', name: 'ETag', status: '200', fields: [] } }],
  ],
  [
    'the address concerns every call',
    { new: { '/host': 'b.contoso.com' } },
    'address-changed',
    [{ concerns: 'every' }],
  ],
])('%s', (_name, example, code, hits) => {
  expect(hitsOf(example)).toEqual([[code, hits]]);
});

test('a change of a shared definition is one, with all operations that it reaches', () => {
  const { old, new: other } = versionsOf({ new: { '/definitions/Person/properties/name/type': 'object' }, gives: [] });
  expect(
    diff(old, other).changes.map(({ operation, operations, count, message }) => ({
      operation,
      operations,
      count,
      message,
    })),
  ).toEqual([
    {
      operation: 'ListTickets',
      operations: ['ListTickets', 'CreateTicket', 'GetTicket', 'WhenATicketIsOpened'],
      count: 4,
      message: 'The output "value[*].owner.name" of "ListTickets" and 3 more had the type "string" and has "object".',
    },
  ]);
});
