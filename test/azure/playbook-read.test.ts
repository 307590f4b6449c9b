import type { JsonObject } from '../../src/core/json.js';
import { Secret } from '../../src/core/secret.js';
import { workflowChanges } from '../../src/azure/playbook/compare-workflow.js';
import { azurePlaybookRules, type PlaybookExample } from '../../src/azure/playbook/rules.js';
import { marksIn, secretMark, secretObjectMark, withSecrets } from '../../src/azure/playbook/secret-marks.js';
import type { Rule } from '../../src/core/rule.js';
import { group, subscription } from '../emulator/ask.js';
import { faultOf } from './azure.js';
import { codeView, definition, wantedOf } from './playbooks.js';

const sentinel = { kind: 'managed', name: 'azuresentinel' };

test('a code view: connections by their keys, values, what starts it', () => {
  const { wanted, findings } = wantedOf(codeView);
  expect(findings).toEqual([]);
  expect(wanted).toEqual({
    name: 'triage',
    definition,
    values: { Model: 'small' },
    secrets: new Map(),
    connections: [
      { key: 'azuresentinel', name: 'azuresentinel-triage', api: sentinel, identity: true },
      { key: 'things', name: 'things-triage', api: { kind: 'custom', name: 'things' }, identity: false },
    ],
    tags: {},
    settings: {},
    identities: [],
    trigger: 'Incidents',
    signIns: [],
  });
});

test('a definition alone: the file names it, the command line its connector', () => {
  const { wanted, findings } = wantedOf(definition as unknown as JsonObject, {
    connectors: new Map([['', 'mine']]),
    values: { Model: 'large' },
  });
  expect(findings).toEqual([]);
  expect([wanted?.name, wanted?.values]).toEqual(['triage', { Model: 'large' }]);
  expect(wanted?.connections).toEqual([
    { key: 'azuresentinel', name: 'azuresentinel-triage', api: sentinel, identity: true },
    { key: 'things', name: 'things-triage', api: { kind: 'custom', name: 'mine' }, called: '', identity: false },
  ]);
});

test('a connector that Microsoft runs, named on the command line', () => {
  const { wanted } = wantedOf(definition as unknown as JsonObject, {
    connectors: new Map([['things', 'managedApis/office365']]),
  });
  expect(wanted?.connections[1]).toEqual({
    key: 'things',
    name: 'things-triage',
    identity: false,
    api: { kind: 'managed', name: 'office365' },
  });
});

test('without a name for its connector it is not published', () => {
  const { wanted, findings } = wantedOf(definition as unknown as JsonObject);
  expect(wanted).toBeUndefined();
  expect(findings.map(({ code, message }) => [code, message])).toEqual([
    [
      'playbook-connection-unknown',
      'The connection "things" leads to no connector that the file names, expected --connector-name things=NAME, or things=managedApis/NAME for one that Microsoft runs.',
    ],
  ]);
});

const secureTemplate = {
  parameters: {
    PlaybookName: { type: 'string', defaultValue: 'triage' },
    Key: { type: 'securestring' },
    Settings: { type: 'secureObject' },
  },
  resources: [
    {
      type: 'Microsoft.Logic/workflows',
      apiVersion: '2017-07-01',
      name: "[parameters('PlaybookName')]",
      location: '[resourceGroup().location]',
      tags: { where: '[subscription().subscriptionId]' },
      properties: {
        definition: {
          parameters: { Header: { type: 'SecureString' }, Settings: { type: 'SecureObject' } },
          triggers: { manual: { type: 'Request', kind: 'Http' } },
          actions: {},
        },
        parameters: {
          Header: { value: "[concat('Bearer ', parameters('Key'))]" },
          Settings: { value: "[parameters('Settings')]" },
        },
      },
    },
  ],
};

test('a template: its names and places are those of the target, its secrets are marks until they are sent', () => {
  const secrets = new Map([
    ['Key', new Secret('canary')],
    ['Settings', new Secret('{"token":"canary"}')],
  ]);
  const { wanted, findings } = wantedOf(secureTemplate, { name: 'other', secrets });
  expect(findings).toEqual([]);
  expect(wanted).toMatchObject({ name: 'other', tags: { where: subscription }, trigger: undefined });
  expect(JSON.stringify([wanted, [...(wanted?.secrets ?? [])]])).not.toContain('canary');
  expect(marksIn(wanted?.values ?? null).toSorted()).toEqual(['Key', 'Settings']);
  expect(withSecrets(wanted?.values ?? null, secrets)).toEqual({
    Header: 'Bearer canary',
    Settings: { token: 'canary' },
  });
});

test('a template keeps in mind what its connector is called by itself', () => {
  const things = "[resourceId('Microsoft.Web/customApis', parameters('CustomConnectorName'))]";
  const { $connections } = codeView['parameters'] as { $connections: { value: JsonObject } };
  const value = { ...$connections.value, things: { id: things } };
  const template = (more: object) => ({
    parameters: { CustomConnectorName: { type: 'string', ...more } },
    resources: [
      {
        type: 'Microsoft.Logic/workflows',
        apiVersion: '2017-07-01',
        name: 'triage',
        properties: { definition, parameters: { $connections: { value }, Model: { value: 'small' } } },
      },
    ],
  });
  const calledIn = (more: object, given: Parameters<typeof wantedOf>[1]) => {
    const { wanted } = wantedOf(template(more) as unknown as JsonObject, given);
    return wanted?.connections.map(({ api, called }) => [api.name, called])[1];
  };
  const plain = { defaultValue: 'things' };
  const connectors = new Map([['', 'soc-things']]);
  expect(calledIn(plain, {})).toEqual(['things', undefined]);
  expect(calledIn(plain, { connectors: new Map([['', 'things']]) })).toEqual(['things', undefined]);
  expect(calledIn(plain, { connectors })).toEqual(['soc-things', 'things']);
  expect(calledIn(plain, { values: { CustomConnectorName: 'mine' } })).toEqual(['mine', 'things']);
  expect(calledIn({}, { connectors })).toEqual(['soc-things', '']);
  expect(calledIn({ defaultValue: "[concat('th', 'ings')]" }, { connectors })).toEqual(['soc-things', '']);
});

test('a secret that stands in a code view is taken out of what is shown', () => {
  const file = {
    ...codeView,
    definition: { ...definition, parameters: { ...definition.parameters, Key: { type: 'securestring' } } },
  };
  const { wanted } = wantedOf({
    ...file,
    parameters: { ...(codeView['parameters'] as object), Key: { value: 'canary' } },
  } as unknown as JsonObject);
  expect(wanted?.values).toEqual({ Model: 'small', Key: secretMark('Key') });
  expect(wanted?.secrets.get('Key')?.reveal()).toBe('canary');
});

test('marks', () => {
  const value = { a: [`x${secretMark('K')}y`], b: secretObjectMark('O'), c: 1 };
  expect(marksIn(value).toSorted()).toEqual(['K', 'O']);
  expect(withSecrets(value, new Map([['K', new Secret('k')]]))).toEqual({ a: ['xky'], b: {}, c: 1 });
});

test('a template with several workflows: one has to be named', async () => {
  const [one] = secureTemplate.resources;
  const two = {
    resources: ['a', 'b'].map((name) => ({ ...one, name, properties: { definition: definition, parameters: {} } })),
  };
  const file = two as unknown as JsonObject;
  const connectors = new Map([['', 'things']]);
  expect(wantedOf(file, { which: 'b', connectors }).wanted?.name).toBe('b');
  expect(await faultOf(Promise.resolve().then(() => wantedOf(file, { connectors })))).toEqual([
    'called-wrongly',
    '"triage.json" makes 2 workflows, expected one.',
    'Say which one: triage.json#a, triage.json#b.',
  ]);
});

const entity = {
  ...definition.triggers.Incident,
  inputs: { ...definition.triggers.Incident.inputs, path: "/entity/@{encodeURIComponent('IP')}" },
};
const alert = {
  ...definition.triggers.Incident,
  inputs: { ...definition.triggers.Incident.inputs, path: '/subscribe' },
};

test.each([
  ['alerts', { Alert: alert }, 'Alerts'],
  ['a person', { Entity: entity }, 'entity'],
  ['a request', { manual: { type: 'Request', kind: 'Http', inputs: {} } }, undefined],
])('what starts it: %s', (_name, triggers, want) => {
  const file = { ...codeView, definition: { ...definition, triggers } } as unknown as JsonObject;
  expect(wantedOf(file).wanted?.trigger).toBe(want);
});

describe('rules', () => {
  const rules: readonly Rule<PlaybookExample>[] = Object.values(azurePlaybookRules);
  const codesOf = ({ file, deployed }: PlaybookExample): readonly string[] => {
    const { wanted, findings } = wantedOf(file);
    const { definition: is = {}, values = {} } = wanted ?? {};
    const parameters = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
    const changes = deployed ? workflowChanges('id', { definition: is, parameters }, deployed) : [];
    return [...findings, ...changes].map(({ code }) => code);
  };
  test.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, { examples: { bad, good } }) => {
    for (const example of bad) expect(codesOf(example)).toEqual([code]);
    for (const example of good) expect(codesOf(example)).toEqual([]);
  });
});

describe('what is deployed otherwise, by the names of actions', () => {
  const nested = (inner: object, more: object = {}) => ({
    triggers: {},
    actions: { Scope: { type: 'Scope', actions: { Inner: { type: 'Compose', inputs: inner } }, ...more } },
  });
  const cases: readonly [string, object, object, readonly string[]][] = [
    ['nothing', nested({ a: 1 }), nested({ a: 1 }), []],
    [
      'an action within a scope',
      nested({ a: 1, b: [1, 2] }),
      nested({ a: 2, b: [1] }),
      ['The action "Inner" is deployed otherwise: it differs in /inputs/a, /inputs/b.'],
    ],
    [
      'the scope itself',
      nested({}, { runAfter: {} }),
      nested({}),
      ['The action "Scope" is deployed otherwise: it differs in /runAfter.'],
    ],
    [
      'many places',
      nested({ a: 1, b: 1, c: 1, d: 1, e: 1 }),
      nested({}),
      ['The action "Inner" is deployed otherwise: it differs in /inputs/a, /inputs/b, /inputs/c and 2 more.'],
    ],
    ['an action that is gone', nested({}), { triggers: {}, actions: {} }, ['The action "Scope" is not deployed.']],
    [
      'an action too many',
      { triggers: {}, actions: {} },
      nested({}),
      ['The action "Scope" is deployed, and not wanted.'],
    ],
    ['outputs', { ...nested({}), outputs: {} }, nested({}), ['The deployed definition differs in /outputs.']],
    [
      'names that are not names of properties',
      { triggers: {}, actions: JSON.parse('{"__proto__":{"type":"Compose","inputs":1}}') as object },
      { triggers: {}, actions: JSON.parse('{"__proto__":{"type":"Compose","inputs":2}}') as object },
      ['The action "__proto__" is deployed otherwise: it differs in /inputs.'],
    ],
  ];
  test.each(cases)('%s', (_name, wanted, deployed, want) => {
    const changes = workflowChanges(
      `${group}/x`,
      { definition: wanted as JsonObject, parameters: {} },
      { definition: deployed as JsonObject, parameters: {} },
    );
    expect(changes.map(({ message }) => message)).toEqual(want);
  });
});
