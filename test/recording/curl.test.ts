import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { readJson } from '../../src/core/json-read.js';
import type { Json, JsonObject } from '../../src/core/json.js';
import { valueAt } from '../../src/core/pointer.js';
import { sampleSchema } from '../../src/http/sample-schema.js';
import { readSample } from '../../src/http/sample.js';
import { readCurl, readResponseText } from '../../src/recording/curl.js';
import { withAnswer } from '../../src/recording/http-message-pair.js';
import { recordingRules } from '../../src/recording/rules.js';

const keepsSchema = new Ajv({ allowUnionTypes: true }).compile(sampleSchema);
const fixture = (name: string) => readFileSync(`test/recording/fixtures/curl/${name}`, 'utf8');

/** The exchanges of a text, without what all have, which keep the sample format. */
function exchanges(text: string): readonly JsonObject[] {
  const { value } = readCurl('a.curl', text) ?? {};
  if (value === undefined) return [];
  expect([keepsSchema(value), keepsSchema.errors]).toEqual([true, null]);
  const list = (Array.isArray(value) ? value : [value]) as JsonObject[]; // the schema has just said so
  return list.map(({ formatVersion, source, ...exchange }) => {
    expect([formatVersion, source]).toEqual([1, 'a pasted curl command']);
    return exchange;
  });
}

/** The only request of a text: method, address, headers and body, as far as there are any. */
function request(text: string): readonly Json[] {
  const [exchange, ...more] = exchanges(text);
  expect(more).toEqual([]);
  const { method, url, headers, body } = (exchange?.['request'] ?? {}) as JsonObject; // the schema has said so
  return [method, url, headers, body].filter((part) => part !== undefined && JSON.stringify(part) !== '{}') as Json[];
}

const said = (text: string) =>
  readCurl('a.curl', text)?.findings.map(({ code, line, column, message }) => [code, `${line}:${column}`, message]);

describe('recorded with curl', () => {
  const sent = {
    method: 'POST',
    url: 'http://127.0.0.1:5098/tickets',
    headers: { authorization: 'Bearer test-key', 'content-type': 'application/json' },
    body: '{\n  "subject": "Screen",\n  "labels": ["it\'s new"]\n}',
  };
  const headers = (transfer: JsonObject) => ({
    'content-type': 'application/json',
    'x-request-id': ['a-1', 'b-2'],
    connection: 'keep-alive',
    'keep-alive': 'timeout=5',
    ...transfer,
  });
  const chunked = headers({ 'transfer-encoding': 'chunked' });
  const created = {
    status: 201,
    headers: chunked,
    body: '{"id":8,"subject":"Screen \\"A\\"\\nflickers","closed":null}',
  };
  const printer = {
    status: 200,
    headers: chunked,
    body: '{"id":7,"subject":"Printer","tags":["hardware","floor 2"],"closed":null}',
  };
  const missing = { status: 404, headers: chunked, body: '{"error":{"code":404,"message":"There is no ticket 9."}}' };
  const get = (path: string) => ({ method: 'GET', url: `http://127.0.0.1:5098${path}`, headers: {} });

  test.each<[string, readonly JsonObject[]]>([
    ['include.txt', [{ request: sent, response: created }]],
    ['verbose.txt', [{ request: sent, response: created }]],
    ['verbose-meter.txt', [{ request: get('/tickets/7'), response: printer }]],
    ['verbose-include.txt', [{ request: get('/tickets/9'), response: missing }]],
    ['redirect.txt', [{ request: get('/old'), response: printer }]],
    ['body.txt', [{ request: sent, response: { ...created, status: 200, headers: {} } }]],
    ['write-out.txt', [{ request: get('/tickets/9'), response: { ...missing, headers: {} } }]],
    [
      'session.txt',
      [
        { request: get('/tickets/7'), response: { ...printer, headers: {} } },
        { request: get('/tickets/9'), response: missing },
      ],
    ],
    ['ticket.curl', [{ request: sent }]],
  ])('%s', (name, want) => {
    expect(exchanges(fixture(name))).toEqual(want);
  });

  test('what is said of them', () => {
    const assumed = 'The answer has no status line; the status is taken to be 200, expected a paste of "curl -i".';
    expect(said(fixture('body.txt'))).toEqual([['status-assumed', '8:1', assumed]]);
    expect(said(fixture('write-out.txt'))).toEqual([]);
    expect(said(fixture('session.txt'))).toEqual([
      ['status-assumed', '2:1', assumed],
      [
        'recording-malformed',
        '13:52',
        'The data come from the file "new.json", which is not here, expected the data themselves.',
      ],
    ]);
  });

  test('a command and its answer in two files', () => {
    const command = readCurl('ticket.curl', fixture('ticket.curl'));
    const answer = readResponseText('ticket.response.txt', fixture('ticket.response.txt'));
    const pair = withAnswer(command ?? answer, answer);
    expect(pair.value).toEqual({ formatVersion: 1, source: 'a pasted curl command', request: sent, response: created });
    expect([pair.file, pair.findings]).toEqual(['ticket.curl', []]);
    expect(pair.locate('/request/body/labels/0')).toEqual({
      file: 'ticket.curl',
      pointer: '/request/body/labels/0',
      line: 6,
      column: 14,
    });
    expect(pair.locate('/response/body/subject')).toEqual({
      file: 'ticket.response.txt',
      pointer: '/body/subject',
      line: 9,
      column: 19,
    });
  });
});

describe('the request', () => {
  const at = 'http://h.example/q';
  test.each<[string, string, readonly Json[]]>([
    ['GET', `curl ${at}`, ['GET', at]],
    ['a method', `curl --request delete ${at}`, ['delete', at]],
    ['a method that is glued', `curl -XPUT ${at}`, ['PUT', at]],
    ['options that stand together', `curl -sSLkXPOST ${at}`, ['POST', at]],
    ['HEAD', `curl -I ${at}`, ['HEAD', at]],
    ['an address behind --url', `curl --url ${at} -s`, ['GET', at]],
    ['an address behind --', `curl -s -- ${at}`, ['GET', at]],
    ['an address without a scheme', 'curl localhost:8080/q', ['GET', 'http://localhost:8080/q']],
    ['an address that begins with a variable', 'curl "$BASE_URL/q"', ['GET', '${BASE_URL}/q']],
    ['in braces', 'curl ${BASE}/q', ['GET', '${BASE}/q']],
    ['of PowerShell', 'PS C:\\> curl.exe "$env:BASE/q"', ['GET', '${BASE}/q']],
    ['of cmd', 'C:\\Users\\me>curl "%BASE%/q"', ['GET', '${BASE}/q']],
    ['a placeholder', 'curl https://<host>/q', ['GET', 'https://<host>/q']],
    ['brackets that are escaped', `curl '${at}?a\\[0\\]=1'`, ['GET', `${at}?a[0]=1`]],
    ['JSON', `curl ${at} -d '{"a":1}'`, ['POST', at, '{"a":1}']],
    [
      'JSON with a type',
      `curl ${at} -H 'content-type: application/json' --data-raw '{"a":1}'`,
      ['POST', at, { 'content-type': 'application/json' }, '{"a":1}'],
    ],
    [
      '--json',
      `curl ${at} --json '{"a":1}'`,
      ['POST', at, { 'content-type': 'application/json', accept: 'application/json' }, '{"a":1}'],
    ],
    [
      '--json twice',
      `curl ${at} --json '{"a":' --json '1}' -H 'accept: a/b'`,
      ['POST', at, { 'content-type': 'application/json', accept: 'a/b' }, '{"a":1}'],
    ],
    [
      'a form',
      `curl ${at} -d a=1 --data-binary 'b=2 3'`,
      ['POST', at, { 'content-type': 'application/x-www-form-urlencoded' }, 'a=1&b=2 3'],
    ],
    [
      'a form that is encoded',
      `curl ${at} --data-urlencode 'a=b c&d' --data-urlencode '=e?' --data-urlencode 'f/g' --data-urlencode 'h@i=j@k'`,
      ['POST', at, { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b+c%26d&e%3F&f%2Fg&h@i=j%40k'],
    ],
    [
      'data that begin with @',
      `curl ${at} --data-raw '@a'`,
      ['POST', at, { 'content-type': 'application/x-www-form-urlencoded' }, '@a'],
    ],
    ['data in the address', `curl -G '${at}?z=1#f' -d a=1 --data-urlencode 'b=c d'`, ['GET', `${at}?z=1&a=1&b=c+d#f`]],
    ['--url-query', `curl ${at} --url-query 'a=b c' --url-query +d`, ['GET', `${at}?a=b+c&d`]],
    ['a multipart form', `curl ${at} -F a=1 -F file=@b`, ['POST', at, { 'content-type': 'multipart/form-data' }]],
    ['a here-document', `curl ${at} -d @- <<EOF\n{"a":1}\nEOF`, ['POST', at, '{"a":1}']],
    ['no data', `curl ${at} -d ''`, ['POST', at, '']],
    [
      'headers',
      `curl ${at} -H 'X-A: 1' -H 'x-a:2' -H 'X-B;' -H 'X-C:' -H "$MORE"`,
      ['GET', at, { 'x-a': ['1', '2'], 'x-b': '' }],
    ],
    [
      'a header that stands for an option',
      `curl ${at} -A me -H 'User-Agent: you' -e here -b a=1 -b jar`,
      ['GET', at, { 'user-agent': 'you', referer: 'here', cookie: 'a=1' }],
    ],
    ['a header that is not sent', `curl ${at} -d a=1 -H 'Content-Type:'`, ['POST', at, 'a=1']],
    ['a user', `curl -u me:pw ${at}`, ['GET', at, { authorization: 'Basic bWU6cHc=' }]],
    ['a token', `curl ${at} --oauth2-bearer abc`, ['GET', at, { authorization: 'Bearer abc' }]],
    ['a path in front, a variable, sudo', `KEY=1 sudo /usr/bin/curl -s ${at}`, ['GET', at]],
    ['behind another command', `export KEY="1"; cd /tmp && curl -s ${at}`, ['GET', at]],
    ['into a variable', `answer=$(curl -s ${at})`, ['GET', at]],
    [
      'no values for flags',
      `curl --compressed --no-progress-meter -o out.json --max-time 5 ${at} -w '%{http_code}'`,
      ['GET', at],
    ],
    ['an expanded option', `curl --variable a=1 --expand-url ${at}`, ['GET', at]],
  ])('%s', (_, text, want) => {
    expect([said(text), request(text)]).toEqual([[], want]);
  });

  test('cmd, as browsers copy it', () => {
    const text = [
      'curl ^"https://h.example/q?a=1^&b=^%^20^" ^',
      '  -X ^"PUT^" ^',
      '  -H ^"content-type: application/json^" ^',
      '  --data-raw ^"^{^\\^"a^\\^":^\\^"b^\\^"^}^"',
    ].join('\r\n');
    expect(request(text)).toEqual([
      'PUT',
      'https://h.example/q?a=1&b=%20',
      { 'content-type': 'application/json' },
      '{"a":"b"}',
    ]);
    expect(readCurl('a.curl', text)?.locate('/request/body/a')).toEqual({ line: 4, column: 28 });
  });

  test('PowerShell', () => {
    const text = [
      'curl.exe https://h.example/q `',
      "  -H 'content-type: application/json' `",
      '  -d \'{\\"a\\": \\"it\'\'s\\"}\'',
    ].join('\r\n');
    expect(request(text)).toEqual([
      'POST',
      'https://h.example/q',
      { 'content-type': 'application/json' },
      '{"a": "it\'s"}',
    ]);
  });
});

describe('what is wrong is said, and where, and the others go on', () => {
  const good = 'curl http://h.example/q\n';
  test.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      'data in a file',
      'curl http://h -d @body.json',
      [['2:18', 'The data come from the file "body.json", which is not here, expected the data themselves.']],
    ],
    [
      'data from nowhere',
      'curl http://h -d @-',
      [['2:18', 'The data come from standard input, which is not here, expected the data themselves.']],
    ],
    [
      'data in a file, encoded',
      'curl http://h --data-urlencode a@b',
      [['2:32', 'The data come from the file "b", which is not here, expected the data themselves.']],
    ],
    [
      'data from a command',
      'curl http://h -d "$(cat body.json)"',
      [['2:18', 'The data come from another command, expected the data themselves.']],
    ],
    [
      'a file to upload',
      'curl -T body.json http://h',
      [['2:9', 'The body comes from a file, which is not here, expected the data themselves.']],
    ],
    [
      'headers in a file',
      'curl http://h -H @headers',
      [['2:18', 'The headers come from a file, which is not here, expected the headers themselves.']],
    ],
    [
      'a header without a colon',
      "curl http://h -H 'Authorization sk-1234567890abcdef'",
      [['2:18', 'The header has no colon, expected a name, a colon and a value.']],
    ],
    [
      'a header without quotes',
      'curl http://h -H Authorization: Bearer sk-1234567890abcdef',
      [['2:33', 'Here a second address begins, expected one a command, and quotes around what belongs together.']],
    ],
    [
      'two addresses',
      'curl http://h http://i',
      [['2:15', 'Here a second address begins, expected one a command, and quotes around what belongs together.']],
    ],
    [
      '--next',
      'curl http://h --next http://i',
      [['2:15', 'Here a second address begins, expected one a command, and quotes around what belongs together.']],
    ],
    ['no address', 'curl -d 1', [['2:1', 'The command has no address, expected one.']]],
    [
      'an unknown option',
      'curl --dta 1 http://h',
      [['2:6', 'The option "--dta" is not known, expected one of curl\'s. Did you mean "--data"?']],
    ],
    ['an unknown letter', 'curl -@ http://h', [['2:6', 'The option "-@" is not known, expected one of curl\'s.']]],
    [
      'a value that is not there',
      'curl http://h -d',
      [['2:15', 'The option "--data" is the last word of the command, expected its value behind it.']],
    ],
    ['a quote without an end', "curl 'http://h", [['2:6', 'The quote that begins here has no end, expected one.']]],
    [
      'a line that should be a header',
      'curl http://h\nHTTP/1.1 200 OK\nno header\n\n{}',
      [['4:1', 'The line is no header, expected "name: value", or an empty line before the body.']],
    ],
  ])('%s', (_, broken, want) => {
    const text = `${good}${broken}\n`;
    expect([exchanges(text).length, said(text)]).toEqual([
      1,
      want.map(([place, message]) => ['recording-malformed', place, message]),
    ]);
    expect(exchanges(`${broken}\n`)).toEqual([]);
  });

  test('a command behind a quote without an end', () => {
    const text = `curl "http://h\n${good}curl -d\n`;
    expect(exchanges(text)).toEqual([{ request: { method: 'GET', url: 'http://h.example/q', headers: {} } }]);
    expect(said(text)?.map(([, place]) => place)).toEqual(['1:6', '3:6']);
  });

  test('too many commands', () => {
    const from = ['recording-malformed', '1001:1', 'From here on no command is read, expected at most 1000 before.'];
    expect([exchanges(good.repeat(1001)).length, said(good.repeat(1001))]).toEqual([1000, [from]]);
  });

  test('too many commands without an end', () => {
    const places = said('curl h/a <<E\n'.repeat(12))?.map(([, place, message]) => [place, message]);
    const endless = 'The here-document that begins here has no end, expected one.';
    expect(places).toEqual([
      ...Array.from({ length: 10 }, (_, at) => [`${at + 1}:10`, endless]),
      ['11:1', 'From here on no command is read, expected at most 10 before.'],
    ]);
  });

  test('too many words', () => {
    const message = 'The command has more than 5000 words, expected fewer.';
    expect(said(`curl${' a'.repeat(6000)}`)).toEqual([['recording-malformed', '1:1', message]]);
  });

  test('too many headers that are none are counted', () => {
    const found = readCurl('a.curl', `${good}HTTP/1.1 200 OK\n${'x\n'.repeat(1000)}`);
    expect(found?.findings.map(({ count }) => count).filter((count) => count !== undefined)).toEqual([901]);
  });

  test('a text that is too long', () => {
    const found = readCurl('a.curl', `${good}${'x'.repeat(2 * 1024 * 1024)}`);
    expect([found?.value, found?.findings.map(({ code }) => code)]).toEqual([undefined, ['document-too-large']]);
  });
});

describe('the answer', () => {
  const response = (behind: string) => exchanges(`$ curl http://h/q\n${behind}`)[0]?.['response'];
  const json = { status: 200, headers: {}, body: '{"a":1}' };
  test.each<[string, string, Json | undefined]>([
    ['none', '', undefined],
    ['the next line of a script', 'echo done\n', undefined],
    ['JSON', '\n{"a":1}\n\n', json],
    ['JSON and a prompt', '{"a":1}me@host:~$ ', json],
    ['JSON and a prompt on its own line', '{"a":1}\nme@host:~$ \n', json],
    ['JSON and a status', '{"a":1}\n404\n', { ...json, status: 404 }],
    ['JSON and a status in words', '{"a":1}HTTP status: 503', { ...json, status: 503 }],
    ['JSON that is broken', '{"a":\n}\n', { ...json, body: '{"a":\n}' }],
    ['JSON that is broken, and more', '{"a":"\n404', { ...json, body: '{"a":"\n404' }],
    ['markup', '<!DOCTYPE html>\n<p>a\n', { ...json, body: '<!DOCTYPE html>\n<p>a' }],
    ['events', 'data: {"a":1}\n\ndata: [DONE]\n\n', { ...json, body: 'data: {"a":1}\n\ndata: [DONE]' }],
    ['headers and JSON and a prompt', 'HTTP/2 200 \r\nA: b\r\n\r\n{"a":1}$ ', { ...json, headers: { a: 'b' } }],
    [
      'headers and text',
      'HTTP/1.1 404 Not Found\nA: b\n\nnot\nhere\n',
      { status: 404, headers: { a: 'b' }, body: 'not\nhere' },
    ],
    ['headers alone', 'HTTP/1.1 204 No Content\nA: b\n', { status: 204, headers: { a: 'b' } }],
    [
      '100 and then another',
      'HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nA: b\n\n{"a":1}',
      { ...json, headers: { a: 'b' } },
    ],
    [
      'headers that every object has',
      'HTTP/1.1 200 OK\n__proto__: a\nconstructor: b\n\n{"a":1}',
      {
        ...json,
        headers: Object.fromEntries([
          ['__proto__', 'a'],
          ['constructor', 'b'],
        ]),
      },
    ],
    [
      'a transcript with its end behind the body',
      '> GET /q HTTP/1.1\n>\n< HTTP/1.1 200 OK\n< A: b\n<\n{"a":1}* Connection #0 to host h left intact\n',
      { ...json, headers: { a: 'b' } },
    ],
    [
      'a transcript with its end behind a text',
      '< HTTP/1.1 404 Not Found\n< \nnot here* Closing connection 0\n',
      { status: 404, headers: {}, body: 'not here' },
    ],
    [
      'a transcript of a redirection',
      '< HTTP/1.1 302 Found\n< A: c\n<\nmoved\n* Issue another request to this URL\n< HTTP/1.1 200 OK\n< A: b\n< \n* Connection #0 to host h left intact\n{"a":1}',
      { ...json, headers: { a: 'b' } },
    ],
    ['a transcript of a failure', '* connect to h port 80 failed: Connection refused\ncurl: (7) Failed\n', undefined],
  ])('%s', (_, behind, want) => {
    expect(response(behind)).toEqual(want);
  });

  test.each<[string, string, Json]>([
    ['a body', '{"a":1}\n', json],
    ['a text', 'not here\n', { ...json, body: 'not here' }],
    ['a list in Markdown', '* one\n* two\n', { ...json, body: '* one\n* two' }],
    ['with a byte-order mark', '\uFEFF{"a":1}', json],
    ['a text with a byte-order mark', '\uFEFFnot here', { ...json, body: 'not here' }],
    [
      'a message',
      'HTTP/1.1 404 Not Found\r\nA: b\r\n\r\n{"a":1}',
      { status: 404, headers: { a: 'b' }, body: '{"a":1}' },
    ],
    ['nothing', '', { status: 200, headers: {} }],
  ])('in a file of its own: %s', (_, text, want) => {
    expect(readResponseText('a.txt', text).value).toEqual(want);
  });

  test('in a file of its own: what is said, and where', () => {
    const found = readResponseText('a.txt', '\n{"a":\n 1}');
    expect(found.findings.map(({ code, severity, line, column }) => [code, severity, line, column])).toEqual([
      ['status-assumed', 'note', 2, 1],
    ]);
    expect(found.locate('/body/a')).toEqual({ line: 3, column: 2 });
    const broken = readResponseText('a.txt', 'HTTP/1.1 200 OK\n{}');
    expect([broken.value, broken.findings.map(({ code, line }) => [code, line])]).toEqual([
      undefined,
      [['recording-malformed', 2]],
    ]);
  });

  test.each<[string, string, string]>([
    [
      'several commands',
      'curl http://h/a\ncurl http://h/b',
      'The file beside this one has several commands, expected one, which this is the answer to.',
    ],
    [
      'an answer behind the command',
      'curl http://h/a\nHTTP/1.1 200 OK\n\n{}',
      'The command beside this file has an answer behind it, expected only one answer.',
    ],
  ])('beside %s', (_, text, want) => {
    const command = readCurl('a.curl', text);
    const answer = readResponseText('b.txt', 'HTTP/1.1 200 OK\n\n{}');
    const pair = withAnswer(command ?? answer, answer);
    expect([pair.value, pair.findings.map(({ file, message }) => [file, message])]).toEqual([
      undefined,
      [['b.txt', want]],
    ]);
  });
});

describe('several commands', () => {
  const urls = (text: string) => exchanges(text).map((exchange) => valueAt(exchange, '/request/url'));
  test.each<[string, string, readonly string[]]>([
    ['one a line', 'curl http://h/a\n# curl http://h/x\n\ncurl http://h/b\n', ['http://h/a', 'http://h/b']],
    [
      'in one line',
      'curl http://h/a | jq . && curl http://h/b ; curl http://h/c',
      ['http://h/a', 'http://h/b', 'http://h/c'],
    ],
    [
      'behind prompts',
      'me@host:~$ curl http://h/a\n{"a":1}\nroot@host:/# curl http://h/b\n',
      ['http://h/a', 'http://h/b'],
    ],
    [
      'behind a body',
      '$ curl http://h/a\n{"a":1}me@host:~$ curl http://h/b\n[2]% curl http://h/c\n',
      ['http://h/a', 'http://h/b', 'http://h/c'],
    ],
    ['named in an answer', '$ curl http://h/a\n{"a": "$ curl http://h/x",\n"b": "curl http://h/y"}', ['http://h/a']],
    ['in a transcript', '$ curl http://h/a\n> User-Agent: curl/8.1\n< HTTP/1.1 200 OK\n<\n{}', ['http://h/a']],
  ])('%s', (_, text, want) => {
    expect(urls(text)).toEqual(want);
  });
});

test.each([
  ['nothing', ''],
  ['a sentence', 'curl is a tool\nUse curl for it.\n'],
  ['a script', '#!/bin/sh\necho curl http://h\nwget http://h\n'],
  ['a comment', '# curl http://h\n# cd; curl http://h\n'],
  ['a text in quotes', 'echo "cd; curl http://h"'],
  ['a question for help', 'curl --help all\n$ curl --version\ncurl 8.1'],
  ['JSON', '{"a": "curl http://h"}'],
  ['a library', 'libcurl http://h\ncurl-config --version\n'],
])('no curl command: %s', (_, text) => {
  expect(readCurl('a.txt', text)).toBe(undefined);
});

describe('the rule status-assumed', () => {
  const { bad, good } = recordingRules.statusAssumed.examples;
  const codes = (text: string) => said(text)?.map(([code]) => code);
  test.each(bad)('%j breaks it and nothing else', (text) => expect(codes(text)).toEqual(['status-assumed']));
  test.each(good)('%j is clean', (text) => expect(codes(text)).toEqual([]));
});

test('credentials are replaced when the document is read, and no message has one', () => {
  const secret = 'sk-1234567890abcdef1234567890abcdef';
  const text = [
    `curl "https://me:${secret}@h.example/q?api_key=${secret}" -H "Authorization: Bearer ${secret}" -b "session=${secret}" -d '{"api_key":"${secret}"}'`,
    `{"token": "${secret}"}`,
    `curl https://h.example/r -u me:${secret} --oauth2-bearer ${secret}`,
    `curl --${secret} http://h`,
    `curl -d @${secret} -H ${secret} http://h`,
  ].join('\n');
  const document = readCurl('a.curl', text);
  const read = document && readSample(document);
  const shown = JSON.stringify([
    document?.findings,
    read?.findings,
    read?.exchanges.map(({ request: sent, response }) => [
      { url: sent.url, headers: sent.headers, body: sent.body.kind === 'json' ? sent.body.value : sent.body },
      response && {
        headers: response.headers,
        body: response.body.kind === 'json' ? response.body.value : response.body,
      },
    ]),
  ]);
  expect([read?.exchanges.length, document?.findings.length, shown.includes(secret)]).toEqual([2, 4, false]);
});

test('the document is read as any sample, and a value is where it stands', () => {
  const text = fixture('include.txt');
  const document = readCurl('a.curl', text);
  const { exchanges: read = [], findings } = document ? readSample(document) : { findings: undefined };
  expect(findings).toEqual([]);
  expect(read.map(({ sample, pointers }) => [sample, pointers.requestBody, pointers.responseBody])).toEqual([
    ['a.curl', '/request/body', '/response/body'],
  ]);
  const places = [
    '',
    '/request',
    '/request/method',
    '/request/url',
    '/request/headers/authorization',
    '/request/body',
    '/request/body/labels/0',
    '/response',
    '/response/status',
    '/response/headers/x-request-id',
    '/response/headers/none',
    '/response/body',
    '/response/body/id',
    '/none',
  ];
  expect(places.map((pointer) => [pointer, document?.locate(pointer)])).toEqual([
    ['', { line: 1, column: 14 }],
    ['/request', { line: 1, column: 14 }],
    ['/request/method', { line: 1, column: 3 }],
    ['/request/url', { line: 1, column: 14 }],
    ['/request/headers/authorization', { line: 2, column: 6 }],
    ['/request/body', { line: 4, column: 7 }],
    ['/request/body/labels/0', { line: 6, column: 14 }],
    ['/response', { line: 8, column: 1 }],
    ['/response/status', { line: 8, column: 1 }],
    ['/response/headers/x-request-id', { line: 11, column: 1 }],
    ['/response/headers/none', { line: 9, column: 1 }],
    ['/response/body', { line: 16, column: 1 }],
    ['/response/body/id', { line: 16, column: 7 }],
    ['/none', { line: 1, column: 14 }],
  ]);
});

test('a body of JSON reads as the JSON that it is', () => {
  const value = { a: [1, { b: 'ü"\\\n' }], c: null };
  const quoted = JSON.stringify(value).replaceAll("'", `'"'"'`);
  const document = readCurl('a.curl', `curl http://h -d '${quoted}'`);
  const body = document && valueAt(document.value, '/request/body');
  expect(readJson('b.json', String(body)).value).toEqual(value);
});
