import { exchange } from '../../src/http/make-exchange.js';
import { emulator, group, verdict } from './ask.js';
import {
  actions,
  assign,
  deployed,
  incident,
  incidentBody,
  LOGIC,
  playbook,
  sentinel,
  SENTINEL,
  workflow,
  workspace,
} from './playbook.js';

const exchanges = [
  exchange({
    request: { method: 'POST', url: 'https://api.contoso.com/v1/things/i1?v=2', body: {} },
    response: { status: 200, body: { said: '<p>All is well.</p>' } },
  }),
];

/** An emulator whose connectors are answered by a recording, with a playbook and an incident in it. */
function ready(body: object = playbook()) {
  const here = emulator({}, { exchanges });
  const ids = deployed(here, body);
  here.ask(`PUT ${incident('i1')}?${SENTINEL}`, incidentBody());
  const start = () =>
    here.ask(`POST ${incident('i1')}/runPlaybook?${SENTINEL}`, {
      logicAppsResourceId: workflow('play'),
      tenantId: 't',
    });
  const get = (path: string) => here.ask(`GET ${incident('i1')}${path}?${SENTINEL}`).body as never;
  return { ...here, here, ...ids, start, get };
}

interface Listed {
  readonly value: readonly { readonly name: string; readonly properties: Readonly<Record<string, unknown>> }[];
}

test('a deployed playbook runs on an incident, and leaves what it says', async () => {
  const { here, playbook: identity, securityInsights, start, get, runs, ask, restart } = ready();
  expect(assign(here, ['responder', identity, workspace]).status).toBe(201);
  expect(assign(here, ['automation', securityInsights, group], 2).status).toBe(201);
  expect(start()).toMatchObject({ status: 204, body: undefined });
  const history = () => (ask(`GET ${workflow('play')}/runs?${LOGIC}`).body as unknown as Listed).value;
  expect(history().map(({ properties }) => properties['status'])).toEqual(['Running']);
  expect((await runs()).map(({ status }) => status)).toEqual(['Succeeded']);
  const seen = () => ({
    comments: (get('/comments') as Listed).value.map(({ properties }) => [properties['message'], properties['author']]),
    tasks: (get('/tasks') as Listed).value.map(({ properties: { title, description, status } }) => [
      title,
      description,
      status,
    ]),
    labels: (get('') as unknown as { properties: { labels: unknown } }).properties.labels,
    count: (get('') as unknown as { properties: { additionalData: unknown } }).properties.additionalData,
    runs: history().map(({ properties }) => properties['status']),
  });
  const want = {
    comments: [['<p>All is well.</p>', { objectId: identity, email: null, name: 'play', userPrincipalName: null }]],
    tasks: [['Look', 'Twice.', 'New']],
    labels: [{ labelName: 'seen', labelType: 'User' }],
    count: { alertsCount: 0, bookmarksCount: 0, alertProductNames: [], tactics: [], commentsCount: 1 },
    runs: ['Succeeded'],
  };
  expect(seen()).toEqual(want);
  restart();
  expect(seen()).toEqual(want);
});

test('without the role of Azure Security Insights the playbook does not begin', async () => {
  const { here, playbook: identity, start, runs } = ready();
  assign(here, ['responder', identity, workspace]);
  expect(start()).toMatchObject({
    status: 400,
    body: {
      error: {
        code: 'BadRequest',
        message: `Missing required permissions for Microsoft Sentinel on the playbook resource '${workflow('play')}'.`,
      },
    },
  });
  expect(await runs()).toEqual([]);
});

test("without the role of the playbook's identity its first word on the incident is refused", async () => {
  const { here, playbook: identity, securityInsights, start, get, runs, ask } = ready();
  assign(here, ['automation', securityInsights, group]);
  expect(start().status).toBe(204);
  const [record] = await runs();
  expect([record?.status, record?.error]).toEqual([
    'Failed',
    { code: 'ActionFailed', message: 'An action failed. No dependent actions succeeded.' },
  ]);
  const states = [...(record?.actions ?? [])].map(([name, { status, code }]) => `${name} ${status} ${code}`);
  expect(states).toEqual([
    'Ask Succeeded OK',
    'Comment Failed Forbidden',
    'Task Skipped ActionSkipped',
    'Tag Skipped ActionSkipped',
  ]);
  const outputs = record?.actions.get('Comment')?.outputs as unknown as {
    statusCode: number;
    body: { StatusCode: string; Content: string };
  };
  const scope = new RegExp(
    `over scope '${incident('i1').replace('/incidents/', '/Incidents/')}/comments/[0-9a-f-]{36}'`,
  );
  const { error } = JSON.parse(outputs.body.Content);
  expect([outputs.statusCode, outputs.body.StatusCode, error.code]).toEqual([403, 'Forbidden', 'AuthorizationFailed']);
  expect(error.message.replace(scope, 'over scope S')).toBe(
    `The client '${identity}' with object id '${identity}' does not have authorization to perform action 'Microsoft.SecurityInsights/incidents/comments/write' over scope S or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
  expect((get('/comments') as Listed).value).toEqual([]);
  const listed = ask(`GET ${workflow('play')}/runs?${LOGIC}&$filter=status%20eq%20'Failed'`).body as unknown as Listed;
  expect(listed.value.map(({ properties }) => properties['code'])).toEqual(['ActionFailed']);
});

const rule = (more: object = {}) => ({
  properties: {
    displayName: 'Run it',
    order: 1,
    triggeringLogic: { isEnabled: true, triggersOn: 'Incidents', triggersWhen: 'Created', conditions: [], ...more },
    actions: [
      {
        order: 1,
        actionType: 'RunPlaybook',
        actionConfiguration: { logicAppResourceId: workflow('play'), tenantId: 't' },
      },
    ],
  },
});

test('an automation rule runs the playbook on each incident that is made, and on none that changes', async () => {
  const { here, playbook: identity, securityInsights, runs, ask } = ready();
  const at = `${sentinel}/automationRules/r?${SENTINEL}`;
  expect(verdict(ask(`PUT ${at}`, rule()))).toBe('400 BadRequest'); // nobody may start it yet
  assign(here, ['responder', identity, workspace]);
  assign(here, ['automation', securityInsights, group], 2);
  expect(ask(`PUT ${at}`, rule()).status).toBe(201);
  expect(ask(`PUT ${at}`, rule()).status).toBe(200);
  const put = async (name: string, body: object = incidentBody()) => {
    ask(`PUT ${incident(name)}?${SENTINEL}`, body);
    return (await runs()).map(({ status }) => status);
  };
  expect(await put('i2')).toEqual(['Succeeded']);
  expect(await put('i2')).toEqual([]);
  const condition = (propertyName: string, operator: string, ...propertyValues: string[]) => ({
    conditionType: 'Property',
    conditionProperties: { propertyName, operator, propertyValues },
  });
  const conditions = [
    condition('IncidentTitle', 'Contains', 'COUNTRIES'),
    condition('IncidentSeverity', 'NotEquals', 'Low'),
  ];
  ask(`PUT ${at}`, rule({ conditions }));
  expect(await put('i3')).toEqual(['Succeeded']);
  expect(await put('i4', incidentBody({ severity: 'Low' }))).toEqual([]);
  ask(`PUT ${at}`, rule({ conditions: [{ conditionType: 'Boolean' }] })); // a kind that is not evaluated
  expect(await put('i5')).toEqual([]);
  ask(`PUT ${at}`, rule({ isEnabled: false }));
  expect(await put('i6')).toEqual([]);
  ask(`PUT ${at}`, rule());
  ask(`POST ${workflow('play')}/disable?${LOGIC}`);
  expect(await put('i7')).toEqual([]);
});

test('an automation rule has twenty actions at most', () => {
  const { here, securityInsights, ask } = ready();
  assign(here, ['automation', securityInsights, group]);
  const put = (count: number) => {
    const [action] = rule().properties.actions;
    const actions = Array.from({ length: count }, () => action);
    return ask(`PUT ${sentinel}/automationRules/r?${SENTINEL}`, { properties: { ...rule().properties, actions } });
  };
  expect([20, 21].map((count) => verdict(put(count)))).toEqual(['201', '400 BadRequest']);
  expect(put(21).body).toEqual({
    error: { code: 'BadRequest', message: "The property 'actions' has 21 items, expected 20 at most." },
  });
});

describe('the history of a run', () => {
  const secret = {
    ...actions,
    Hide: {
      type: 'Compose',
      inputs: 'hidden',
      runtimeConfiguration: { secureData: { properties: ['inputs'] } },
      runAfter: { Tag: ['Succeeded'] },
    },
    Twice: {
      type: 'Foreach',
      foreach: [1, 2],
      actions: { Say: { type: 'Compose', inputs: '@item()', runAfter: {} } },
      runAfter: { Hide: ['Succeeded'] },
    },
  };

  test('has each action with links to what it was given and gave, but for what is hidden', async () => {
    const { here, playbook: identity, securityInsights, start, runs, ask, raw } = ready(playbook(secret));
    assign(here, ['responder', identity, group]);
    assign(here, ['automation', securityInsights, group], 2);
    start();
    await runs();
    const [run] = (ask(`GET ${workflow('play')}/runs?${LOGIC}`).body as unknown as Listed).value;
    expect(run?.name).toMatch(/^08\d{18}CU\d\d$/);
    const at = `${workflow('play')}/runs/${run?.name}`;
    expect(ask(`GET ${at}?${LOGIC}`).body).toEqual(run);
    const listed = (ask(`GET ${at}/actions?${LOGIC}`).body as unknown as Listed).value;
    const links = (one: Listed['value'][number]) => Object.keys(one.properties).filter((name) => name.endsWith('Link'));
    expect(
      listed.map((one) => [one.name, one.properties['status'], one.properties['code'], links(one).join(' ')]),
    ).toEqual([
      ['Ask', 'Succeeded', 'OK', 'inputsLink outputsLink'],
      ['Comment', 'Succeeded', 'OK', 'inputsLink outputsLink'],
      ['Task', 'Succeeded', 'OK', 'inputsLink outputsLink'],
      ['Tag', 'Succeeded', 'OK', 'inputsLink outputsLink'],
      ['Hide', 'Succeeded', 'OK', ''],
      ['Twice', 'Succeeded', undefined, ''],
      ['Say', 'Succeeded', 'OK', 'inputsLink outputsLink'],
    ]);
    expect(ask(`GET ${at}/actions/ask?${LOGIC}`).body).toEqual(listed[0]);
    const link = listed[0]?.properties['outputsLink'] as { uri: string };
    const content = (uri: string) => raw({ method: 'GET', url: uri, headers: { authorization: '' } }).response;
    expect(JSON.parse(String(content(link.uri)?.body))).toMatchObject({
      statusCode: 200,
      body: { said: '<p>All is well.</p>' },
    });
    expect(content(link.uri.replace(/sig=.{8}/, 'sig=AAAAAAAA'))?.status).toBe(401);
    const repetitions = (ask(`GET ${at}/actions/Say/repetitions?${LOGIC}`).body as unknown as Listed).value;
    expect(repetitions.map(({ name, properties: { inputs, status } }) => [name, inputs, status])).toEqual([
      ['000000', 1, 'Succeeded'],
      ['000001', 2, 'Succeeded'],
    ]);
    expect(verdict(ask(`GET ${at}/actions/None?${LOGIC}`))).toBe('404 ResourceNotFound');
    expect(verdict(ask(`GET ${at}0?${LOGIC}`))).toBe('404 ResourceNotFound');
  });

  test('has no contents that are too long together, though each is in memory once', async () => {
    const long = { name: 'long', type: 'string', value: 'x'.repeat(1_000_000) };
    const say = { Say: { type: 'Compose', inputs: "@variables('long')", runAfter: {} } };
    const { ask, runs } = ready(
      playbook({
        Keep: { type: 'InitializeVariable', inputs: { variables: [long] }, runAfter: {} },
        Often: {
          type: 'Until',
          expression: '@false',
          limit: { count: 600, timeout: 'PT1H' },
          actions: say,
          runAfter: { Keep: ['Succeeded'] },
        },
      }),
    );
    ask(`POST ${workflow('play')}/triggers/microsoft_sentinel_incident/run?${LOGIC}`);
    expect((await runs()).map(({ status }) => status)).toEqual(['Succeeded']);
    const [run] = (ask(`GET ${workflow('play')}/runs?${LOGIC}`).body as unknown as Listed).value;
    const { body } = ask(`GET ${workflow('play')}/runs/${run?.name}/actions?${LOGIC}`);
    expect((body as unknown as Listed).value.map(({ name, properties }) => [name, properties['status']])).toEqual([
      ['Keep', 'Succeeded'],
      ['Often', 'Succeeded'],
      ['Say', 'Succeeded'],
    ]);
  });

  test('has the last fifty runs, the newest first', async () => {
    const { ask, runs, wait } = ready(playbook({}));
    const trigger = `POST ${workflow('play')}/triggers/microsoft_sentinel_incident/run?${LOGIC}`;
    for (let n = 0; n < 52; n += 1) {
      wait(1);
      expect(ask(trigger).status).toBe(202);
    }
    await runs();
    const { value } = ask(`GET ${workflow('play')}/runs?${LOGIC}`).body as unknown as Listed;
    const times = value.map(({ properties }) => String(properties['startTime']));
    expect([times.length, times]).toEqual([50, times.toSorted().reverse()]);
  });
});

describe('a workflow that a request starts', () => {
  const manual = (given: object) => ({
    ...playbook(),
    properties: {
      definition: {
        parameters: { $connections: { type: 'Object', defaultValue: {} } },
        triggers: { manual: { type: 'Request', kind: 'Http', inputs: {} } },
        actions: given,
      },
    },
  });
  const callback = (here: ReturnType<typeof ready>) => {
    const { value, method } = here.ask(`POST ${workflow('play')}/triggers/manual/listCallbackUrl?${LOGIC}`)
      .body as unknown as { value: string; method: string };
    return { method, url: value, headers: { authorization: '', 'content-type': 'application/json' } };
  };

  test('begins at its address, for whoever has the signature', async () => {
    const here = ready(manual({ Compose: { type: 'Compose', inputs: '@triggerBody()', runAfter: {} } }));
    const asked = callback(here);
    expect(here.raw({ ...asked, url: asked.url.replace(/sig=.*/, 'sig=x'), body: '{}' }).response?.status).toBe(401);
    expect(here.raw({ ...asked, method: 'GET' }).response?.status).toBe(405);
    const { response } = here.raw({ ...asked, body: '{"a":1}' });
    expect([response?.status, response?.headers['x-ms-workflow-name']]).toEqual([202, 'play']);
    const [record] = await here.runs();
    expect(record?.actions.get('Compose')?.outputs).toEqual({ a: 1 });
    here.ask(`POST ${workflow('play')}/disable?${LOGIC}`);
    expect(here.raw({ ...asked, body: '{}' }).response?.status).toBe(400);
  });

  test('is waited for where it answers', () => {
    const answer = { type: 'Response', kind: 'Http', inputs: { statusCode: 201, body: 'Done.' }, runAfter: {} };
    const here = ready(manual({ Answer: answer }));
    const { run, response } = here.raw({ ...callback(here), body: '{}' });
    expect([run?.workflow.name, response]).toEqual(['play', undefined]);
  });
});

test('what the emulator cannot answer fails the action, and says why', async () => {
  const http = { type: 'Http', inputs: { method: 'GET', uri: 'https://example.com/x?key=canary' }, runAfter: {} };
  const here = emulator();
  deployed(here, playbook({ Web: http }));
  here.ask(`POST ${workflow('play')}/triggers/Microsoft_Sentinel_incident/run?${LOGIC}`);
  const [record] = await here.runs();
  expect(record?.actions.get('Web')?.error).toEqual({
    code: 'EmulatorCannotAnswer',
    message:
      'The emulator does not answer GET example.com/x: an HTTP action is answered by --samples or --upstream of the emulator, and neither does.',
  });
});

test('an HTTP action is answered by a recording, or by the server that stands in for all', async () => {
  const http = { type: 'Http', inputs: { method: 'POST', uri: 'https://example.com/x', body: { a: 1 } }, runAfter: {} };
  const recorded = exchange({
    request: { method: 'POST', url: 'https://example.com/x', body: { a: 1 } },
    response: { status: 200, body: 'recorded' },
  });
  const outputs = async (world: Parameters<typeof emulator>[1]) => {
    const here = emulator({}, world);
    deployed(here, playbook({ Web: http }));
    here.ask(`POST ${workflow('play')}/triggers/Microsoft_Sentinel_incident/run?${LOGIC}`);
    const [record] = await here.runs(async ({ request: { url } }) => ({ status: 200, headers: {}, body: url }));
    return record?.actions.get('Web')?.outputs;
  };
  expect(await outputs({ exchanges: [recorded] })).toMatchObject({ statusCode: 200, body: 'recorded' });
  expect(await outputs({ upstream: 'http://127.0.0.1:1/v1' })).toMatchObject({ body: 'http://127.0.0.1:1/x' });
});

test('a secure parameter is given to the run, is in no file, and is asked for again after a restart', async () => {
  const compose = { Compose: { type: 'Compose', inputs: "@length(parameters('Key'))", runAfter: {} } };
  const body = playbook(compose);
  const { definition, parameters } = body.properties;
  const here = emulator();
  deployed(here, {
    ...body,
    properties: {
      definition: { ...definition, parameters: { ...definition.parameters, Key: { type: 'SecureString' } } },
      parameters: { ...parameters, Key: { value: 'canary' } },
    },
  });
  const run = async () => {
    here.ask(`POST ${workflow('play')}/triggers/Microsoft_Sentinel_incident/run?${LOGIC}`);
    const [record] = await here.runs();
    return [record?.status, record?.error?.message];
  };
  expect(await run()).toEqual(['Succeeded', undefined]);
  expect(JSON.stringify(here.state())).not.toContain('canary');
  here.restart();
  expect(await run()).toEqual([
    'Failed',
    "The parameter 'Key' has no value: the emulator keeps secure values in memory only. Publish the workflow again.",
  ]);
});
