import { readJson } from '../../src/core/json-read.js';
import type { Json } from '../../src/core/json.js';
import { readRecordings } from '../../src/recording/read.js';
import { testAgent } from '../../src/recording/test-agent.js';

const request = {
  method: 'POST',
  url: 'https://tickets.contoso.com/tickets',
  headers: { 'Content-Type': 'application/json', Authorization: 'Bearer abc' },
  body: '{"subject":"Screen"}',
};
const response = {
  status: { code: 201, message: 'Created' },
  headers: { 'Content-Type': 'application/json' },
  body: '{"id":8}\n',
};

function read(value: Json) {
  const found = readRecordings(readJson('a.json', JSON.stringify(value)));
  return {
    format: found?.format,
    exchanges: found?.recordings.map(({ exchange: { request: sent, response: answered, pointers } }) => ({
      sent: [sent.method, sent.url, sent.headers, shown(sent.body)],
      answered: [answered?.status, answered?.headers, answered && shown(answered.body)],
      at: [pointers.requestBody, pointers.responseBody],
    })),
    findings: found?.findings.map(({ pointer, message }) => [pointer, message]),
  };
}

const shown = (body: { kind: string; value?: Json; text?: string; base64?: string }) =>
  [body.kind, body.value ?? body.text ?? body.base64].filter((part) => part !== undefined);

test('a cassette', () => {
  expect(read({ request, response })).toEqual({
    format: 'Datadog test agent',
    exchanges: [
      {
        sent: [
          'POST',
          request.url,
          { 'content-type': 'application/json', authorization: 'Bearer REDACTED' },
          ['json', { subject: 'Screen' }],
        ],
        answered: [201, { 'content-type': 'application/json' }, ['json', { id: 8 }]],
        at: ['/request/body', '/response/body'],
      },
    ],
    findings: [],
  });
});

test.each<[string, Json, readonly Json[]]>([
  ['that is no text', 'base64:/w==', ['bytes', '/w==']],
  ['that is a text all the same', 'base64:AGE=', ['text', '\0a']],
  ['that is empty', '', ['none']],
  ['that is null', null, ['none']],
])('a body %s', (_, body, want) => {
  const [exchange] = read({ request, response: { ...response, headers: {}, body } }).exchanges ?? [];
  expect(exchange?.answered[2]).toEqual(want);
});

test.each<[string, Json, readonly (readonly [string, string])[]]>([
  [
    'no method and no address',
    { request: { headers: {} }, response },
    [
      ['/request/method', "The request's method is absent, expected a text that is not empty."],
      ['/request/url', "The request's address is absent, expected a text that is not empty."],
    ],
  ],
  [
    'a status in words',
    { request, response: { ...response, status: { code: 'Created' } } },
    [['/response/status/code', `The response's status is "Created", expected a number from 100 to 599.`]],
  ],
  [
    'bodies that were parsed',
    { request: { ...request, body: {} }, response: { ...response, body: ['a'] } },
    [
      ['/request/body', 'The body is of type object, expected a text.'],
      ['/response/body', 'The body is of type array, expected a text.'],
    ],
  ],
  [
    'base64 that is none',
    { request, response: { ...response, body: 'base64:%' } },
    [['/response/body', 'The body begins with "base64:" and is no base64, expected base64 behind it.']],
  ],
  [
    'headers that are a list',
    { request: { ...request, headers: [1] }, response },
    [['/request/headers/0', 'The header is not an object with a name and a value, expected one.']],
  ],
])('%s: what is wrong is said, and where', (_, value, want) => {
  expect(read(value)).toEqual({ format: 'Datadog test agent', exchanges: [], findings: want });
});

test.each<[string, Json]>([
  ['a sample', { request, response: { ...response, status: 201 } }],
  ['a sample whose status is wrong', { request, response: { ...response, status: 'Created' } }],
  ['a sample whose status is an object', { request, response: { ...response, status: {} } }],
  ['a sample without an answer', { request }],
  ['samples', [{ request, response }]],
  ['a text', 'request'],
])('%s is left to others', (_, value) => {
  expect(testAgent.recognizes(value)).toBe(false);
});
