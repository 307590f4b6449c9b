import { HOLE } from '../../src/arm/hole.js';
import type { Json, JsonObject } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { readWorkflows } from '../../src/workflow/read-workflows.js';
import type { Sent } from '../../src/workflow/sent.js';
import { call, read, withActions } from './read.js';

const callWith = (inputs: JsonObject, type = 'ApiConnection'): Json => ({ type, inputs, runAfter: {} });
const host = (name: string): JsonObject => ({ connection: { name } });

test.each<[string, JsonObject, string | undefined]>([
  ['as the designer writes it', host("@parameters('$connections')['K e y']['connectionId']"), 'K e y'],
  ['with question marks and dots', host("@parameters('$connections')?['k']?.connectionId"), 'k'],
  ['with a dot', host("@parameters('$connections').k.connectionId"), 'k'],
  ['in braces', host("@{parameters('$connections')['k']['connectionId']}"), 'k'],
  [
    'within a header',
    host("@json(decodeBase64(triggerOutputs().headers['X']))['$connections']['k']['connectionId']"),
    'k',
  ],
  ['of Standard', { connection: { referenceName: 'k' } }, 'k'],
  ['of Power Automate', { connectionName: 'k', apiId: '/providers/Microsoft.PowerApps/apis/k', operationId: 'X' }, 'k'],
  ['a key that only a run knows', host("@parameters('$connections')[parameters('k')]['connectionId']"), undefined],
  ['another parameter', host("@parameters('k')['connectionId']"), undefined],
  ['text around it', host("x@{parameters('$connections')['k']['connectionId']}"), undefined],
  ['a text', host('/subscriptions/x'), undefined],
  ['a broken expression', host("@parameters('$connections'"), undefined],
  ['nothing', {}, undefined],
  ['no text', { connection: { name: 1 } }, undefined],
])('the key of a connection: %s', (_name, given, key) => {
  const { workflows } = read(withActions({ A: callWith({ host: given, path: '/x' }) }));
  expect(workflows[0]?.calls.map((one) => one.key)).toEqual([key]);
});

const scope = '/subscriptions/S/resourceGroups/G/providers/Microsoft.Web';
const managed = '/subscriptions/S/providers/Microsoft.Web/locations/L/managedApis/azuresentinel';

test.each<[string, Json, Json]>([
  ['a custom connector', { id: `${scope}/customApis/Things` }, { kind: 'custom', name: 'Things' }],
  ['in any case', { id: `${scope}/CUSTOMAPIS/Things`.toLowerCase() }, { kind: 'custom', name: 'things' }],
  ['one that Microsoft runs', { id: managed }, { kind: 'managed', name: 'azuresentinel' }],
  ['as the service gives it', { api: { id: managed } }, { kind: 'managed', name: 'azuresentinel' }],
  ['an empty id', { id: '', connectionId: '', connectionName: '' }, { kind: 'unknown' }],
  ['an id of something else', { id: `${scope}/sites/x` }, { kind: 'unknown' }],
  ['no text', { id: 1, connectionId: [] }, { kind: 'unknown' }],
  ['no object', 'x', { kind: 'unknown' }],
])('the API of a connection: %s', (_name, entry, api) => {
  const definition = { triggers: {}, actions: { A: call() } };
  const { workflows } = read({ definition, parameters: { $connections: { value: { things: entry } } } });
  expect(workflows[0]?.calls.map((one) => one.api)).toEqual([api]);
  const parameters = { $connections: { type: 'Object', defaultValue: { things: entry } } };
  expect(read({ ...definition, parameters }).workflows[0]?.calls.map((one) => one.api)).toEqual([api]);
});

test('the API by the gateway of older workflows, and by the connections.json of Standard', () => {
  const runtimeUrl = 'https://logic-apis-westus.azure-apim.net/apim/office365';
  const old = read(withActions({ A: callWith({ host: { api: { runtimeUrl }, ...host('x') }, path: '/x' }) }));
  expect(old.workflows[0]?.calls[0]?.api).toEqual({ kind: 'managed', name: 'office365' });
  const source = readJson(
    'workflow.json',
    JSON.stringify(withActions({ A: callWith({ host: { connection: { referenceName: 'k' } } }) })),
  );
  const connections = {
    managedApiConnections: { k: { api: { id: `${scope}/customApis/Things` }, connection: { id: 'x' } } },
  };
  const { workflows } = readWorkflows(source, connections);
  expect(workflows[0]?.calls.map(({ key, api }) => [key, api])).toEqual([['k', { kind: 'custom', name: 'Things' }]]);
});

/** What is sent as JSON: an expression's value as a question mark, a hole as a circle. */
function plain(sent: Sent | undefined): Json {
  if (sent?.kind === 'array') return sent.items.map(plain);
  if (sent?.kind === 'object') return Object.fromEntries([...sent.members].map(([key, value]) => [key, plain(value)]));
  if (sent?.kind !== 'value') return sent === undefined ? 'nothing' : '?';
  return typeof sent.value === 'string' ? sent.value.replaceAll(HOLE, '◌') : sent.value;
}

test('what a call sends, and where', () => {
  const inputs = {
    host: host("@parameters('$connections')['k']['connectionId']"),
    method: 'POST',
    path: "/things/@{encodeURIComponent(variables('id'))}/x@@{y}",
    queries: { 'api-version': '1', all: '@true' },
    headers: { 'X-A': "a @{body('B')}" },
    body: { text: 'x', '@@type': '@@x', list: [1, null, '@item()', '@{item()}'], big: 1, '@{item()}': 2 },
    retryPolicy: { type: 'none' },
  };
  const found = read(withActions({ A: callWith(inputs) })).workflows[0]?.calls[0];
  expect([found?.method, found?.path]).toEqual(['post', `/things/${HOLE}/x@{y}`]);
  expect([...(found?.sent ?? [])].map(([key, sent]) => [key, plain(sent)])).toEqual([
    ['queries', { 'api-version': '1', all: '?' }],
    ['headers', { 'X-A': 'a ◌' }],
    ['body', { text: 'x', '@type': '@x', list: [1, null, '?', '◌'], big: 1, [HOLE]: 2 }],
  ]);
  const body = found?.sent.get('body');
  const list = body?.kind === 'object' ? body.members.get('list') : undefined;
  expect(list?.kind === 'array' && list.items[3]?.pointer).toBe('/definition/actions/A/inputs/body/list/3');
});

test.each<[string, JsonObject, Json]>([
  ['nothing', {}, {}],
  ['a body of any kind', { body: "@body('B')" }, { body: '?' }],
  ['a text', { body: 'x' }, { body: 'x' }],
  ['groups that are no objects', { queries: [], headers: 'x', body: [] }, { body: [] }],
  ['a path and a method that are none', { path: 1, method: {} }, {}],
  ['a path that only a run knows', { path: "@variables('p')", method: "@variables('m')" }, { path: '◌' }],
])('a call with %s', (_name, inputs, expected) => {
  const [found] = read(withActions({ A: callWith(inputs) })).workflows[0]?.calls ?? [];
  const { method, path } = found ?? {};
  const sent = [...(found?.sent ?? [])].map(([key, value]) => [key, plain(value)] as const);
  expect({
    ...(method !== undefined && { method }),
    ...(path !== undefined && { path: path.replaceAll(HOLE, '◌') }),
    ...Object.fromEntries(sent),
  }).toEqual(expected);
});

test('calls are those of connectors, in order, nested ones too', () => {
  const { workflows } = read(
    withActions(
      {
        Z: call(),
        Http: { type: 'Http', inputs: { method: 'GET', uri: 'https://x' } },
        If: {
          type: 'If',
          expression: '@true',
          actions: { B: call() },
          else: { actions: { C: callWith({}, 'ApiConnectionWebhook') } },
        },
        Sw: {
          type: 'Switch',
          expression: 'x',
          cases: { a: { case: 'x', actions: { D: call() } } },
          default: { actions: { E: call() } },
        },
        U: {
          type: 'Until',
          expression: '@true',
          actions: {
            S: {
              type: 'Scope',
              actions: {
                F: callWith({ host: { operationId: 'Op' }, parameters: { 'body/x': 1 } }, 'OpenApiConnection'),
              },
            },
          },
        },
      },
      { T: callWith({}, 'apiconnectionwebhook') },
    ),
  );
  const calls = workflows[0]?.calls ?? [];
  expect(calls.map(({ step }) => step.name)).toEqual(['T', 'Z', 'B', 'C', 'E', 'D', 'F']);
  expect(calls.map(({ step }) => step.parent?.name)).toEqual([undefined, undefined, 'If', 'If', 'Sw', 'Sw', 'S']);
  expect(calls.map(({ step }) => step.pointer.replace('/definition', ''))).toEqual([
    '/triggers/T',
    '/actions/Z',
    '/actions/If/actions/B',
    '/actions/If/else/actions/C',
    '/actions/Sw/default/actions/E',
    '/actions/Sw/cases/a/actions/D',
    '/actions/U/actions/S/actions/F',
  ]);
  expect(calls[0]?.step.type).toBe('ApiConnectionWebhook');
  expect(calls.at(-1)).toMatchObject({ operationId: 'Op' });
  expect(plain(calls.at(-1)?.sent.get('parameters'))).toEqual({ 'body/x': 1 });
});
