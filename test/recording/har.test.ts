import { everyAnswer, read, readFixture, strayPointers, titlesOf } from './har-tickets.js';
import type { Json } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { readRecordings } from '../../src/recording/read.js';

const refused = 'GET http://127.0.0.1:4029/ > -';
const unkept = 'text "" (The recorder did not keep it.)';

describe('a recording of', () => {
  test.each([
    ['the network panel of DevTools', 'devtools', [...everyAnswer('ÿþ\0\u0001'), refused]],
    ['Playwright, bodies in the file', 'playwright-embed', [...everyAnswer('\ufffd\ufffd\0\u0001'), refused]],
    ['mitmproxy', 'mitmproxy', everyAnswer('ÿþ\0\u0001')],
    [
      'Polly.JS, which keeps no bytes that were sent',
      'polly',
      everyAnswer('').map((line) => line.replace(' text ""', '')),
    ],
    [
      'Playwright, bodies beside the file',
      'playwright-attach',
      [
        ...everyAnswer('').map((line) =>
          line
            .replace(/(> \d+ .*?) (?:json|text|bytes) .*$/, `$1 ${unkept}`)
            .replace(/(?:json \{.*\}|text "") >/, `${unkept} >`),
        ),
        refused,
      ],
    ],
  ])('%s: every call and nothing else', (_, file, want) => {
    expect(read(readFixture(`har/${file}.har`).document)).toEqual(want);
  });

  test.each(['devtools', 'playwright-embed', 'playwright-attach', 'mitmproxy', 'polly'])(
    '%s: where it stands',
    (file) => {
      const fixture = readFixture(`har/${file}.har`);
      expect(strayPointers(fixture)).toEqual([]);
      expect(titlesOf(fixture.document)).toEqual(['HAR']);
    },
  );

  test.each([
    ['devtools', 25, 'HAR, WebInspector 537.36, 2026-11-22T01:24:50.510Z'],
    ['playwright-embed', 15, 'HAR, chromium 156.0.8078.79, 2026-11-22T01:24:39.966Z'],
    ['mitmproxy', 10, 'HAR, mitmproxy har_dump 0.1, 2026-11-22T01:24:57.838634+00:00'],
  ])('%s: what recorded it, and which entry it is', (file, entries, source) => {
    const { document } = readFixture(`har/${file}.har`);
    const { log } = document.value as unknown as { log: { entries: unknown[] } }; // a HAR
    expect(log.entries).toHaveLength(entries);
    const [first] = readRecordings(document)?.recordings ?? [];
    expect(first?.source).toBe(source);
    const index = log.entries.length - (entries === 10 ? 9 : entries === 15 ? 10 : 20);
    expect(first?.exchange.sample).toBe(`har/${file}.har#${index}`);
  });

  test('Playwright: no key is left', () => {
    const { document } = readFixture('har/playwright-embed.har');
    const [first] = readRecordings(document)?.recordings ?? [];
    expect(first?.exchange.request.headers['authorization']).toBe('Bearer REDACTED');
    expect(Object.keys(first?.exchange.request.headers ?? {}).filter((name) => name.startsWith(':'))).toEqual([]);
  });
});

const request = { method: 'GET', url: 'https://a.test/x', headers: [] };
const content = { size: 8, mimeType: 'application/json', text: '{"a": 1}' };
const response = { status: 200, headers: [{ name: 'Content-Type', value: 'application/json' }], content };
const entry = { request, response };
const log = (...entries: Json[]) => ({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries } });
const browser = (...entries: Json[]) => ({ log: { ...log().log, pages: [{ id: '1' }], entries } });
const good = 'GET https://a.test/x > 200 application/json json {"a":1}';
const sent = (more: Json & object) => log({ request: { ...request, method: 'POST', ...more }, response });
const answered = (more: Json & object) => log({ request, response: { ...response, ...more } });

describe('what is no call of an API gives no exchange', () => {
  test.each([
    ['a preflight of DevTools', { ...entry, _resourceType: 'preflight' }],
    ['an image', { ...entry, _resourceType: 'image' }],
    [
      'a style sheet, by its request',
      { ...entry, request: { ...request, headers: [{ name: 'Sec-Fetch-Dest', value: 'style' }] } },
    ],
    ['a page', { request, response: { ...response, content: { mimeType: 'text/html' } }, _resourceType: 'document' }],
    ['a page of which nothing was kept', { request, _resourceType: 'document' }],
    ['a tunnel', { request: { ...request, method: 'CONNECT' }, response }],
    [
      'a preflight of another browser',
      {
        request: { ...request, method: 'OPTIONS', headers: [{ name: 'Access-Control-Request-Method', value: 'GET' }] },
      },
    ],
    ['a web socket', { request: { ...request, url: 'wss://a.test/x' }, response }],
    ['data', { request: { ...request, url: 'data:application/json,{}' }, response }],
    ['an extension', { request: { ...request, url: 'chrome-extension://abc/x.js' }, response }],
    [
      'a script of a browser that does not say what for',
      { request, response: { ...response, content: { mimeType: 'text/javascript; charset=utf-8' } } },
    ],
  ])('%s', (_, noise) => {
    expect(read(browser(noise))).toEqual([]);
  });

  test.each([
    ['a call', { ...entry, _resourceType: 'xhr' }, good],
    ['an address of the API that was opened', { ...entry, _resourceType: 'document' }, good],
    [
      'an image that a script asked for',
      { request, response: { ...response, content: { mimeType: 'image/png', text: 'x' } }, _resourceType: 'fetch' },
      `${good.replace(/json \{.*/, 'text "x" (x)')}`,
    ],
    [
      'a port without a scheme',
      { request: { ...request, url: 'localhost:8080/x' }, response },
      good.replace('https://a.test/x', 'localhost:8080/x'),
    ],
    [
      'OPTIONS that is asked for',
      { request: { ...request, method: 'OPTIONS' }, response },
      good.replace('GET', 'OPTIONS'),
    ],
  ])('but %s does', (_, call, want) => {
    const lines = (read(browser(call)) ?? []).map((line) => line.replace(/\(.*\)/, '(x)'));
    expect(lines).toEqual([want]);
  });

  test('an image of a program that is no browser does', () => {
    const image = { headers: [], content: { mimeType: 'image/png', encoding: 'base64', text: '/////w==' } };
    expect(read(answered(image))).toEqual(['GET https://a.test/x > 200 bytes /////w==']);
  });
});

describe('a body', () => {
  test.each([
    ['none', sent({}), ''],
    ['a text', sent({ postData: { text: 'x' } }), 'text "x"'],
    [
      'fields of a form',
      sent({
        postData: {
          mimeType: 'application/x-www-form-urlencoded',
          params: [{ name: 'a b', value: 'ü&' }, { name: 'c' }, 7],
        },
      }),
      'text "a+b=%C3%BC%26&c="',
    ],
    [
      'fields of a multipart form',
      sent({ postData: { mimeType: 'multipart/form-data; boundary=x', params: [{ name: 'a', value: 'b' }] } }),
      unkept,
    ],
    ['of which the length was kept', sent({ bodySize: 12 }), unkept],
    ['of unknown length', sent({ bodySize: -1 }), ''],
    ['in base64', sent({ postData: { text: 'eyJhIjoxfQ==', encoding: 'base64' } }), 'json {"a":1}'],
  ])('that was sent: %s', (_, given, want) => {
    expect(read(given)).toEqual([
      `POST https://a.test/x ${want} > 200 application/json json {"a":1}`.replace('  ', ' '),
    ]);
  });

  test.each([
    ['none', {}, ''],
    ['null', null, ''],
    ['of length 0', { size: 0, text: '' }, ''],
    ['of which the length was kept', { size: 12 }, ` ${unkept}`],
    ['of which the length is not known', { size: -1, text: null }, ` ${unkept}`],
    ['in base64', { text: 'eyJhIjoxfQ==', encoding: 'base64' }, ' json {"a":1}'],
    ['that is no JSON', { text: '{"a"' }, ' text "{\\"a\\"" (Found the end of the text where ":" was expected.)'],
  ])('that was answered: %s', (_, body, want) => {
    expect(read(answered({ content: body }))).toEqual([`GET https://a.test/x > 200 application/json${want}`]);
  });

  test.each([
    [
      'HEAD',
      log({ request: { ...request, method: 'HEAD' }, response: { ...response, content: { size: 9 } } }),
      'HEAD https://a.test/x > 200 application/json',
    ],
    ['204', answered({ status: 204, content: { size: -1 } }), 'GET https://a.test/x > 204 application/json'],
    ['304', answered({ status: 304, content: { size: 9 } }), 'GET https://a.test/x > 304 application/json'],
  ])('that %s never has', (_, given, want) => {
    expect(read(given)).toEqual([want]);
  });

  test('compressed, although the header says so, it is not: browsers decompress and keep the header', () => {
    const headers = [...response.headers, { name: 'Content-Encoding', value: 'gzip' }];
    expect(read(answered({ headers }))).toEqual([good]);
  });
});

test.each([
  ['absent', log({ request })],
  ['null', log({ request, response: null })],
  ['blocked', log({ request, response: { status: 0, headers: [], content: { size: 0 } } })],
  ['refused, as Playwright has it', log({ request, response: { status: -1, headers: [], content: { size: -1 } } })],
])('no response: %s', (_, given) => {
  expect(read(given)).toEqual(['GET https://a.test/x > -']);
});

test.each([
  [
    'a shared connector',
    'https://logic-apis-westeurope.azure-apim.net/apim/tickets/0123abcd/v1/tickets/7?a=b',
    '/v1/tickets/7?a=b',
  ],
  [
    'a connection of a single-tenant app',
    'https://abc.common.logic-we.azure-apihub.net/apim/tickets/0123abcd/v1/x',
    '/v1/x',
  ],
  [
    'the gateway itself',
    'https://logic-apis-westeurope.azure-apim.net/apim/tickets',
    'https://logic-apis-westeurope.azure-apim.net/apim/tickets',
  ],
  [
    'a host that only looks like it',
    'https://azure-apim.net.a.test/apim/a/b/c',
    'https://azure-apim.net.a.test/apim/a/b/c',
  ],
])("a call through the gateway has the connector's path: %s", (_, url, want) => {
  expect(read(log({ request: { ...request, url }, response }))).toEqual([good.replace('https://a.test/x', want)]);
});

describe('nearly a HAR: what is wrong is said, the rest goes on', () => {
  const at = 'file.json#1 /log/entries/0';
  test.each<[string, Json, readonly string[]]>([
    ['nothing recorded', log(), []],
    ['no entries', { log: { creator: {} } }, ['file.json /log/entries: The entries are absent, expected a list.']],
    [
      'entries that are no list',
      { log: { entries: { a: 1 } } },
      ['file.json /log/entries: The entries are of type object, expected a list.'],
    ],
    ['an entry that is none', log(7, entry), [good, `${at}: The entry is 7, expected an object.`]],
    ['no request', log({ response }, entry), [good, `${at}/request: The request is absent, expected an object.`]],
    [
      'nothing in it',
      log({ request: {}, response: {} }, entry),
      [
        good,
        `${at}/request/method: The request's method is absent, expected a text that is not empty.`,
        `${at}/request/url: The request's URL is absent, expected a text that is not empty.`,
      ],
    ],
    [
      'no status',
      log({ request, response: {} }, entry),
      [good, `${at}/response/status: The response's status is absent, expected a number from 100 to 599.`],
    ],
    [
      'a status that is none',
      log({ request, response: { status: 999 } }, entry),
      [good, `${at}/response/status: The response's status is 999, expected a number from 100 to 599.`],
    ],
    [
      'a response that is none',
      log({ request, response: [] }, entry),
      [good, `${at}/response: The response is of type array, expected an object.`],
    ],
    [
      'a header that is none',
      log({ request: { ...request, headers: [{ name: 'a', value: 'b' }, 7] }, response }, entry),
      [good, `${at}/request/headers/1: The header is not an object with a name and a value, expected one.`],
    ],
    [
      'headers that are none',
      log({ request, response: { ...response, headers: 7 } }, entry),
      [good, `${at}/response/headers: The headers are of type integer, expected an object.`],
    ],
    [
      'a content that is none',
      log({ request, response: { ...response, content: 'x' } }, entry),
      [good, `${at}/response/content: The response's content is "x", expected an object.`],
    ],
    [
      'a text that is none',
      log({ request, response: { ...response, content: { text: { a: 1 } } } }, entry),
      [good, `${at}/response/content/text: The body's text is of type object, expected a text.`],
    ],
    [
      'an encoding that is not known',
      log({ request, response: { ...response, content: { text: 'x', encoding: 'zip' } } }, entry),
      [good, `${at}/response/content/encoding: The body's encoding is "zip", expected "base64" or none.`],
    ],
    [
      'base64 that is none',
      log({ request, response: { ...response, content: { text: 'x!', encoding: 'base64' } } }, entry),
      [good, `${at}/response/content/text: The body is no base64, which its encoding says it is.`],
    ],
    [
      'chunks that are none',
      log({ request, response: { ...response, content: { text: '["x!"]', encoding: 'base64' } } }, entry),
      [good, `${at}/response/content/text: The body is no base64, which its encoding says it is.`],
    ],
    [
      'a postData that is none',
      log({ request: { ...request, postData: 'x' }, response }, entry),
      [good, `${at}/request/postData: The request's postData is "x", expected an object.`],
    ],
  ])('%s', (_, given, want) => {
    expect(read(given)).toEqual(want);
  });
});

test.each<[string, Json]>([
  ['a text', 'log'],
  ['a log of something else', { log: { level: 'info' } }],
  ['a log that is a list', { log: [entry] }],
  ['a sample of ours', { request: { method: 'GET', url: '/' } }],
])('%s is no HAR', (_, given) => {
  expect(read(given)).toBeUndefined();
});

test('keys that every object inherits are nothing special', () => {
  const hostile = '{"log": {"creator": {}, "entries": [{"__proto__": {"request": 1}, "constructor": 2}]}}';
  expect(read(readJson('file.json', hostile))).toEqual([
    'file.json /log/entries/0/request: The request is absent, expected an object.',
  ]);
});
