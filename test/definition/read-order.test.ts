import type { Finding } from '../../src/core/finding.js';
import type { Json } from '../../src/core/json.js';
import { firstInDocumentOrder, inDocumentOrder } from '../../src/definition/read-order.js';

const document = {
  swagger: '2.0',
  paths: { '/b': { get: {} }, '/a': { get: { tags: ['x', 'y', 'z'] } } },
  info: { 'a/b': 1, '~': 2 },
} as Json;

const at = (pointer: string, code = 'a-code'): Finding => ({
  code,
  severity: 'note',
  pointer,
  message: 'It is wrong.',
});

test.each<[string, readonly string[], readonly string[]]>([
  [
    'as the document has them',
    ['/info', '/paths/~1a', '/paths/~1b', '/swagger'],
    ['/swagger', '/paths/~1b', '/paths/~1a', '/info'],
  ],
  [
    'what holds others first',
    ['/paths/~1b/get', '/paths/~1b', '', '/paths'],
    ['', '/paths', '/paths/~1b', '/paths/~1b/get'],
  ],
  [
    'items by number',
    ['/paths/~1a/get/tags/10', '/paths/~1a/get/tags/2', '/paths/~1a/get/tags/0'],
    ['/paths/~1a/get/tags/0', '/paths/~1a/get/tags/2', '/paths/~1a/get/tags/10'],
  ],
  ['what is not there before what is', ['/swagger', '/host', '/paths'], ['/host', '/swagger', '/paths']],
  ['what is not there by level', ['/host/a/b', '/basePath/a', '/host'], ['/host', '/basePath/a', '/host/a/b']],
  ['keys that a pointer escapes', ['/info/~0', '/info/a~1b'], ['/info/a~1b', '/info/~0']],
  [
    'keys that an object inherits',
    ['/swagger', '/constructor/name', '/__proto__'],
    ['/__proto__', '/constructor/name', '/swagger'],
  ],
])('%s', (_name, given, want) => {
  expect(
    inDocumentOrder(
      given.map((pointer) => at(pointer)),
      document,
    ).map(({ pointer }) => pointer),
  ).toEqual(want);
});

test('those about one place, and those about what is missing, keep their order', () => {
  const given = [at('/info', 'a'), at('/host', 'b'), at('/info', 'c'), at('/basePath', 'd'), at('/info', 'e')];
  expect(inDocumentOrder(given, document).map(({ code }) => code)).toEqual(['b', 'd', 'a', 'c', 'e']);
});

test('a place that is 10,000 levels deep', () => {
  const deep = at('/a'.repeat(10_000));
  expect(inDocumentOrder([deep, at('')], null)).toEqual([at(''), deep]);
});

test('the first so many are those that are first of all', () => {
  const pointers = [
    '/info/a~1b',
    '/host/b/c',
    '/paths/~1a/get/tags/1',
    '/swagger',
    '/basePath/a/b',
    '/paths/~1b/get/tags',
    '/paths/~1a/get',
    '/host',
    '',
    '/paths/~1a/get/tags/0',
    '/paths/~1b',
    '/info/a~1b',
  ];
  const given = pointers.map((pointer, index) => at(pointer, String(index)));
  const all = inDocumentOrder(given, document);
  for (let most = 0; most <= given.length + 1; most += 1) {
    expect(firstInDocumentOrder(given, document, most)).toEqual(all.slice(0, most));
  }
});
