import { Ajv } from 'ajv';
import { readJson } from '../../src/core/json-read.js';
import type { Json } from '../../src/core/json.js';
import type { Body, Exchange } from '../../src/http/exchange.js';
import { sampleSchema } from '../../src/http/sample-schema.js';
import { readSample } from '../../src/http/sample.js';

const keepsSchema = new Ajv({ allowUnionTypes: true }).compile(sampleSchema);

const request = { method: 'post', url: '/v1/chat/completions' };
const response = { status: 200 };

function read(value: Json) {
  return readSample(readJson('a.json', JSON.stringify(value)));
}

/** The only exchange of a file, which reads without findings and keeps the schema. */
function only(value: Json): Exchange {
  const { exchanges, findings, recognised } = read(value);
  expect({ findings, recognised, count: exchanges.length }).toEqual({ findings: [], recognised: true, count: 1 });
  expect(keepsSchema(value)).toBe(true);
  const [exchange] = exchanges;
  if (exchange === undefined) throw new Error('There is none.');
  return exchange;
}

/** A body without what is made on demand. */
function plain(body: Body | undefined) {
  return body?.kind === 'json' ? { kind: body.kind, value: body.value } : body;
}

test('the smallest exchange', () => {
  const { request: read, response: answer, ...rest } = only({ request, response });
  expect(rest).toEqual({
    sample: 'a.json',
    file: 'a.json',
    pointers: {
      request: '/request',
      requestBody: '/request/body',
      response: '/response',
      responseBody: '/response/body',
    },
  });
  expect({ method: read.method, url: read.url, headers: read.headers, body: read.body }).toEqual({
    method: 'POST',
    url: '/v1/chat/completions',
    headers: {},
    body: { kind: 'none' },
  });
  expect({ status: answer?.status, headers: answer?.headers, body: answer?.body }).toEqual({
    status: 200,
    headers: {},
    body: { kind: 'none' },
  });
});

test('keys that the format does not name are ignored', () => {
  const exchange = only({
    $schema: './s.json',
    formatVersion: 1,
    source: 'me',
    provider: 'x',
    meta: {},
    ms: 1,
    request,
    response,
  });
  expect(exchange.response?.status).toBe(200);
});

test.each<[string, Json]>([
  ['absent', { request }],
  ['null', { request, response: null }],
])('a response that is %s: only the request is known', (_, value) => {
  expect('response' in only(value)).toBe(false);
});

test.each<[string, Json, Record<string, string>]>([
  ['plain', { 'content-type': 'a/b' }, { 'content-type': 'a/b' }],
  ['upper case', { 'Content-Type': 'a/b' }, { 'content-type': 'a/b' }],
  ['a number', { 'content-length': 125 }, { 'content-length': '125' }],
  ['a list', { Accept: ['a/b', 1] }, { accept: 'a/b, 1' }],
  ['one name in two cases', { Accept: 'a/b', accept: 'c/d' }, { accept: 'a/b, c/d' }],
  [
    'credentials',
    { Authorization: 'Bearer k', 'API-Key': 'k' },
    { authorization: 'Bearer REDACTED', 'api-key': 'REDACTED' },
  ],
  ['null', null, {}],
])('headers: %s', (_, headers, want) => {
  expect(only({ request: { ...request, headers }, response }).request.headers).toEqual(want);
});

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

test.each<[string, Record<string, Json>, ReturnType<typeof plain>]>([
  ['absent', {}, { kind: 'none' }],
  ['null', { body: null }, { kind: 'none' }],
  ['an empty text', { body: '', headers: JSON_TYPE }, { kind: 'none' }],
  ['an object', { body: { a: 1 } }, { kind: 'json', value: { a: 1 } }],
  ['an object under another type', { body: {}, headers: { 'content-type': 'text/html' } }, { kind: 'json', value: {} }],
  ['false', { body: false }, { kind: 'json', value: false }],
  ['a text of JSON', { body: '[1]', headers: JSON_TYPE }, { kind: 'json', value: [1] }],
  ['a text of JSON, type absent', { body: ' {"a":1}' }, { kind: 'json', value: { a: 1 } }],
  ['a JSON text in its quotes', { body: '"hello"', headers: JSON_TYPE }, { kind: 'json', value: 'hello' }],
  ['the JSON null', { body: null, bodyText: 'null', headers: JSON_TYPE }, { kind: 'json', value: null }],
  [
    'digits beyond 2^53',
    { body: '[12345678901234567890]', headers: JSON_TYPE },
    { kind: 'json', value: [12345678901234567890n] },
  ],
  ['bodyText beside body', { body: { a: 1 }, bodyText: '{"b":2}' }, { kind: 'json', value: { a: 1 } }],
  ['bodyText alone', { bodyText: '{"b":2}' }, { kind: 'json', value: { b: 2 } }],
  ['a text', { body: 'hi' }, { kind: 'text', text: 'hi' }],
  ['JSON under text/plain', { body: '{}', headers: { 'content-type': 'text/plain' } }, { kind: 'text', text: '{}' }],
  ['a form', { body: 'a=1&password=hunter2' }, { kind: 'text', text: 'a=1&password=REDACTED' }],
  [
    'a clipped text',
    { body: '{"a":', bodyClipped: true },
    { kind: 'text', text: '{"a":', problem: 'The recorder kept only a part of it.', clipped: true },
  ],
  [
    'a text of which nothing was kept',
    { body: '', bodyClipped: true },
    { kind: 'text', text: '', problem: 'The recorder did not keep it.', clipped: true },
  ],
  [
    'bytes, and a key that can be read in them',
    { bodyBase64: Buffer.from('\xff\xfepassword=hunter2', 'latin1').toString('base64') },
    {
      kind: 'bytes',
      base64: Buffer.from('\xff\xfepassword=REDACTED', 'latin1').toString('base64'),
      problem: 'It is binary.',
    },
  ],
  [
    'a secret in JSON',
    { body: '{"api_key":"k"}', headers: JSON_TYPE },
    { kind: 'json', value: { api_key: 'REDACTED' } },
  ],
])('a body that is %s', (_, parts, want) => {
  expect(plain(only({ request, response: { ...response, ...parts } }).response?.body)).toEqual(want);
  expect(plain(only({ request: { ...request, ...parts }, response }).request.body)).toEqual(want);
});

test.each([
  ['data: {}\n\n', 'application/json'],
  ['{"a":', ''],
  ['[', 'application/problem+json'],
  [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'application/json'],
])('the text %.20p under the type %p is no JSON, and says why', (body, type) => {
  const headers = type === '' ? {} : { 'content-type': type };
  const read = only({ request, response: { ...response, headers, body } }).response?.body;
  expect(read).toEqual({ kind: 'text', text: body, problem: expect.stringMatching(/^[A-Z].*\.$/) });
});

test('the body stands where its text stands', () => {
  const { pointers } = only({
    request: { ...request, bodyText: 'a' },
    response: { ...response, body: null, bodyText: 'b' },
  });
  expect([pointers.requestBody, pointers.responseBody]).toEqual(['/request/bodyText', '/response/bodyText']);
});

test('a list of exchanges: numbered from 1, those that are malformed left out', () => {
  const { exchanges, findings, recognised } = read([
    { request, response },
    'text',
    { request, response: {} },
    { request },
  ]);
  expect(recognised).toBe(true);
  expect(exchanges.map(({ sample, file, pointers }) => [sample, file, pointers.request])).toEqual([
    ['a.json#1', 'a.json', '/0/request'],
    ['a.json#4', 'a.json', '/3/request'],
  ]);
  expect(findings.map(({ sample, code, pointer }) => [sample, code, pointer])).toEqual([
    ['a.json#2', 'sample-malformed', '/1'],
    ['a.json#3', 'sample-malformed', '/2/response/status'],
  ]);
});

test.each<[string, Json, readonly string[]]>([
  ['a request that is no object', { request: 'POST /', response }, ['/request']],
  ['no request', { response }, ['/request']],
  ['neither method nor URL', { request: {}, response }, ['/request/method', '/request/url']],
  ['a method of two words', { request: { ...request, method: 'GET it' } }, ['/request/method']],
  ['a URL of spaces', { request: { ...request, url: ' ' } }, ['/request/url']],
  ['a URL that is an object', { request: { ...request, url: { raw: '/' } } }, ['/request/url']],
  ['headers as a list', { request: { ...request, headers: [{ name: 'a', value: 'b' }] } }, ['/request/headers']],
  [
    'a header that is an object',
    { request: { ...request, headers: { 'a/b': {}, c: [[]] } } },
    ['/request/headers/a~1b', '/request/headers/c'],
  ],
  ['a body text that is none', { request: { ...request, bodyText: 5 } }, ['/request/bodyText']],
  ['a response that is no object', { request, response: 200 }, ['/response']],
  ['no status', { request, response: {} }, ['/response/status']],
  ['a status as text', { request, response: { status: '200' } }, ['/response/status']],
  ['a status too small', { request, response: { status: 99 } }, ['/response/status']],
  ['a status too large', { request, response: { status: 600 } }, ['/response/status']],
  ['a status with a fraction', { request, response: { status: 200.5 } }, ['/response/status']],
  [
    'all at once',
    { request: { headers: 1 }, response: { status: null, headers: 1 } },
    ['/request/method', '/request/url', '/request/headers', '/response/status', '/response/headers'],
  ],
  ['a version to come', { formatVersion: 2, request, response }, ['/formatVersion']],
  ['a version as text', { formatVersion: '1', request, response }, ['/formatVersion']],
])('malformed: %s', (_, value, pointers) => {
  const { exchanges, findings, recognised } = read(value);
  expect({ exchanges, recognised }).toEqual({ exchanges: [], recognised: true });
  expect(findings.map(({ code, pointer, file, sample }) => [code, pointer, file, sample])).toEqual(
    pointers.map((pointer) => ['sample-malformed', pointer, 'a.json', 'a.json']),
  );
  for (const { message } of findings) expect(message).toMatch(/^[A-Z].*\.$/);
  expect(keepsSchema(value)).toBe(false);
});

test.each<[Json]>([
  [[]],
  [[1, 2]],
  [{}],
  [{ files: ['a'] }],
  [{ response: 'hello' }],
  [{ request: '^2.88.0' }],
  ['text'],
  [5],
  [null],
])('%p is no recording', (value) => {
  expect(read(value)).toEqual({ exchanges: [], findings: [], recognised: false });
  expect(keepsSchema(value)).toBe(false);
});

test('a text that is no JSON has no exchange; what is wrong with it stands in the document', () => {
  expect(readSample(readJson('a.json', '{"request":'))).toEqual({ exchanges: [], findings: [], recognised: false });
});

test('keys that every object inherits are no parts of an exchange', () => {
  const text = '{"__proto__":{"request":{}},"constructor":{"request":1}}';
  expect(readSample(readJson('a.json', text)).recognised).toBe(false);
  const headers = readSample(
    readJson('b.json', '{"request":{"method":"GET","url":"/","headers":{"__proto__":"a","X":"b","constructor":"c"}}}'),
  ).exchanges[0]?.request.headers;
  expect(Object.entries(headers ?? {})).toEqual([
    ['__proto__', 'a'],
    ['x', 'b'],
    ['constructor', 'c'],
  ]);
});
