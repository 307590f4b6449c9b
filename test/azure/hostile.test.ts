import { Secret } from '../../src/core/secret.js';
import { armClient } from '../../src/azure/client.js';
import { clouds } from '../../src/azure/cloud.js';
import { connect } from '../../src/azure/connect.js';
import { findDrift } from '../../src/azure/drift.js';
import type { ArmRequest } from '../../src/azure/message.js';
import { planPublish } from '../../src/azure/plan.js';
import { publish } from '../../src/azure/publish.js';
import { pull } from '../../src/azure/pull.js';
import { planUnpublish, unpublish } from '../../src/azure/unpublish.js';
import { verify } from '../../src/azure/verify.js';
import { isFault } from '../../src/core/fault.js';
import { connection, customApi, noon } from '../emulator/ask.js';
import { canary, connectorWith, target } from './azure.js';

const connector = connectorWith();
const wanted = { connector, version: '1' };
const key = new Secret(canary);

const swagger = {
  swagger: '2.0',
  info: [],
  paths: { '/{connectionId}/a': { get: 3, parameters: [null, 1] }, '/{connectionId}/b': null },
};
const resource = { id: 5, name: [], tags: { a: 1, __proto__: null }, location: {}, kind: 3 };
const bodies: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"x"'],
  ['an empty object', '{}'],
  ['members of other types', JSON.stringify({ ...resource, value: {}, properties: [], nextLink: 3, response: 'x' })],
  [
    'a resource of other types',
    JSON.stringify({
      ...resource,
      properties: { swagger, connectionParameters: 3, apiDefinitions: [], backendService: 'x' },
    }),
  ],
  [
    'a connector of other types',
    JSON.stringify({
      ...swagger,
      properties: {
        swagger: { swagger: '2.0' },
        apiDefinitions: { originalSwaggerUrl: 3 },
        backendService: { serviceUrl: 'no url' },
        displayName: {},
      },
    }),
  ],
  [
    'a list of other types',
    JSON.stringify({
      value: [null, 3, [], {}, resource, { properties: { definition: 3, parameters: [] } }],
      properties: { api: 3, statuses: {} },
    }),
  ],
  [
    'hostile keys',
    '{"__proto__":{"value":[]},"constructor":{"a":1},"value":[{"__proto__":{"id":"x"}}],"tags":{"__proto__":"x"},"properties":{"__proto__":{"swagger":{}}}}',
  ],
  ['deep nesting', `${'{"properties":'.repeat(900)}1${'}'.repeat(900)}`],
];

function asked(body: string, status = 200) {
  const requests: ArmRequest[] = [];
  const send = async (request: ArmRequest) => {
    requests.push(request);
    return { status, headers: {}, body };
  };
  return { requests, client: armClient({ send, now: () => noon, sleep: async () => undefined }, clouds.public) };
}

type Client = ReturnType<typeof asked>['client'];
const commands: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  publish: async (client) =>
    publish(client, await planPublish(client, { wanted, target, connection: 'mine' }), { key, allowBreaking: true }),
  connect: (client) => connect(client, { connector, target, connection: 'mine', key }),
  drift: (client) => findDrift(client, wanted, target),
  pull: (client) => pull(client, target),
  'pull beside': (client) => pull(client, target, connector),
  unpublish: async (client) => unpublish(client, await planUnpublish(client, target, { force: true })),
  verify: (client) => verify(client, { connector, target, connection: 'mine' }),
};

describe.each(bodies)('whatever is asked is answered with %s', (_name, body) => {
  test.each(Object.keys(commands))('%s ends in a result or a fault', async (name) => {
    for (const status of [200, 400]) {
      const { client } = asked(body, status);
      const ended = await commands[name]?.(client).then(
        () => 'well',
        (error: unknown) => (isFault(error) ? 'well' : String((error as Error).stack)),
      );
      expect(ended).toBe('well');
    }
  });
});

test.each([
  '@evil.example/providers/Microsoft.Web/connections/a',
  `${customApi('other')}`,
  `${connection('..')}`,
  `${connection('a?b')}`,
  '',
])('a list that names %j as the id of a connection', async (id) => {
  const one = { id, tags: { 'connector-kit-connector': 'things' }, properties: { api: { id: customApi('things') } } };
  const { client, requests } = asked(JSON.stringify({ value: [one], tags: {}, location: 'westeurope' }));
  const { steps } = await planUnpublish(client, target, { force: true });
  expect(steps.map((step) => step.id)).toEqual([customApi('things')]);
  expect(new Set(requests.map(({ url }) => new URL(url).origin))).toEqual(new Set(['https://management.azure.com']));
});
