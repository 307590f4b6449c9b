import type { Json, JsonObject } from '../../src/core/json.js';
import type { Call, Reply } from '../../src/engine/effects.js';
import { compose, endOf, ends, outputs, ran, type Ran } from './ran.js';

const answer = (statusCode: number, headers: JsonObject = {}, body?: Json): Reply => ({ statusCode, headers, body });
const http = (inputs: JsonObject, more: JsonObject = {}) => ({
  Call: { type: 'Http', inputs: { method: 'get', uri: 'https://x/a', ...inputs }, ...more },
});

/** How long after the first call each of the others was sent, in seconds. */
function times(calls: readonly Call[]): readonly number[] {
  return calls.map(({ time }) => (Date.parse(time) - Date.parse(calls[0]?.time ?? '')) / 1000);
}

test('what an Http action sends and records', async () => {
  const inputs = {
    uri: 'https://x/a?b=1&c=%20d&b=2#e',
    body: { n: '@null', l: ["@{triggerBody()?['x']}"] },
    headers: { A: '@concat(1)' },
    cookie: 'k=v',
    authentication: { type: 'Basic', username: 'u', password: 'p' },
    retryPolicy: { type: 'FIXED', count: 1 },
  };
  const { record, calls } = await ran(http(inputs), { replies: { Call: [answer(201, { B: 'c' }, 'done')] } });
  expect(calls).toEqual([
    {
      action: 'Call',
      type: 'Http',
      method: 'GET',
      uri: 'https://x/a',
      queries: { b: ['1', '2'], c: ' d' },
      headers: { A: '1', Cookie: 'k=v' },
      body: { n: null, l: [''] },
      authentication: { type: 'Basic', username: 'u', password: 'p' },
      attempt: 0,
      time: '2026-01-15T10:30:00.000Z',
      secret: false,
    },
  ]);
  const { startTime, endTime, ...action } = record.actions.get('Call') ?? {};
  expect(action).toEqual({
    name: 'Call',
    type: 'Http',
    status: 'Succeeded',
    code: 'Created',
    inputs: {
      method: 'get',
      uri: 'https://x/a?b=1&c=%20d&b=2#e',
      body: { n: null, l: [''] },
      headers: { A: '1' },
      cookie: 'k=v',
      authentication: { type: 'Basic', username: 'u', password: '*sanitized*' },
      retryPolicy: { type: 'Fixed', count: 1 },
    },
    outputs: { statusCode: 201, headers: { B: 'c' }, body: 'done' },
  });
  expect([startTime, endTime]).toEqual(['2026-01-15T10:30:00.000Z', '2026-01-15T10:30:00.000Z']);
});

test.each<readonly [uri: string, queries: JsonObject, want: readonly Json[]]>([
  ['https://x/a?b=1', { c: 2 }, ['https://x/a', { c: 2 }]],
  ['https://x/a?', {}, ['https://x/a', {}]],
  ['https://x/a?b&&c=%zz', {}, ['https://x/a', { b: '', c: '%zz' }]],
  ['https://<Name>.x/a?v=1', {}, ['https://<Name>.x/a', { v: '1' }]],
])('the address %s with %j', async (uri, queries, want) => {
  const { calls } = await ran(http({ uri, queries }));
  expect(calls.map((call) => [call.uri, call.queries])).toEqual([want]);
});

test.each<readonly [inputs: JsonObject, message: string]>([
  [{ uri: '@null' }, "The 'uri' property must be a text that is not empty."],
  [{ method: 1 }, "The 'method' property must be a text that is not empty."],
  [{ queries: [] }, "The 'queries' property must be an object."],
  [{ headers: 'x' }, "The 'headers' property must be an object."],
])('nothing is sent with %j', async (inputs, message) => {
  const { record, calls } = await ran(http(inputs));
  expect([record.actions.get('Call')?.error, calls]).toEqual([{ code: 'BadRequest', message }, []]);
});

const hosted = { host: { connection: { name: "@parameters('$connections')['key']['connectionId']" } } };
const connected = (type: string, inputs: JsonObject, more: JsonObject = {}) => ({
  Call: { type, inputs: { ...hosted, ...inputs }, ...more },
});
const parameters = { $connections: { type: 'Object', defaultValue: {} } };

test('what an action of a connector sends and records, with its connection and without', async () => {
  const actions = connected('ApiConnection', {
    method: 'post',
    path: "/a/@{encodeURIComponent('b c')}",
    queries: { q: 1 },
  });
  const given = { $connections: { key: { connectionId: '/connections/key' } } };
  const runs = [
    await ran(actions, { definition: { parameters } }),
    await ran(actions, { definition: { parameters }, parameters: given }),
  ];
  for (const { calls } of runs) {
    expect(calls).toEqual([
      {
        action: 'Call',
        type: 'ApiConnection',
        connection: 'key',
        method: 'POST',
        uri: '/a/b%20c',
        queries: { q: 1 },
        headers: {},
        body: undefined,
        attempt: 0,
        time: '2026-01-15T10:30:00.000Z',
        secret: false,
      },
    ]);
  }
  const recorded = { method: 'post', path: '/a/b%20c', queries: { q: 1 } };
  expect(runs.map(({ record }) => record.actions.get('Call')?.inputs)).toEqual([
    { host: { connection: { name: 'key' } }, ...recorded },
    { host: { connection: { name: '/connections/key' } }, ...recorded },
  ]);
});

test('a webhook hands out the address that calls back, and its answer counts as the call', async () => {
  const actions = connected('ApiConnectionWebhook', {
    path: '/subscribe',
    body: { callback_url: '@{listCallbackUrl()}' },
  });
  const { record, calls } = await ran(actions, {
    definition: { parameters },
    callbackUrl: 'https://back/',
    replies: { Call: [answer(202, { location: 'x' }, 'yes')] },
  });
  expect(calls.map(({ method, body }) => [method, body])).toEqual([['POST', { callback_url: 'https://back/' }]]);
  expect(record.actions.get('Call')?.outputs).toEqual({ statusCode: 202, headers: { location: 'x' }, body: 'yes' });
  const elsewhere = await ran({ A: compose('@listCallbackUrl()') });
  expect(ends(elsewhere)).toEqual({ A: 'Failed BadRequest InvalidTemplate' });
});

test('the record of a call that was refused has its outputs, and no error', async () => {
  const { record } = await ran(http({}), { replies: { Call: [answer(404, {}, { e: 1 })] } });
  const { status, code, error, outputs: got } = record.actions.get('Call') ?? {};
  expect([status, code, error, got]).toEqual([
    'Failed',
    'NotFound',
    undefined,
    { statusCode: 404, headers: {}, body: { e: 1 } },
  ]);
});

/** Policies, answers, when they were asked for, and how it ends. */
const retries: Readonly<
  Record<string, readonly [policy: JsonObject, replies: readonly Reply[], at: readonly number[], end: string]>
> = {
  'the default, in vain': [{}, [answer(503)], [0, 7.5, 22.5, 52.5, 97.5], 'Failed ServiceUnavailable'],
  'the default, at last': [{}, [answer(408), answer(429), answer(200)], [0, 7.5, 22.5], 'Succeeded OK'],
  'not of what will not change': [{}, [answer(400)], [0], 'Failed BadRequest'],
  none: [{ type: 'none' }, [answer(500)], [0], 'Failed InternalServerError'],
  fixed: [{ type: 'Fixed', count: 2, interval: 'PT1M' }, [answer(500)], [0, 60, 120], 'Failed InternalServerError'],
  'exponential, with bounds': [
    { type: 'exponential', count: 4, interval: 'PT1S', minimumInterval: 'PT2S', maximumInterval: 'PT5S' },
    [answer(500)],
    [0, 2, 4, 8, 13],
    'Failed InternalServerError',
  ],
  'as the answer says, in seconds': [{}, [answer(429, { 'Retry-After': '3' }), answer(200)], [0, 3], 'Succeeded OK'],
  'as the answer says, a moment': [
    {},
    [answer(429, { 'retry-after': 'Thu, 15 Jan 2026 10:31:00 GMT' }), answer(204)],
    [0, 60],
    'Succeeded NoContent',
  ],
  'not after no answer': [
    {},
    [{ failure: { code: 'UnresolvableHostName', message: 'No.' } }],
    [0],
    'Failed UnresolvableHostName',
  ],
  'an answer that takes its time': [{}, [{ statusCode: 200, headers: {}, milliseconds: 120_000 }], [0], 'Succeeded OK'],
  'an answer that takes too long': [
    {},
    [{ statusCode: 200, headers: {}, milliseconds: 120_001 }],
    [0],
    'Failed BadRequest',
  ],
};

test.each(Object.entries(retries))('sent again: %s', async (_, [retryPolicy, replies, at, end]) => {
  const { record, calls } = await ran(http({ retryPolicy }), { replies: { Call: replies } });
  const action = record.actions.get('Call');
  expect([times(calls), action && endOf(action)]).toEqual([at, end]);
  expect(calls.map(({ attempt }) => attempt)).toEqual(at.map((_moment, index) => index));
  expect(action?.retries).toBe(at.length > 1 ? at.length - 1 : undefined);
});

const accepted = (seconds: string) => answer(202, { Location: 'https://x/status', 'Retry-After': seconds });

test.each<
  readonly [
    name: string,
    more: JsonObject,
    replies: readonly Reply[],
    seen: readonly (readonly [string, number])[],
    end: string,
  ]
>([
  [
    'is asked for',
    {},
    [accepted('30'), answer(202, { location: 'https://x/2' }), answer(200, {}, 'done')],
    [
      ['https://x/a', 0],
      ['https://x/status', 30],
      ['https://x/2', 40],
    ],
    'Succeeded OK',
  ],
  [
    'fails',
    {},
    [accepted('1'), answer(404)],
    [
      ['https://x/a', 0],
      ['https://x/status', 1],
    ],
    'Failed NotFound',
  ],
  [
    'is not asked for',
    { operationOptions: 'DisableAsyncPattern' },
    [accepted('1')],
    [['https://x/a', 0]],
    'Succeeded Accepted',
  ],
  [
    'takes too long',
    { limit: { timeout: 'PT40S' } },
    [accepted('20')],
    [
      ['https://x/a', 0],
      ['https://x/status', 20],
      ['https://x/status', 40],
    ],
    'TimedOut ActionTimedOut',
  ],
])('a result that comes later %s', async (_, more, replies, seen, end) => {
  const result: Ran = await ran(http({}, more), { replies: { Call: replies } });
  const at = times(result.calls);
  expect(result.calls.map(({ uri }, index) => [uri, at[index]])).toEqual(seen);
  expect(ends(result)).toEqual({ Call: end });
});

test('pages are brought together until there are enough items', async () => {
  const page = (items: Json[], next?: string) =>
    answer(200, {}, { value: items, ...(next && { '@odata.nextLink': next }) });
  const runtimeConfiguration = { paginationPolicy: { minimumItemCount: 5 } };
  const replies = { Call: [page([1, 2], 'https://x/2'), page([3], 'https://x/3'), page([4, 5], 'https://x/4')] };
  const result = await ran(connected('ApiConnection', { method: 'get', path: '/a' }, { runtimeConfiguration }), {
    definition: { parameters },
    replies,
  });
  expect(result.calls.map(({ uri }) => uri)).toEqual(['/a', 'https://x/2', 'https://x/3']);
  expect(outputs(result, 'Call')).toEqual({ statusCode: 200, headers: {}, body: { value: [1, 2, 3, 4, 5] } });
});

test('there may be more pages than calls fit into each other', async () => {
  const runtimeConfiguration = { paginationPolicy: { minimumItemCount: 20_000 } };
  const replies = { Call: [answer(200, {}, { value: [1], nextLink: 'https://x' })] };
  const send = () => replies.Call[0] as Reply; // there is one
  const result = await ran(connected('ApiConnection', { method: 'get', path: '/a' }, { runtimeConfiguration }), {
    definition: { parameters },
    send,
  });
  const { body } = outputs(result, 'Call') as { body: { value: Json[] } };
  expect(body.value.length).toBe(20_000);
});

test('an answer may be promised', async () => {
  const send = async () => Promise.resolve(answer(200, {}, 'later'));
  const result = await ran({ ...http({}), B: compose("@body('Call')", { Call: ['Succeeded'] }) }, { send });
  expect(outputs(result, 'B')).toBe('later');
});
