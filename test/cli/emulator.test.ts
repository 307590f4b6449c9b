import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Ajv from 'ajv-draft-04';
import type { ArmRequest, ArmResponse } from '../../src/azure/message.js';
import { writeAddress } from '../../src/cli/emulator/address-file.js';
import type { Trouble } from '../../src/cli/emulator/dice.js';
import { emulation } from '../../src/cli/emulator/emulation.js';
import { emulatorLink, type EmulatorLink } from '../../src/cli/emulator/link.js';
import { INSTANCE_PATH } from '../../src/cli/emulator/running.js';
import { allOf } from '../../src/emulator/shelf.js';
import { stateFileIn } from '../../src/cli/emulator/state-file.js';
import { main } from '../../src/cli/main.js';
import { listen, type Listener } from '../../src/cli/net/listen.js';
import { NetError, send } from '../../src/cli/net/send.js';
import { emulateSchema } from '../../src/cli/schemas/emulate.js';
import { Fault } from '../../src/core/fault.js';
import { connection, connectionBody, customApi, customApiBody, group } from '../emulator/ask.js';
import { memoryWorld, type MemoryWorld } from './memory-world.js';

const CANARY = 'canary-0123456789-key';
const STATE = 'state';

/** What a test started. */
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A service that answers each request with its method, address and key; or as it is told. */
async function service(answer?: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server: Server = createServer((request, response) => {
    if (answer) return answer(request, response);
    const { method, url, headers } = request;
    response.writeHead(200, { 'content-type': 'application/json', connection: 'x-one', 'x-one': '1' });
    response.end(JSON.stringify({ method, url, key: headers['x-key'] }));
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  open.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => void server.close(done));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Running {
  readonly url: string;
  readonly lines: string[];
  readonly end: () => void;
}

/** An emulator on a socket without TLS, with its address in the state folder. */
async function running(world: MemoryWorld, troubles: readonly (Trouble | undefined)[] = []): Promise<Running> {
  const disk = stateFileIn(world, STATE);
  const lines: string[] = [];
  const left = [...troubles];
  const emulated = emulation({
    world,
    disk,
    instance: 'one',
    answers: {},
    trouble: () => left.shift(),
    log: (line) => lines.push(line.replace(/ \(\d+ ms\)$/, '')),
  });
  const errors: unknown[] = [];
  const listener: Listener = await listen({
    port: 0,
    answer: (message, response) => emulated.answer(message, response, { scheme: 'http', twin: 'https://127.0.0.1:1' }),
    onError: (error) => errors.push(error),
  });
  open.push(async () => {
    await listener.close(0);
    expect(errors).toEqual([]);
  });
  const { url } = listener;
  const tls = { url: 'https://127.0.0.1:1', certificate: '' };
  writeAddress(world, STATE, { arm: url, gateway: `${url}/apim`, tls, pid: process.pid, instance: 'one' });
  emulated.start(disk.read());
  return { url, lines, end: emulated.end };
}

const body = ({ body: text }: ArmResponse): Record<string, unknown> => JSON.parse(text);

/** Asks over a link, as commands do: `PUT /path`, behind its address. */
async function ask(link: EmulatorLink, line: string, content?: object): Promise<ArmResponse> {
  const [method = '', path = ''] = line.split(' ');
  const version = /resourceGroups\/[^/]*(?:\/resources)?$/.test(path) ? '2021-04-01' : '2016-06-01';
  const query = path.startsWith('/subscriptions') ? `?api-version=${version}` : '';
  return link.send({
    method: method as ArmRequest['method'],
    url: `${link.arm}${path}${query}`,
    headers: content ? { 'content-type': 'application/json' } : {},
    ...(content && { body: JSON.stringify(content) }),
    authorize: true,
    timeoutSeconds: 10,
  });
}

/** A connector for a service, and a connection with a key. */
async function connect(link: EmulatorLink, serviceUrl: string): Promise<string> {
  const api = await ask(link, `PUT ${customApi('things')}`, customApiBody({ backendService: { serviceUrl } }));
  const parameterValues = { api_key: CANARY, region: 'eu' };
  await ask(link, `PUT ${connection('mine')}`, connectionBody({ parameterValues }));
  const { runtimeUrls } = body(api)['properties'] as { runtimeUrls: string[] };
  return `${new URL(runtimeUrls[0] ?? '').pathname}/mine`;
}

const invoke = { request: { method: 'GET', path: '/things' } };

describe('in this process', () => {
  test('calls are made with the key, which is in no file and gone with the link', async () => {
    const world = memoryWorld();
    const link = await emulatorLink(world, { state: STATE });
    const url = `${await service()}/v1`;
    const path = await connect(link, url);
    expect([link.isRunning, link.file, link.gateway]).toEqual([false, STATE, `${link.arm}/apim`]);
    const called = await ask(link, `GET ${path}/things`);
    expect(called.status).toBe(200);
    expect(body(called)).toEqual({ method: 'GET', url: '/v1/things', key: CANARY });
    const invoked = await ask(link, `POST ${connection('mine')}/dynamicInvoke`, invoke);
    expect(body(invoked)['response']).toMatchObject({ statusCode: 'OK', body: { key: CANARY } });
    expect([...world.files.keys()].map((path) => path.replace(/[\da-f]{64}/, '#')).toSorted()).toEqual(
      ['.gitignore', 'definitions/#.json', 'state.json'].map((name) => `/home/state/${name}`),
    );
    expect([...world.files.values()].join('')).not.toContain(CANARY);

    const later = await emulatorLink(world, { state: STATE });
    expect((await ask(later, `GET ${customApi('things')}`)).status).toBe(200);
    expect((await ask(later, `GET ${path}/things`)).status).toBe(401);
    expect((await ask(link, `GET ${path}/things`)).status).toBe(200);
  });

  test('a service that answers not, or too late, is told', async () => {
    const link = await emulatorLink(memoryWorld(), { state: STATE });
    const path = await connect(link, 'http://127.0.0.1:9/v1');
    expect(await ask(link, `GET ${path}/things`)).toMatchObject({
      status: 502,
      body: '{"statusCode":502,"message":"The service cannot be reached: nothing listens there (ECONNREFUSED)."}',
    });
  });

  test('what a killed process left half written is deleted', async () => {
    const left = { 'state/state.json.999999999.tmp': '{', 'state/definitions/x.json.999999999.tmp': '{' };
    const files = { ...left, [`state/state.json.${process.pid}.tmp`]: '{', 'state/other.tmp': '' };
    const world = memoryWorld({ files });
    await emulatorLink(world, { state: STATE });
    expect([...world.files.keys()]).toEqual([`/home/state/state.json.${process.pid}.tmp`, '/home/state/other.tmp']);
  });

  test('two that work at the same time lose nothing', async () => {
    const world = memoryWorld();
    const links = await Promise.all([1, 2, 3].map(() => emulatorLink(world, { state: STATE })));
    const puts = links.flatMap((link, at) =>
      [1, 2, 3, 4].map((one) => ask(link, `PUT ${customApi(`c${at}${one}`)}`, customApiBody())),
    );
    expect((await Promise.all(puts)).map(({ status }) => status)).toEqual(puts.map(() => 200));
    const { value } = body(await ask(await emulatorLink(world, { state: STATE }), `GET ${group}/resources`)) as {
      value: object[];
    };
    expect(value).toHaveLength(12);
  });

  test('an emulator that is started meanwhile is not written over', async () => {
    const world = memoryWorld();
    const link = await emulatorLink(world, { state: STATE });
    await ask(link, `PUT ${group}`, { location: 'westeurope' });
    const { url } = await running(world);
    const late = ask(link, `PUT ${customApi('late')}`, customApiBody());
    await expect(late).rejects.toEqual(
      new Fault('azure-unreachable', `An emulator was started on state meanwhile, at ${url}.`, { help: '' }),
    );
  });
});

describe('a running one', () => {
  test('is found by its address, keeps the state, and makes calls', async () => {
    const world = memoryWorld();
    const { url, lines } = await running(world);
    const link = await emulatorLink(world, { state: STATE });
    expect([link.isRunning, link.arm, link.gateway]).toEqual([true, url, `${url}/apim`]);
    const path = await connect(link, `${await service()}/v1`);
    const called = await ask(link, `GET ${path}/things?x=secret`);
    expect(called.headers).toMatchObject({ 'content-type': 'application/json', 'x-one': '1' });
    expect(body(called)).toEqual({ method: 'GET', url: '/v1/things?x=secret', key: CANARY });
    const { runtimeUrls } = body(await ask(link, `GET ${customApi('things')}`))['properties'] as {
      runtimeUrls: string[];
    };
    expect(runtimeUrls.map((one) => one.slice(0, one.indexOf('/apim/')))).toEqual(['https://127.0.0.1:1', url]);
    expect(lines).toEqual([
      `PUT ${customApi('things')} 200`,
      `PUT ${connection('mine')} 201`,
      `GET ${path}/things 200`,
      `GET ${customApi('things')} 200`,
    ]);
    expect([...world.files.values()].join('')).not.toContain(CANARY);
    expect([...allOf(stateFileIn(world, STATE).read().resources)]).toHaveLength(2);
  });

  test('many requests at once lose nothing, also while calls are under way', async () => {
    const world = memoryWorld();
    await running(world);
    const link = await emulatorLink(world, { state: STATE });
    const waiting: (() => void)[] = [];
    const slow = await service((_, response) => void waiting.push(() => response.end('{}')));
    const path = await connect(link, `${slow}/v1`);
    const calls = [1, 2, 3].map(() => ask(link, `GET ${path}/things`));
    while (waiting.length < 3) await new Promise((done) => void setImmediate(done));
    const names = Array.from({ length: 10 }, (_, at) => `c${at}`);
    await Promise.all(names.map((name) => ask(link, `PUT ${customApi(name)}`, customApiBody())));
    for (const finish of waiting) finish();
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([...allOf(stateFileIn(world, STATE).read().resources)]).toHaveLength(12);
  });

  test('that is gone, or another, is not talked to', async () => {
    const world = memoryWorld();
    const tls = { url: 'https://127.0.0.1:1', certificate: '' };
    const arm = 'http://127.0.0.1:9';
    writeAddress(world, STATE, { arm, gateway: `${arm}/apim`, tls, pid: process.pid, instance: 'one' });
    expect((await emulatorLink(world, { state: STATE })).isRunning).toBe(false);
    const { url } = await running(world);
    expect((await emulatorLink(world, { state: STATE })).isRunning).toBe(true);
    writeAddress(world, STATE, { arm: url, gateway: `${url}/apim`, tls, pid: process.pid, instance: 'another' });
    const link = await emulatorLink(world, { state: STATE });
    expect(link.isRunning).toBe(false);
    expect((await ask(link, `PUT ${group}`, { location: 'westeurope' })).status).toBe(201);
  });

  test.each<readonly [Trouble, outcome: string, isDone: boolean]>([
    ['busy', '429 1 {"error":{"code":"TooManyRequests"', false],
    ['error', '500 - {"error":{"code":"InternalServerEr', false],
    ['unavailable', '503 - {"error":{"code":"ServiceUnavailab', false],
    ['page', '200 - <!DOCTYPE html><title>Sign in</tit', false],
    ['cut before', 'refused', false],
    ['cut after', 'refused', true],
    ['half', 'refused', true],
  ])('with the fault "%s" answers %s (done: %s)', async (trouble, want, isDone) => {
    const world = memoryWorld();
    const { url, lines } = await running(world, [trouble]);
    const link = await emulatorLink(world, { state: STATE });
    expect(await outcome(ask(link, `PUT ${customApi('things')}`, customApiBody()))).toBe(want);
    expect(lines).toEqual([`PUT ${customApi('things')} ${isDone ? 200 : 'not carried out'}, fault: ${trouble}`]);
    expect((await ask(link, `GET ${customApi('things')}`)).status).toBe(isDone ? 200 : 404);
    expect(url).toBe(link.arm);
  });

  test('says which one it is, and calls pass, whatever its faults', async () => {
    const world = memoryWorld();
    const { url } = await running(world, [undefined, undefined, 'error', 'error']);
    const link = await emulatorLink(world, { state: STATE });
    const path = await connect(link, `${await service()}/v1`);
    const instance = await send({ method: 'GET', url: url + INSTANCE_PATH, headers: {}, timeoutSeconds: 5 });
    expect(Buffer.from(instance.body).toString()).toBe('{"formatVersion":1,"instance":"one"}');
    expect((await ask(link, `GET ${path}/things`)).status).toBe(200);
  });

  test.each<
    readonly [string, request: { url?: string; headers?: Record<string, string>; body?: string }, want: number]
  >([
    ['by another name', { headers: { host: 'example.com' } }, 421],
    ['by its own name', { headers: { host: 'localhost:1' } }, 200],
    ['without a token', { headers: { authorization: '' } }, 401],
    ['with a body that is too large', { body: 'x'.repeat(4_300_000) }, 413],
    ['with an address that is none', { url: '//' }, 400],
  ])('asked %s', async (_, { url = `/subscriptions?api-version=2020-01-01`, headers, body: text }, want) => {
    const { url: origin } = await running(memoryWorld());
    const { status } = await send({
      method: 'GET',
      url: origin + url,
      headers: { authorization: 'Bearer x', ...headers },
      ...(text !== undefined && { body: text }),
      timeoutSeconds: 5,
    });
    expect(status).toBe(want);
  });

  test('that ends changes nothing any more', async () => {
    const world = memoryWorld();
    const { end } = await running(world);
    const link = await emulatorLink(world, { state: STATE });
    end();
    expect((await ask(link, `PUT ${group}`, { location: 'westeurope' })).status).toBe(503);
    expect(world.files.has('/home/state/state.json')).toBe(false);
  });

  test('whose state cannot be written says so, and did nothing', async () => {
    const world = memoryWorld();
    await running(world);
    const link = await emulatorLink(world, { state: STATE });
    const write = world.write;
    const { append } = world;
    const refuse = () => ({ refused: 'no space is left on the device' });
    Object.assign(world, { write: refuse, append: refuse });
    const failed = await ask(link, `PUT ${group}`, { location: 'westeurope' });
    expect(failed).toMatchObject({ status: 500, body: expect.stringContaining('state/state.log cannot be written') });
    Object.assign(world, { write, append });
    expect((await ask(link, `PUT ${group}`, { location: 'westeurope' })).status).toBe(201);
  });
});

describe.each([
  ['in this process', false],
  ['in a running emulator', true],
])('a workflow runs %s', (_, isRunning) => {
  const host = { connection: { name: "@parameters('$connections')['things']['connectionId']" } };
  const definition = {
    parameters: { $connections: { type: 'Object', defaultValue: {} } },
    triggers: { manual: { type: 'Request', kind: 'Http', inputs: {} } },
    actions: {
      Ask: { type: 'ApiConnection', inputs: { host, method: 'get', path: '/things' }, runAfter: {} },
      Answer: {
        type: 'Response',
        inputs: { statusCode: 201, body: { asked: "@body('Ask')", given: '@triggerBody()' } },
        runAfter: { Ask: ['Succeeded'] },
      },
    },
  };
  const entry = { connectionId: connection('mine'), id: customApi('things') };
  const workflow = `${group}/providers/Microsoft.Logic/workflows/w`;

  test('asks the service with the key, answers who called it, and is in the history', async () => {
    const world = memoryWorld();
    if (isRunning) await running(world);
    const link = await emulatorLink(world, { state: STATE });
    const keys: unknown[] = [];
    const url = await service(({ headers }, response) => {
      keys.push(headers['x-key']);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"things":[]}');
    });
    await connect(link, `${url}/v1`);
    const parameters = { $connections: { value: { things: entry } } };
    const put = { location: 'westeurope', properties: { definition, parameters } };
    expect((await ask(link, `PUT ${workflow}`, put)).status).toBe(201);
    const { value } = body(await ask(link, `POST ${workflow}/triggers/manual/listCallbackUrl`)) as { value: string };
    const answer = await link.send({
      method: 'POST',
      url: value,
      headers: { 'content-type': 'application/json' },
      body: '{"n":1}',
      authorize: false,
      timeoutSeconds: 5,
    });
    expect([answer.status, body(answer)]).toEqual([201, { asked: { things: [] }, given: { n: 1 } }]);
    expect(keys).toEqual([CANARY]);
    const runs = body(await ask(link, `GET ${workflow}/runs`)) as { value: { properties: { status: string } }[] };
    expect(runs.value.map(({ properties }) => properties.status)).toEqual(['Succeeded']);
    expect([...world.files.values()].join('')).not.toContain(CANARY);
  });
});

/** Status, Retry-After and the beginning of the body; or what kept the answer away. */
async function outcome(asked: Promise<ArmResponse>): Promise<string> {
  try {
    const { status, headers, body: text } = await asked;
    return `${status} ${headers['retry-after'] ?? '-'} ${text.slice(0, 34)}`;
  } catch (error) {
    if (error instanceof NetError) return error.kind;
    throw error;
  }
}

describe('the command', () => {
  const shipped = () => Promise.reject(new Error('not asked for'));

  test('begins with its addresses, ends when it is asked to, and leaves the state', async () => {
    let end: () => void = () => undefined;
    const world = memoryWorld({ ended: new Promise((done) => (end = done)) });
    const code = main(['emulate', '--state', STATE], world, shipped);
    while (world.printed.out === '') await new Promise((done) => void setTimeout(done, 5));
    const first = JSON.parse(world.printed.out) as { arm: string; tls: { url: string } };
    expect(first).toEqual({
      formatVersion: 1,
      arm: first.arm,
      gateway: `${first.arm}/apim`,
      state: STATE,
      tls: { url: first.tls.url, certificate: 'state/certificate.pem' },
    });
    const link = await emulatorLink(world, { state: STATE });
    await ask(link, `PUT ${group}`, { location: 'westeurope' });
    expect([...world.files.keys()].toSorted()).toEqual(
      ['.gitignore', 'address.json', 'certificate.pem', 'state.log'].map((name) => `/home/state/${name}`),
    );

    const second = memoryWorld();
    for (const [path, content] of world.files) second.files.set(path, content);
    expect(await main(['emulate', '--state', STATE], second, shipped)).toBe(2);
    expect(second.printed.err).toBe(
      `connector-kit: An emulator runs on state already, at ${first.arm}.\nUse that one, end it, or give another --state.\n`,
    );

    world.printed.out = '';
    end();
    expect(await code).toBe(0);
    expect(world.printed.out).toBe('The emulator ended after 1 request. Its state is in state.\n');
    expect(world.printed.err).toMatch(new RegExp(`^PUT ${group} 201 \\(\\d+ ms\\)\n$`));
    expect([...world.files.keys()].toSorted()).toEqual(['/home/state/.gitignore', '/home/state/state.json']);
  });

  test('with --json the first line is followed by one object, which keeps its schema', async () => {
    const world = memoryWorld({ ended: Promise.resolve() });
    expect(await main(['emulate', '--state', STATE, '--json'], world, shipped)).toBe(0);
    const [line = '', ...rest] = world.printed.out.split('\n');
    const first = JSON.parse(line) as object;
    const result = JSON.parse(rest.join('\n')) as object;
    expect(result).toEqual({ ...first, ok: true, requests: 0 });
    const validate = new Ajv.default().compile(emulateSchema);
    expect([validate(result), validate(first)]).toEqual([true, false]);
  });

  test('ends also where its folder can be written no more', async () => {
    let end: () => void = () => undefined;
    const readOnly: string[] = [];
    const world = memoryWorld({ ended: new Promise((done) => (end = done)), readOnly });
    const code = main(['emulate', '--state', STATE, '--quiet'], world, shipped);
    while (world.printed.out === '') await new Promise((done) => void setTimeout(done, 5));
    const { arm } = JSON.parse(world.printed.out) as { arm: string };
    await ask(await emulatorLink(world, { state: STATE }), `PUT ${group}`, { location: 'westeurope' });
    readOnly.push(STATE);
    end();
    expect(await code).toBe(3);
    expect(world.printed.err).toBe(
      'connector-kit: state/state.json cannot be written: permission denied.\nGive a --state folder that can be written.\n',
    );
    await expect(fetch(arm)).rejects.toThrow('fetch failed'); // nobody listens
  });

  test('of two that begin at the same moment one is refused', async () => {
    let end: () => void = () => undefined;
    const world = memoryWorld({ ended: new Promise((done) => (end = done)) });
    const both = [1, 2].map(() => main(['emulate', '--state', STATE], world, shipped));
    expect(await Promise.race(both)).toBe(2);
    expect(world.printed.err).toMatch(/^connector-kit: An emulator runs on state already, at http:[^ ]+\.\n/);
    expect((await emulatorLink(world, { state: STATE })).isRunning).toBe(true);
    end();
    expect((await Promise.all(both)).toSorted()).toEqual([0, 2]);
  });

  test('a port that is taken is told, and nothing is left behind', async () => {
    const port = new URL(await service()).port;
    const world = memoryWorld();
    expect(await main(['emulate', '--state', STATE, '--tls-port', port], world, shipped)).toBe(2);
    expect(world.printed.err.split('\n')[0]).toBe(
      `connector-kit: Port ${port} cannot be listened at: another program listens there.`,
    );
    expect([...world.files.keys()]).toEqual(['/home/state/.gitignore']);
  });

  test.each<readonly [words: readonly string[], code: number, message: string]>([
    [['--samples', 'a', '--upstream', 'http://h'], 2, '--samples and --upstream were both given.'],
    [['--upstream', 'sk-secret'], 2, 'What --upstream was given is no address.'],
    [['--upstream', 'http://u:p@h'], 2, 'What --upstream was given has a user, a query or a fragment.'],
    [['--upstream', 'ftp://h'], 2, 'What --upstream was given is no address.'],
    [['--samples', 'nowhere'], 2, '"nowhere" does not exist.'],
    [['--samples', 'broken.json'], 2, 'No recorded answer could be read from "broken.json".'],
    [['--state', 'broken'], 3, 'broken/state.json is not what the emulator wrote there.'],
    [['--state', 'closed/state'], 3, 'closed/state/.gitignore cannot be written: permission denied.'],
    [['--faults', '1.5'], 2, '--faults is "1.5"; it has to be a number from 0 to 1.'],
  ])('%j gives %d: %s', async (words, code, message) => {
    const files = { 'broken.json': '{}', 'broken/state.json': '{' };
    const world = memoryWorld({ files, readOnly: ['closed'], ended: Promise.resolve() });
    expect([await main(['emulate', ...words], world, shipped), world.printed.err.split('\n')[0]]).toEqual([
      code,
      `connector-kit: ${message}`,
    ]);
    expect(world.printed.out).toBe('');
  });
});
