import type { Json } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { rubyVcr } from '../../src/recording/ruby-vcr.js';
import { vcrPy } from '../../src/recording/vcr-py.js';
import { cassette, everyTicket, exchangesOf, fixture, linesOf, strayPointers } from './vcr-read.js';

/** The vcr of R leaves the port out, takes what is sent for text, and its client names the type of a body that it does not know. */
const inR = everyTicket.filter((line) => !line.startsWith('PUT '));

test.each<[string, readonly string[]]>([
  ['ruby.yml', everyTicket],
  ['ruby-base64.yml', everyTicket],
  ['ruby-decompressed.yml', everyTicket],
  ['ruby-placeholder.yml', everyTicket],
  ['ruby.json', everyTicket],
  ['r.yml', inR],
  ['r-base64.yml', inR],
])('%s', async (name, want) => {
  const document = await fixture(name);
  expect(document.findings).toEqual([]);
  expect([rubyVcr.recognizes(document.value ?? null), vcrPy.recognizes(document.value ?? null)]).toEqual([true, false]);
  expect(linesOf(rubyVcr, document)).toEqual(want);
  expect(strayPointers(rubyVcr, document)).toEqual([]);
});
test.each<[string, string]>([
  ['ruby.yml', 'VCR 5.0.0, Sun, 22 Nov 2026 '],
  ['r.yml', 'vcr/1.2.0, webmockr/0.8.2, 2026-11-22 '],
])('%s says what recorded it when', async (name, want) => {
  const { recorded } = exchangesOf(rubyVcr, await fixture(name));
  expect(recorded.map((text) => text?.replace(/[\d:]+ GMT$/, ''))).toEqual(recorded.map(() => want));
});

/** A cassette of one interaction; what `response` says replaces what stands before it: keys that stand twice. */
const one = (request: string, response: string) =>
  `http_interactions:\n- request: {method: get, uri: 'https://a.test/x', body: {encoding: UTF-8, string: ''}, headers: {}, ${request}}\n  response: {status: {code: 200, message: OK}, headers: {}, body: {encoding: UTF-8, string: ''}, ${response}}\n  recorded_at: Tue, 01 Nov 2011 04:58:44 GMT\nrecorded_with: VCR 2.0.0\n`;
const good = 'GET https://a.test/x > 200';

describe('recorded in another way', () => {
  test.each<[string, string, string]>([
    [
      'vcr 2 for R',
      one('headers: null', "status: 201, headers: {a: ['1', '2']}, body: {string: hi}"),
      `${good.replace('200', '201')} text "hi"`,
    ],
    [
      'vcr 1 for R',
      one(
        'headers: []',
        "status: {status_code: '404', category: Client error}, body: {encoding: '', file: no, string: hi}",
      ),
      `${good.replace('200', '404')} text "hi"`,
    ],
    ['a symbol as the method', one("method: ':post'", ''), good.replace('GET', 'POST')],
    [
      'everything in base64',
      one(
        "method: !binary 'cG9zdA==', uri: !binary 'L3g='",
        "headers: {!binary 'Q29udGVudC1UeXBl': [!binary 'dGV4dC9wbGFpbg==']}, body: {encoding: !binary 'VVRGLTg=', string: !binary 'aGk='}",
      ),
      'POST /x > 200 text/plain text "hi"',
    ],
    [
      'base64 of a charset that is not UTF-8',
      one('', 'body: {encoding: ISO-8859-1, base64_string: "/A=="}'),
      `${good} bytes /A==`,
    ],
    [
      'gzip that VCR has undone',
      one('', "headers: {Content-Encoding: [gzip]}, body: {encoding: ASCII-8BIT, string: '{}'}"),
      `${good} json {}`,
    ],
    [
      'a placeholder',
      one('uri: <API_BASE>/deployments/a?api-version=1', ''),
      'GET <API_BASE>/deployments/a?api-version=1 > 200',
    ],
    [
      'VCR 1',
      '---\n- !ruby/struct:VCR::HTTPInteraction\n  request: !ruby/struct:VCR::Request\n    method: :get\n    uri: http://a.test:80/x\n    body:\n    headers:\n' +
        '  response: !ruby/struct:VCR::Response\n    status: !ruby/struct:VCR::ResponseStatus\n      code: 200\n      message: OK\n    headers:\n      content-type:\n      - text/plain\n    body: hi\n    http_version: "1.1"\n',
      'GET http://a.test:80/x > 200 text/plain text "hi"',
    ],
  ])('%s', async (_, text, want) => {
    const document = await cassette(text);
    expect(rubyVcr.recognizes(document.value ?? null)).toBe(true);
    expect([
      ...document.findings.map(({ code }) => code).filter((code) => code !== 'yaml-duplicate-key'),
      ...linesOf(rubyVcr, document),
    ]).toEqual([want]);
  });
});

describe('nearly VCR: what is wrong is said, the rest goes on', () => {
  const at = '/http_interactions/0';
  const sound = one('', '').replace(/^[^-]*/, '');
  test.each<[string, string, readonly string[]]>([
    ['an interaction that is none', '- ~\n', [`${at}: The interaction is null, expected an object.`]],
    [
      'half an interaction',
      '- request: {uri: /x, method: get}\n',
      [`${at}/response: The response is absent, expected an object.`],
    ],
    [
      'a body that is kept elsewhere',
      '- {request: {uri: /x, method: get}, response: {status: 200, body: {file: yes, string: a.png}}}\n',
      [`${at}/response/body/file: The body is kept in another file, expected it here.`],
    ],
  ])('%s', async (_, interaction, want) => {
    expect(linesOf(rubyVcr, await cassette(`http_interactions:\n${interaction}${sound}`))).toEqual([good, ...want]);
  });

  test('a list that is none', () => {
    expect(linesOf(rubyVcr, readJson('a.json', '{"http_interactions": {}}'))).toEqual([
      '/http_interactions: The interactions are of type object, expected a list.',
    ]);
  });

  test('a text that is too long to say what recorded it', async () => {
    const document = await cassette(one('', '').replace('VCR 2.0.0', 'x'.repeat(101)));
    expect(exchangesOf(rubyVcr, document).recorded).toEqual(['Tue, 01 Nov 2011 04:58:44 GMT']);
  });
});

test.each<[string, Json, boolean]>([
  ['an empty cassette', { http_interactions: [] }, true],
  ['a cassette without a list', { http_interactions: null }, true],
  ['a list of samples', [{ request: { method: 'GET', url: '/x' }, response: { status: 200 } }], false],
  ['half a VCR 1', [{ request: { method: ':get', uri: '/x' } }], false],
  ['an empty list', [], false],
  ['VCR.py', { interactions: [], version: 1 }, false],
  ['null', null, false],
])('%s is recognized or not', (_, value, want) => {
  expect(rubyVcr.recognizes(value)).toBe(want);
});
