import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Json } from '../../src/core/json.js';
import { writeConnector } from '../../src/definition/write.js';
import { exchange } from '../../src/http/make-exchange.js';
import { inferConnector } from '../../src/infer/infer.js';

const url = 'https://api.contoso.com/tickets';
const json = { 'content-type': 'application/json' };

const get = (at: string, answer: Json = { id: 1 }) =>
  exchange({ request: { method: 'GET', url: at }, response: { status: 200, headers: json, body: writeJson(answer) } });

const many = <Item>(count: number, item: (index: number) => Item) => Array.from({ length: count }, (_, at) => item(at));

/** The path templates, and the codes of what is said beside what is left to write. */
function inferred(urls: readonly string[]) {
  const { connector, findings } = inferConnector(urls.map((at) => get(at)));
  const codes = findings.map(({ code }) => code).filter((code) => code !== 'to-be-written');
  return [Object.keys(connector.definition.paths), codes];
}

test.each<[string, string, unknown]>([
  ['half of a character', 'https://a.com/b/\uD800', [['/b/{bId}'], ['guessed-path-parameter']]],
  ['a long segment', `https://a.com/b/${'c'.repeat(100_000)}`, [['/b/{bId}'], ['guessed-path-parameter']]],
  ['a broken escape', 'https://a.com/b%zz', [['/b%25zz'], []]],
  ['names that every object has', 'https://a.com/__proto__/constructor', [['/__proto__/constructor'], []]],
  ['braces inside a segment', 'https://a.com/b{c}d', [['/{id}'], ['guessed-path-parameter']]],
  ['what is no address', 'javascript:alert(1)', [['/javascript:alert(1)'], []]],
  ['a long query', `https://a.com/b?${'c=1&'.repeat(10_000)}`, [['/b'], []]],
  ['steps up', 'https://a.com/../b', [['/../b'], []]],
])('%s', (_name, at, want) => {
  expect(inferred([at])).toEqual(want);
});

test('an operation of a long path has a short id and a short summary', () => {
  const path = many(60, (at) => `segment${'abcdefgh'.charAt(at % 8)}`).join('/');
  const { connector } = inferConnector([get(`https://a.com/${path}`)]);
  const [item] = Object.values(connector.definition.paths);
  expect([item?.get?.operationId?.length, item?.get?.summary?.length]).toEqual([77, 80]);
});

test('more operations than a connector can have', () => {
  const { findings } = inferConnector(
    many(257, (at) => get(`https://a.com/${at % 2 === 0 ? 'even' : 'odd'}/name-${at}`)),
  );
  expect(
    findings.filter(({ code }) => code !== 'to-be-written').map(({ pointer, message }) => [pointer, message]),
  ).toEqual([['/paths', 'There are 257 operations, and a connector can have 256.']]);
});

test('what can be no operation is left out', () => {
  const odd = ['PROPFIND', 'PROPFIND', 'TRACE'].map((method) => exchange({ request: { method, url } }));
  const deep = get(`https://api.contoso.com/${'a/'.repeat(61)}`);
  const { findings, exchanges } = inferConnector([...odd, deep, get(url)]);
  expect(exchanges).toBe(5);
  expect(findings.filter(({ code }) => code === 'exchange-left-out').map(({ message }) => message)).toEqual([
    'A path of more than 60 segments is none that a definition can have: an exchange was left out.',
    'The method "PROPFIND" is none that a definition can have: 2 exchanges were left out.',
    'The method "TRACE" is none that a definition can have: an exchange was left out.',
  ]);
  expect(() => inferConnector(odd)).toThrow('No exchange can be an operation of a definition.');
  expect(() => inferConnector([])).toThrow('There is no exchange to infer from.');
});

test.each<[string, (inside: Json, level: number) => Json]>([
  ['lists', (inside) => [inside]],
  ['objects', (inside) => ({ a: inside })],
  ['both', (inside, level) => (level % 2 === 0 ? [inside] : { a: inside })],
])('a body as deep as a file may be, of %s', (_name, around) => {
  let deep: Json = 1;
  for (let level = 0; level < 190; level += 1) deep = around(deep, level);
  const { connector, findings } = inferConnector([get(url, deep)]);
  const text = writeConnector(connector)[0]?.text ?? '';
  expect(text.match(/"type": "(?:array|object)"/g)).toHaveLength(33);
  expect(readJson('', text).findings).toEqual([]);
  expect(findings.filter(({ code }) => code === 'too-varied').map(({ message }) => message)).toEqual([
    'The body has more than 512 schemas or 32 levels; it is described down to level 32.',
  ]);
});

test('long texts are not kept, and long names are not repeated in messages', () => {
  const long = 'x'.repeat(100_000);
  const exchanges = [get(url, { text: long, [long]: { y: 1 }, z: 1 }), get(url, { text: long, z: 1 })];
  const { connector, findings } = inferConnector(exchanges, { enums: true });
  const [, ...others] = JSON.stringify([connector.definition, findings]).split(long);
  expect(others.length).toBeLessThanOrEqual(3); // the name itself, and in pointers
  expect(JSON.stringify(findings.map(({ message }) => message)).length).toBeLessThan(5000);
});

test('more names than are kept: the rest is not described, and that is said', () => {
  const wide = (letter: string, inside: Json) => Object.fromEntries(many(225, (at) => [`${letter}${at}`, inside]));
  const { findings } = inferConnector([get(url, wide('a', wide('b', 1)))]);
  expect(
    findings.filter(({ code }) => code === 'too-varied').map(({ pointer, message }) => [pointer, message]),
  ).toEqual([
    ['', 'The recordings have more than 50000 different names in them; what came later is not described.'],
    [
      '/paths/~1tickets/get/responses/200/schema',
      'The body has more than 512 schemas or 32 levels; it is described down to level 1.',
    ],
  ]);
});
