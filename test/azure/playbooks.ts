import type { Json, JsonObject } from '../../src/core/json.js';
import { Secret } from '../../src/core/secret.js';
import { lookAtPlace } from '../../src/azure/playbook/place.js';
import { planPlaybook } from '../../src/azure/playbook/plan-playbook.js';
import type { PlaybookRequest } from '../../src/azure/playbook/playbook-request.js';
import { readWanted } from '../../src/azure/playbook/read-wanted.js';
import type { WantedRequest } from '../../src/azure/playbook/wanted-request.js';
import { publish } from '../../src/azure/publish.js';
import { planPublish } from '../../src/azure/plan.js';
import { group } from '../emulator/ask.js';
import { azure, connectorWith, target } from './azure.js';

export const workflowAt = `${group}/providers/Microsoft.Logic/workflows/triage`;
export const workspace = `${group}/providers/Microsoft.OperationalInsights/workspaces/soc`;
export const insights = '11111111-2222-4333-8444-555555555555';

const host = (key: string) => ({ connection: { name: `@parameters('$connections')['${key}']['connectionId']` } });

/** A definition that incidents start: it asks a connector of its own, and writes a comment. */
export const definition = {
  $schema: 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
  contentVersion: '1.0.0.0',
  parameters: { $connections: { type: 'Object', defaultValue: {} }, Model: { type: 'String' } },
  triggers: {
    Incident: {
      type: 'ApiConnectionWebhook',
      inputs: {
        host: host('azuresentinel'),
        path: '/incident-creation',
        body: { callback_url: '@{listCallbackUrl()}' },
      },
    },
  },
  actions: {
    Ask: {
      type: 'ApiConnection',
      inputs: { host: host('things'), method: 'post', path: '/things/1', body: { model: "@parameters('Model')" } },
      runAfter: {},
    },
    Comment: {
      type: 'ApiConnection',
      inputs: { host: host('azuresentinel'), method: 'post', path: '/Incidents/Comment', body: { message: 'x' } },
      runAfter: { Ask: ['Succeeded'] },
    },
  },
} as const;

const managed = '/subscriptions/any/providers/Microsoft.Web/locations/any/managedApis/azuresentinel';
const custom = '/subscriptions/any/resourceGroups/any/providers/Microsoft.Web/customApis/things';
const signsIn = { connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } } };

/** Its code view. */
export const codeView: JsonObject = {
  name: 'triage',
  definition: definition as unknown as Json,
  parameters: {
    $connections: { value: { azuresentinel: { id: managed, ...signsIn }, things: { id: custom } } },
    Model: { value: 'small' },
  },
};

/** What is asked for a file, with nothing said beside. */
function asked(file: JsonObject, more: Partial<WantedRequest> = {}): WantedRequest {
  const source = { file: 'triage.json', value: file, findings: [], locate: () => ({ line: 1, column: 1 }) };
  return { source, values: {}, secrets: new Map(), connectors: new Map(), ...more };
}

/** What a file comes to in the target of the tests. */
export const wantedOf = (file: JsonObject, more: Partial<WantedRequest> = {}) =>
  readWanted(asked(file, more), { ...target, name: 'any' });

/** Azure in memory with the connector `things`, and a short way to plan a playbook there. */
export async function playbookAzure({ isEmpty = false } = {}) {
  const world = azure({ securityInsightsId: insights });
  if (!isEmpty) {
    const wanted = { connector: connectorWith(), version: '1.0.0' };
    await publish(world.client, await planPublish(world.client, { wanted, target, connection: 'soc' }), {
      key: new Secret('canary-0123456789-key'),
    });
  }
  world.restart();
  const plan = async (more: Partial<PlaybookRequest> = {}, file = codeView, read: Partial<WantedRequest> = {}) => {
    const { wanted, findings } = wantedOf(file, read);
    if (wanted === undefined) throw new Error(JSON.stringify(findings));
    const { name: _name, ...where } = target;
    const place = await lookAtPlace(world.client, where);
    return planPlaybook(world.client, {
      wanted,
      target: { ...place.target, name: wanted.name },
      obstacles: place.obstacles,
      chosen: new Map(),
      tags: {},
      automationRule: false,
      where: '--target azure -g rg',
      version: '1.0.0',
      hasKey: false,
      ...more,
    });
  };
  /** Method, what it is about, and body of each request that changes something. */
  const written = () =>
    world.requests
      .filter(({ method }) => method !== 'GET')
      .map(({ method, url, body }) => ({
        line: `${method} ${new URL(url).pathname.replace(group, '')}?${new URL(url).searchParams}`,
        body: JSON.parse(body ?? 'null') as JsonObject,
      }));
  return { ...world, plan, written };
}
