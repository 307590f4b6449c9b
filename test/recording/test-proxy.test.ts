import { readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import type { Json } from '../../src/core/json.js';
import type { Body } from '../../src/http/exchange.js';
import { readRecordings } from '../../src/recording/read.js';
import { testProxy } from '../../src/recording/test-proxy.js';

/** What a document holds: each exchange in a line, and what is said of the others. */
function read(text: string) {
  const found = readRecordings(readJson('a.json', text));
  return {
    format: found?.format,
    exchanges: found?.recordings.map(({ exchange: { request, response, pointers } }) =>
      [
        `${request.method} ${request.url} ${shown(request.body)}`,
        response && `${response.status} ${shown(response.body)} at ${pointers.responseBody}`,
      ].join(' > '),
    ),
    findings: found?.findings.map(({ pointer, message }) => [pointer, message]),
  };
}

function shown(body: Body): string {
  if (body.kind === 'json') return JSON.stringify(body.value);
  if (body.kind === 'bytes') return `bytes ${body.base64}`;
  return body.kind === 'text' ? `text ${JSON.stringify(body.text)}${body.problem ? ` (${body.problem})` : ''}` : 'none';
}

const fixture = (name: string) => readFileSync(`test/recording/fixtures/test-proxy/${name}.json`, 'utf8');
const at = 'https://Sanitized.contoso.com/tickets';
const unkept = 'text "" (The recorder did not keep it.)';

describe('a recording', () => {
  test.each([
    [
      'entries',
      [
        `POST ${at}?api-version=2024-01-01 {"subject":"Screen","labels":["new"]} > 201 {"id":8,"subject":"Screen"} at /Entries/0/ResponseBody`,
        `GET ${at} none > 200 [{"id":7}] at /Entries/1/ResponseBody`,
        `PUT ${at}/7/note text "printed twice" > 204 none at /Entries/2/ResponseBody`,
        `GET ${at}/7/photo none > 200 bytes iVBORw0KGgr/ at /Entries/3/ResponseBody`,
        `GET ${at}/7/secret none > 200 ${unkept} at /Entries/4/ResponseBody`,
      ],
    ],
    [
      'network-call-records',
      [
        `POST https://REDACTED.contoso.com/tickets?api-version=2023-03-15-preview ${unkept} > 201 {"id":8,"subject":"Screen"} at /networkCallRecords/0/Response/Body`,
        'GET https://REDACTED.contoso.com/tickets/7/photo none > 200 bytes iVBORw0KGgr/ at /networkCallRecords/1/Response/Body',
        'GET https://REDACTED.contoso.com/tickets/9 none > ',
      ],
    ],
    [
      'network-call-records-cpp',
      ['GET https://account.contoso.com/tickets/7/note none > 200 text "seven" at /networkCallRecords/0/Response/BODY'],
    ],
  ])('%s', (name, want) => {
    expect(read(fixture(name))).toEqual({ format: 'Azure SDK test-proxy', exchanges: want, findings: [] });
  });

  test('its headers, without the parts of the response that stand among them', () => {
    const headersIn = (name: string) =>
      readRecordings(readJson('a.json', fixture(name)))?.recordings[0]?.exchange.response?.headers;
    expect([headersIn('entries'), headersIn('network-call-records'), headersIn('network-call-records-cpp')]).toEqual([
      { 'content-type': 'application/json', 'x-request-id': 'a-1, b-2' },
      { 'retry-after': '0', 'content-type': 'application/json' },
      { 'content-type': 'text/plain' },
    ]);
  });
});

describe('a body', () => {
  const body = (recorded: Json, type?: string): string | undefined => {
    const headers = type === undefined ? {} : { 'Content-Type': type };
    const entry = {
      RequestUri: '/',
      RequestMethod: 'GET',
      StatusCode: 200,
      ResponseHeaders: headers,
      ResponseBody: recorded,
    };
    return read(JSON.stringify({ Entries: [entry] })).exchanges?.[0]?.replace(/^.*? > 200 (.*) at .*$/s, '$1');
  };
  test.each<[string, Json, string | undefined, string | undefined]>([
    ['JSON that is a text', '"seven"', 'application/json', '"seven"'],
    ['JSON that is null', 'null', 'application/json', 'null'],
    ['JSON that is a number', 7, 'application/json', '7'],
    ['lines', ['a\n', 'b'], 'text/plain', 'text "a\\nb"'],
    ['lines of JSON', ['{\n', '"a": 1}'], 'application/problem+json', '{"a":1}'],
    ['a list that another recorder has parsed', [{ id: 7 }], 'application/json', '[{"id":7}]'],
    ['a text that could be base64', 'seven777', 'text/plain', 'text "seven777"'],
    ['base64 of a text, without a type', 'eyJhIjoxfQ==', undefined, '{"a":1}'],
    ['no base64, without a type', 'seven', undefined, 'text "seven"'],
    ['none', null, 'application/json', 'none'],
    ['empty', [], 'application/json', 'none'],
  ])('%s', (_, recorded, type, want) => {
    expect(body(recorded, type)).toBe(want);
  });
});

describe('what is wrong is said, and where, and the others go on', () => {
  const entry = { RequestUri: '/q', RequestMethod: 'GET', RequestHeaders: {}, StatusCode: 200, ResponseHeaders: {} };
  const record = { Method: 'GET', Uri: '/q', Headers: {}, Response: { StatusCode: '200' } };
  test.each<[string, Json, readonly (readonly [string, string])[]]>([
    [
      'everything absent',
      { RequestBody: null },
      [
        ['/Entries/1/RequestMethod', "The request's method is absent, expected a text that is not empty."],
        ['/Entries/1/RequestUri', "The request's address is absent, expected a text that is not empty."],
        ['/Entries/1/StatusCode', "The response's status is absent, expected a number from 100 to 599."],
      ],
    ],
    [
      'a status of 0',
      { ...entry, StatusCode: 0 },
      [['/Entries/1/StatusCode', "The response's status is 0, expected a number from 100 to 599."]],
    ],
    [
      'headers that are none',
      { ...entry, RequestHeaders: 7, ResponseHeaders: { 'a/b': null } },
      [
        ['/Entries/1/RequestHeaders', 'The headers are of type integer, expected an object.'],
        ['/Entries/1/ResponseHeaders/a~1b', 'The header is of type null, expected a text, a number or a list of them.'],
      ],
    ],
    ['no entry', 'GET /q', [['/Entries/1', 'The item is of type string, expected recorded entries.']]],
  ])('%s', (_, broken, want) => {
    const { exchanges, findings } = read(JSON.stringify({ Entries: [entry, broken, entry], Variables: {} }));
    expect([exchanges?.length, findings]).toEqual([2, want]);
  });

  test.each<[string, Json, readonly (readonly [string, string])[]]>([
    [
      'a response that is a text',
      { ...record, Response: '200' },
      [['/networkCallRecords/1/Response', 'The response is of type string, expected an object.']],
    ],
    [
      'a response without a status',
      { ...record, Response: {} },
      [
        [
          '/networkCallRecords/1/Response/StatusCode',
          "The response's status is absent, expected a number from 100 to 599.",
        ],
      ],
    ],
    [
      'a body that was parsed',
      { ...record, Response: { STATUS_CODE: '200', BODY: {} } },
      [['/networkCallRecords/1/Response/BODY', 'The body is of type object, expected a text.']],
    ],
    ['no record', null, [['/networkCallRecords/1', 'The item is of type null, expected recorded entries.']]],
  ])('%s', (_, broken, want) => {
    const { exchanges, findings } = read(JSON.stringify({ networkCallRecords: [record, broken, record] }));
    expect([exchanges?.length, findings]).toEqual([2, want]);
  });

  test.each<[string, Json, readonly [string, string]]>([
    [
      'Entries',
      { Entries: {}, Variables: {} },
      ['/Entries', 'The recorded entries are of type object, expected a list.'],
    ],
    [
      'networkCallRecords',
      { networkCallRecords: 7 },
      ['/networkCallRecords', 'The recorded entries are of type integer, expected a list.'],
    ],
  ])('no list of %s', (_, value, want) => {
    expect(read(JSON.stringify(value))).toEqual({ format: 'Azure SDK test-proxy', exchanges: [], findings: [want] });
  });
});

test.each<[string, Json, boolean]>([
  ['an empty recording', { Entries: [], Variables: {} }, true],
  ['an entry with only a request', { Entries: [{ RequestUri: '/' }] }, true],
  ['entries of something else', { Entries: [{ Name: 'a', Request: 1 }] }, false],
  ['no entries', { Entries: [] }, false],
  ['a sample', { request: { method: 'GET', url: '/' } }, false],
  ['a list', [], false],
  ['null', null, false],
])('%s: recognized %#', (_, value, want) => {
  expect(testProxy.recognizes(value)).toBe(want);
});
