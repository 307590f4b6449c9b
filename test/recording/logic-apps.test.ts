import { readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import type { Json, JsonObject } from '../../src/core/json.js';
import type { Body } from '../../src/http/exchange.js';
import { pairUp } from '../../src/recording/http-message-pair.js';
import { logicApps } from '../../src/recording/logic-apps.js';
import { readRecordings } from '../../src/recording/read.js';

const folder = 'test/recording/fixtures/logic-apps';
const fixture = (name: string) => readJson(name, readFileSync(`${folder}/${name}`, 'utf8'));

/** What a document holds: each exchange in a line, and what is said of the others. */
function read(document: ReturnType<typeof readJson>) {
  const found = readRecordings(document);
  return {
    format: found?.format,
    exchanges: found?.recordings.map(({ exchange: { sample, request, response, pointers }, source }) => ({
      sample,
      source,
      request: `${request.method} ${request.url} ${shown(request.body)}`,
      ...(response && { response: `${response.status} ${shown(response.body)}` }),
      at: [pointers.requestBody, pointers.responseBody],
    })),
    findings: found?.findings.map(({ code, pointer, message }) => ({ code, pointer, message })),
  };
}

/** A body in a few words; of JSON its first keys. */
function shown(body: Body): string {
  if (body.kind === 'json')
    return `json ${Object.keys(body.recorded ?? {})
      .slice(0, 2)
      .join(',')}`;
  if (body.kind === 'bytes') return `bytes ${body.base64}`;
  return body.kind === 'text' ? `text ${JSON.stringify(body.text)}${body.problem ? ` (${body.problem})` : ''}` : 'none';
}

const readValue = (value: Json) => read(readJson('a.json', JSON.stringify(value)));
const title = 'Logic Apps run history';
const time = '2024-05-01T10:00:00.1234567Z';

describe('the shapes', () => {
  test('a page of actions: calls only, and what cannot be read is said', () => {
    const at = (n: number) => `/value/${n}/properties`;
    expect(read(fixture('actions.json'))).toEqual({
      format: title,
      exchanges: [
        {
          sample: 'actions.json#2',
          source: `${title}, action Completion, ${time}`,
          request: 'POST /chat/completions json model,messages',
          response: '200 json choices,created',
          at: [`${at(1)}/inputs/body`, `${at(1)}/outputs/body`],
        },
        {
          sample: 'actions.json#3',
          source: `${title}, action List_tickets, ${time}`,
          request: 'GET /queues/eu%20west/tickets?state=open&page=2&all=true none',
          response: '200 json 0',
          at: [`${at(2)}/inputs`, `${at(2)}/outputs/body`],
        },
        {
          sample: 'actions.json#7',
          source: `${title}, action Timed_out, ${time}`,
          request: 'POST /chat/completions json model,messages',
          at: [`${at(6)}/inputs/body`, `${at(6)}/inputs`],
        },
      ],
      findings: [
        {
          code: 'recording-malformed',
          pointer: '/value/4/properties/inputsLink',
          message:
            'Only a link to the inputs is here, expected the inputs: save what "az logicapp run action show-content" prints.',
        },
        {
          code: 'recording-malformed',
          pointer: '/value/5/properties',
          message: 'The inputs are hidden, expected a call: record a run without secure inputs.',
        },
      ],
    });
  });

  test('a run with its actions, whose HTTP action answers something else than JSON', () => {
    expect(read(fixture('run.json'))).toEqual({
      format: title,
      exchanges: [
        {
          sample: 'run.json',
          source: `${title}, action Export/1, ${time}`,
          request: 'POST https://tickets.contoso.com/export?format=xml text "<export/>"',
          response: `200 text "<tickets count='1'/>"`,
          at: ['/properties/actions/Export~11/inputs/body', '/properties/actions/Export~11/outputs/body'],
        },
      ],
      findings: [],
    });
  });

  test('what result() of a scope gives, with a multipart form', () => {
    const part = (name: string, text: string) => `content-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
    const form = `--b1\r\n${part('note', 'printed')}--b1\r\n${part('file', 'abc')}--b1--\r\n`;
    expect(read(fixture('result.json'))).toEqual({
      format: title,
      exchanges: [
        {
          sample: 'result.json',
          source: `${title}, action Upload, 2024-05-01T10:00:00Z`,
          request: `POST /tickets/7/files text ${JSON.stringify(form)}`,
          response: '204 none',
          at: ['/0/inputs/body', '/0/outputs/body'],
        },
      ],
      findings: [],
    });
  });

  test('the raw inputs alone', () => {
    expect(read(fixture('completion.inputs.json'))).toEqual({
      format: title,
      exchanges: [
        {
          sample: 'completion.inputs.json',
          source: title,
          request: 'POST /chat/completions json model,messages',
          at: ['/body', ''],
        },
      ],
      findings: [],
    });
  });

  test('the raw outputs alone', () => {
    expect(read(fixture('completion.outputs.json'))).toEqual({
      format: title,
      exchanges: [],
      findings: [
        {
          code: 'recording-malformed',
          pointer: '',
          message: 'Only the outputs of an action are here, expected its inputs too: they say what was called.',
        },
      ],
    });
  });

  test('the media type that a body says itself becomes a header', () => {
    const [found] = readRecordings(fixture('http.json'))?.recordings ?? [];
    expect(found?.exchange.request.headers).toEqual({ 'x-api-key': 'REDACTED', 'content-type': 'application/xml' });
    expect(found?.exchange.response?.headers).toEqual({
      'content-length': '23',
      'content-type': 'application/xml; charset=utf-8',
    });
  });
});

describe('two files', () => {
  const pair = pairUp(fixture('completion.inputs.json'), fixture('completion.outputs.json'));

  test('are one exchange', () => {
    expect(read(pair)).toEqual({
      format: title,
      exchanges: [
        {
          sample: 'completion.inputs.json',
          source: title,
          request: 'POST /chat/completions json model,messages',
          response: '200 json choices,created',
          at: ['/inputs/body', '/outputs/body'],
        },
      ],
      findings: [],
    });
  });

  test.each([
    ['/inputs/path', { file: 'completion.inputs.json', pointer: '/path', line: 3, column: 11 }],
    ['/inputs', { file: 'completion.inputs.json', pointer: '', line: 1, column: 1 }],
    ['', { file: 'completion.inputs.json', pointer: '', line: 1, column: 1 }],
    ['/outputs/statusCode', { file: 'completion.outputs.json', pointer: '/statusCode', line: 2, column: 17 }],
    [
      '/outputs/body/choices/0/index',
      { file: 'completion.outputs.json', pointer: '/body/choices/0/index', line: 23, column: 18 },
    ],
  ])('%s is in the right one', (pointer, want) => {
    expect(pair.locate(pointer)).toEqual(want);
  });

  test('of which one cannot be read', () => {
    const broken = pairUp(fixture('completion.inputs.json'), readJson('b.json', '{'));
    expect([broken.value, broken.findings.map(({ code, file }) => [code, file])]).toEqual([
      undefined,
      [['json-syntax', 'b.json']],
    ]);
  });
});

describe('the address', () => {
  const call = { method: 'get', host: { connection: { name: 'c' } } };
  const address = (inputs: JsonObject) =>
    readValue({ inputs, outputs: { statusCode: 200, headers: {} } }).exchanges?.[0]?.request;
  test.each([
    ['below the base path', { ...call, path: '/tickets/7' }, 'GET /tickets/7 none'],
    ['encoded once', { ...call, path: '/q/eu%20west' }, 'GET /q/eu%20west none'],
    ['encoded twice', { ...call, path: '/q/eu%2520west%252F2/%41' }, 'GET /q/eu%20west%2F2/%41 none'],
    ['with a percent sign that is meant', { ...call, path: '/q/100%25%20x' }, 'GET /q/100%25%20x none'],
    ['with a query of its own', { ...call, path: '/q?a=1', queries: { b: 'x y', c: null } }, 'GET /q?a=1&b=x+y none'],
    [
      'of an older connection',
      { ...call, host: { api: { runtimeUrl: 'https://x/apim/c' } }, path: '/q' },
      'GET /q none',
    ],
    ['of Standard', { ...call, host: { connection: { referenceName: 'c' } }, path: '/q' }, 'GET /q none'],
    [
      'of an HTTP action',
      { method: 'GET', uri: 'https://h/q%2520', queries: { '<': '\ud800' } },
      'GET https://h/q%2520?%3C=%EF%BF%BD none',
    ],
    ['without a host', { method: 'GET', path: '/q' }, 'GET /q none'],
  ])('%s', (_, inputs, want) => {
    expect(address(inputs)).toBe(want);
  });
});

describe('what is wrong is said, and where', () => {
  const inputs = { method: 'post', path: '/q', host: { connection: { name: 'c' } } };
  const outputs = { statusCode: 200, headers: {}, body: {} };
  const wrong: readonly (readonly [string, Json, readonly (readonly [string, string])[]])[] = [
    [
      'no method and no path',
      { inputs: { host: { connection: {} } }, outputs },
      [
        ['/inputs/method', 'The method of the call is absent, expected a text that is not empty.'],
        ['/inputs/path', 'The path of the call is absent, expected one such as "/tickets/7".'],
      ],
    ],
    [
      'an action of Power Automate',
      { inputs: { host: { connectionReferenceName: 'c', operationId: 'Q' }, parameters: {} } },
      [
        ['/inputs/method', 'The method of the call is absent, expected a text that is not empty.'],
        ['/inputs/path', 'The path of the call is absent, expected one such as "/tickets/7".'],
      ],
    ],
    [
      'an address that is none',
      { inputs: { method: 'get', uri: '' }, outputs },
      [['/inputs/uri', 'The uri of the call is "", expected an address.']],
    ],
    [
      'inputs that are a text',
      { inputs: 'post', outputs },
      [['/inputs', 'The inputs are of type string, expected an object with a method and a path.']],
    ],
    [
      'no inputs',
      { outputs },
      [['/outputs', 'Only the outputs of an action are here, expected its inputs too: they say what was called.']],
    ],
    [
      'outputs that are a list',
      { inputs, outputs: [] },
      [['/outputs', 'The outputs are of type array, expected an object with a statusCode.']],
    ],
    [
      'a status in words',
      { inputs, outputs: { ...outputs, statusCode: 'OK' } },
      [['/outputs/statusCode', `The response's status is "OK", expected a number from 100 to 599.`]],
    ],
    [
      'headers that are a text, and a header that is an object',
      { inputs: { ...inputs, headers: 'none' }, outputs: { ...outputs, headers: { A: {} } } },
      [
        ['/inputs/headers', 'The headers are of type string, expected an object.'],
        ['/outputs/headers/A', 'The header is of type object, expected a text, a number or a list of them.'],
      ],
    ],
    [
      'queries that are a list',
      { inputs: { ...inputs, queries: ['a'] } },
      [['/inputs/queries', 'The queries are of type array, expected an object.']],
    ],
    [
      'a query that is an object',
      { inputs: { ...inputs, queries: { 'a/b': {} } } },
      [['/inputs/queries/a~1b', 'The query parameter is of type object, expected a text, a number or a boolean.']],
    ],
    [
      'a body that is no base64',
      { inputs, outputs: { ...outputs, body: { '$content-type': 'image/png', $content: 'a' } } },
      [['/outputs/body/$content', `The body's "$content" is no base64, expected base64.`]],
    ],
    [
      'a body without content',
      { inputs, outputs: { ...outputs, body: { '$content-type': 'image/png' } } },
      [['/outputs/body/$content', `The body's "$content" is absent, expected base64.`]],
    ],
    [
      'a form that is no list',
      { inputs: { ...inputs, body: { $multipart: {} } } },
      [['/inputs/body/$multipart', 'The parts of the form are of type object, expected a list.']],
    ],
    [
      'a part that is none',
      { inputs: { ...inputs, body: { $multipart: [7] } } },
      [['/inputs/body/$multipart/0', 'The part of the form is of type integer, expected an object with a body.']],
    ],
    [
      'an item that is no action',
      [{ inputs, outputs }, 7],
      [['/1', 'The item is of type integer, expected actions of a run.']],
    ],
    [
      'items that are no actions',
      [7, { inputs, outputs }, null, 'x'],
      [['/0', 'The item is of type integer, and 2 more are no objects either, expected actions of a run.']],
    ],
    [
      'only the outputs linked',
      { properties: { status: 'Succeeded', inputs, outputsLink: { uri: 'https://h/?sig=0123456789abcdefgh' } } },
      [
        [
          '/properties/outputsLink',
          'Only a link to the outputs is here, expected the outputs: save what "az logicapp run action show-content" prints.',
        ],
      ],
    ],
    [
      'sanitized inputs',
      { inputs: '*sanitized*', outputs },
      [['', 'The inputs are hidden, expected a call: record a run without secure inputs.']],
    ],
  ];
  test.each(wrong)('%s', (_, value, want) => {
    const { format, findings } = readValue(value);
    expect([format, findings?.map(({ pointer, message }) => [pointer, message])]).toEqual([title, want]);
  });

  test('hidden outputs leave the request; a hidden body is one that was not kept', () => {
    const hidden = readValue([
      { inputs, outputs: '*sanitized*' },
      { inputs: { ...inputs, body: '*sanitized*' }, outputs: null },
    ]);
    expect(hidden.exchanges?.map(({ request, response }) => [request, response])).toEqual([
      ['POST /q none', undefined],
      ['POST /q text "" (The recorder did not keep it.)', undefined],
    ]);
  });
});

describe('nothing is made of', () => {
  const outputs = { statusCode: 200, headers: {}, body: {} };
  const run = { status: 'Succeeded', trackingId: 't' };
  test.each<[string, Json]>([
    ['an action that was skipped', { ...run, status: 'Skipped', inputs: { host: { connection: {} } } }],
    ['a variable', { ...run, inputs: { variables: [] } }],
    ['a Compose of an answer', { ...run, inputs: outputs, outputs }],
    ['a function', { ...run, inputs: { function: { id: 'f' }, method: 'POST' }, outputs }],
    ['a built-in connector', { ...run, inputs: { parameters: {}, serviceProviderConfiguration: {} }, outputs }],
    ['a scope', run],
  ])('%s', (_, value) => {
    expect(readValue(value)).toEqual({ format: title, exchanges: [], findings: [] });
  });
});

describe('is not taken for a run', () => {
  const call = { method: 'get', path: '/q', host: { connection: { name: 'c' } } };
  test.each<[string, Json]>([
    ['an action of a definition', { type: 'ApiConnection', inputs: call, runAfter: {} }],
    [
      'a workflow',
      { definition: { actions: { A: { type: 'Http', inputs: { method: 'GET', uri: 'https://h' }, runAfter: {} } } } },
    ],
    ['actions of a definition', { actions: { A: { type: 'ApiConnection', inputs: call, runAfter: {} } } }],
    ['a sample', { request: { method: 'GET', url: '/q' }, response: { status: 200, headers: {}, body: {} } }],
    ['samples', [{ request: { method: 'GET', url: '/q' } }, 'x']],
    ['a line of a log', { method: 'GET', uri: '/q', status: 200 }],
    ['a list of things', { value: [{ id: 7, status: 'open', startTime: '10:00' }] }],
    ['anything', { __proto__: null, value: null, properties: { actions: 7 } }],
    ['a text', 'inputs'],
  ])('%s', (_, value) => {
    expect(logicApps.recognizes(value)).toBe(false);
  });
});

test('the header counts more than the media type that a body says itself', () => {
  const inputs = { method: 'get', uri: 'https://h' };
  const body = { '$content-type': 'text/plain', $content: 'YWJj' };
  const value = { inputs, outputs: { statusCode: 200, headers: { 'Content-Type': 'text/csv' }, body } };
  const [found] = readRecordings(readJson('a.json', JSON.stringify(value)))?.recordings ?? [];
  expect(found?.exchange.response?.headers).toEqual({ 'content-type': 'text/csv' });
});

test('keys that every object inherits are only keys', () => {
  const text =
    '{"inputs":{"method":"get","path":"/q","host":{"connection":1},"headers":{"__proto__":"a","constructor":"b"},"queries":{"__proto__":1}},"outputs":{"statusCode":200,"body":{"__proto__":{"a":1}}}}';
  const [found] = readRecordings(readJson('a.json', text))?.recordings ?? [];
  expect(Object.entries(found?.exchange.request.headers ?? {})).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ]);
  expect(found?.exchange.request.url).toBe('/q?__proto__=1');
});
