import { listen } from '../../src/cli/net/listen.js';
import { githubToken } from '../../src/cli/target/github-token.js';

/** A server that gives what it was asked, and the token where the right one asks. */
async function github(answer: object = { value: 'a token' }) {
  const asked: string[] = [];
  const server = await listen({
    port: 0,
    onError: (error) => {
      throw error;
    },
    answer: (request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      response.end(JSON.stringify(answer));
    },
  });
  return { asked, url: server.url, close: () => server.close(0) };
}

test('GitHub Actions gives a token for Azure', async () => {
  const { asked, url, close } = await github();
  const env = { ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?job=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'mine' };
  expect(await githubToken({ env })?.()).toBe('a token');
  await close();
  expect(asked).toEqual(['GET /token?job=1&audience=api%3A%2F%2FAzureADTokenExchange Bearer mine']);
});

test('no job of GitHub, no token', () => {
  expect(githubToken({ env: {} })).toBeUndefined();
  expect(githubToken({ env: { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x' } })).toBeUndefined();
});

test('a job that may have none', async () => {
  const { url, close } = await github({});
  const env = { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'mine' };
  await expect(githubToken({ env })?.()).rejects.toThrow('GitHub gave the job no token (status 200)');
  await close();
});
