import { freshState } from '../../src/emulator/fresh.js';
import { regions } from '../../src/emulator/regions.js';
import { refusals } from '../../src/emulator/refusals.js';
import type { EmulatorSettings } from '../../src/emulator/state.js';
import {
  connection,
  connectionBody,
  customApi,
  customApiBody,
  emulator,
  group,
  subscription,
  swagger,
  verdict,
} from './ask.js';
import {
  assignment,
  guid,
  incident,
  incidentBody,
  LOGIC,
  playbook,
  sentinel,
  SENTINEL,
  workflow as workflowAt,
  workspace,
} from './playbook.js';

const id = customApi('things');
const body = customApiBody();
const other = customApi('other');
const role = (name: string) =>
  `${group}/providers/Microsoft.Authorization/roleAssignments/${name}?api-version=2022-04-01`;
const reader = `/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`;
const roleBody = (principalId: string, roleDefinitionId = reader) => ({
  properties: { roleDefinitionId, principalId },
});
const lock = `${group}/providers/Microsoft.Authorization/locks/l?api-version=2016-09-01`;
const lockOn = (scope: string) => `${scope}/providers/Microsoft.Authorization/locks/l?api-version=2016-09-01`;
const policy = { name: 'deny', scope: `/subscriptions/${subscription}`, types: ['Microsoft.Web/customApis'] };
const groupUrl = (name: string) => `/subscriptions/${subscription}/resourceGroups/${name}?api-version=2021-04-01`;
const workflow = `${group}/providers/Microsoft.Logic/workflows/w?api-version=2019-05-01`;

const { securityInsightsId: securityInsights } = freshState().settings;
/** A workflow with a connection of which it says more. */
const connected = (more: object) => ({
  location: 'westeurope',
  properties: {
    definition: { actions: {} },
    parameters: { $connections: { value: { c: { connectionId: connection('c'), ...more } } } },
  },
});

/** What the message of a nested error says; of any other the message itself. */
function messageOf(answer: { body: unknown }): string {
  const { message = '' } = (answer.body as { error?: { message?: string } }).error ?? {};
  return message.startsWith('{"Code"') ? JSON.parse(message).Message : message;
}

type Case = readonly [
  refusal: keyof typeof refusals,
  asked: readonly (readonly [line: string, body?: unknown])[],
  message: string,
  settings?: Partial<EmulatorSettings>,
];

const deployment = `${group}/providers/Microsoft.Resources/deployments/d?api-version=2022-09-01`;
const deploymentBody = (more: object = {}) => ({ properties: { mode: 'Incremental', template: {}, ...more } });

const cases: readonly Case[] = [
  [
    'badTemplate',
    [[`PUT ${deployment}`, deploymentBody({ parameters: { A: { value: 1 } } })]],
    `Deployment template validation failed: 'The template has no parameter "A".' (/parameters/A)`,
  ],
  [
    'badLink',
    [[`PUT ${deployment}`, deploymentBody({ templateLink: { uri: 'https://contoso.com/t.json' } })]],
    'The emulator fetches nothing: send the template and its parameters.',
  ],
  [
    'badMode',
    [[`POST ${deployment.replace('?', '/validate?')}`, deploymentBody({ mode: 'Complete' })]],
    "The emulator deploys with the mode 'Incremental' only.",
  ],
  [
    'noAuthorization',
    [['GET-without-token /subscriptions']],
    "Authentication failed. The 'Authorization' header is missing.",
  ],
  [
    'forbidden',
    [[`PUT ${id}`, body]],
    `The client does not have authorization to perform action 'Microsoft.Web/customApis/write' over scope '${id}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
    { forbidden: ['microsoft.web/customapis/write'] },
  ],
  [
    'policy',
    [[`PUT ${id}`, body]],
    `Resource 'things' was disallowed by policy. Policy identifiers: '[{"policyAssignment":{"name":"deny","id":"/subscriptions/${subscription}/providers/Microsoft.Authorization/policyAssignments/deny"}}]'.`,
    { policies: [policy] },
  ],
  [
    'locked',
    [[`PUT ${id}`, body], [`PUT ${lock}`, { properties: { level: 'CanNotDelete' } }], [`DELETE ${id}`]],
    `The scope '${id}' cannot perform delete operation because following scope(s) are locked: '${group}'. Please remove the lock and try again.`,
  ],
  [
    'locked',
    [
      [`PUT ${lock}`, { properties: { level: 'ReadOnly' } }],
      [`PUT ${id}`, body],
    ],
    `The scope '${id}' cannot perform write operation because following scope(s) are locked: '${group}'. Please remove the lock and try again.`,
  ],
  [
    'locked',
    [[`PUT ${lockOn(id)}`, { properties: { level: 'CanNotDelete' } }], [`DELETE ${groupUrl('rg')}`]],
    `The scope '${group}' cannot perform delete operation because following scope(s) are locked: '${id}'. Please remove the lock and try again.`,
  ],
  [
    'notRegistered',
    [
      [`POST /subscriptions/${subscription}/providers/microsoft.web/unregister?api-version=2021-04-01`],
      [`PUT ${id}`, body],
    ],
    "The subscription is not registered to use namespace 'Microsoft.Web'. See https://aka.ms/rps-not-found for how to register subscriptions.",
  ],
  [
    'badSubscription',
    [['GET /subscriptions/mine/providers/Microsoft.Web/customApis']],
    "The provided subscription identifier 'mine' is malformed or invalid.",
  ],
  ['noSubscription', [[`GET ${id}`]], `The subscription '${subscription}' could not be found.`, { subscriptions: [] }],
  ['noGroup', [[`PUT ${id}`, body]], "Resource group 'rg' could not be found.", { groups: 'asked for' }],
  ['noGroup', [[`GET ${groupUrl('rg')}`]], "Resource group 'rg' could not be found.", { groups: 'asked for' }],
  [
    'noGroup',
    [[`GET ${groupUrl('rg')}`], [`DELETE ${groupUrl('rg')}`], [`GET ${id}`]],
    "Resource group 'rg' could not be found.",
  ],
  [
    'noResource',
    [[`GET ${id}`]],
    "The Resource 'Microsoft.Web/customApis/things' under resource group 'rg' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix",
  ],
  [
    'noResource',
    [[`GET /subscriptions/${subscription}/providers/Microsoft.Web/locations/westeurope/managedApis/nothing`]],
    "The Resource 'Microsoft.Web/locations/managedApis/westeurope/nothing' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix",
  ],
  [
    'noNamespace',
    [[`GET ${group}/providers/Contoso.Web/things/x`]],
    "The resource namespace 'Contoso.Web' is invalid.",
  ],
  [
    'noType',
    [[`GET ${group}/providers/Microsoft.Web/sites/x`]],
    "The resource type 'sites' could not be found in the namespace 'Microsoft.Web'.",
  ],
  ['noRoute', [['GET /nothing/here']], "The path '/nothing/here' is not known."],
  [
    'noType',
    [['GET /subscriptions/providers/Microsoft.Authorization/locks']],
    "The resource type 'locks' could not be found in the namespace 'Microsoft.Authorization'.",
  ],
  [
    'noMethod',
    [[`POST ${id}`]],
    "The requested resource does not support http method 'POST', only GET, PUT, PATCH, DELETE.",
  ],
  ['badUrl', [['GET /subscriptions/x%00']], 'The request URI has a broken escape, or a segment that is no name.'],
  ['badUrl', [[`GET ${customApi('%2e%2e')}`]], 'The request URI has a broken escape, or a segment that is no name.'],
  ['badUrl', [[`GET ${customApi('a%2Fb')}`]], 'The request URI has a broken escape, or a segment that is no name.'],
  ['badUrl', [[`GET ${customApi('%zz')}`]], 'The request URI has a broken escape, or a segment that is no name.'],
  ['urlTooLong', [[`GET ${customApi('a'.repeat(20_000))}`]], 'The request URI is too long.'],
  ['tooLarge', [[`PUT ${id}`, 'x'.repeat(4_194_305)]], 'The request has 4194305 bytes, at most 4194304 are allowed.'],
  [
    'noVersion',
    [['GET /subscriptions?api-version']],
    'The api-version query parameter (?api-version=) is required for all requests.',
  ],
  [
    'badVersion',
    [[`GET ${id}?api-version=2015-08-01-preview`]],
    "No registered resource provider found for API version '2015-08-01-preview' for type 'customApis'. The supported api-versions are '2016-06-01, 2018-07-01-preview'.",
  ],
  [
    'badResourcesVersion',
    [['GET /subscriptions?api-version=1999-01-01']],
    "The api-version '1999-01-01' is invalid. The supported versions are '2016-06-01,2018-06-01,2019-06-01,2020-01-01,2021-01-01,2021-10-01,2022-12-01'.",
  ],
  [
    'badContent',
    [[`PUT ${id}`, '{"location":']],
    'The request content was invalid and could not be deserialized: a JSON object is expected.',
  ],
  [
    'badContent',
    [[`PUT ${id}`]],
    'The request content was invalid and could not be deserialized: a JSON object is expected.',
  ],
  [
    'badContent',
    [[`PUT ${id}`, '[]']],
    'The request content was invalid and could not be deserialized: a JSON object is expected.',
  ],
  [
    'badContent',
    [[`PUT ${id}`, { location: 'westeurope' }]],
    "The request content was invalid and could not be deserialized: 'properties' is expected to be an object.",
  ],
  [
    'badContent',
    [[`PUT ${id}`, { ...body, tags: { a: 1 } }]],
    "The request content was invalid and could not be deserialized: 'tags' is expected to be an object of texts.",
  ],
  [
    'badContent',
    [[`PUT ${id}`, { ...body, location: 5 }]],
    "The request content was invalid and could not be deserialized: 'location' is expected to be a text.",
  ],
  [
    'badContent',
    [[`PUT ${id}`, customApiBody({ capabilities: {} })]],
    "The request content was invalid and could not be deserialized: 'properties.capabilities' is expected to be a list.",
  ],
  [
    'badName',
    [[`PUT ${customApi('a*b')}`, body]],
    `The resource name "a*b" is not valid: it has 1 to 80 letters, digits and '_.()-', and ends with no dot.`,
  ],
  [
    'noLocation',
    [[`PUT ${id}`, { properties: body.properties }]],
    'The location property is required for this definition.',
  ],
  [
    'badLocation',
    [[`PUT ${id}`, { ...body, location: 'atlantis' }]],
    `The provided location "atlantis" is not available for resource type 'Microsoft.Web/customApis'. List of available regions for the resource type is '${[...regions].join(',')}'.`,
  ],
  [
    'otherLocation',
    [
      [`PUT ${id}`, body],
      [`PUT ${id}`, { ...body, location: 'North Europe' }],
    ],
    "The resource 'things' already exists in location 'westeurope'. A resource with the same name cannot be created in location 'northeurope'. Please select a new resource name.",
  ],
  [
    'otherGroupLocation',
    [
      [`PUT ${groupUrl('rg')}`, { location: 'westeurope' }],
      [`PUT ${groupUrl('rg')}`, { location: 'northeurope' }],
    ],
    "Invalid resource group location 'northeurope'. The Resource group already exists in location 'westeurope'.",
  ],
  [
    'badDefinition',
    [[`PUT ${id}`, customApiBody({ swagger: { openapi: '3.0.0' } })]],
    'Invalid Api definition object. Please specify a valid Swagger 2.0 Url and valid list of ServiceUrls.',
  ],
  [
    'badDefinition',
    [[`PUT ${id}`, customApiBody({ swagger: undefined })]],
    'Invalid Api definition object. Please specify a valid Swagger 2.0 Url and valid list of ServiceUrls.',
  ],
  [
    'badDefinition',
    [[`PUT ${id}`, customApiBody({ swagger: { ...swagger, host: undefined }, backendService: {} })]],
    'Invalid Api definition object. Please specify a valid Swagger 2.0 Url and valid list of ServiceUrls.',
  ],
  [
    'badDefinition',
    [[`PUT ${id}`, customApiBody({ backendService: { serviceUrl: 'ftp://x/v1' } })]],
    'Invalid Api definition object. Please specify a valid Swagger 2.0 Url and valid list of ServiceUrls.',
  ],
  [
    'otherBasePath',
    [[`PUT ${id}`, customApiBody({ backendService: { serviceUrl: "https://api.contoso.com/v1'" } })]],
    "Swagger contains base path:/v1 but backend Url doesn't end on same path:/v1' ",
  ],
  [
    'invalidSwagger',
    [
      [
        `PUT ${id}`,
        customApiBody({
          swagger: {
            ...swagger,
            paths: { ...swagger.paths, '/Things': { get: { responses: { 200: { description: '' } } } } },
          },
        }),
      ],
    ],
    "Specified swagger has the following errors: 'Definition is not valid. Error: 'Error : paths/~1Things : The path '/Things' is defined multiple times with different capitalization. Paths must be unique when compared case-insensitively.''",
  ],
  [
    'largeSwagger',
    [
      [
        `PUT ${id}`,
        customApiBody({ swagger: { ...swagger, info: { ...swagger.info, description: 'x'.repeat(1_048_576) } } }),
      ],
    ],
    'The definition has 1049234 bytes, at most 1048576 are allowed.',
  ],
  [
    'largeSwagger',
    [
      [
        `PUT ${id}`,
        customApiBody({
          swagger: {
            ...swagger,
            paths: Object.fromEntries(
              Array.from({ length: 257 }, (_, n) => [`/p${n}`, { get: { responses: { 200: { description: '' } } } }]),
            ),
          },
        }),
      ],
    ],
    'The definition has 257 operations, at most 256 are allowed.',
  ],
  ['noApi', [[`PUT ${connection('c')}`, connectionBody()]], "The API 'things' could not be found."],
  [
    'noApi',
    [
      [
        `PUT ${connection('c')}`,
        connectionBody({
          api: {
            id: `/subscriptions/${subscription}/providers/Microsoft.Web/locations/westeurope/managedApis/nothing`,
          },
        }),
      ],
    ],
    "The API 'nothing' could not be found.",
  ],
  [
    'apiElsewhere',
    [
      [
        `PUT ${connection('c')}`,
        connectionBody({
          api: {
            id: `/subscriptions/${subscription}/providers/Microsoft.Web/locations/northeurope/managedApis/keyvault`,
          },
        }),
      ],
    ],
    "The API reference \"/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/provi…\" is in location 'northeurope', the connection in 'westeurope'; they must be in the same one.",
  ],
  [
    'invalidSwagger',
    [[`PUT ${id}`, customApiBody({ swagger: { ...swagger, schemes: 'https' } })]],
    `Specified swagger has the following errors: 'Definition is not valid. Error: '/schemes : "schemes" is "https", expected a list of schemes.''`,
  ],
  [
    'apiElsewhere',
    [
      [`PUT ${id}`, body],
      [`PUT ${connection('c')}`, { ...connectionBody(), location: 'northeurope' }],
    ],
    "The API reference \"/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resou…\" is in location 'westeurope', the connection in 'northeurope'; they must be in the same one.",
  ],
  [
    'badContent',
    [[`PUT ${connection('c')}`, connectionBody({ api: 'x' })]],
    "The request content was invalid and could not be deserialized: 'properties.api.id' is expected to be the id of a connector.",
  ],
  [
    'badContent',
    [[`PUT ${connection('c')}`, connectionBody({ parameterValues: [] })]],
    "The request content was invalid and could not be deserialized: 'properties.parameterValues' is expected to be an object.",
  ],
  [
    'noConsent',
    [
      [`PUT ${id}`, body],
      [`PUT ${connection('c')}`, connectionBody()],
      [`POST ${connection('c')}/listConsentLinks`, {}],
    ],
    'No consent server information was associated with this request.',
  ],
  [
    'badReference',
    [
      [`PUT ${id}`, body],
      [`POST ${id}/move`, { id: connection('x') }],
    ],
    `The resource reference "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resou…" is not an id of type 'Microsoft.Web/customApis'.`,
  ],
  [
    'taken',
    [
      [`PUT ${id}`, body],
      [`PUT ${other}`, body],
      [`POST ${id}/move`, { id: other }],
    ],
    `The resource '${other}' already exists.`,
  ],
  [
    'badQuery',
    [[`GET ${group}/providers/Microsoft.Web/customApis?$top=x`]],
    "The value 'x' of the query parameter '$top' is not valid.",
  ],
  [
    'badQuery',
    [[`GET ${group}/providers/Microsoft.Web/customApis?skiptoken=eA`]],
    "The value 'eA' of the query parameter 'skiptoken' is not valid.",
  ],
  [
    'badQuery',
    [[`GET ${group}/providers/Microsoft.Web/connections?$filter=a%20ne%20'b'`]],
    "The value 'a ne 'b'' of the query parameter '$filter' is not valid.",
  ],
  [
    'noWsdl',
    [[`POST /subscriptions/${subscription}/providers/Microsoft.Web/locations/westus/listWsdlInterfaces`, {}]],
    'The emulator reads no WSDL.',
  ],
  [
    'assigned',
    [
      [`PUT ${role(guid(1))}`, roleBody(guid(3))],
      [`PUT ${role(guid(2))}`, roleBody(guid(3))],
    ],
    'The role assignment already exists.',
  ],
  [
    'assignedOther',
    [
      [`PUT ${role(guid(1))}`, roleBody(guid(3))],
      [`PUT ${role(guid(1))}`, roleBody(guid(4))],
    ],
    'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
  ],
  [
    'assignmentId',
    [[`PUT ${role('mine')}`, roleBody(guid(3))]],
    'The role assignment ID "mine" is not valid. The role assignment ID must be a GUID.',
  ],
  [
    'noRole',
    [[`PUT ${role(guid(1))}`, roleBody(guid(3), 'Reader')]],
    'The specified role definition with ID "Reader" does not exist.',
  ],
  [
    'noPrincipal',
    [[`PUT ${role(guid(1))}`, roleBody('me')]],
    'A valid principal ID must be provided for role assignment.',
  ],
  [
    'badWorkflow',
    [[`PUT ${workflow}`, { ...playbook({ A: { type: 'Compose', inputs: "@concat('a'", runAfter: {} } }) }]],
    "Unable to parse template language expression 'concat('a'': expected token 'RightParenthesis' and actual 'EndOfData'.",
  ],
  [
    'workflowParameters',
    [
      [
        `PUT ${workflow}`,
        { location: 'westeurope', properties: { definition: { parameters: { A: { type: 'Int' } }, actions: {} } } },
      ],
    ],
    'The workflow parameters are not valid: the parameter "A" has no value and no default.',
  ],
  ['noConnection', [[`PUT ${workflow}`, playbook()]], "The API connection 'azuresentinel-play' could not be found."],
  [
    'workflowIdentity',
    [
      [`PUT ${id}`, body],
      [`PUT ${connection('c')}`, connectionBody()],
      [`PUT ${workflow}`, connected({ connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } } })],
    ],
    "The workflow connection parameter 'c' is not valid. The API connection 'c' is not configured to support managed identity.",
  ],
  [
    'workflowIdentity',
    [
      [`PUT ${id}`, body],
      [`PUT ${connection('c')}`, connectionBody({ parameterValueType: 'Alternative' })],
      [`PUT ${workflow}`, connected({})],
    ],
    "The workflow connection parameter 'c' is not valid. The API connection 'c' is configured to support managed identity but the connection parameter is either missing 'authentication' property in connection properties or authentication type is not 'ManagedServiceIdentity'.",
  ],
  [
    'noWorkflowIdentity',
    [
      [`PUT ${id}`, body],
      [`PUT ${connection('c')}`, connectionBody({ parameterValueType: 'Alternative' })],
      [`PUT ${workflow}`, connected({ connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } } })],
    ],
    "The workflow connection parameter 'c' is not valid. It signs in with the managed identity of the workflow, and the workflow has none.",
  ],
  [
    'notOnboarded',
    [[`PUT ${workspace}?api-version=2022-10-01`, { location: 'westeurope' }], [`GET ${incident('i')}?${SENTINEL}`]],
    '{"error":{"code":"BadRequest","message":"Workspace \'soc\' is not onboarded to Microsoft Sentinel. Please onboard through the portal or use the OnboardingStates ARM api to onboard to Sentinel."}}',
  ],
  [
    'noResource',
    [[`PUT ${incident('i')}?${SENTINEL}`, incidentBody()]],
    `The Resource 'Microsoft.OperationalInsights/workspaces/soc' under resource group 'rg' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    { workspaces: 'asked for' },
  ],
  [
    'badIncident',
    [
      [`GET ${workspace}?api-version=2022-10-01`], // makes it
      [`PUT ${incident('i')}?${SENTINEL}`, incidentBody({ severity: 'Critical' })],
    ],
    'The property \'severity\' is "Critical", expected one of High, Medium, Low, Informational.',
  ],
  [
    'badIncident',
    [
      [`GET ${workspace}?api-version=2022-10-01`], // makes it
      [`PUT ${incident('i')}?${SENTINEL}`, incidentBody({ status: 'Closed' })],
    ],
    "The property 'classification' is required to close an incident.",
  ],
  [
    'badIncident',
    [
      [`PUT ${incident('i')}?${SENTINEL}`, incidentBody()],
      [`PUT ${incident('i')}/comments/c?${SENTINEL}`, { properties: { message: '' } }],
    ],
    "The property 'message' is required: a text that is not empty.",
  ],
  [
    'badIncident',
    [
      [`GET ${workspace}?api-version=2022-10-01`], // makes it
      [`PUT ${sentinel}/automationRules/r?${SENTINEL}`, { properties: { displayName: 'R', order: 0 } }],
    ],
    "The property 'order' is 0, expected a number from 1 to 1000.",
  ],
  [
    'playbookRights',
    [
      [`PUT ${incident('i')}?${SENTINEL}`, incidentBody()],
      [`POST ${incident('i')}/runPlaybook?${SENTINEL}`, { logicAppsResourceId: 'P', tenantId: 'T' }],
    ],
    "Missing required permissions for Microsoft Sentinel on the playbook resource 'P'.",
  ],
  [
    'playbookTrigger',
    [
      [`PUT ${workflow}`, { location: 'westeurope', properties: { definition: { actions: {} } } }],
      [`PUT ${role(guid(1))}`, assignment('automation', securityInsights)],
      [`PUT ${incident('i')}?${SENTINEL}`, incidentBody()],
      [`POST ${incident('i')}/runPlaybook?${SENTINEL}`, { logicAppsResourceId: workflowAt('w'), tenantId: 'T' }],
    ],
    `Playbook resource '${workflowAt('w')}' is not using Microsoft Sentinel Incident trigger.`,
  ],
  [
    'playbookDisabled',
    [
      [
        `PUT ${workflow}`,
        { location: 'westeurope', properties: { definition: { triggers: { T: { type: 'Request' } }, actions: {} } } },
      ],
      [`POST ${workflowAt('w')}/disable?${LOGIC}`],
      [`POST ${workflowAt('w')}/triggers/T/run?${LOGIC}`],
    ],
    "Could not execute workflow 'w' trigger 'T' with state 'Disabled': trigger is not enabled.",
  ],
  [
    'badContent',
    [[`PUT ${lock}`, { properties: { level: 'Soft' } }]],
    "The request content was invalid and could not be deserialized: 'properties.level' is expected to be CanNotDelete or ReadOnly.",
  ],
  [
    'badDefinitionOfWorkflow',
    [[`PUT ${workflow}`, { location: 'westeurope', properties: {} }]],
    "The request content is not valid and could not be deserialized: the workflow has no 'definition'.",
  ],
];

test.each(cases.map((one, index) => [`${one[0]}, case ${index}`, one] as const))(
  '%s',
  (_name, [refusal, asked, message, settings = {}]) => {
    const { ask, raw, state } = emulator(settings);
    const before = asked.slice(0, -1);
    for (const [line, sent] of before) expect(ask(line, sent).status).toBeLessThan(300);
    const kept = state().resources;
    const [line = '', sent] = asked.at(-1) ?? [];
    const answer = line.startsWith('GET-without-token')
      ? answered(
          raw({ method: 'GET', url: '/subscriptions?api-version=2022-12-01', headers: { authorization: '' } }).response,
        )
      : line === 'GET /subscriptions?api-version'
        ? answered(raw({ method: 'GET', url: '/subscriptions' }).response)
        : ask(line, sent);
    const { status, code } = refusals[refusal];
    expect(verdict(answer)).toBe(`${status} ${code}`);
    expect(messageOf(answer)).toEqual(message);
    expect(state().resources).toEqual(kept);
  },
);

function answered(response: { status: number; headers: object; body: string | Uint8Array } | undefined) {
  return { status: response?.status ?? 0, body: JSON.parse(String(response?.body)) };
}

test('each refusal has a case, but for the thousandth connector, which has a test of its own', () => {
  expect([...new Set([...cases.map(([name]) => name), 'tooMany'])].toSorted()).toEqual(
    Object.keys(refusals).toSorted(),
  );
});

test('a subscription has at most 1,000 connectors', () => {
  const { ask, keep, state } = emulator();
  expect(ask(`PUT ${customApi('c0')}`, body).status).toBe(200);
  // 1,000 PUTs would take seconds
  const one = state().resources[customApi('c0').toLowerCase()];
  if (one === undefined) throw new Error('no connector');
  keep(Array.from({ length: 999 }, (_, n) => ({ ...one, id: customApi(`c${n + 1}`), name: `c${n + 1}` })));
  expect(verdict(ask(`PUT ${customApi('new')}`, body))).toBe('409 QuotaExceeded');
  expect(verdict(ask(`PUT ${customApi('c999')}`, body))).toBe('200');
});

describe("the hub's own errors are JSON inside of the message, as they were seen", () => {
  const nested = (answer: { body: unknown }) =>
    JSON.parse((answer.body as { error: { message: string } }).error.message);

  test('14012', () => {
    const message =
      'Invalid Api definition object. Please specify a valid Swagger 2.0 Url and valid list of ServiceUrls.';
    expect(nested(emulator().ask(`PUT ${id}`, customApiBody({ swagger: {} })))).toEqual({
      Code: 'BadRequest',
      Message: message,
      Target: null,
      Details: [
        { Message: message },
        { Code: 'BadRequest' },
        {
          ErrorEntity: {
            ExtendedCode: '14012',
            MessageTemplate: message,
            Parameters: [],
            Code: 'BadRequest',
            Message: message,
          },
        },
      ],
      Innererror: null,
    });
  });

  test('14024', () => {
    const answer = emulator().ask(
      `PUT ${id}`,
      customApiBody({ backendService: { serviceUrl: 'https://api.contoso.com/json' } }),
    );
    const message = "Swagger contains base path:/v1 but backend Url doesn't end on same path:/json ";
    expect(nested(answer)).toEqual({
      Code: 'BadRequest',
      Message: message,
      Target: null,
      Details: [
        { Message: message },
        { Code: 'BadRequest' },
        {
          ErrorEntity: {
            ExtendedCode: '14024',
            MessageTemplate: "Swagger contains base path:{0} but backend Url doesn't end on same path:{1} ",
            Parameters: ['/v1', '/json'],
            Code: 'BadRequest',
            Message: message,
          },
        },
      ],
      Innererror: null,
    });
  });
});
