import { LLMock } from '@copilotkit/aimock';
import OpenAI, { APIError } from 'openai';
import { readFileSync } from 'node:fs';
import { runIn } from '../scenarios/run.js';
import { memoryWorld, type MemoryWorld } from './memory-world.js';
import { startRecord, type Running } from './recording.js';

/* `call` and `record` before a server that others wrote, and a client that others wrote. */

const KEY = 'canary-16180339';

let mock: LLMock;
let running: Running;
beforeAll(async () => {
  mock = new LLMock({ port: 0, host: '127.0.0.1', auth: { apiKeys: [KEY] } });
  const when = (text: string, answer: Parameters<LLMock['on']>[1], chaos = {}) =>
    mock.on({ userMessage: text }, answer, chaos);
  when('greet', { content: 'Hello there.' });
  when('cut off', { content: 'Reconnaissance, Resource', finishReason: 'length' });
  when('hurry', { error: { message: 'Rate limit reached.', type: 'requests' }, status: 429 });
  when('repeat', { content: `Your key is ${KEY}.` });
  when('break', { content: 'x' }, { chaos: { malformedRate: 1 } });
  when('hang up', { content: 'x' }, { chaos: { disconnectRate: 1 } });
  await mock.start();
  running = await startRecord(`${mock.url}/v1`);
});
afterAll(async () => {
  const { result } = await running.end();
  expect(result['ok']).toBe(true);
  await mock.stop();
});

const FILES = ['apiDefinition.swagger.json', 'apiProperties.json', 'contract.json'];
const files = Object.fromEntries(
  FILES.map((file) => [`/kit/connector/openai/${file}`, readFileSync(`connector/openai/${file}`, 'utf8')]),
);

/** Everything that a world has seen, but for what it was given. */
function seenIn({ printed, files: all }: MemoryWorld): string {
  return [printed.out, printed.err, ...all.values()].join('\n');
}

async function call(words: string, key = KEY) {
  const world = memoryWorld({ files, env: { KEY: key } });
  const { exit, out } = await runIn(
    world,
    `call openai --endpoint ${mock.url}/v1 --key-env KEY --record kept ${words} --json`,
  );
  expect(seenIn(world)).not.toContain(key);
  const { response, findings, usage, fault } = JSON.parse(out.join('\n'));
  return { exit, response, usage, fault, codes: findings?.map(({ code }: { code: string }) => code) };
}

const say = (text: string) => `--set model=gpt-4o messages[0].role=user messages[0].content=${text}`;

describe('call', () => {
  test('a success', async () => {
    const { exit, response, usage, codes } = await call(say('greet'));
    expect([exit, response.status, response.body.choices[0].message.content, codes]).toEqual([
      0,
      200,
      'Hello there.',
      [],
    ]);
    expect(usage).toEqual(response.body.usage);
  });

  test('an answer that is cut off, and one that repeats the key', async () => {
    const asked = [
      await call('--body {"model":"gpt-4o","messages":[{"role":"user","content":"cut\\u0020off"}]}'),
      await call(say('repeat')),
    ];
    expect(
      asked.map(({ exit, response }) => [
        exit,
        response.body.choices[0].finish_reason,
        response.body.choices[0].message.content,
      ]),
    ).toEqual([
      [0, 'length', 'Reconnaissance, Resource'],
      [0, 'stop', 'Your key is REDACTED.'],
    ]);
  });

  test.each([
    ['a wrong key', say('greet'), 'wrong-55667788', 401, []],
    ['too many requests', say('hurry'), KEY, 429, []],
    ['a malformed body', '--body {"model":"gpt-4o"}', KEY, 400, ['missing-required']],
    ['a malformed answer', say('break'), KEY, 200, ['body-not-json']],
  ])('%s', async (_, words, key, status, want) => {
    const { exit, response, codes } = await call(words, key);
    expect([exit, response.status, codes]).toEqual([1, status, want]);
  });

  test('a server that hangs up', async () => {
    const { exit, fault } = await call(
      '--body {"model":"gpt-4o","messages":[{"role":"user","content":"hang\\u0020up"}]}',
    );
    expect([exit, fault.code]).toEqual([3, 'service-unreachable']);
  });
});

describe('record, with the client of the service', () => {
  const client = (apiKey = KEY) => new OpenAI({ baseURL: running.url, apiKey, maxRetries: 0 });
  const ask = (content: string, apiKey = KEY) =>
    client(apiKey).chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content }] });

  /** What a client saw in the end: its answer, or the status of its error. */
  const seen = (answer: Promise<unknown>) =>
    answer.catch((error: unknown) => (error instanceof APIError ? error.status : (error as Error).name));

  test('everything goes through, and all that is whole is kept without the key', async () => {
    expect((await ask('greet')).choices[0]?.message.content).toBe('Hello there.');
    expect((await ask('cut off')).choices[0]?.finish_reason).toBe('length');
    const failed = [ask('greet', 'wrong-55667788'), ask('hurry'), ask('break'), ask('hang up')];
    expect(await Promise.all(failed.map(seen))).toEqual([401, 429, 'SyntaxError', 502]);
    const malformed = await fetch(`${running.url}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}` },
      body: '{',
    });
    expect(malformed.status).toBe(400);
    const parts: string[] = [];
    const stream = await client().chat.completions.create({
      model: 'gpt-4o',
      messages: [{ role: 'user', content: 'repeat' }],
      stream: true,
    });
    for await (const { choices } of stream) parts.push(choices[0]?.delta.content ?? '');
    expect(parts.join('')).toBe(`Your key is ${KEY}.`);

    const statuses = Object.values(running.samples()).map(({ response }) => response.status);
    expect(statuses.toSorted()).toEqual([200, 200, 200, 200, 400, 401, 429]);
    expect(seenIn(running.world)).not.toMatch(new RegExp(`${KEY}|wrong-55667788`));
  });
});
