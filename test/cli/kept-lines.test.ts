import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { keptLines } from '../../src/cli/net/kept-lines.js';
import type { NetRequest } from '../../src/cli/net/send.js';

let server: Server | undefined;
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

/** A server that says what it is told to, a text for each request; of each request it keeps on which connection it came, and its text. */
async function saying(...answers: readonly (readonly string[] | 'cut' | 'nothing')[]) {
  const heard: (readonly [connection: number, text: string])[] = [];
  const sockets: Socket[] = [];
  let next = 0;
  const here = createServer((socket) => {
    const number = sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      heard.push([number, bytes.toString()]);
      const answer = answers[next] ?? 'nothing';
      next += 1;
      if (answer === 'cut') socket.destroy();
      else if (answer !== 'nothing') void inPieces(socket, answer);
    });
  });
  server = here;
  await new Promise<void>((done) => here.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(here.address() as AddressInfo).port}`;
  const send = keptLines(origin);
  const ask = async (more: Partial<NetRequest> = {}) => {
    const request = { method: 'GET', url: `${origin}/a?b=c`, headers: { accept: 'x' }, timeoutSeconds: 5, ...more };
    try {
      const { status, headers, body } = await send(request);
      return [status, headers, Buffer.from(body).toString()];
    } catch (error) {
      return String(error);
    }
  };
  const end = () => sockets.forEach((socket) => socket.destroy());
  return { ask, heard, sockets, end, host: origin.slice('http://'.length) };
}

async function inPieces(socket: Socket, pieces: readonly string[]): Promise<void> {
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise((done) => setTimeout(done, 2));
  }
  if (pieces.at(-1) === '') socket.destroy();
}

const ok = (body: string, more = '') =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n${more}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

test('a connection is used again, but not for a POST, and not where the server says so', async () => {
  const { ask, heard, host, end } = await saying(
    [ok('one')],
    [ok('zwö', 'X-A:  b \r\n')],
    [ok('post')],
    [ok('last', 'Connection: close\r\n')],
    ['HTTP/1.1 204 No Content\r\n\r\n'],
  );
  expect(await ask()).toEqual([200, { 'content-type': 'text/plain', 'content-length': '3' }, 'one']);
  const body = 'ü'.repeat(10);
  expect(await ask({ method: 'PUT', body })).toEqual([
    200,
    { 'content-type': 'text/plain', 'content-length': '4', 'x-a': 'b' },
    'zwö',
  ]);
  expect((await ask({ method: 'POST' }))[2]).toBe('post');
  expect((await ask())[2]).toBe('last');
  expect(await ask({ method: 'DELETE' })).toEqual([204, {}, '']);
  const asked = (line: string, more = '') => `${line} /a?b=c HTTP/1.1\r\nhost: ${host}\r\naccept: x\r\n${more}\r\n`;
  expect(heard).toEqual([
    [1, asked('GET')],
    [1, asked('PUT', 'content-length: 20\r\n') + body],
    [2, asked('POST')],
    [1, asked('GET')],
    [3, asked('DELETE')],
  ]);
  end();
});

test('an answer in pieces, and a large body both ways', async () => {
  const large = 'x'.repeat(200_000);
  const { ask, end } = await saying(
    ['HTTP/1.1 200 ', 'OK\r\ncontent-le', 'ngth: 6\r\n', '\r\nabc', 'def'],
    [ok(large)],
    [ok(large)],
  );
  expect((await ask())[2]).toBe('abcdef');
  expect((await ask())[2]).toBe(large);
  end();
});

const lost: readonly (readonly [name: string, answer: readonly string[] | 'cut' | 'nothing', said: string])[] = [
  ['cut', 'cut', 'NetError: the connection was cut'],
  ['half an answer', ['HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nabc', ''], 'NetError: the connection was cut'],
  ['no answer', 'nothing', 'NetError: there was no whole answer within 0.05 seconds'],
  ['no length', ['HTTP/1.1 200 OK\r\n\r\n'], 'NetError: what came back is no HTTP'],
  ['no HTTP', ['220 mail.contoso.com\r\n\r\n'], 'NetError: what came back is no HTTP'],
  ['a head without end', ['HTTP/1.1 200 OK\r\na: ', 'x'.repeat(70_000)], 'NetError: what came back is no HTTP'],
];
test.each(lost)('no whole answer: %s', async (_name, answer, said) => {
  const { ask, heard, end } = await saying(answer, [ok('then')]);
  expect(await ask({ timeoutSeconds: answer === 'nothing' ? 0.05 : 5 })).toBe(said);
  expect((await ask())[2]).toBe('then');
  expect(heard.map(([connection]) => connection)).toEqual([1, 2]);
  end();
});

test('a connection that the server has closed meanwhile is not used again, and nobody there is an error', async () => {
  const { ask, heard, sockets, end } = await saying([ok('one')], [ok('two')]);
  await ask();
  sockets[0]?.destroy();
  await new Promise((done) => setTimeout(done, 20));
  expect((await ask())[2]).toBe('two');
  expect(heard.map(([connection]) => connection)).toEqual([1, 2]);
  end();
  await new Promise<void>((done) => server?.close(() => done()));
  await new Promise((done) => setTimeout(done, 20));
  server = undefined;
  expect(await ask()).toBe('NetError: nothing listens there (ECONNREFUSED)');
});
