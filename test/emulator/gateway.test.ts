import { gzipSync } from 'node:zlib';
import { answerOf, timedOut, unreachable } from '../../src/emulator/answer.js';
import { connectionRuntimeUrl } from '../../src/emulator/connection-view.js';
import type { Forward, Handled } from '../../src/emulator/message.js';
import { exchange, type ExchangeParts } from '../../src/http/make-exchange.js';
import { withKeyRevealed } from '../../src/wire/request-of.js';
import { connection, connectionBody, customApi, customApiBody, emulator, parsed, swagger } from './ask.js';

const link = connection('c');
const jsonType = { 'content-type': 'application/json' };

/** An emulator with the connector, and a connection to it of kind V2, and where that is called. */
function ready(world: Parameters<typeof emulator>[1] = {}, more: object = {}) {
  const made = emulator({}, { origin: 'http://127.0.0.1:8443', ...world });
  made.ask(`PUT ${customApi('things')}`, customApiBody(more));
  const { properties } = made.ask(`PUT ${link}`, { ...connectionBody(), kind: 'V2' }).body as {
    properties: { connectionRuntimeUrl: string };
  };
  const url = properties.connectionRuntimeUrl;
  const call = (line: string, body?: string, headers: Record<string, string> = jsonType) => {
    const [method = '', path = ''] = line.split(' ');
    return made.raw({ method, url: url + path, headers, ...(body !== undefined && { body }) });
  };
  const invoke = (request: unknown) =>
    made.raw({
      method: 'POST',
      url: `${link}/dynamicInvoke?api-version=2016-06-01`,
      body: JSON.stringify({ request }),
    });
  return { ...made, url, call, invoke };
}

function forwarded({ forward }: Handled): Forward {
  if (forward === undefined) throw new Error('answered');
  return forward;
}

/** What would be sent, key and all. */
function sent(handled: Handled) {
  const { body, ...request } = withKeyRevealed(forwarded(handled).request);
  return { ...request, ...(body !== undefined && { body: Buffer.from(body).toString() }) };
}

function answered({ response }: Handled) {
  return [response?.status, parsed(response?.body ?? '')];
}

test('a call is forwarded to the operation, with the key, the internal defaults, and no token of the caller', () => {
  const { call } = ready();
  const handled = call('POST /things/a%2Fb?x=1&x=2', '{"n":9007199254740993}', {
    ...jsonType,
    'X-Other': 'o',
    'X-Key': 'theirs',
  });
  expect(sent(handled)).toEqual({
    method: 'POST',
    url: 'https://api.contoso.com/v1/things/a%2Fb?v=2&x=1&x=2',
    headers: { 'content-type': 'application/json', 'x-other': 'o', 'x-key': 'canary' },
    body: '{"n":9007199254740993}',
  });
  const { answerAs, timeoutSeconds } = forwarded(handled);
  expect([answerAs, timeoutSeconds]).toEqual(['itself', 120]);
  expect(JSON.stringify(handled)).not.toMatch(/canary/);
});

test('a connection of kind V1 is called in the same way', () => {
  const { ask, raw, state } = ready();
  ask(`PUT ${connection('v1')}`, connectionBody());
  const stored = state().resources[connection('v1').toLowerCase()];
  if (stored === undefined) throw new Error('not stored');
  const url = connectionRuntimeUrl(stored, { now: 0, requestId: '', origin: 'http://127.0.0.1:8443' });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:8443\/apim\/[0-9a-f]{32}\/[0-9a-f]{32}$/);
  expect(forwarded(raw({ method: 'GET', url: `${url}/things` })).request.url).toBe('https://api.contoso.com/v1/things');
});

test('a text in JSON goes on as it came', () => {
  expect(sent(ready().call('POST /things/7', '"text"')).body).toBe('"text"');
});

test('a connection takes its key along when it is moved', () => {
  const { ask, raw, state } = ready();
  ask(`POST ${link}/move`, { id: connection('moved') });
  const stored = state().resources[connection('moved').toLowerCase()];
  if (stored === undefined) throw new Error('not stored');
  const url = connectionRuntimeUrl(stored, { now: 0, requestId: '', origin: 'http://127.0.0.1:8443' });
  expect(sent(raw({ method: 'GET', url: `${url}/things` })).headers).toEqual({ 'x-key': 'canary' });
});

test('a user name that is no secret is half of what proves the caller', () => {
  const securityDefinitions = { b: { type: 'basic' } };
  const connectionParameters = { username: { type: 'string' }, password: { type: 'securestring' } };
  const { ask, call } = ready({}, { swagger: { ...swagger, securityDefinitions }, connectionParameters });
  ask(`PUT ${link}`, connectionBody({ parameterValues: { username: 'u', password: 'p' } }));
  expect(sent(call('GET /things')).headers).toMatchObject({ authorization: 'Basic dTpw' });
});

test('the service address of the resource wins over the definition, and v is not sent twice', () => {
  const { call } = ready({}, { backendService: { serviceUrl: 'http://localhost:4010/deep/v1/' } });
  expect(sent(call('POST /things/7?v=3')).url).toBe('http://localhost:4010/deep/v1/things/7?v=3');
});

test('an address that the world gives wins over both', () => {
  const { call } = ready({ upstream: 'http://127.0.0.1:4010/v2' });
  expect(sent(call('GET /things')).url).toBe('http://127.0.0.1:4010/v2/things');
});

test('dynamicInvoke does the same, and hands the answer on as the designer reads it', () => {
  const { invoke } = ready();
  const handled = invoke({
    method: 'post',
    path: '/things/7',
    queries: { q: ['a', 'b'] },
    headers: { A: '1' },
    body: { b: true },
  });
  expect(sent(handled)).toEqual({
    method: 'POST',
    url: 'https://api.contoso.com/v1/things/7?v=2&q=a&q=b',
    headers: { 'content-type': 'application/json', a: '1', 'x-key': 'canary' },
    body: '{"b":true}',
  });
  const forward = forwarded(handled);
  const from = (status: number, type: string, body: string | Uint8Array) =>
    parsed(answerOf(forward, { status, headers: { 'content-type': type }, body }).body);
  expect(from(200, 'application/json', '{"a":1}')).toEqual({
    response: { statusCode: 'OK', headers: { 'content-type': 'application/json' }, body: { a: 1 } },
  });
  expect(from(401, 'text/plain', 'no')).toEqual({
    response: { statusCode: 'Unauthorized', headers: { 'content-type': 'text/plain' }, body: 'no' },
  });
  expect(from(429, 'application/json', '{half')).toEqual({
    response: { statusCode: 429, headers: { 'content-type': 'application/json' }, body: '{half' },
  });
  expect(from(200, 'image/png', Buffer.from('abc'))).toEqual({
    response: {
      statusCode: 'OK',
      headers: { 'content-type': 'image/png' },
      body: { '$content-type': 'image/png', $content: 'YWJj' },
    },
  });
  expect(from(404, 'text/html', Buffer.from('ü'))).toEqual({
    response: { statusCode: 'NotFound', headers: { 'content-type': 'text/html' }, body: 'ü' },
  });
  const zipped = { status: 200, headers: { ...jsonType, 'content-encoding': 'gzip' }, body: gzipSync('{"a":1}') };
  expect(parsed(answerOf(forward, zipped).body)).toEqual({
    response: { statusCode: 'OK', headers: jsonType, body: { a: 1 } },
  });
  expect(answerOf({ answerAs: 'itself' }, zipped)).toBe(zipped);
  expect(parsed(timedOut(forward).body)).toEqual({
    response: {
      statusCode: 'GatewayTimeout',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: { statusCode: 504, message: 'The service did not answer within 120 seconds.' },
    },
  });
  const direct = { ...forward, answerAs: 'itself' } as const;
  expect(parsed(unreachable(direct, 'ECONNREFUSED').body)).toEqual({
    statusCode: 502,
    message: 'The service cannot be reached: ECONNREFUSED.',
  });
});

const notFound = [404, { statusCode: 404, message: 'Resource not found' }];

describe('the gateway refuses', () => {
  test('what is no operation, no connection, or another method', () => {
    const { call, raw, url } = ready();
    expect(answered(call('GET /nothing'))).toEqual(notFound);
    expect(answered(call('DELETE /things'))).toEqual(notFound);
    expect(answered(call('GET /v1/things'))).toEqual(notFound);
    expect(answered(raw({ method: 'GET', url: url.replace(/.$/, 'x') + '/things' }))).toEqual(notFound);
    expect(answered(raw({ method: 'GET', url: 'http://127.0.0.1:8443/apim' }))).toEqual(notFound);
    expect(forwarded(raw({ method: 'GET', url: `${url.slice(0, -32)}C/things` })).request.url).toBe(
      'https://api.contoso.com/v1/things',
    );
  });

  test('a caller without a token', () => {
    const { call } = ready();
    expect(answered(call('GET /things', undefined, { authorization: '' }))).toEqual([
      401,
      { statusCode: 401, message: 'The Authorization header is missing.' },
    ]);
  });

  test('a connection whose key went with the last run, until it gets one again', () => {
    const { ask, call, invoke, restart } = ready();
    restart();
    const message =
      "The connection 'c' has no key. The emulator keeps keys in memory only: give the connection its key again.";
    const body = { status: 401, message, error: { message }, source: '127.0.0.1:8443' };
    expect(answered(call('GET /things'))).toEqual([401, body]);
    expect(answered(invoke({ method: 'get', path: '/things' }))).toEqual([
      200,
      {
        response: { statusCode: 'Unauthorized', headers: { 'content-type': 'application/json; charset=utf-8' }, body },
      },
    ]);
    ask(`PATCH ${link}`, { properties: { parameterValues: { api_key: 'again' } } });
    expect(sent(call('GET /things')).headers).toEqual({ 'content-type': 'application/json', 'x-key': 'again' });
    // what a PATCH does not say stays
    expect(ask(`GET ${link}`).body).toMatchObject({ properties: { nonSecretParameterValues: { region: 'eu' } } });
  });

  test('a connection that was deleted and made anew, without a key', () => {
    const { ask, call } = ready();
    ask(`DELETE ${link}`);
    ask(`PUT ${link}`, connectionBody({ parameterValues: undefined }));
    expect(call('GET /things').response?.status).toBe(401);
  });

  test('but not one that was put again without a key: it keeps the one that it has', () => {
    const { ask, call } = ready();
    ask(`PUT ${link}`, connectionBody({ parameterValues: undefined, displayName: 'N' }));
    expect(sent(call('GET /things')).headers).toMatchObject({ 'x-key': 'canary' });
    ask(`PUT ${link}`, connectionBody({ parameterValues: {} }));
    expect(call('GET /things').response?.status).toBe(401);
  });

  test('the 501st call in a minute', () => {
    const { call, wait } = ready();
    for (let n = 0; n < 500; n++) forwarded(call('GET /things'));
    wait(20_500);
    const refused = call('GET /things');
    expect(answered(refused)).toEqual([
      429,
      { statusCode: 429, message: 'Rate limit is exceeded. Try again in 40 seconds.' },
    ]);
    expect(refused.response?.headers).toMatchObject({ 'retry-after': '40' });
    wait(39_500);
    forwarded(call('GET /things'));
  });

  test('a body above 3,182,218 bytes', () => {
    const { call } = ready();
    expect(answered(call('POST /things/1', 'x'.repeat(3_182_219)))).toEqual([
      413,
      { statusCode: 413, message: 'The request has 3182219 bytes, at most 3182218 are allowed.' },
    ]);
  });

  test('a connector that is gone, or has no definition', () => {
    const { ask, call } = ready();
    ask(`DELETE ${customApi('things')}`);
    expect(answered(call('GET /things'))).toEqual(notFound);
    ask(
      `PUT ${customApi('things')}`,
      customApiBody({ swagger: undefined, apiDefinitions: { originalSwaggerUrl: 'https://x/y' } }),
    );
    expect(answered(call('GET /things'))).toEqual(notFound);
  });
});

describe('answers from recorded exchanges', () => {
  const recorded = (method: string, url: string, status: number, body?: unknown): ExchangeParts => ({
    request: {
      method,
      url: `https://staging.contoso.com/v1${url}`,
      ...(body !== undefined && { body: body as never }),
    },
    response: { status, headers: { 'Set-Cookie': 'c', 'X-A': 'b' }, body: { status } },
  });
  const exchanges = [
    recorded('POST', '/things/1?v=2', 201, { a: 1, b: 2 }),
    recorded('POST', '/things/1?v=2', 202, { b: 2, a: 1 }),
    recorded('POST', '/things/2?v=2', 203, {}),
    recorded('GET', '/elsewhere', 204),
  ].map(exchange);
  const statusOf = ({ response }: Handled) => [response?.status, parsed(response?.body ?? '')];

  test('equal requests first in, first out; then the last; then any of the operation', () => {
    const { call } = ready({ exchanges });
    const first = call('POST /things/1', '{"b":2,"a":1}');
    expect(first.response?.headers).toEqual({
      'x-a': 'b',
      'content-type': 'application/json',
      'x-ms-request-id': expect.any(String),
      date: expect.any(String),
    });
    const asked = () => call('POST /things/1', '{"b":2,"a":1}');
    expect([first, asked(), asked()].map(statusOf)).toEqual([201, 202, 202].map((status) => [status, { status }]));
    const other = () => statusOf(call('POST /things/9', '{}'));
    expect([other(), other()]).toEqual([203, 203].map((status) => [status, { status }]));
    expect(statusOf(call('GET /things'))).toEqual([
      502,
      { statusCode: 502, message: "None of the 4 recorded exchanges belongs to the operation 'List'." },
    ]);
  });

  test('a connection without a key is refused all the same', () => {
    const { call, restart } = ready({ exchanges });
    restart();
    expect(call('POST /things/1', '{"b":2,"a":1}').response?.status).toBe(401);
  });
});

test('a key in the query is no part of what is compared, nor is the order; and basic needs both of its parts', () => {
  const securityDefinitions = { k: { type: 'apiKey', in: 'query', name: 'key' } };
  const answers = (url: string, n: number) =>
    exchange({ request: { method: 'GET', url: `/v1/things?${url}` }, response: { status: 200, body: { n } } });
  const exchanges = [answers('a=2', 1), answers('key=x&b=1&a=1', 2), answers('a=3', 3)];
  const { call } = ready({ exchanges }, { swagger: { ...swagger, securityDefinitions } });
  expect(answered(call('GET /things?a=1&b=1'))).toEqual([200, { n: 2 }]);
  const basic = ready({}, { swagger: { ...swagger, securityDefinitions: { b: { type: 'basic' } } } });
  expect(answered(basic.call('GET /things'))).toMatchObject([
    401,
    { message: expect.stringMatching(/^The connection 'c' has no username and password\./) },
  ]);
});
