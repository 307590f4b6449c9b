import { readFileSync } from 'node:fs';
import type { Json } from '../../src/core/json.js';
import { runJson } from '../scenarios/run.js';
import { built } from './build.js';

const artifacts = Object.fromEntries(
  ['apiDefinition.swagger.json', 'apiProperties.json', 'contract.json'].map((file) => [
    `/kit/connector/compatible/${file}`,
    readFileSync(`connector/compatible/${file}`, 'utf8'),
  ]),
);

const question = { model: 'tiny', messages: [{ role: 'user', content: 'Describe the tactic Initial Access.' }] };
const said = { role: 'assistant', content: 'It is how they get in.' };
const answer = (message: Json, more: object = {}) => ({ choices: [{ message, ...more }] });

interface Recorded {
  readonly url?: string;
  readonly asked?: Json;
  readonly status?: number;
  readonly type?: string | undefined;
  readonly answered?: Json;
}

/** What the contract test of the shipped connector says of one exchange: `severity code pointer`. */
async function findings({
  url = 'https://models.example/v1/chat/completions',
  asked = question,
  status = 200,
  answered = answer(said),
  ...more
}: Recorded): Promise<readonly string[]> {
  const type = 'type' in more ? more.type : 'application/json';
  const headers = type === undefined ? {} : { 'content-type': type };
  const sample = JSON.stringify({
    request: { method: 'POST', url, headers: {}, body: asked },
    response: { status, headers, body: answered },
  });
  const { result } = await runJson('test compatible --samples s.json', { files: { ...artifacts, 's.json': sample } });
  return result.findings.map(({ severity, code, pointer }: Record<string, string>) => `${severity} ${code} ${pointer}`);
}

const message = '/response/body/choices/0/message';
const called = (call: Json) => answer({ role: 'assistant', content: null, tool_calls: [call] });

test.each<[string, Recorded, readonly string[]]>([
  ['only a message', {}, []],
  ['no usage, as null', { answered: { ...answer(said), usage: null, id: null, created: null } }, []],
  ['no finish reason, as null', { answered: answer(said, { finish_reason: null, index: null }) }, []],
  [
    'details that are not counted',
    { answered: { ...answer(said), usage: { total_tokens: 3, prompt_tokens_details: { audio_tokens: null } } } },
    [],
  ],
  ['no content', { answered: answer({ role: 'assistant', content: null }) }, []],
  ['thoughts', { answered: answer({ ...said, reasoning: 'Hm.', reasoning_content: null }) }, []],
  [
    'another finish reason',
    { answered: answer(said, { finish_reason: 'eos' }) },
    ['note narrower-than-api /response/body/choices/0/finish_reason'],
  ],
  [
    'an empty finish reason',
    { answered: answer(said, { finish_reason: '' }) },
    ['note narrower-than-api /response/body/choices/0/finish_reason'],
  ],
  ['more', { answered: { ...answer(said), provider: 'x' } }, ['note undeclared-property /response/body/provider']],
  ['a tool call', { answered: called({ id: '1', type: 'function', function: { name: 'f', arguments: '{}' } }) }, []],
])('%s is an answer', async (_, recorded, want) => {
  expect(await findings(recorded)).toEqual(want);
});

test.each<[string, Recorded, readonly string[]]>([
  ['content in parts', { answered: answer({ ...said, content: [] }) }, [`error wrong-type ${message}/content`]],
  ['content as an object', { answered: answer({ ...said, content: {} }) }, [`error wrong-type ${message}/content`]],
  [
    'arguments as an object',
    { answered: called({ function: { name: 'f', arguments: {} } }) },
    [`error wrong-type ${message}/tool_calls/0/function/arguments`],
  ],
  ['no role', { answered: answer({ content: 'Hi.' }) }, [`error expectation-not-met ${message}`]],
  ['a role of null', { answered: answer({ ...said, role: null }) }, [`error null-not-declared ${message}/role`]],
  [
    'a choice without a message',
    { answered: { choices: [{}] } },
    ['error expectation-not-met /response/body/choices/0'],
  ],
  ['no choice', { answered: { choices: [] } }, ['error expectation-not-met /response/body/choices']],
  ['choices of null', { answered: { choices: null } }, ['error null-not-declared /response/body/choices']],
  [
    'no choices',
    { answered: { object: 'error', message: 'Busy.' } },
    ['error expectation-not-met /response/body', 'note undeclared-property /response/body/message'],
  ],
  ['an error under 200', { answered: { error: { code: 429 } } }, ['error unrecognized-answer /response/body']],
  [
    'a stream',
    { type: 'text/event-stream', answered: 'data: {"choices":[]}\n\ndata: [DONE]\n\n' },
    ['error wrong-content-type /response/headers/content-type'],
  ],
  [
    'a stream that says it is JSON',
    { answered: 'data: {"choices":[]}\n\ndata: [DONE]\n\n' },
    ['error body-not-json /response/body'],
  ],
  ['a stream of no type', { type: undefined, answered: 'data: [DONE]\n\n' }, ['error body-not-json /response/body']],
])('%s is none', async (_, recorded, want) => {
  expect(await findings(recorded)).toEqual(want);
});

test.each<[string, Recorded]>([
  ['a number as its code', { status: 401, answered: { error: { message: 'No.', code: 401 } } }],
  ['the error itself', { status: 401, answered: { message: 'Unauthorized', request_id: '1' } }],
  ['a list of details', { status: 422, answered: { detail: [{ loc: ['body'], msg: 'wrong' }] } }],
  ['a text', { status: 500, type: 'text/plain', answered: 'busy' }],
  ['a page', { status: 502, type: 'text/html', answered: '<html></html>' }],
])('an error may be %s', async (_, recorded) => {
  expect(await findings(recorded)).toEqual([]);
});

test.each([
  'https://models.example/chat/completions',
  'https://models.example/openai/v1/chat/completions',
  'https://gateway.example/a/b/c/chat/completions',
  'http://127.0.0.1:11434/v1/chat/completions',
  '<BASE>/chat/completions',
])('%s is asked for a completion', async (url) => {
  expect(await findings({ url })).toEqual([]);
});

test.each<[string, Json, readonly string[]]>([
  ['nulls', { ...question, max_tokens: null, tool_choice: null, logprobs: null, tools: null, stop: null }, []],
  ['bounds of its own', { ...question, temperature: 9, top_logprobs: 40, max_tokens: 0 }, []],
  ['a name of null', { ...question, messages: [{ role: 'user', content: 'Hi.', name: null, tool_calls: null }] }, []],
  ['a setting of its own', { ...question, top_k: 3 }, ['note undeclared-property /request/body/top_k']],
  ['no model', { messages: question.messages }, ['error missing-required /request/body']],
  [
    'no messages',
    { model: 'tiny', prompt: 'Hi.' },
    ['error missing-required /request/body', 'note undeclared-property /request/body/prompt'],
  ],
])('a request with %s', async (_, asked, want) => {
  expect(await findings({ asked })).toEqual(want);
});

test('no setting that only OpenAI has, and no bound', () => {
  const parameters = built('compatible').definition.paths['/chat/completions']?.post?.parameters ?? [];
  const body = parameters.find((parameter) => 'schema' in parameter);
  const properties = Object.entries(body?.schema?.properties ?? {});
  expect(properties.map(([name]) => name)).toEqual([
    'model',
    'messages',
    'max_tokens',
    'max_completion_tokens',
    'temperature',
    'top_p',
    'n',
    'stop',
    'response_format',
    'reasoning_effort',
    'seed',
    'presence_penalty',
    'frequency_penalty',
    'logit_bias',
    'logprobs',
    'top_logprobs',
    'tools',
    'tool_choice',
    'parallel_tool_calls',
    'service_tier',
    'user',
  ]);
  const bounds = ['minimum', 'maximum', 'enum', 'maxItems', 'default'];
  expect(properties.filter(([, schema]) => bounds.some((bound) => bound in schema)).map(([name]) => name)).toEqual([]);
});

test('all of the address and the header of the key are the customer’s', () => {
  const { openHost, openBasePath, openKeyHeader } = built('compatible').contract;
  expect([openHost, openBasePath, openKeyHeader]).toEqual([true, true, true]);
});
