import type { Json } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { vcrPy } from '../../src/recording/vcr-py.js';
import { rubyVcr } from '../../src/recording/ruby-vcr.js';
import { answers } from './har-tickets.js';
import { cassette, everyTicket, exchangesOf, fixture, linesOf, sorted, strayPointers } from './vcr-read.js';

const bytes = (line: string) => !line.includes('/photo');
const brotli = (line: string) => !line.startsWith('POST ORIGIN/v1/tickets ');

test.each<[string, readonly string[]]>([
  ['requests.yaml', everyTicket],
  ['requests-decompressed.yaml', everyTicket],
  ['requests-file.yaml', [answers.upload('').replace('text ""', 'bytes //4AAQ==')]],
  ['requests.json', everyTicket.filter(bytes).filter(brotli)],
  ['http-client.yaml', everyTicket],
  ['httpx.yaml', everyTicket.filter(bytes)],
  ['aiohttp.yaml', everyTicket],
  ['parsed-body.yaml', everyTicket],
  ['parsed-body-wrapped.yaml', everyTicket],
])('%s', async (name, want) => {
  const document = await fixture(name);
  expect(document.findings).toEqual([]);
  expect([vcrPy.recognizes(document.value ?? null), rubyVcr.recognizes(document.value ?? null)]).toEqual([true, false]);
  expect(sorted(linesOf(vcrPy, document))).toEqual(sorted(want));
  expect(strayPointers(vcrPy, document)).toEqual([]);
});

test('headers that are objects of Python have their names', async () => {
  const [, , post] = exchangesOf(vcrPy, await fixture('http-client.yaml')).exchanges;
  expect(Object.keys(post?.request.headers ?? {})).toEqual(['authorization', 'content-type']);
});

/** A cassette of one interaction. What `request` and `response` say replaces what stands before it: keys that stand twice. */
function one(request: string, response: string): string {
  return `interactions:\n- request: {method: GET, uri: 'https://a.test/x', headers: {}, body: null, ${request}}\n  response: {status: {code: 200, message: OK}, headers: {}, body: {string: ''}, ${response}}\nversion: 1\n`;
}
const good = 'GET https://a.test/x > 200';

describe('recorded in another way', () => {
  test.each<[string, string, string]>([
    ['httpx, as of VCR.py 5', one('', 'body: {string: "{\\"a\\":1}"}'), `${good} json {"a":1}`],
    [
      'httpx with bytes',
      one('', "status: null, status_code: 201, body: null, content: !!binary 'AAH/'"),
      good.replace('200', '201 bytes AAH/'),
    ],
    ['a status that is a text', one('', "status: {code: '404'}"), good.replace('200', '404')],
    ['a body of an earlier version', one('', 'body: {base64_string: aGk=}'), `${good} text "hi"`],
    ['a text as the response', one('', 'body: hi'), `${good} text "hi"`],
    ['no body', one('', 'body: null'), good],
    ['a parsed body that is null', one('', 'parsed_body: null'), `${good} json null`],
    [
      'a parsed body like a wrapped one',
      one('', 'parsed_body: {type: json, content: 1, more: 2}'),
      `${good} json {"type":"json","content":1,"more":2}`,
    ],
    [
      'a parsed body of another type',
      one('', 'parsed_body: {type: text, content: 1}'),
      `${good} json {"type":"text","content":1}`,
    ],
    [
      'gzip in base64',
      one('', "headers: {Content-Encoding: [gzip]}, body: {string: !!binary 'H4sIAAAAAAAAA8vIBACsKpPYAgAAAA=='}"),
      `${good} text "hi"`,
    ],
    [
      'a header that says so without reason',
      one('', 'headers: {Content-Encoding: [gzip]}, body: {string: hi}'),
      `${good} text "hi"`,
    ],
    [
      'headers that are texts',
      one('', 'headers: {Content-Type: text/plain}, body: {string: hi}'),
      `${good} text/plain text "hi"`,
    ],
    [
      'headers in base64',
      one('', "headers: {!!binary 'Q29udGVudC1UeXBl': [!!binary 'dGV4dC9wbGFpbg==']}"),
      `${good} text/plain`,
    ],
    ['no headers', one('headers: null', 'headers: []'), good],
    ['an id that is a number in YAML 1.2', one('', 'headers: {x-id: [12e4567]}'), good],
    ['a placeholder', one("uri: '<ENDPOINT>/x'", ''), 'GET <ENDPOINT>/x > 200'],
  ])('%s', async (_, text, want) => {
    const document = await cassette(text);
    expect([
      ...document.findings.map(({ code }) => code).filter((code) => code !== 'yaml-duplicate-key'),
      ...linesOf(vcrPy, document),
    ]).toEqual([want]);
  });
});

describe('nearly VCR.py: what is wrong is said, the rest goes on', () => {
  const at = '/interactions/0';
  const sound = one('', '')
    .replace(/^[^-]*/, '')
    .replace('version: 1\n', '');
  test.each<[string, string, readonly string[]]>([
    ['an interaction that is none', '- 7\n', [`${at}: The interaction is 7, expected an object.`]],
    [
      'half an interaction',
      '- request: {uri: /x, method: GET}\n',
      [`${at}/response: The response is absent, expected an object.`],
    ],
    [
      'the other half',
      '- response: {status: {code: 200}}\n',
      [`${at}/request: The request is absent, expected an object.`],
    ],
    [
      'a request without a method and an address',
      '- {request: {uri: ""}, response: {status: {}}}\n',
      [
        `${at}/request/method: The request's method is absent, expected a text that is not empty.`,
        `${at}/request/uri: The request's address is "", expected a text that is not empty.`,
        `${at}/response/status/code: The response's status is absent, expected a number from 100 to 599.`,
      ],
    ],
    [
      'no status',
      '- {request: {uri: /x, method: GET}, response: {}}\n',
      [`${at}/response/status: The response's status is absent, expected a number from 100 to 599.`],
    ],
    [
      'a status of httpx that is none',
      '- {request: {uri: /x, method: GET}, response: {status_code: OK}}\n',
      [`${at}/response/status_code: The response's status is "OK", expected a number from 100 to 599.`],
    ],
    [
      'headers that are none',
      '- {request: {uri: /x, method: GET, headers: 7}, response: {status: 200, headers: {a: {b: 1}}}}\n',
      [
        `${at}/request/headers: The headers are of type integer, expected an object.`,
        `${at}/response/headers/a: The header is of type object, expected a text, a number or a list of them.`,
      ],
    ],
    [
      'bodies that are none',
      '- {request: {uri: /x, method: GET, body: 7}, response: {status: 200, body: {string: [1]}}}\n',
      [
        `${at}/request/body: The body is 7, expected a text or base64.`,
        `${at}/response/body/string: The body is of type array, expected a text or base64.`,
      ],
    ],
    [
      'an object as a body',
      '- {request: {uri: /x, method: GET, body: {a: 1}}, response: {status: 200, body: {base64_string: "?"}}}\n',
      [
        `${at}/request/body: The body is an object without "string" or "base64_string", expected one of them.`,
        `${at}/response/body/base64_string: The body is "?", expected base64.`,
      ],
    ],
    [
      'base64 that is none',
      '- {request: {uri: /x, method: GET, body: !!binary "a"}, response: {status: 200}}\n',
      [`${at}/request/body: The body is an object without "string" or "base64_string", expected one of them.`],
    ],
  ])('%s', async (_, interaction, want) => {
    const document = await cassette(`interactions:\n${interaction}${sound}`);
    expect(vcrPy.recognizes(document.value ?? null)).toBe(true);
    expect(linesOf(vcrPy, document)).toEqual([good, ...want]);
  });
});

test.each<[string, Json, boolean]>([
  ['an empty cassette', { interactions: [], version: 1 }, true],
  ['a cassette without a list', { interactions: null, version: 1 }, true],
  ['a request of another kind among them', { interactions: [{}, { request: { uri: 1 } }] }, true],
  ['a list of something else', { interactions: ['a'], version: 1 }, false],
  ['go-vcr', { version: 1, interactions: [{ request: { url: 'https://a.test' }, response: { code: 200 } }] }, false],
  [
    'Pact',
    { consumer: {}, interactions: [{ request: { method: 'get', path: '/' }, response: { status: 200 } }] },
    false,
  ],
  ['interactions of nobody', { interactions: [] }, false],
  ['nothing', {}, false],
  ['a list', [], false],
  ['null', null, false],
])('%s is recognized or not', (_, value, want) => {
  expect(vcrPy.recognizes(value)).toBe(want);
});

test('a list that is none is told', () => {
  expect(linesOf(vcrPy, readJson('a.json', '{"version": 1, "interactions": null}'))).toEqual([
    '/interactions: The interactions are of type null, expected a list.',
  ]);
});
