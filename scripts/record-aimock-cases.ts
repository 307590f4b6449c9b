import {
  AZURE_VERSIONS,
  CALL,
  FIRST,
  KEY,
  LOOKUP,
  OPENAI,
  QUESTIONS,
  STEPS,
  TOOL_QUESTION,
  ask,
  azure,
  fixed,
  followUp,
  message,
  type Case,
} from './record-aimock-parts.js';

const openaiCases: readonly Case[] = [
  {
    ...OPENAI,
    file: 'openai/first-completion',
    about: 'second article: the first completion, a system and a user message',
    body: FIRST,
    answer: { content: STEPS, ...fixed('first') },
  },
  ...[1, 2, 3].map((step) => ({
    ...OPENAI,
    file: `openai/step-${step}-completion`,
    about: `second article: the completion of step ${step}, with the conversation so far`,
    body: followUp(`Only give me step ${step}.`),
    answer: { content: STEPS.split('\n')[step - 1] ?? '', ...fixed(`step${step}`) },
  })),
  {
    ...OPENAI,
    file: 'openai/cut-off-at-max-tokens',
    about: 'an answer that max_tokens cut off',
    body: { ...FIRST, messages: [message('user', 'Name every MITRE ATT&CK tactic.')], max_tokens: 5 },
    answer: { content: 'Reconnaissance, Resource', finishReason: 'length', ...fixed('length') },
  },
  {
    ...OPENAI,
    file: 'openai/stopped-by-content-filter',
    about: 'an answer that a filter stopped',
    body: { ...FIRST, messages: [message('user', 'Show me the filter.')] },
    answer: { content: '', finishReason: 'content_filter', ...fixed('filter') },
  },
  {
    ...OPENAI,
    file: 'openai/tool-call',
    about: 'the model calls a tool: content is null',
    body: { model: 'gpt-4o', messages: [TOOL_QUESTION], tools: [LOOKUP], tool_choice: 'auto' },
    answer: { toolCalls: [CALL], ...fixed('tool') },
  },
  {
    ...OPENAI,
    file: 'openai/tool-result',
    about: 'the answer after a tool gave its result',
    body: {
      model: 'gpt-4o',
      messages: [
        TOOL_QUESTION,
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: CALL.id, type: 'function', function: { name: CALL.name, arguments: CALL.arguments } }],
        },
        { role: 'tool', tool_call_id: CALL.id, content: '{"severity":"High"}' },
      ],
      tools: [LOOKUP],
    },
    answer: { content: 'Its severity is high.', ...fixed('result') },
  },
  {
    ...OPENAI,
    file: 'openai/json-mode',
    about: 'an answer in JSON',
    body: {
      model: 'gpt-4o',
      messages: [message('system', 'Answer in JSON.'), message('user', 'Rate the incident from 1 to 5.')],
      response_format: { type: 'json_object' },
      temperature: 0,
    },
    answer: { content: '{"rating":4}', ...fixed('json') },
  },
  {
    ...OPENAI,
    file: 'openai/error/401-wrong-key',
    about: 'a wrong key',
    headers: { authorization: 'Bearer wrong-key' },
    body: FIRST,
  },
  { ...OPENAI, file: 'openai/error/401-no-key', about: 'no key', headers: {}, body: FIRST },
  {
    ...OPENAI,
    file: 'openai/error/400-no-messages',
    about: 'a request without messages',
    body: { model: 'gpt-3.5-turbo' },
  },
  {
    ...OPENAI,
    file: 'openai/error/404-nothing-canned',
    about: 'a question to which the mock server has no answer',
    body: { ...FIRST, messages: [message('user', 'A question without an answer.')] },
  },
  {
    ...OPENAI,
    file: 'openai/error/429-rate-limit',
    about: 'too many requests',
    body: { ...FIRST, messages: [message('user', 'One question too many.')] },
    answer: {
      error: { message: 'Rate limit reached.', type: 'requests', code: 'rate_limit_exceeded' },
      status: 429,
    },
  },
  { ...OPENAI, file: 'openai/models', about: 'the list of models', path: '/v1/models' },
];

const azureCases: readonly Case[] = [
  ...AZURE_VERSIONS.flatMap((version) =>
    Object.entries(QUESTIONS).map(([name, { question, content }]) => ({
      ...azure(version),
      file: `azure-openai/${version}-${name}`,
      about: `first article: the question about ${name}, API version ${version}`,
      body: ask(question),
      answer: { content, ...fixed(name) },
    })),
  ),
  {
    ...azure('2024-10-21'),
    file: 'azure-openai/2024-10-21-tool-call',
    about: 'the model calls a tool: content is null',
    body: { messages: [TOOL_QUESTION], tools: [LOOKUP], max_tokens: 50 },
    answer: { toolCalls: [CALL], ...fixed('tool') },
  },
  {
    ...azure('2024-10-21'),
    file: 'azure-openai/error/2024-10-21-400-content-filter',
    about: 'a prompt that the filter refused',
    body: ask('A prompt that is filtered.'),
    answer: {
      error: { message: 'The prompt was filtered.', code: 'content_filter', param: 'prompt' },
      status: 400,
    },
  },
  {
    ...azure('2024-10-21'),
    file: 'azure-openai/error/2024-10-21-401-wrong-key',
    about: 'a wrong key',
    headers: { 'api-key': 'wrong-key' },
    body: ask(QUESTIONS.tactics.question),
  },
  {
    ...azure('2024-10-21'),
    file: 'azure-openai/error/2024-10-21-429-rate-limit',
    about: 'too many requests',
    body: ask('One question too many.'),
    answer: { error: { message: 'Requests have exceeded the call rate limit.', code: '429' }, status: 429 },
  },
];

const AZURE_V1 = { path: '/openai/v1/chat/completions', headers: { 'api-key': KEY } };
const DEPLOYMENT = { model: 'gpt-4o' };

const azureV1Cases: readonly Case[] = [
  ...Object.entries(QUESTIONS).map(([name, { question, content }]) => ({
    ...AZURE_V1,
    file: `azure-openai-v1/${name}`,
    about: `first article: the question about ${name}, with the deployment in the body`,
    body: { ...DEPLOYMENT, ...ask(question), max_completion_tokens: 200 },
    answer: { content, ...fixed(`v1-${name}`) },
  })),
  {
    ...AZURE_V1,
    file: 'azure-openai-v1/tool-call',
    about: 'the model calls a tool: content is null',
    body: { ...DEPLOYMENT, messages: [TOOL_QUESTION], tools: [LOOKUP] },
    answer: { toolCalls: [CALL], ...fixed('v1-tool') },
  },
  {
    ...AZURE_V1,
    file: 'azure-openai-v1/error/401-wrong-key',
    about: 'a wrong key',
    headers: { 'api-key': 'wrong-key' },
    body: { ...DEPLOYMENT, ...ask(QUESTIONS.tactics.question) },
  },
];

/** Everything that `record-aimock.ts` records. */
export const cases: readonly Case[] = [...openaiCases, ...azureCases, ...azureV1Cases];
