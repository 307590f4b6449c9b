import type { Json } from '../../src/core/json.js';
import { cardsFor } from './card-of.js';

/** Which operation each is opened as, where it is another. */
type Place = readonly [method: string, path: string, id: string, more?: object];
function opened(places: readonly Place[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const [method, path, operationId, more] of places) {
    (paths[path] ??= {})[method] = { operationId, responses: {}, ...more };
  }
  const cards = cardsFor(paths as unknown as Json); // JSON of a test
  return cards.flatMap(({ operationId, opensAs }) => (opensAs === undefined ? [] : [[operationId, opensAs]]));
}

const internal = { 'x-ms-visibility': 'internal' };
const important = { 'x-ms-visibility': 'important' };

test.each<readonly [name: string, places: readonly Place[], want: readonly unknown[]]>([
  [
    'a longer path wins',
    [
      ['get', '/a/{b}', 'One'],
      ['get', '/a/{b}/open', 'Two'],
      ['get', '/a/every', 'Three'],
    ],
    [],
  ],
  [
    'a text as short as a parameter loses to an earlier one',
    [
      ['get', '/a/{b}', 'One'],
      ['get', '/a/me', 'Two'],
    ],
    [['Two', 'One']],
  ],
  [
    'and not to a later one',
    [
      ['get', '/a/me', 'Two'],
      ['get', '/a/{b}', 'One'],
    ],
    [],
  ],
  [
    'nor to one that is less important',
    [
      ['get', '/a/{b}', 'One'],
      ['get', '/a/me', 'Two', important],
    ],
    [],
  ],
  [
    'a shorter text always loses',
    [
      ['get', '/a/b', 'Two'],
      ['get', '/a/{b}', 'One'],
    ],
    [['Two', 'One']],
  ],
  [
    'a parameter may be empty',
    [
      ['get', '/a/', 'One'],
      ['get', '/a/{b}', 'Two'],
    ],
    [['One', 'Two']],
  ],
  [
    'another method',
    [
      ['get', '/a/b', 'Two'],
      ['post', '/a/{b}', 'One'],
    ],
    [],
  ],
  [
    'what is internal is not found',
    [
      ['get', '/a/b', 'Two'],
      ['get', '/a/{b}', 'One', internal],
    ],
    [],
  ],
  [
    'two of one shape',
    [
      ['get', '/a/{b}', 'One'],
      ['get', '/a/{c}', 'Two'],
    ],
    [['Two', 'One']],
  ],
  [
    'what is escaped makes a path longer',
    [
      ['get', "/a('{b}')", 'One'],
      ['get', "/a('x')", 'Two'],
    ],
    [['Two', 'One']],
  ],
])('%s', (_name, places, want) => {
  expect(opened(places)).toEqual(want);
});

test('a webhook is looked for as a POST', () => {
  const hook = (method: string) => ({
    '/hooks': {
      'x-ms-notification-content': { schema: {} },
      [method]: { operationId: 'Hook', 'x-ms-trigger': 'single', responses: {} },
    },
  });
  expect(['post', 'put'].map((method) => cardsFor(hook(method)).map(({ opensAs }) => opensAs))).toEqual([
    [undefined],
    [null],
  ]);
});

test('why the designer fails', () => {
  const shared = [{ name: 'id', in: 'path', type: 'string', required: true }];
  const header = [{ name: 'x', in: 'header', type: 'string' }];
  const cards = cardsFor({
    '/a/{id}': {
      parameters: shared,
      get: { operationId: 'A', responses: {} },
      put: { operationId: 'B', parameters: [], responses: {} },
    },
    '/b': { get: { operationId: 'C', parameters: header, 'x-ms-headers': {}, responses: {} } },
  });
  expect(cards.map(({ operationId, failure }) => [operationId, failure])).toEqual([
    [
      'A',
      'The path has parameters and the operation has no list of its own: the designer stops with a TypeError, for every operation of the connector.',
    ],
    ['B', undefined],
    [
      'C',
      'The operation has x-ms-headers and a header parameter: the designer stops with "Invalid use of x-ms-header extension".',
    ],
  ]);
});

test('a card is of what the designer offers', () => {
  const cards = cardsFor({
    '/a': {
      get: { operationId: 'A', summary: 'Read', description: 'Reads.', 'x-ms-visibility': 'important', responses: {} },
      put: { operationId: 'B', responses: {}, 'x-ms-visibility': 'internal' },
      post: { responses: {} },
      delete: { operationId: 'D', 'x-ms-trigger': 'single', responses: {} },
    },
  });
  expect(
    cards.map(({ operationId, kind, title, description, visibility }) => [
      operationId,
      kind,
      title,
      description,
      visibility,
    ]),
  ).toEqual([
    ['A', 'action', 'Read', 'Reads.', 'important'],
    ['D', 'trigger', 'D', undefined, 'none'],
  ]);
});
