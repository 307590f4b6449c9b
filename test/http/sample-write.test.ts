import { readJson } from '../../src/core/json-read.js';
import type { Json } from '../../src/core/json.js';
import type { Body } from '../../src/http/exchange.js';
import { readSample } from '../../src/http/sample.js';
import { writeSample } from '../../src/http/sample-write.js';

function read(text: string) {
  const [exchange] = readSample(readJson('a.json', text)).exchanges;
  if (exchange === undefined) throw new Error(`No exchange in ${text}`);
  return exchange;
}

function plain(body: Body | undefined) {
  return body?.kind === 'json' ? { kind: body.kind, value: body.value } : body;
}

test('the text of a sample', () => {
  const exchange = read(
    '{"request":{"url":"/a?key=k","method":"post","headers":{"API-Key":"k","B":[1,2]},"body":{"b":1,"a":2}},"response":{"body":"hi","status":200}}',
  );
  expect(writeSample({ ...exchange, source: { how: 'with the key sk-abcdefghij0123456789' } })).toBe(`{
  "formatVersion": 1,
  "source": {
    "how": "with the key REDACTED"
  },
  "request": {
    "method": "POST",
    "url": "/a?key=REDACTED",
    "headers": {
      "api-key": "REDACTED",
      "b": "1, 2"
    },
    "body": {
      "b": 1,
      "a": 2
    }
  },
  "response": {
    "status": 200,
    "body": "hi"
  }
}
`);
});

test('an exchange without a response', () => {
  const text = writeSample({ ...read('{"request":{"method":"GET","url":"/"}}'), source: 'me' });
  expect(JSON.parse(text)).toEqual({ formatVersion: 1, source: 'me', request: { method: 'GET', url: '/' } });
});

const TYPED = { 'content-type': 'application/json' };

test.each<[string, Record<string, Json>]>([
  ['none', {}],
  ['an object', { body: { a: [1, null, 'x'] } }],
  ['a number', { body: 5 }],
  ['the JSON null', { bodyText: 'null', headers: TYPED }],
  ['a JSON text', { body: '"hello"', headers: TYPED }],
  ['a text', { body: 'a\r\nb' }],
  ['a clipped text', { body: '{"a":', bodyClipped: true }],
  ['a text of which nothing was kept', { body: '', bodyClipped: true }],
  ['bytes', { bodyBase64: '//4A' }],
  ['a text that should be JSON', { body: '{"a":', headers: TYPED }],
  ['digits beyond 2^53', { body: '[12345678901234567890]', headers: TYPED }],
  ['a form with a secret', { body: 'client_secret=abcd&a=b' }],
])('reads back the same, and writes the same again: %s', (_, parts) => {
  const first = read(
    JSON.stringify({ request: { method: 'POST', url: '/', ...parts }, response: { status: 200, ...parts } }),
  );
  const text = writeSample({ ...first, source: 'me' });
  const second = read(text);
  expect(plain(second.request.body)).toEqual(plain(first.request.body));
  expect(plain(second.response?.body)).toEqual(plain(first.response?.body));
  expect(writeSample({ ...second, source: 'me' })).toBe(text);
});
