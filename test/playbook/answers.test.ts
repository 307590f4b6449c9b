import type { Json, JsonObject } from '../../src/core/json.js';
import { exchange } from '../../src/http/make-exchange.js';
import { recordedAnswers } from '../../src/playbook/recorded.js';
import type { Asked } from '../../src/playbook/setup.js';
import { runIt } from './run-it.js';

const trigger = {
  type: 'ApiConnectionWebhook',
  inputs: {
    host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } },
    path: '/incident-creation',
  },
};
const INCIDENT = '/subscriptions/s/resourceGroups/g/providers/Microsoft.SecurityInsights/Incidents/1';
const incident = { object: { id: INCIDENT, properties: { title: 'T', labels: [] } } };

/** Actions that run one after the other. */
function inTurn(actions: Readonly<Record<string, JsonObject>>): JsonObject {
  const names = Object.keys(actions);
  const linked = names.map((name, at) => {
    const before = names[at - 1];
    return [name, { ...actions[name], runAfter: before === undefined ? {} : { [before]: ['Succeeded', 'Failed'] } }];
  });
  return { triggers: { Incident: trigger }, actions: Object.fromEntries(linked) };
}

function http(uri: string, more: JsonObject = {}): JsonObject {
  return { type: 'Http', inputs: { method: 'POST', uri, retryPolicy: { type: 'none' }, ...more } };
}

function api(key: string, path: string, more: JsonObject = {}): JsonObject {
  const host = { connection: { name: `@parameters('$connections')['${key}']['connectionId']` } };
  return { type: 'ApiConnection', inputs: { host, method: 'post', path, ...more } };
}

const comment = (key: string) => api(key, '/Incidents/Comment', { body: { incidentArmId: INCIDENT, message: 'm' } });

/** Who answered each call, with which status; and how many comments there are then. */
async function answered(definition: JsonObject, mock?: JsonObject, more: JsonObject = {}) {
  const { run } = await runIt({ definition, incident, ...(mock && { mock }), ...more });
  return [run?.calls.map(({ by, status }) => `${by} ${status}`), run?.workspace.incident?.comments.length];
}

test.each<[string, JsonObject, JsonObject | undefined, string[], number]>([
  ['the workspace', { A: comment('azuresentinel_1') }, undefined, ['sentinel 200'], 1],
  [
    'its mock first, and what it takes stands there',
    { A: comment('azuresentinel') },
    { azuresentinel: [{}] },
    ['mock 200'],
    1,
  ],
  ['a mock that refuses', { A: comment('azuresentinel') }, { azuresentinel: [{ status: 403 }] }, ['mock 403'], 0],
  ['a mock of another path', { A: comment('azuresentinel') }, { azuresentinel: [{ path: '/x' }] }, ['sentinel 200'], 1],
  ['the workspace before *', { A: comment('azuresentinel') }, { '*': [{ status: 500 }] }, ['sentinel 200'], 1],
  ['a key that is another API', { A: comment('tickets') }, { '*': [{ status: 201 }] }, ['mock 201'], 0],
  [
    'the host, with its port or without, in any case',
    { A: http('https://API.contoso.com/x'), B: http('http://127.0.0.1:4010/y') },
    { 'api.Contoso.com': [{ status: 201 }], '127.0.0.1': [{ status: 202 }], '*': [{ status: 203 }] },
    ['mock 201', 'mock 202'],
    0,
  ],
  [
    'in order, the last one again and again',
    { A: http('https://a/x'), B: http('https://a/x'), C: http('https://a/x') },
    { a: [{ status: 201 }, { status: 202 }] },
    ['mock 201', 'mock 202', 'mock 202'],
    0,
  ],
  [
    'by method and path, wherever in the list',
    { A: http('https://a/x/7'), B: http('https://a/y', { method: 'GET' }), C: http('https://a/z') },
    { a: [{ method: 'get', status: 201 }, { path: '/x/{id}', status: 202 }, { status: 203 }] },
    ['mock 202', 'mock 201', 'mock 203'],
    0,
  ],
  ['an answer that is not in a list', { A: http('https://a/x') }, { a: { status: 201 } }, ['mock 201'], 0],
  [
    'nobody',
    { A: http('https://a/x'), B: api('tickets', '/x') },
    { b: [{}] },
    ['nobody undefined', 'nobody undefined'],
    0,
  ],
  ['what the workspace has not', { A: api('azuresentinel', '/None') }, {}, ['nobody undefined'], 0],
])('%s', async (_, actions, mock, by, comments) => {
  expect(await answered(inTurn(actions as Record<string, JsonObject>), mock)).toEqual([by, comments]);
});

test('a call that nobody answers fails the run, even where the workflow goes on', async () => {
  const definition = inTurn({ A: http('https://a/x?code=k-0123456789'), B: { type: 'Compose', inputs: 1 } });
  const { run, findings } = await runIt({ definition, incident });
  expect([run?.record.status, run?.status, run?.error, run?.record.actions.get('B')?.status]).toEqual([
    'Succeeded',
    'Failed',
    { code: 'CallNotAnswered', message: 'Nothing answers the call of A, POST a/x.' },
    'Succeeded',
  ]);
  expect(findings.map(({ code, pointer, message }) => [code, pointer, message])).toEqual([
    [
      'call-not-answered',
      '/definition/actions/A',
      'Nothing answers the call of A, "POST a/x". An entry under "a" or "*" in --mock would, or a recording in --replay, or --upstream.',
    ],
    ['secret-in-run-history', '/definition/actions/A', expect.any(String)],
  ]);
});

test.each<[JsonObject, string]>([
  [{ key: { id: '/subscriptions/s/providers/Microsoft.Web/locations/l/managedApis/AzureSentinel' } }, 'sentinel 200'],
  [{ key: { id: '/subscriptions/s/providers/Microsoft.Web/locations/l/managedApis/office365' } }, 'nobody undefined'],
  [{ key: { id: '' } }, 'nobody undefined'],
])('which connection leads to the workspace: %j', async (value, by) => {
  const parameters = { $connections: { value: { ...value, azuresentinel: {} } } };
  expect(await answered(inTurn({ A: comment('key') }), undefined, { parameters })).toEqual([
    [by],
    by === 'sentinel 200' ? 1 : 0,
  ]);
});

const recorded = (url: string, body: Json, status: number) =>
  exchange({
    request: { method: 'POST', url, headers: { 'content-type': 'application/json' }, body },
    response: { status, headers: { 'content-type': 'application/json' }, body: { status } },
  });

test('recordings: the same body wherever it was recorded, first in, first out, then the last', async () => {
  const exchanges = [
    recorded('http://127.0.0.1:8080/v1/ask?api-version=1&key=secret-key', { b: 1, a: [1.0] }, 201),
    recorded('https://other/v1/ask?api-version=1', { a: [1], b: 1 }, 202),
    recorded('https://other/v1/ask?api-version=2', { a: [1], b: 1 }, 203),
    recorded('https://other/v1/ask?api-version=1', { a: [2], b: 1 }, 204),
  ];
  const ask = api('tickets', '/ask', { body: { a: [1], b: 1 }, queries: { 'api-version': '1' } });
  const other = api('tickets', '/ask', { body: { a: [3], b: 1 }, queries: { 'api-version': '1' } });
  const definition = inTurn({ A: ask, B: ask, C: ask, D: other });
  const setup = { recorded: recordedAnswers(exchanges) };
  for (const time of [1, 2]) {
    const { run } = await runIt({ definition, incident }, setup);
    expect([time, run?.calls.map(({ by, status }) => `${by} ${status}`)]).toEqual([
      time,
      ['replay 201', 'replay 202', 'replay 202', 'nobody undefined'],
    ]);
  }
});

test('a server: the request as it goes out, and what it is asked for', async () => {
  const asked: Asked[] = [];
  const upstream = {
    url: 'http://127.0.0.1:4010/v1',
    ask: async (one: Asked) => {
      asked.push(one);
      return { statusCode: 200, headers: {}, body: { usage: { tokens: 3, details: {} } } };
    },
  };
  const definition = inTurn({
    A: http('https://<name>.contoso.com/deployments/<d>/ask?v=1', { body: { a: 1 }, headers: { 'X-A': 'b' } }),
    B: api('tickets', '/v1/ask', { queries: { q: ['a b', 1] } }),
    C: http('https://a/', { authentication: { type: 'Basic', username: 'ada', password: 'lovelace' } }),
  });
  const { run, findings } = await runIt({ definition, incident }, { upstream });
  expect(asked.map(({ action, request }) => ({ action, ...request }))).toEqual([
    {
      action: 'A',
      method: 'POST',
      url: 'http://127.0.0.1:4010/deployments/%3Cd%3E/ask?v=1',
      headers: { 'x-a': 'b', 'content-type': 'application/json' },
      body: '{"a":1}',
    },
    { action: 'B', method: 'POST', url: 'http://127.0.0.1:4010/v1/ask?q=a%20b&q=1', headers: {} },
    {
      action: 'C',
      method: 'POST',
      url: 'http://127.0.0.1:4010/',
      headers: { authorization: 'Basic YWRhOmxvdmVsYWNl' },
    },
  ]);
  expect([run?.status, run?.usage, findings.map(({ code }) => code)]).toEqual([
    'Succeeded',
    { tokens: 9 },
    ['address-placeholder'], // the history hides an authentication
  ]);
});

test('equal requests count in a Foreach only: not what is asked until it is done, and not what is sent again', async () => {
  const ask = http('https://a/x', { retryPolicy: { type: 'fixed', count: 2, interval: 'PT10S' } });
  const each = (actions: JsonObject): JsonObject => ({ type: 'Foreach', foreach: "@createArray('a', 'b')", actions });
  const until: JsonObject = {
    type: 'Until',
    expression: '@equals(1, 2)',
    limit: { count: 3 },
    actions: { C: http('https://a/x') },
  };
  const mock = {
    a: [
      { status: 429 },
      { status: 202, headers: { Location: 'https://a/x' } },
      { status: 202, headers: { Location: 'https://a/x' } },
      { status: 200 },
    ],
  };
  const { findings } = await runIt({ definition: inTurn({ One: each({ A: ask }), Two: until }), incident, mock });
  expect(findings.map(({ message }) => message)).toEqual([
    'A sent 2 equal requests: what it asks does not depend on the item of the loop.',
  ]);
});
