import type { Json } from '../../src/core/json.js';
import { Secret } from '../../src/core/secret.js';
import type { Connector } from '../../src/definition/connector.js';
import { callOf, type CallInputs, type ConnectionCall } from '../../src/wire/connection-call.js';
import { placedKey } from '../../src/wire/connection-key.js';
import { requestOf, withKeyRevealed, type Sending } from '../../src/wire/request-of.js';
import type { Document } from '../../src/openapi/types.js';
import { operations } from '../../src/openapi/walk.js';

/** A connector with one operation, `post /things/{id}`. */
function connector(operation: object, rest: object = {}, connectionParameters: object = {}): Connector {
  const definition = {
    swagger: '2.0',
    info: { title: 'T', version: '1' },
    host: 'api.contoso.com',
    basePath: '/v1',
    schemes: ['https'],
    paths: { '/things/{id}': { post: { responses: {}, ...operation } } },
    ...rest,
  } as unknown as Document; // the tests give parameters and schemas only
  return {
    name: 't',
    definition,
    properties: { properties: { connectionParameters: connectionParameters as {} } },
    contract: { formatVersion: 1, operations: {} },
  };
}

const id = { name: 'id', in: 'path', required: true, type: 'string' };
const parameters = (...more: object[]) => ({ parameters: [id, ...more] });

function made(of: Connector, inputs: CallInputs): ConnectionCall | readonly string[] {
  const [at] = operations(of.definition);
  if (!at) throw new Error('no operation');
  const { call, problems } = callOf(of.definition, at, inputs);
  return call ?? problems ?? [];
}

function sent(of: Connector, call: ConnectionCall, more: Partial<Sending> = {}) {
  const [at] = operations(of.definition);
  if (!at) throw new Error('no operation');
  const { body, ...request } = requestOf(of, { at, call, ...more });
  return { ...request, ...(body !== undefined && { body: Buffer.from(body).toString() }) };
}

describe('the call that a step stores', () => {
  const cases: readonly (readonly [string, Connector, CallInputs, unknown])[] = [
    [
      'a path parameter is encoded once',
      connector(parameters()),
      { parameters: { id: 'a b/ü?' } },
      { method: 'post', path: '/things/a%20b%2F%C3%BC%3F' },
    ],
    [
      'and twice where the definition says so',
      connector({ parameters: [{ ...id, 'x-ms-url-encoding': 'double' }] }),
      { parameters: { id: 'a/b' } },
      { method: 'post', path: '/things/a%252Fb' },
    ],
    [
      'half a surrogate pair is no reason to fail',
      connector(parameters()),
      { parameters: { id: 'a\ud800' } },
      { method: 'post', path: '/things/a%EF%BF%BD' },
    ],
    [
      'queries and headers; lists by their format',
      connector(
        parameters(
          { name: 'tags', in: 'query', type: 'array', items: { type: 'string' } },
          { name: 'ids', in: 'query', type: 'array', collectionFormat: 'multi', items: { type: 'integer' } },
          { name: 'X-Dry', in: 'header', type: 'boolean' },
        ),
      ),
      { parameters: { id: 7, tags: ['a', 'b'], ids: [1, 2], 'X-Dry': true } },
      { method: 'post', path: '/things/7', queries: { tags: 'a,b', ids: ['1', '2'] }, headers: { 'X-Dry': 'true' } },
    ],
    [
      'defaults, but not of what is internal and optional; null leaves one out',
      connector(
        parameters(
          { name: 'v', in: 'query', type: 'string', required: true, 'x-ms-visibility': 'internal', default: '1' },
          { name: 'w', in: 'query', type: 'string', 'x-ms-visibility': 'internal', default: '2' },
          { name: 'x', in: 'query', type: 'string', default: '3' },
          { name: 'y', in: 'query', type: 'string', default: '4' },
        ),
      ),
      { parameters: { id: '7', y: null } },
      { method: 'post', path: '/things/7', queries: { v: '1', x: '3' } },
    ],
    [
      'defaults of the body, level for level',
      connector(
        parameters({
          name: 'body',
          in: 'body',
          required: true,
          schema: { $ref: '#/definitions/Body' },
        }),
        {
          definitions: {
            Body: {
              type: 'object',
              required: ['options', 'secret'],
              properties: {
                options: { $ref: '#/definitions/Options' },
                secret: { type: 'string', 'x-ms-visibility': 'internal', default: 's' },
                ignored: { type: 'string', 'x-ms-visibility': 'internal', default: 'i' },
                items: { type: 'array', items: { $ref: '#/definitions/Options' } },
              },
            },
            Options: { type: 'object', properties: { mode: { type: 'string', default: 'fast' } } },
          },
        },
      ),
      { parameters: { id: '7' }, body: { items: [{}, { mode: 'slow' }, 3] } },
      {
        method: 'post',
        path: '/things/7',
        body: { items: [{ mode: 'fast' }, { mode: 'slow' }, 3], options: { mode: 'fast' }, secret: 's' },
      },
    ],
    [
      'a form',
      connector(
        parameters(
          { name: 'file"1', in: 'formData', type: 'file' },
          { name: 'n', in: 'formData', type: 'integer', default: 3 },
        ),
      ),
      { parameters: { id: '7', 'file"1': { '$content-type': 'text/csv', $content: 'YQ==' } } },
      {
        method: 'post',
        path: '/things/7',
        body: {
          '$content-type': 'multipart/form-data',
          $multipart: [
            {
              headers: { 'Content-Disposition': 'form-data; name="file%221"' },
              body: { '$content-type': 'text/csv', $content: 'YQ==' },
            },
            { headers: { 'Content-Disposition': 'form-data; name="n"' }, body: '3' },
          ],
        },
      },
    ],
    [
      'what is missing and what is unknown, all of it',
      connector(
        parameters(
          { name: 'query', in: 'query', type: 'string', required: true },
          { name: 'body', in: 'body', required: true, schema: { type: 'object' } },
        ),
      ),
      { parameters: { querry: 'x', __proto__x: 1 } },
      [
        'The operation has no parameter "querry". Did you mean "query"?',
        'The operation has no parameter "__proto__x".',
        'The path parameter "id" is missing; it is required.',
        'The query parameter "query" is missing; it is required.',
        'The body parameter "body" is missing; it is required.',
      ],
    ],
    [
      'a body that nobody asked for',
      connector(parameters()),
      { parameters: { id: '7' }, body: {} },
      ['The operation takes no body, expected none.'],
    ],
  ];
  test.each(cases)('%s', (_name, of, inputs, want) => {
    expect(made(of, inputs)).toEqual(want);
  });

  test('a schema that requires itself many times ends', () => {
    const names = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const Body = {
      type: 'object',
      required: names,
      properties: Object.fromEntries(names.map((name) => [name, { $ref: '#/definitions/Body' }])),
    };
    const of = connector(
      parameters({ name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Body' } }),
      {
        definitions: { Body },
      },
    );
    expect(made(of, { parameters: { id: '1' }, body: {} })).toEqual({ method: 'post', path: '/things/1', body: {} });
  });
});

describe('the request that the platform sends', () => {
  const call = { method: 'post', path: '/things/7' };
  const cases: readonly (readonly [string, Connector, ConnectionCall, Partial<Sending>, object])[] = [
    [
      'behind scheme, host and base path',
      connector(parameters()),
      call,
      {},
      { method: 'POST', url: 'https://api.contoso.com/v1/things/7', headers: {} },
    ],
    [
      'or behind the service address, which ends in slashes or not',
      connector(parameters()),
      call,
      { serviceUrl: 'http://127.0.0.1:4010/v2//' },
      { method: 'POST', url: 'http://127.0.0.1:4010/v2/things/7', headers: {} },
    ],
    [
      'queries are encoded, lists repeated, none of what the path says is lost',
      connector(parameters()),
      { method: 'POST', path: '/things/7?a=1', queries: { 'b c': 'ü&', d: ['1', 2], e: null } },
      {},
      { method: 'POST', url: 'https://api.contoso.com/v1/things/7?a=1&b%20c=%C3%BC%26&d=1&d=2&e=', headers: {} },
    ],
    [
      'a path stays below the host: no line break, no fragment, no user, no second authority',
      connector(parameters()),
      { method: 'post', path: '//evil.example\r\n/@x#y z"ü' },
      {},
      { method: 'POST', url: 'https://api.contoso.com/v1//evil.example/@x%23y%20z%22%C3%BC', headers: {} },
    ],
    [
      'headers lose line breaks, hop-by-hop names and names that are none',
      connector(parameters()),
      { ...call, headers: { 'X-A': 'a\r\nX-Evil: 1', Host: 'evil', 'bad name': '1', 'Content-Length': '0', 'X-N': 5 } },
      {},
      { method: 'POST', url: 'https://api.contoso.com/v1/things/7', headers: { 'x-a': 'aX-Evil: 1', 'x-n': '5' } },
    ],
    [
      'required internal defaults that the call lacks',
      connector(
        parameters(
          {
            name: 'api-version',
            in: 'query',
            required: true,
            type: 'string',
            'x-ms-visibility': 'internal',
            default: '2',
          },
          { name: 'w', in: 'query', type: 'string', 'x-ms-visibility': 'internal', default: '2' },
          { name: 'X-V', in: 'header', required: true, type: 'integer', 'x-ms-visibility': 'internal', default: 3 },
          {
            name: 'body',
            in: 'body',
            schema: {
              type: 'object',
              required: ['k'],
              properties: { k: { type: 'string', 'x-ms-visibility': 'internal', default: 'd' }, l: { default: 1 } },
            },
          },
        ),
      ),
      { ...call, body: { a: 9007199254740993n } },
      {},
      {
        method: 'POST',
        url: 'https://api.contoso.com/v1/things/7?api-version=2',
        headers: { 'x-v': '3', 'content-type': 'application/json' },
        body: '{"a":9007199254740993,"k":"d"}',
      },
    ],
    [
      'a text goes as it is, with the type that the operation consumes',
      connector({ ...parameters(), consumes: ['text/plain'] }),
      { ...call, body: 'hello' },
      {},
      {
        method: 'POST',
        url: 'https://api.contoso.com/v1/things/7',
        headers: { 'content-type': 'text/plain' },
        body: 'hello',
      },
    ],
    [
      'bytes',
      connector(parameters()),
      { ...call, body: { '$content-type': 'image/png', $content: 'YWJj' } },
      {},
      {
        method: 'POST',
        url: 'https://api.contoso.com/v1/things/7',
        headers: { 'content-type': 'image/png' },
        body: 'abc',
      },
    ],
    [
      'a form as multipart, each part with its headers on one line',
      connector({ ...parameters(), consumes: ['multipart/form-data'] }),
      {
        ...call,
        body: {
          '$content-type': 'multipart/form-data',
          $multipart: [
            { headers: { 'Content-Disposition': 'form-data; name="a"\r\nX: y' }, body: 'é' },
            {
              headers: { 'Content-Disposition': 'form-data; name="f"' },
              body: { '$content-type': 'text/csv', $content: 'YQ==' },
            },
            'no part',
          ],
        },
      },
      {},
      {
        method: 'POST',
        url: 'https://api.contoso.com/v1/things/7',
        headers: { 'content-type': 'multipart/form-data; boundary=BOUNDARY' },
        body: [
          '--BOUNDARY',
          'Content-Disposition: form-data; name="a"X: y',
          '',
          'é',
          '--BOUNDARY',
          'Content-Disposition: form-data; name="f"',
          'Content-Type: text/csv',
          '',
          'a',
          '--BOUNDARY--',
          '',
        ].join('\r\n'),
      },
    ],
    [
      'or multipart where both forms are consumed',
      connector({ ...parameters(), consumes: ['application/x-www-form-urlencoded', 'multipart/form-data'] }),
      { ...call, body: { '$content-type': 'multipart/form-data', $multipart: [] } },
      {},
      {
        method: 'POST',
        url: 'https://api.contoso.com/v1/things/7',
        headers: { 'content-type': 'multipart/form-data; boundary=BOUNDARY' },
        body: '--BOUNDARY--\r\n',
      },
    ],
    [
      'or URL-encoded where only that is consumed',
      connector({ ...parameters(), consumes: ['application/x-www-form-urlencoded'] }),
      {
        ...call,
        body: {
          '$content-type': 'multipart/form-data',
          $multipart: [{ headers: { 'Content-Disposition': 'form-data; name="a%22b"' }, body: 'x&y z' }],
        },
      },
      {},
      {
        method: 'POST',
        url: 'https://api.contoso.com/v1/things/7',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'a%22b=x%26y+z',
      },
    ],
  ];
  test.each(cases)('%s', (_name, of, given, more, want) => {
    const { key: _, ...request } = sent(of, given, more);
    const text = JSON.stringify(request).replaceAll(/form-[0-9a-f]{32}/g, 'BOUNDARY');
    expect(JSON.parse(text)).toEqual(want);
  });
});

describe('the key', () => {
  const secured = (securityDefinitions: object, form: object = {}) =>
    connector(parameters(), { securityDefinitions }, form);
  const values = (given: Record<string, string>) =>
    new Map(Object.entries(given).map(([name, value]) => [name, new Secret(value)]));
  const secure = { type: 'securestring' };

  const cases: readonly (readonly [string, Connector, Record<string, string>, unknown])[] = [
    ['none is asked for', secured({}), {}, {}],
    [
      'in a header, of the parameter that has the name of the scheme',
      secured({ k: { type: 'apiKey', in: 'header', name: 'X-Key' }, other: { type: 'basic' } }),
      { other: '1', k: 'canary' },
      { headers: { 'x-key': 'canary' } },
    ],
    [
      'in the query, of the parameter api_key',
      secured({ K: { type: 'apiKey', in: 'query', name: 'the key' } }),
      { region: 'eu', api_key: 'can&ary' },
      { url: 'https://api.contoso.com/v1/things/7?q=1&the%20key=can%26ary' },
    ],
    [
      'of the only parameter that is secret',
      secured(
        { K: { type: 'apiKey', in: 'header', name: 'Authorization' } },
        { region: { type: 'string' }, t: secure },
      ),
      { region: 'eu', t: 'Bearer canary' },
      { headers: { authorization: 'Bearer canary' } },
    ],
    [
      'basic',
      secured({ b: { type: 'basic' } }),
      { username: 'ü', password: 'p:w' },
      { headers: { authorization: 'Basic w7w6cDp3' } },
    ],
    [
      'which of two secrets is not known',
      secured({ K: { type: 'apiKey', in: 'header', name: 'X' } }),
      { a: '1', b: '2' },
      'key',
    ],
    [
      'a parameter that is no secret is no key',
      secured({ K: { type: 'apiKey', in: 'header', name: 'X' } }, { region: { type: 'string' }, t: secure }),
      { region: 'eu' },
      'key',
    ],
    ['a password is missing', secured({ b: { type: 'basic' } }), { username: 'u' }, 'username and password'],
    ['a sign-in is no key', secured({ o: { type: 'oauth2' } }), { token: 't' }, 'sign-in'],
  ];
  test.each(cases)('%s', (_name, of, given, want) => {
    const proof = placedKey(of, values(given));
    if ('missing' in proof) {
      expect(proof.missing).toBe(want);
      return;
    }
    const [at] = operations(of.definition);
    if (!at) throw new Error('no operation');
    const headers: Record<string, Json> = { Authorization: 'theirs', 'X-Key': 'theirs' };
    const call = { method: 'post', path: '/things/7', queries: { q: '1', 'the key': 'theirs' }, headers };
    const request = requestOf(of, { at, call, key: proof.key });
    expect(JSON.stringify(request)).not.toMatch(/canary|can%26ary|w7w6/);
    // what the caller put in the key's place is not even shown
    expect(proof.key?.in === 'header' && Object.hasOwn(request.headers, proof.key.name)).toBe(false);
    const plain = {
      url: 'https://api.contoso.com/v1/things/7?q=1&the%20key=theirs',
      headers: { authorization: 'theirs', 'x-key': 'theirs' },
    };
    const { url = plain.url, headers: mine = {} } = want as { url?: string; headers?: object };
    expect(withKeyRevealed(request)).toEqual({ method: 'POST', url, headers: { ...plain.headers, ...mine } });
  });
});
