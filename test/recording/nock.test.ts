import type { Json } from '../../src/core/json.js';
import { everyAnswer, read, readFixture, strayPointers, titlesOf } from './har-tickets.js';

describe.each(['nock-13', 'nock-14'])('%s', (file) => {
  test('every exchange: JSON, gzip, brotli, an error, nothing, bytes, text, a JSON text, a form', () => {
    expect(read(readFixture(`nock/${file}.json`).document)).toEqual(everyAnswer('fffe0001'));
  });

  test('where it stands', () => {
    const fixture = readFixture(`nock/${file}.json`);
    expect(strayPointers(fixture)).toEqual([]);
    expect(titlesOf(fixture.document)).toEqual(['nock']);
  });
});

const one = { scope: 'https://a.test:443', method: 'GET', path: '/x', body: '', status: 200, response: { a: 1 } };
const good = 'GET https://a.test:443/x > 200 json {"a":1}';
const typed = (type: string) => ({ rawHeaders: ['Content-Type', type] });
const answered = (more: Json & object) => [{ ...one, ...more }];

describe('recorded in another way', () => {
  test.each<[string, Json, string]>([
    ['one exchange', one, good],
    ['a scope that ends in a slash', answered({ scope: 'https://a.test/' }), good.replace(':443', '')],
    [
      'headers of older versions',
      answered({ headers: { 'Content-Type': 'text/plain' }, response: 'x' }),
      'GET https://a.test:443/x > 200 text/plain text "x"',
    ],
    ['a status of older versions', answered({ reply: '404' }), good.replace('200', '404')],
    ['no status', [{ scope: one.scope, method: 'GET', path: '/x', response: { a: 1 } }], good],
    ['no response', answered({ response: '' }), 'GET https://a.test:443/x > 200'],
    ['a method in lower case', answered({ method: 'get' }), good],
    ['JSON that was written as text', answered({ response: '{"a":1}' }), good],
    [
      'a JSON text',
      answered({ ...typed('application/json'), response: 'open' }),
      'GET https://a.test:443/x > 200 application/json json "open"',
    ],
    [
      'JSON that was cut off',
      answered({ ...typed('application/json'), response: '{"a' }),
      'GET https://a.test:443/x > 200 application/json text "{\\"a" (The string that begins here has no closing quote.)',
    ],
    [
      'a list of hex that is JSON',
      answered({ response: ['ff', '00'] }),
      'GET https://a.test:443/x > 200 json ["ff","00"]',
    ],
    [
      'hex chunks',
      answered({ rawHeaders: ['Content-Encoding', 'x-none'], response: ['ff', '00'] }),
      'GET https://a.test:443/x > 200 bytes /wA=',
    ],
    ['JSON behind a header that says it is compressed', answered({ rawHeaders: ['Content-Encoding', 'gzip'] }), good],
    ['binary', answered({ responseIsBinary: true, response: 'ff00' }), 'GET https://a.test:443/x > 200 bytes /wA='],
    [
      'binary of which nothing is there',
      [{ scope: one.scope, method: 'GET', path: '/x', responseIsBinary: true }],
      'GET https://a.test:443/x > 200',
    ],
    [
      'any body',
      answered({ method: 'POST', body: '*' }),
      good.replace('GET', 'POST').replace(' >', ' text "" (The recorder did not keep it.) >'),
    ],
    [
      'a body that is false',
      answered({ method: 'POST', body: false }),
      good.replace('GET', 'POST').replace(' >', ' json false >'),
    ],
  ])('%s', (_, given, want) => {
    expect(read(given)).toEqual([want]);
  });
});

describe('nearly nock: what is wrong is said, the rest goes on', () => {
  const at = 'file.json#1 /0';
  test.each<[string, Json, readonly string[]]>([
    ['an item that is none', [7, one], [good, `${at}: The recorded exchange is 7, expected an object.`]],
    [
      'nothing but an answer',
      [{ response: '' }, one],
      [
        good,
        `${at}/scope: The scope is absent, expected a text that is not empty.`,
        `${at}/path: The path is absent, expected a text that is not empty.`,
        `${at}/method: The method is absent, expected a text that is not empty.`,
      ],
    ],
    [
      'a status that is none',
      [{ ...one, status: 'ok' }, one],
      [good, `${at}/status: The response's status is "ok", expected a number from 100 to 599.`],
    ],
    [
      'an older status that is none',
      [{ ...one, reply: 'ok' }, one],
      [good, `${at}/reply: The response's status is "ok", expected a number from 100 to 599.`],
    ],
    [
      'headers that are none',
      [{ ...one, rawHeaders: 'a: b' }, one],
      [good, `${at}/rawHeaders: The headers are of type string, expected an object.`],
    ],
    [
      'a header that is none',
      [{ ...one, reqheaders: { a: { b: 1 } } }, one],
      [good, `${at}/reqheaders/a: The header is of type object, expected a text, a number or a list of them.`],
    ],
    [
      'chunks that are no hex',
      [{ ...one, rawHeaders: ['content-encoding', 'gzip'], response: ['1f8'] }, one],
      [
        good,
        `${at}/response: The response is compressed or binary and no hex, or no list of it, expected what nock records.`,
      ],
    ],
    [
      'binary that is no text',
      [{ ...one, responseIsBinary: true }, one],
      [
        good,
        `${at}/response: The response is compressed or binary and no hex, or no list of it, expected what nock records.`,
      ],
    ],
  ])('%s', (_, given, want) => {
    expect(read(given)).toEqual(want);
  });
});

test.each<[string, Json]>([
  ['an empty list', []],
  ['samples of ours', [{ request: { method: 'GET', url: '/' }, response: { status: 200 } }]],
  [
    'samples of ours that say their scope',
    [{ request: { method: 'GET', url: '/' }, scope: 'x', path: '/', status: 1 }],
  ],
  ['samples of ours behind one of nock', [one, { request: { method: 'GET', url: '/' } }]],
  ['a token', { scope: 'read', access_token: 'x', method: 'post' }],
])('%s is not of nock', (_, given) => {
  expect(read(given)).toBeUndefined();
});
