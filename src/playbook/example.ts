import type { Json, JsonObject } from '../core/json.js';

/** A run, to show a rule with: what is left out of it is the simplest that works. */
export interface RunExample {
  readonly definition: JsonObject;
  /** The body of its incident trigger. */
  readonly incident?: Json;
  /** As a file of mocks has it. */
  readonly mock?: JsonObject;
  /** The definition of the connector whose connection is `tickets`. */
  readonly swagger?: JsonObject;
}

const schema =
  'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#';

/** The id of the incident of the examples. */
const INCIDENT =
  '/subscriptions/0/resourceGroups/soc/providers/Microsoft.OperationalInsights/workspaces/soc/providers/Microsoft.SecurityInsights/Incidents/1';

const incident: Json = {
  object: { id: INCIDENT, name: '1', properties: { title: 'Phishing', additionalData: { tactics: ['A', 'B'] } } },
};

function connection(key: string): JsonObject {
  return { connection: { name: `@parameters('$connections')['${key}']['connectionId']` } };
}

function workflow(actions: JsonObject, parameters: JsonObject = {}): JsonObject {
  return {
    $schema: schema,
    contentVersion: '1.0.0.0',
    parameters: { $connections: { type: 'Object', defaultValue: {} }, ...parameters },
    triggers: {
      Incident: {
        type: 'ApiConnectionWebhook',
        inputs: {
          body: { callback_url: '@{listCallbackUrl()}' },
          host: connection('azuresentinel'),
          path: '/incident-creation',
        },
      },
    },
    actions,
    outputs: {},
  };
}

function http(inputs: JsonObject): JsonObject {
  return { type: 'Http', runAfter: {}, inputs: { method: 'GET', uri: 'https://api.contoso.com/tickets', ...inputs } };
}

function forEachTactic(action: JsonObject): JsonObject {
  const foreach = "@triggerBody()?['object']?['properties']?['additionalData']?['tactics']";
  return { Each: { type: 'Foreach', runAfter: {}, foreach, actions: { Ask: action } } };
}

function comment(message: string): JsonObject {
  const inputs = {
    host: connection('azuresentinel'),
    method: 'post',
    path: '/Incidents/Comment',
    body: { incidentArmId: "@triggerBody()?['object']?['id']", message },
  };
  return { Comment: { type: 'ApiConnection', runAfter: {}, inputs } };
}

function ticket(path: string): JsonObject {
  const inputs = { host: connection('tickets'), method: 'get', path };
  return { Ticket: { type: 'ApiConnection', runAfter: {}, inputs } };
}

const swagger: JsonObject = {
  swagger: '2.0',
  info: { title: 'Tickets', version: '1' },
  host: 'api.contoso.com',
  basePath: '/v1',
  paths: { '/tickets': { get: { operationId: 'List', responses: { 200: { description: 'Those that are open.' } } } } },
};

const mock: JsonObject = { '*': [{ status: 200, body: { ok: true } }] };
const secured = { secureData: { properties: ['inputs'] } };

/** Runs of which nothing is said. */
export const goodRuns: readonly RunExample[] = [
  { definition: workflow({ Ask: http({}) }), incident, mock },
  { definition: workflow(forEachTactic(http({ queries: { tactic: '@item()' } }))), incident, mock },
  {
    definition: workflow({
      Ask: { ...http({ headers: { 'api-key': 'k-0123456789' } }), runtimeConfiguration: secured },
    }),
    incident,
    mock,
  },
  { definition: workflow(comment('<p>Seen by <b>us</b>.</p>')), incident },
  { definition: workflow(ticket('/tickets')), incident, mock, swagger },
  { definition: workflow({}, { level: { type: 'Int', defaultValue: 1 } }), incident },
];

/** Runs by the rule that they break. */
export const badRuns = {
  notAnswered: [
    { definition: workflow({ Ask: http({}) }), incident },
    { definition: workflow(ticket('/tickets')), incident, mock: { 'api.contoso.com': [{}] } },
  ],
  placeholder: [{ definition: workflow({ Ask: http({ uri: 'https://<name>.contoso.com/' }) }), incident, mock }],
  sameCalls: [{ definition: workflow(forEachTactic(http({}))), incident, mock }],
  secretInHistory: [
    { definition: workflow({ Ask: http({ headers: { 'api-key': 'k-0123456789' } }) }), incident, mock },
  ],
  shownRaw: [{ definition: workflow(comment('<p>**Phishing** of two users</p>')), incident }],
  tagsLost: [{ definition: workflow(comment('Run it as <user>.')), incident }],
  operationUnknown: [{ definition: workflow(ticket('/ticket')), incident, mock, swagger }],
  basePathTwice: [{ definition: workflow(ticket('/v1/tickets')), incident, mock, swagger }],
  parameterMissing: [{ definition: workflow({}, { level: { type: 'Int' } }), incident }],
} as const satisfies Readonly<Record<string, readonly RunExample[]>>;
