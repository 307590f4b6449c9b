import { Agent, request as send } from 'node:http';
import { connect } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import Ajv from 'ajv-draft-04';
import { listen } from '../../src/cli/net/listen.js';
import { capture } from '../../src/cli/record/capture.js';
import { passOn } from '../../src/cli/record/pass-on.js';
import { upstreamAt } from '../../src/cli/record/upstream.js';
import { recordSchema } from '../../src/cli/schemas/record.js';
import { readSample } from '../../src/http/sample.js';
import { readJson } from '../../src/core/json-read.js';
import { compileOnce } from '../compile-once.js';
import { runIn } from '../scenarios/run.js';
import { ask, json, serve, type Got, type Served } from './loopback.js';
import { memoryWorld } from './memory-world.js';
import { startRecord, until, type Running } from './recording.js';

compileOnce();

const KEY = 'canary-27182818';

let served: Served | undefined;
let running: Running | undefined;
afterEach(async () => {
  const [ending, closing] = [running?.end(), served?.close()];
  [served, running] = [undefined, undefined];
  await Promise.all([ending, closing]);
});

/** A recorder before a server that answers so. */
async function recording(answer: (response: ServerResponse, got: Got) => void, path = ''): Promise<Running> {
  served = await serve(answer);
  running = await startRecord(served.url + path);
  return running;
}

/** What a recorder wrote, without the names of headers that every message has. */
function only(running: Running) {
  const [name = '', ...more] = Object.keys(running.samples());
  expect(more).toEqual([]);
  const sample = running.samples()[name];
  return { name, sample };
}

test('a request goes on as it came, its answer comes back as it is, and both are kept', async () => {
  const recorder = await recording((response) => json(response, 201, { id: 7, said: KEY }, { 'X-Two': 'b' }), '/v1/');
  const body = '{"name":"a"}';
  const seen = await ask(`${recorder.url}/things?key=${KEY}&page=2`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json', te: 'trailers' },
    body,
  });
  expect([seen.status, seen.body, seen.headers['x-two']]).toEqual([201, `{"id":7,"said":"${KEY}"}`, 'b']);
  const [got] = served?.got ?? [];
  expect([got?.method, got?.url, got?.body]).toEqual(['POST', `/v1/things?key=${KEY}&page=2`, body]);
  expect([got?.headers.authorization, got?.headers.host, got?.headers.te]).toEqual([
    `Bearer ${KEY}`,
    `127.0.0.1:${served?.port}`,
    undefined,
  ]);
  const { name, sample } = only(recorder);
  expect([name, sample]).toEqual([
    '0001-post-things.json',
    {
      formatVersion: 1,
      source: { recorded: 'by connector-kit 1.2.3 record', on: '2026-01-01', changed: 'credentials replaced' },
      request: {
        method: 'POST',
        url: `${served?.url}/v1/things?key=REDACTED&page=2`,
        headers: { authorization: 'Bearer REDACTED', 'content-type': 'application/json' },
        body: { name: 'a' },
      },
      response: {
        status: 201,
        headers: { 'content-type': 'application/json', 'x-two': 'b' },
        body: { id: 7, said: 'REDACTED' },
      },
    },
  ]);
});

test('a key in the query is not kept where the answer repeats it', async () => {
  const recorder = await recording((response, { url }) => json(response, 200, { said: url.slice(-KEY.length) }));
  const { body } = await ask(`${recorder.url}/things?code=${KEY}`);
  expect([body, only(recorder).sample?.response.body]).toEqual([`{"said":"${KEY}"}`, { said: 'REDACTED' }]);
});

test('it ends with what it wrote, and nothing else is on standard output', async () => {
  const recorder = await recording((response) => json(response, 200, {}));
  await ask(`${recorder.url}/a`, { headers: { 'x-api-key': KEY } });
  const { exit, result } = await recorder.end();
  const validate = new Ajv.default({ allErrors: true }).compile(recordSchema);
  validate(result);
  expect(validate.errors ?? []).toEqual([]);
  expect([exit, result]).toEqual([
    0,
    { formatVersion: 1, ok: true, url: recorder.url, written: ['rec/0001-get-a.json'], redactions: 1, notKept: 0 },
  ]);
  expect(recorder.world.printed.out.split('\n')[0]).toBe(`{"formatVersion":1,"url":"${recorder.url}"}`);
  await expect(ask(recorder.url)).rejects.toThrow('ECONNREFUSED');
});

test('a stream comes through chunk by chunk', async () => {
  let upstream: ServerResponse | undefined;
  const recorder = await recording((response) => {
    upstream = response;
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  });
  const chunks: string[] = [];
  const heard = await new Promise<NodeJS.ReadableStream>((done) => {
    send(`${recorder.url}/stream`, { agent: false }, done).end();
  });
  heard.on('data', (chunk: Buffer) => chunks.push(String(chunk)));
  for (const part of ['data: 1\n\n', 'data: 2\n\n']) {
    upstream?.write(part);
    await until(() => chunks.includes(part));
  }
  expect([chunks, recorder.world.written]).toEqual([['data: 1\n\n', 'data: 2\n\n'], []]);
  upstream?.end();
  await until(() => recorder.world.written.length > 0);
  expect(only(recorder).sample?.response.body).toBe('data: 1\n\ndata: 2\n\n');
});

describe('what is kept of a body', () => {
  test.each<[string, (response: ServerResponse) => void, unknown]>([
    [
      'gzip is undone',
      (response) =>
        response
          .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
          .end(gzipSync('{"a":1}')),
      { status: 200, headers: { 'content-type': 'application/json' }, body: { a: 1 } },
    ],
    [
      'brotli is undone',
      (response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('text')),
      { status: 200, body: 'text' },
    ],
    ['no body', (response) => response.writeHead(204).end(), { status: 204 }],
    ['bytes', (response) => response.writeHead(200).end(Buffer.from([0xff, 0])), { status: 200, bodyBase64: '/wA=' }],
    [
      'what is said to be JSON and is none',
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"a"'),
      { status: 200, headers: { 'content-type': 'application/json' }, body: '{"a"' },
    ],
    [
      'null',
      (response) => json(response, 200, null),
      { status: 200, headers: { 'content-type': 'application/json' }, bodyText: 'null' },
    ],
  ])('%s', async (_, answer, want) => {
    const recorder = await recording((response) => {
      response.sendDate = false;
      answer(response);
    });
    await ask(`${recorder.url}/x`);
    const { sample } = only(recorder);
    expect(sample?.response).toEqual(want);
    expect(readSample(readJson('x', JSON.stringify(sample))).findings).toEqual([]);
  });
});

test('a request of any length and method, and an answer to HEAD', async () => {
  const recorder = await recording((response, { body }) => json(response, 200, { body }));
  const chunked = await ask(`${recorder.url}/a`, {
    method: 'DELETE',
    headers: { 'transfer-encoding': 'chunked' },
    body: 'abc',
  });
  const head = await ask(`${recorder.url}/b`, { method: 'HEAD' });
  expect([chunked.body, head.status, head.body, head.isCut]).toEqual(['{"body":"abc"}', 200, '', false]);
  expect(
    Object.values(recorder.samples()).map(({ request, response }) => [request.method, request.body, response.body]),
  ).toEqual([
    ['DELETE', 'abc', { body: 'abc' }],
    ['HEAD', undefined, undefined],
  ]);
});

test('an upstream that closes connections that it said to keep; trailers', async () => {
  const recorder = await recording((response, { url }) => {
    response.writeHead(200, { connection: 'keep-alive', trailer: 'x-sum' });
    response.addTrailers({ 'x-sum': url });
    response.end('ok', () => response.socket?.destroySoon());
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const trailers: unknown[] = [];
  for (const path of ['/1', '/2', '/3']) {
    await new Promise<void>((done) => {
      send(recorder.url + path, { agent }, (response) => {
        response.resume().once('end', () => done(void trailers.push(response.trailers)));
      }).end();
    });
  }
  agent.destroy();
  expect([trailers, recorder.world.written.length]).toEqual([
    [{ 'x-sum': '/1' }, { 'x-sum': '/2' }, { 'x-sum': '/3' }],
    3,
  ]);
});

test('codings that cannot be undone are not asked for', async () => {
  const recorder = await recording((response, { headers }) => json(response, 200, headers['accept-encoding'] ?? ''));
  const asked = await Promise.all(
    ['gzip, br, zstd', 'zstd', 'gzip;q=0.5, *'].map((accept) =>
      ask(recorder.url, { headers: { 'accept-encoding': accept } }),
    ),
  );
  expect(asked.map(({ body }) => JSON.parse(body))).toEqual(['gzip, br', 'identity', 'gzip;q=0.5']);
});

test('many clients at once: each gets its own answer, and names go by arrival', async () => {
  const held: [ServerResponse, string][] = [];
  const recorder = await recording((response, { url }) => {
    held.push([response, url]);
    if (held.length === 40) for (const [one, path] of held.reverse()) json(one, 200, { path });
  });
  const paths = Array.from({ length: 40 }, (_, at) => `/p${at}`);
  const seen = await Promise.all(paths.map((path) => ask(recorder.url + path)));
  expect(seen.map(({ body }) => JSON.parse(body).path)).toEqual(paths);
  const samples = Object.entries(recorder.samples()).map(([name, { response }]) => [name, response.body] as const);
  expect(samples.toSorted().map(([name]) => name.slice(0, 4))).toEqual(
    paths.map((_, at) => String(at + 1).padStart(4, '0')),
  );
  for (const [name, body] of samples)
    expect(body).toEqual({ path: `/${name.slice('0001-get-'.length, -'.json'.length)}` });
});

test('numbers go on behind those that are there, and nothing is written over', async () => {
  served = await serve((response) => json(response, 200, {}));
  let stop = () => {};
  const ended = new Promise<void>((done) => (stop = done));
  const world = memoryWorld({ ended, files: { 'rec/0041-get-x.json': 'mine', 'rec/other': '' } });
  running = await startRecord(served.url, '', world);
  await ask(`${running.url}/x`);
  expect([world.written, world.files.get('/home/rec/0041-get-x.json')]).toEqual([
    ['/home/rec/0042-get-x.json'],
    'mine',
  ]);
  stop();
});

describe('what is passed on and not kept', () => {
  test.each([
    ['of known length', { 'content-length': '100' }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('an answer %s that the upstream cuts off is cut off for the client', async (_, headers) => {
    const recorder = await recording((response) => {
      response.writeHead(200, headers);
      response.write('half', () => setTimeout(() => response.destroy(), 5));
    });
    const seen = await ask(`${recorder.url}/cut`);
    expect([seen.body, seen.isCut, recorder.log(), recorder.world.written]).toEqual([
      'half',
      true,
      ['GET /cut not kept: the answer was cut off'],
      [],
    ]);
  });

  test('a client that goes away takes the request to the upstream with it', async () => {
    let upstream: ServerResponse | undefined;
    const recorder = await recording((response) => {
      upstream = response;
      response.writeHead(200).write('begun');
    });
    const sent = send(`${recorder.url}/gone`, { agent: false }, (response) => {
      response.on('error', () => undefined);
      response.once('data', () => sent.destroy());
    });
    sent.on('error', () => undefined).end();
    await until(() => upstream?.destroyed === true && recorder.log().length > 0);
    expect([upstream?.destroyed, recorder.log(), recorder.world.written]).toEqual([
      true,
      ['GET /gone not kept: the client went away'],
      [],
    ]);
  });

  test.each<[string, (response: ServerResponse) => void, string]>([
    ['resets', (response) => response.socket?.resetAndDestroy(), 'the connection was cut (ECONNRESET)'],
    [
      'speaks no HTTP',
      (response) => response.socket?.end('220 hello\r\n'),
      'what came back is no HTTP (HPE_INVALID_CONSTANT)',
    ],
  ])('an upstream that %s is 502 for the client', async (_, answer, why) => {
    const recorder = await recording(answer);
    const { status, body } = await ask(`${recorder.url}/x?key=${KEY}`);
    const message = `No answer came from 127.0.0.1:${served?.port}: ${why}.`;
    expect([status, JSON.parse(body)]).toEqual([502, { error: { code: 'upstream-unreachable', message } }]);
    expect([recorder.log(), recorder.world.written]).toEqual([[`GET /x not kept: no answer came: ${why}`], []]);
  });

  test('an upstream that is not there is 502, too; after it the recorder goes on', async () => {
    running = await startRecord('http://127.0.0.1:1');
    const all = [await ask(running.url), await ask(running.url)];
    expect(all.map(({ status }) => status)).toEqual([502, 502]);
    expect((await running.end()).result).toEqual(expect.objectContaining({ ok: true, written: [], notKept: 2 }));
  });

  /** Takes one request on to `served`, and gives what the client saw and what came of it. */
  async function passedOn(more: Partial<Parameters<typeof passOn>[2]>) {
    const upstream = await upstreamAt(served?.url ?? '');
    const passing = { upstream, room: { left: 1000 }, ownPort: () => 0, ...more };
    const passed: unknown[] = [];
    const listener = await listen({
      port: 0,
      answer: async (client, answer) => void passed.push(await passOn(client, answer, passing)),
      onError: (error) => passed.push(error),
    });
    const seen = await ask(listener.url);
    await listener.close(0);
    return { seen, passed, left: passing.room.left };
  }

  test('a status that is none', async () => {
    const recorder = await recording((response) => response.writeHead(600).end());
    expect([(await ask(`${recorder.url}/x`)).status, recorder.log()]).toEqual([
      600,
      ['GET /x not kept: 600 is no status'],
    ]);
  });

  test('a body for which there is no room, which is given back', async () => {
    served = await serve((response) => response.end('abcdef'));
    const { seen, passed, left } = await passedOn({ room: { left: 5 } });
    expect([seen.body, passed, left]).toEqual(['abcdef', [{ notKept: 'a body of it is too large to hold' }], 5]);
  });

  test('the recorder itself as its upstream, when its name did not say so', async () => {
    served = await serve((response) => json(response, 200, {}));
    const { port: ownPort, got } = served;
    const { seen, passed } = await passedOn({ ownPort: () => ownPort });
    const why = 'the upstream is this recorder itself';
    expect([seen.status, JSON.parse(seen.body).error, passed, got]).toEqual([
      508,
      { code: 'loop', message: `No answer came from 127.0.0.1:${ownPort}: ${why}.` },
      [{ notKept: `no answer came: ${why}` }],
      [],
    ]);
  });
});

test('what is under way when it ends comes to its end, and new requests find nobody', async () => {
  let upstream: ServerResponse | undefined;
  const recorder = await recording((response) => {
    upstream = response;
    response.write('begun');
  });
  const agent = new Agent({ keepAlive: true });
  const body = new Promise<string>((done) => {
    send(recorder.url, { agent }, (response) => {
      let heard = '';
      response.on('data', (chunk) => (heard += String(chunk))).on('end', () => done(heard));
    }).end();
  });
  await until(() => upstream !== undefined);
  const ended = recorder.end();
  await expect(ask(recorder.url)).rejects.toThrow('ECONNREFUSED');
  upstream?.end(', done');
  expect([await body, (await ended).result['written']]).toEqual(['begun, done', ['rec/0001-get.json']]);
  agent.destroy();
});

test('a copy of bytes ends at 8 MiB, and its room is free again', () => {
  const room = { left: 20 * 1024 * 1024 };
  const copy = capture(room);
  const most = Buffer.alloc(8 * 1024 * 1024);
  copy.take(most);
  const before = [copy.bytes()?.length, room.left];
  copy.take(Buffer.alloc(1));
  expect([before, copy.bytes(), room.left]).toEqual([[most.length, 12 * 1024 * 1024], undefined, 20 * 1024 * 1024]);
});

describe('what does not go on', () => {
  test.each([
    ['GET / HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n', 501, 'no-upgrade'],
    ['GET http://other.example/x HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'no-proxy'],
    ['OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'no-proxy'],
    ['CONNECT other.example:443 HTTP/1.1\r\nHost: x\r\n\r\n', 501, undefined],
  ])('%j', async (text, status, code) => {
    const recorder = await recording((response) => json(response, 200, {}));
    const answer = await raw(recorder.url, text);
    expect([answer.startsWith(`HTTP/1.1 ${status} `), /"code":"([\w-]+)"/.exec(answer)?.[1]]).toEqual([true, code]);
    expect([served?.got, recorder.world.written]).toEqual([[], []]);
  });
});

test('a sample that cannot be written costs the client nothing, and the exit code is 3', async () => {
  served = await serve((response) => json(response, 200, { fine: true }));
  let stop = () => {};
  const ended = new Promise<void>((done) => (stop = done));
  const world = memoryWorld({ ended, readOnly: ['rec'] });
  running = await startRecord(served.url, '', world);
  expect((await ask(running.url)).body).toBe('{"fine":true}');
  stop();
  const { exit, result } = await running.end();
  expect([exit, result['fault']]).toEqual([
    3,
    {
      code: 'not-writable',
      message: '"rec/0001-get.json" cannot be written: permission denied.',
      help: 'Give a folder that can be written.',
    },
  ]);
});

test.each([
  ['--out rec', '--upstream URL is missing.'],
  ['--upstream http://x', '--out DIR is missing.'],
  ['--upstream ftp://x --out rec', 'The upstream is "ftp://x", expected an address with http or https.'],
  ['--upstream x --out rec', 'The upstream is "x", expected an address with http or https.'],
  [
    `--upstream https://user:${KEY}@x --out rec`,
    'The upstream has a user name or a password in its address, expected none: the clients send their own.',
  ],
  [
    `--upstream https://x/?key=${KEY} --out rec`,
    'The upstream has a query or a fragment, expected a host and a path: the clients send their own query.',
  ],
  ['--upstream http://localhost:4010 --port 4010 --out rec', 'The upstream is the recorder itself.'],
  ['--upstream http://x --out full', '"full" is no folder: it is a file.'],
])('record %s is refused', async (words, message) => {
  const { exit, err } = await runIn(memoryWorld({ files: { full: '' } }), `record ${words}`);
  expect([exit, err[0]]).toEqual([2, `connector-kit: ${message}`]);
});

function raw(url: string, text: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.end(text));
    let heard = '';
    socket.on('data', (chunk) => (heard += String(chunk))).on('close', () => done(heard));
  });
}
