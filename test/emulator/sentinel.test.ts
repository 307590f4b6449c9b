import { readState } from '../../src/emulator/read-state.js';
import {
  connection,
  connectionBody,
  customApi,
  customApiBody,
  emulator,
  group,
  noon,
  subscription,
  verdict,
} from './ask.js';
import {
  assignment,
  guid,
  incident,
  incidentBody,
  LOGIC,
  playbook,
  ROLE,
  sentinel,
  SENTINEL,
  workflow,
  workspace,
} from './playbook.js';

const time = new Date(noon).toISOString();
const LOGS = 'api-version=2022-10-01';

interface Listed {
  readonly value: readonly { readonly name: string; readonly properties: Readonly<Record<string, unknown>> }[];
}
const names = ({ body }: { body: unknown }) => (body as Listed).value.map(({ name }) => name);

test('a workspace is made, Microsoft Sentinel put on it and taken off', () => {
  const { ask } = emulator({ workspaces: 'asked for' });
  const onboarding = `${sentinel}/onboardingStates/default?${SENTINEL}`;
  expect(verdict(ask(`GET ${workspace}?${LOGS}`))).toBe('404 ResourceNotFound');
  expect(verdict(ask(`PUT ${onboarding}`, { properties: {} }))).toBe('404 ResourceNotFound');
  const body = { location: 'westeurope', properties: { retentionInDays: 90 }, tags: { a: 'b' } };
  const made = ask(`PUT ${workspace}?${LOGS}`, body);
  expect([made.status, made.body]).toEqual([
    201,
    {
      properties: {
        customerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        provisioningState: 'Succeeded',
        sku: { name: 'PerGB2018', lastSkuUpdate: time },
        retentionInDays: 90,
        createdDate: time,
        modifiedDate: time,
      },
      id: workspace,
      name: 'soc',
      type: 'Microsoft.OperationalInsights/workspaces',
      location: 'westeurope',
      tags: { a: 'b' },
    },
  ]);
  expect(ask(`PUT ${workspace}?${LOGS}`, body).status).toBe(200);
  const incidents = `GET ${sentinel}/incidents?${SENTINEL}`;
  expect(verdict(ask(incidents))).toBe('400 BadRequest');
  expect([1, 2].map(() => ask(`PUT ${onboarding}`, { properties: {} }).status)).toEqual([201, 200]);
  expect(names(ask(`GET ${sentinel}/onboardingStates?${SENTINEL}`))).toEqual(['default']);
  expect(ask(incidents)).toMatchObject({ status: 200, body: { value: [] } });
  expect(ask(`GET ${group}/resources?api-version=2021-04-01`).body).toMatchObject({ value: [{ name: 'soc' }] });
  expect([1, 2].map(() => ask(`DELETE ${onboarding}`).status)).toEqual([200, 204]);
  expect([1, 2].map(() => ask(`DELETE ${workspace}?${LOGS}`).status)).toEqual([200, 204]);
});

test('an incident has a number and an address, keeps what Azure finds out, and loses nothing when it changes', () => {
  const { ask, wait } = emulator();
  const at = `${incident('i1')}?${SENTINEL}`;
  const alerts = [{ properties: { alertDisplayName: 'A' } }];
  const given = { additionalData: { tactics: ['Execution'] }, alerts, relatedEntities: [{ kind: 'Ip' }] };
  const made = ask(`PUT ${at}`, incidentBody(given));
  expect([made.status, made.body]).toEqual([
    201,
    {
      properties: {
        createdTimeUtc: time,
        lastModifiedTimeUtc: time,
        owner: { objectId: null, email: null, assignedTo: null, userPrincipalName: null },
        labels: [],
        incidentNumber: 1,
        incidentUrl: `https://portal.azure.com/#asset/Microsoft_Azure_Security_Insights/Incident${incident('i1')}`,
        providerName: 'Azure Sentinel',
        providerIncidentId: '1',
        relatedAnalyticRuleIds: [],
        title: 'Sign-in from two countries',
        severity: 'High',
        status: 'New',
        additionalData: {
          alertsCount: 1,
          bookmarksCount: 0,
          alertProductNames: [],
          tactics: ['Execution'],
          commentsCount: 0,
        },
      },
      id: incident('i1'),
      name: 'i1',
      type: 'Microsoft.SecurityInsights/incidents',
      etag: expect.stringMatching(/^"[0-9a-f-]{36}"$/),
    },
  ]);
  expect(ask(`GET ${at}`).body).toEqual(made.body);
  expect(ask(`POST ${incident('i1')}/alerts?${SENTINEL}`).body).toEqual({ value: alerts });
  expect(ask(`POST ${incident('i1')}/entities?${SENTINEL}`).body).toEqual({ entities: [{ kind: 'Ip' }], metaData: [] });
  wait(1000);
  const changed = ask(`PUT ${at}`, incidentBody({ status: 'Active', labels: [{ labelName: 'x' }] }));
  expect(changed).toMatchObject({
    status: 200,
    body: {
      properties: { incidentNumber: 1, createdTimeUtc: time, status: 'Active', additionalData: { alertsCount: 1 } },
    },
  });
  expect(ask(`PUT ${incident('i2')}?${SENTINEL}`, incidentBody()).body).toMatchObject({
    properties: { incidentNumber: 2 },
  });
  expect(names(ask(`GET ${sentinel}/incidents?${SENTINEL}&$top=1`))).toEqual(['i1']);
  expect([1, 2].map(() => ask(`DELETE ${at}`).status)).toEqual([200, 204]);
});

test('comments and tasks come in the order in which they were written', () => {
  const { ask, restart } = emulator();
  ask(`PUT ${incident('i1')}?${SENTINEL}`, incidentBody());
  const comment = (name: string, message: string) =>
    ask(`PUT ${incident('i1')}/comments/${name}?${SENTINEL}`, { properties: { message } });
  expect(['z', 'a', 'z'].map((name) => comment(name, `by ${name}`).status)).toEqual([201, 201, 200]);
  restart();
  expect(names(ask(`GET ${incident('i1')}/comments?${SENTINEL}`))).toEqual(['z', 'a']);
  const task = `${incident('i1')}/tasks/t?${SENTINEL}`;
  const body = { properties: { title: 'T', description: 'D', status: 'Completed' } };
  expect(ask(`PUT ${task}`, body).body).toEqual({
    properties: { ...body.properties, createdTimeUtc: time, lastModifiedTimeUtc: time },
    id: `${incident('i1')}/tasks/t`,
    name: 't',
    type: 'Microsoft.SecurityInsights/incidents/tasks',
    etag: expect.any(String),
  });
  expect(verdict(ask(`PUT ${incident('none')}/tasks/t?${SENTINEL}`, body))).toBe('404 ResourceNotFound');
  expect([1, 2].map(() => ask(`DELETE ${task}`).status)).toEqual([200, 204]);
  const many = Array.from({ length: 99 }, (_, n) => comment(`n${n}`, 'x').status);
  expect(many).toEqual([...Array.from({ length: 98 }, () => 201), 400]);
});

test('roles are found by their title, and what is forbidden is said to be', () => {
  const forbidden = ['Microsoft.Authorization/roleAssignments/write'];
  const { ask } = emulator({ forbidden });
  const list = (filter: string) =>
    ask(`GET ${group}/providers/Microsoft.Authorization/roleDefinitions?${ROLE}&$filter=${encodeURIComponent(filter)}`);
  expect(names(list("roleName eq 'Microsoft Sentinel Responder'"))).toEqual(['3e150937-b8fe-4cfb-8069-0eaf05ecd056']);
  expect(names(list("roleName eq 'None'"))).toEqual([]);
  const one = `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions`;
  expect(ask(`GET ${one}/F4C81013-99ee-4d62-a7ee-b3f1f648599a?${ROLE}`).body).toMatchObject({
    properties: { roleName: 'Microsoft Sentinel Automation Contributor', type: 'BuiltInRole' },
    id: `${one}/f4c81013-99ee-4d62-a7ee-b3f1f648599a`,
  });
  expect(verdict(ask(`GET ${one}/${guid(1)}?${ROLE}`))).toBe('404 ResourceNotFound');
  expect(ask(`GET ${group}/providers/Microsoft.Authorization/permissions?${ROLE}`).body).toEqual({
    value: [{ actions: ['*'], notActions: forbidden, dataActions: [], notDataActions: [] }],
  });
  const at = `${workspace}/providers/Microsoft.Authorization/roleAssignments/${guid(1)}?${ROLE}`;
  expect(verdict(ask(`PUT ${at}`, assignment('responder', guid(2))))).toBe('403 AuthorizationFailed');
});

test('a workflow can be looked at before it is saved, and its tags be changed', () => {
  const { ask } = emulator();
  ask(`PUT ${customApi('things')}`, customApiBody());
  ask(`PUT ${connection('c')}`, connectionBody());
  const inRegion = workflow('w').replace('/workflows/', '/locations/westeurope/workflows/');
  const wrong = { A: { type: 'Compose', inputs: 1, runAfter: { B: ['Succeeded'] } } };
  const plain = { location: 'westeurope', properties: { definition: { triggers: {}, actions: {} } } };
  for (const at of [workflow('w'), inRegion]) {
    expect(ask(`POST ${at}/validate?${LOGIC}`, plain).status).toBe(200);
    expect(verdict(ask(`POST ${at}/validate?${LOGIC}`, playbook(wrong)))).toBe('400 InvalidTemplate');
  }
  expect(verdict(ask(`GET ${workflow('w')}?${LOGIC}`))).toBe('404 ResourceNotFound');
  ask(`PUT ${workflow('w')}?${LOGIC}`, { ...plain, tags: { a: '1' } });
  expect(ask(`PATCH ${workflow('w')}?${LOGIC}`, { tags: { b: '2' } }).body).toMatchObject({ tags: { a: '1', b: '2' } });
  expect(ask(`GET ${workflow('w')}/triggers?${LOGIC}`).body).toEqual({ value: [] });
});

test('a state of before there were playbooks can be read', () => {
  const { workspaces: _w, securityInsightsId: _s, ...settings } = emulator().state().settings;
  const state = { formatVersion: 1, settings, groups: {}, resources: {}, registrations: {} };
  expect(readState(JSON.parse(JSON.stringify(state)))?.settings).toEqual(emulator().state().settings);
});
