import { listen } from '../../src/cli/net/listen.js';
import { send } from '../../src/cli/net/send.js';

const onError = (error: unknown) => {
  throw error;
};

/** What a server on loopback is asked, while `doing` is done. */
async function asked(doing: (url: string) => Promise<unknown>): Promise<readonly string[]> {
  const requests: string[] = [];
  const server = await listen({
    port: 0,
    onError,
    answer: ({ method, url }, response) => {
      requests.push(`${method} ${url}`);
      if (url === '/half')
        return void response.writeHead(200, { 'content-length': 10 }).write('half', () => response.destroy());
      if (url === '/silent') return;
      response.end('whole');
    },
  });
  await doing(server.url).finally(() => server.close(0));
  return requests;
}

const get = (url: string, more: { most?: number; timeoutSeconds?: number } = {}) =>
  send({ method: 'GET', url, headers: {}, timeoutSeconds: 5, ...more });

test('a request goes through the proxy that the environment names', async () => {
  const before = process.env['HTTP_PROXY'];
  const requests = await asked(async (url) => {
    process.env['HTTP_PROXY'] = url;
    const { status, body } = await get('http://api.contoso.invalid/things?x=1');
    expect([status, Buffer.from(body).toString()]).toEqual([200, 'whole']);
  }).finally(() => {
    if (before === undefined) delete process.env['HTTP_PROXY'];
    else process.env['HTTP_PROXY'] = before;
  });
  expect(requests).toEqual(['GET http://api.contoso.invalid/things?x=1']);
});

test('what is no whole answer is none', async () => {
  const failures: string[] = [];
  const failing = (doing: Promise<unknown>) => doing.catch((error: Error) => failures.push(error.message));
  let url = '';
  await asked(async (given) => {
    url = given;
    await failing(get(`${url}/half`));
    await failing(get(`${url}/silent`, { timeoutSeconds: 0.05 }));
    await failing(get(`${url}/whole`, { most: 4 }));
  });
  await failing(get(url));
  expect(failures).toEqual([
    'the connection was cut (ECONNRESET)',
    'there was no whole answer within 0.05 seconds',
    'the answer has more than 4 bytes',
    'nothing listens there (ECONNREFUSED)',
  ]);
});
