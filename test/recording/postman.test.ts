import type { Json } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { answers, read, readFixture, strayPointers, titlesOf } from './har-tickets.js';

const { list, one, none, readme, state, add, remove, login } = answers;
const shownPhoto =
  'GET ORIGIN/v1/tickets/7/photo > 200 image/png text ' +
  JSON.stringify(Buffer.from(answers.photo.split(' ').at(-1) ?? '', 'base64').toString());
const saved = [list, one, none, shownPhoto, readme, state, add, remove, login];

describe.each([
  ['collection-2.1', saved, ['Postman collection']],
  ['collection-2.0', saved, ['Postman collection']],
  ['collection-1', saved, ['Postman collection 1']],
  ['newman', saved.with(3, answers.photo), ['newman report', 'Postman collection']],
])('%s', (file, want, titles) => {
  test('every saved response, with the request that it was saved with', () => {
    expect(read(readFixture(`postman/${file}.json`).document)).toEqual(want);
  });

  test('where it stands', () => {
    const fixture = readFixture(`postman/${file}.json`);
    expect(strayPointers(fixture)).toEqual([]);
    expect(titlesOf(fixture.document)).toEqual(titles);
  });
});

const info = { name: 'x', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' };
const response = { code: 200, header: [{ key: 'Content-Type', value: 'application/json' }], body: '{"a":1}' };
const item = (request: Json, more: Json & object = {}) => ({
  name: 'i',
  request,
  response: [{ ...response, ...more }],
});
const collection = (...items: Json[]) => ({ info, item: items });
const answer = '200 application/json json {"a":1}';
const good = `GET https://a.test/x > ${answer}`;
const call = item('https://a.test/x');

describe('an address', () => {
  test.each<[string, Json, string]>([
    ['a text', 'https://a.test/x?a=b', 'https://a.test/x?a=b'],
    ['without a scheme', 'localhost:8080/x', 'http://localhost:8080/x'],
    ['with a variable that is not in the file', '{{host}}/x', '{{host}}/x'],
    ['with one that is', '{{ base }}/x', 'https://a.test/v1/x'],
    ['with one that is switched off', '{{off}}/x', '{{off}}/x'],
    ['with one that holds itself', '{{loop}}/x', '{{loop}}/x'],
    ['with one that every object inherits', '{{constructor}}/x', '{{constructor}}/x'],
    ['raw', { raw: 'https://a.test/x', host: ['b'] }, 'https://a.test/x'],
    [
      'in parts',
      {
        protocol: 'https',
        host: ['a', 'test'],
        port: '8443',
        path: ['x', { value: 'y' }],
        query: [
          { key: 'a', value: 'b' },
          { key: 'c', value: null },
          { key: 'd', value: '1', disabled: true },
        ],
      },
      'https://a.test:8443/x/y?a=b&c=',
    ],
    ['in parts that are texts', { host: 'a.test', path: '/x' }, 'http://a.test/x'],
    [
      'with a variable of the path',
      { raw: 'https://a.test/x/:id/:other', variable: [{ key: 'id', value: '{{seven}}' }] },
      'https://a.test/x/7/:other',
    ],
  ])('%s', (_, url, want) => {
    const variable = [
      { key: 'base', value: 'https://a.test/{{version}}' },
      { id: 'version', value: 'v1' },
      { key: 'seven', value: 7 },
      { key: 'off', value: 'x', disabled: true },
      { key: 'loop', value: '{{loop}}' },
      7,
    ];
    expect(read({ info, variable, item: [item({ url })] })).toEqual([`GET ${want} > ${answer}`]);
  });

  test('variables that multiply each other stay small', () => {
    const variable = Array.from({ length: 20 }, (_, at) => ({ key: `v${at}`, value: `{{v${at + 1}}}`.repeat(100) }));
    const [line = ''] = read({ info, variable, item: [item('https://a.test/{{v0}}')] }) ?? [];
    expect(line.length).toBeLessThan(5000);
  });
});

describe('a body', () => {
  test.each<[string, Json, string]>([
    ['none', null, ''],
    ['raw', { mode: 'raw', raw: 'x {{v}}' }, 'text "x 7"'],
    [
      'raw JSON',
      { mode: 'raw', raw: '{"n":{{v}}}', options: { raw: { language: 'json' } } },
      'application/json json {"n":7}',
    ],
    ['raw and empty', { mode: 'raw', raw: '' }, ''],
    [
      'a form',
      {
        mode: 'urlencoded',
        urlencoded: [
          { key: 'a', value: '{{v}}' },
          { key: 'b', value: '1', disabled: true },
        ],
      },
      'application/x-www-form-urlencoded text "a=7"',
    ],
    ['a form without fields', { mode: 'urlencoded', urlencoded: [] }, ''],
    ['a form as text', { mode: 'urlencoded', urlencoded: 'a=b' }, 'application/x-www-form-urlencoded text "a=b"'],
    [
      'a multipart form',
      { mode: 'formdata', formdata: [{ key: 'a', type: 'file', src: 'x' }] },
      'multipart/form-data text "" (The recorder did not keep it.)',
    ],
    ['a file', { mode: 'file', file: { src: 'x' } }, 'text "" (The recorder did not keep it.)'],
    [
      'GraphQL',
      { mode: 'graphql', graphql: { query: 'q', variables: '{"a":1}' } },
      'application/json json {"query":"q","variables":{"a":1}}',
    ],
    [
      'GraphQL without variables',
      { mode: 'graphql', graphql: { query: 'q', variables: '' } },
      'application/json json {"query":"q","variables":{}}',
    ],
    ['switched off', { mode: 'raw', raw: 'x', disabled: true }, ''],
  ])('%s', (_, body, want) => {
    const request = { method: 'POST', url: 'https://a.test/x', body };
    const given = { info, variable: [{ key: 'v', value: '7' }], item: [item(request)] };
    expect(read(given)).toEqual([`POST https://a.test/x ${want} > ${answer}`.replace('  ', ' ')]);
  });
});

describe('headers', () => {
  test.each<[string, Json, string]>([
    [
      'a list, one of it not sent',
      [
        { key: 'Content-Type', value: 'text/a' },
        { key: 'Content-Type', value: 'text/b', disabled: true },
      ],
      'text/a',
    ],
    ['a text, one line of it not sent', '// Content-Type: text/b\nContent-Type: text/a\nnothing', 'text/a'],
    ['null', null, ''],
  ])('%s', (_, header, want) => {
    const request = { method: 'POST', url: 'https://a.test/x', header };
    expect(read(collection(item(request)))).toEqual([`POST https://a.test/x ${want} > ${answer}`.replace('  ', ' ')]);
  });
});

test('a header says what a body is, whatever was chosen beside the body', () => {
  const body = { mode: 'raw', raw: '{"a":1}', options: { raw: { language: 'json' } } };
  const request = { method: 'POST', url: 'https://a.test/x', header: 'Content-Type: text/a', body };
  expect(read(collection(item(request)))).toEqual([`POST https://a.test/x text/a text "{\\"a\\":1}" > ${answer}`]);
});

describe('a collection', () => {
  test.each<[string, Json, readonly string[]]>([
    ['without a saved response', collection({ name: 'x', request: 'https://a.test/x' }), []],
    ['as the API gives it', { collection: collection(call) }, [good]],
    ['that only has a name', { info: { name: 'x' }, item: [call] }, [good]],
    ['with folders in folders', collection({ item: [{ item: [call] }, call] }, call), [good, good, good]],
    [
      'with several responses to a request',
      collection({ request: 'https://a.test/x', response: [response, { code: 204, header: null, body: null }] }),
      [good, 'GET https://a.test/x > 204'],
    ],
    [
      'with credentials',
      collection(
        item({ url: 'https://a.test/x?key=1', auth: { type: 'apikey', apikey: [{ key: 'value', value: 'sk' }] } }),
      ),
      [good.replace('/x', '/x?key=REDACTED')],
    ],
  ])('%s', (_, given, want) => {
    expect(read(given)).toEqual(want);
  });

  test('one long request does not stand for thousands of responses', () => {
    const long = { url: 'https://a.test/x', body: { mode: 'raw', raw: 'x'.repeat(1000) } };
    const many = { request: long, response: Array.from({ length: 1000 }, () => response) };
    expect(read(collection(many, call))).toEqual([
      good,
      "file.json /item/0/response: The item's request is too long to stand for the 1000 saved responses that have none of their own.",
    ]);
  });
});

describe('nearly a collection: what is wrong is said, the rest goes on', () => {
  const at = 'file.json#1 /item/0';
  test.each<[string, Json, readonly string[]]>([
    ['no items', { info }, ['file.json /item: The items are absent, expected a list.']],
    [
      'items that are no list',
      collection({ item: 7 }, call),
      [good, 'file.json /item/0/item: The items are 7, expected a list.'],
    ],
    [
      'an item that is none',
      collection(7, call),
      [good, 'file.json /item/0: The item is 7, expected a request or a folder.'],
    ],
    [
      'responses that are no list',
      collection({ ...call, response: 'x' }, call),
      [good, 'file.json /item/0/response: The saved responses are "x", expected a list.'],
    ],
    [
      'a response that is none',
      collection({ ...call, response: ['x'] }, call),
      [good, `${at}/response/0: The saved response is "x", expected an object.`],
    ],
    [
      'no code',
      collection(item('https://a.test/x', { code: null }), call),
      [good, `${at}/response/0/code: The response's status is null, expected a number from 100 to 599.`],
    ],
    [
      'a body that is no text',
      collection(item('https://a.test/x', { body: { a: 1 } }), call),
      [good, `${at}/response/0/body: The response's body is of type object, expected a text.`],
    ],
    [
      'headers that are none',
      collection(item('https://a.test/x', { header: 7 }), call),
      [good, `${at}/response/0/header: The headers are of type integer, expected a list or a text.`],
    ],
    [
      'a header that is none, behind one that is off',
      collection(item('https://a.test/x', { header: [{ key: 'a', disabled: true }, 7] }), call),
      [good, `${at}/response/0/header/1: The header is not an object with a name and a value, expected one.`],
    ],
    [
      'no request',
      collection({ response: [response] }, call),
      [good, `${at}/request: The request is null, expected an object or a URL.`],
    ],
    [
      'an empty request',
      collection(item({}), call),
      [good, `${at}/request/url: The request's URL is absent, expected a text, or an object with one.`],
    ],
    [
      'an empty address',
      collection(item({ url: {} }), call),
      [good, `${at}/request/url: The request's URL is empty, expected a text, or an object with one.`],
    ],
    [
      'a method that is none',
      collection(item({ method: 7, url: 'x' }), call),
      [good, `${at}/request/method: The request's method is 7, expected one such as "POST".`],
    ],
    [
      'a body that is none',
      collection(item({ url: 'x', body: 'x' }), call),
      [good, `${at}/request/body: The request's body is "x", expected an object with a mode.`],
    ],
    [
      'a mode that is none',
      collection(item({ url: 'x', body: { mode: 'a/b', 'a/b': 1 } }), call),
      [good, `${at}/request/body/a~1b: The body's mode is "a/b", expected raw, urlencoded, formdata, graphql or file.`],
    ],
    [
      'a raw body that is none',
      collection(item({ url: 'x', body: { mode: 'raw', raw: { a: 1 } } }), call),
      [good, `${at}/request/body/raw: The body is of type object, expected a text.`],
    ],
    [
      'a form that is none',
      collection(item({ url: 'x', body: { mode: 'urlencoded', urlencoded: 7 } }), call),
      [good, `${at}/request/body/urlencoded: The body is 7, expected a list of fields.`],
    ],
    [
      'a query that is none',
      collection(item({ url: 'x', body: { mode: 'graphql', graphql: 'q' } }), call),
      [good, `${at}/request/body/graphql: The body is "q", expected an object with a query.`],
    ],
    [
      'a saved request that is wrong',
      collection(item('https://a.test/x', { originalRequest: { url: '' } }), call),
      [good, `${at}/response/0/originalRequest/url: The request's URL is "", expected a text, or an object with one.`],
    ],
  ])('%s', (_, given, want) => {
    expect(read(given)).toEqual(want);
  });
});

describe('version 1', () => {
  const saved1 = { responseCode: { code: 200 }, headers: response.header, text: '{"a":1}' };
  const request = { method: 'POST', url: 'https://a.test/:id', pathVariableData: [{ key: 'id', value: 'x' }] };
  const sent = (more: Json & object) => ({ requests: [{ ...request, ...more, responses: [saved1] }], order: [] });
  const posted = (body: string) => [`POST https://a.test/x ${body} > ${answer}`.replace('  ', ' ')];
  test.each<[string, Json, readonly string[]]>([
    ['no body', sent({}), posted('')],
    ['headers as text', sent({ headers: 'Content-Type: text/a\n// Content-Type: text/b' }), posted('text/a')],
    [
      'headers as a list',
      sent({
        headers: 'x',
        headerData: [
          { key: 'Content-Type', value: 'text/a' },
          { key: 'a', value: 'b', enabled: false },
        ],
      }),
      posted('text/a'),
    ],
    [
      'raw',
      sent({ dataMode: 'raw', rawModeData: '{"b":1}', dataOptions: { raw: { language: 'json' } } }),
      posted('application/json json {"b":1}'),
    ],
    [
      'a form',
      sent({
        dataMode: 'urlencoded',
        data: [
          { key: 'a', value: 'b' },
          { key: 'c', enabled: false },
        ],
      }),
      posted('application/x-www-form-urlencoded text "a=b"'),
    ],
    [
      'a multipart form',
      sent({ dataMode: 'params', data: [{ key: 'a', value: 'b' }] }),
      posted('multipart/form-data text "" (The recorder did not keep it.)'),
    ],
    [
      'GraphQL',
      sent({ dataMode: 'graphql', graphqlModeData: { query: 'q' } }),
      posted('application/json json {"query":"q","variables":{}}'),
    ],
    [
      'the id of the request in the response',
      { requests: [{ ...request, responses: [{ ...saved1, request: 'abc' }] }], folders: [] },
      posted(''),
    ],
    ['no responses', { requests: [request], order: [] }, []],
    [
      'requests that are none',
      { requests: 7, order: [] },
      ['file.json /requests: The requests are 7, expected a list.'],
    ],
    [
      'a request that is none',
      { requests: ['x'], order: [] },
      ['file.json /requests/0: The request is "x", expected an object.'],
    ],
    [
      'responses that are none',
      { requests: [{ ...request, responses: 7 }], order: [] },
      ['file.json /requests/0/responses: The saved responses are 7, expected a list.'],
    ],
    [
      'a response that is none',
      { requests: [{ ...request, responses: [7] }], order: [] },
      ['file.json /requests/0/responses/0: The saved response is 7, expected an object.'],
    ],
    [
      'no code',
      sent({ url: 7 }),
      ["file.json /requests/0/url: The request's URL is 7, expected a text, or an object with one."],
    ],
    [
      'an empty response',
      { requests: [{ ...request, responses: [{}] }], order: [] },
      [
        "file.json /requests/0/responses/0/responseCode/code: The response's status is absent, expected a number from 100 to 599.",
      ],
    ],
  ])('%s', (_, given, want) => {
    expect(read(given)).toEqual(want);
  });
});

describe('a report of newman', () => {
  const stream = { type: 'Buffer', data: [...Buffer.from('{"a":1}')] };
  const execution = (more: Json & object = {}) => ({
    request: { method: 'GET', url: 'https://a.test/x' },
    response: { ...response, stream, ...more },
  });
  const report = (...executions: Json[]) => ({ collection: collection(call), run: { executions } });
  const at = 'file.json#1 /run/executions/0';
  test.each<[string, Json, readonly string[]]>([
    ['an answer', report(execution()), [good]],
    ['no body', report(execution({ stream: null })), ['GET https://a.test/x > 200 application/json']],
    [
      'a request that failed',
      report({ request: { url: 'https://a.test/x' }, requestError: { code: 'ECONNREFUSED' } }),
      ['GET https://a.test/x > -'],
    ],
    [
      'executions that are none',
      { run: { executions: 7 } },
      ['file.json /run/executions: The executions are 7, expected a list.'],
    ],
    ['an execution that is none', report(7, execution()), [good, `${at}: The execution is 7, expected an object.`]],
    [
      'a response that is none',
      report({ ...execution(), response: 7 }, execution()),
      [good, `${at}/response: The response is 7, expected an object.`],
    ],
    [
      'bytes that are none',
      report(execution({ stream: { type: 'Buffer', data: [256] } }), execution()),
      [good, `${at}/response/stream: The body is not the list of the bytes of a Buffer, expected what newman writes.`],
    ],
    [
      'a code that is none',
      report(execution({ code: 'x' }), execution()),
      [good, `${at}/response/code: The response's status is "x", expected a number from 100 to 599.`],
    ],
    [
      'a run that the application exported',
      { collection_id: 'x', results: [] },
      [
        'file.json /results: A run as the Postman application exports it holds no answers, expected a report of newman: newman run -r json.',
      ],
    ],
  ])('%s', (_, given, want) => {
    expect(read(given)).toEqual(want);
  });
});

test.each<[string, Json]>([
  ['a definition', { swagger: '2.0', info: { title: 'x', version: '1' }, paths: {} }],
  ['a list of items', { item: [call] }],
  ['an environment of Postman', { name: 'x', values: [] }],
  ['requests of something else', { requests: [] }],
])('%s is no collection', (_, given) => {
  expect(read(given)).toBeUndefined();
});

test('keys that every object inherits are nothing special', () => {
  const hostile =
    '{"info": {"_postman_id": "x"}, "item": [{"__proto__": {"item": 7}, "constructor": 2, "response": [{}]}]}';
  expect(read(readJson('file.json', hostile))).toEqual([
    'file.json /item/0/request: The request is null, expected an object or a URL.',
    "file.json /item/0/response/0/code: The response's status is absent, expected a number from 100 to 599.",
  ]);
});
