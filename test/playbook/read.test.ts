import type { Json, JsonObject } from '../../src/core/json.js';
import { parameterValue } from '../../src/playbook/parameters.js';
import { readPlaybooks, templateParameters } from '../../src/playbook/read-playbooks.js';
import { documentOf, runIt } from './run-it.js';

const schema =
  'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#';

function trigger(path: string): JsonObject {
  const host = { connection: { name: "@parameters('$connections')['sentinel']['connectionId']" } };
  return { T: { type: 'ApiConnectionWebhook', inputs: { host, path } } };
}

/** A template with a playbook whose connection leads to Microsoft Sentinel. */
function template(path: string): JsonObject {
  const id =
    "[concat('/subscriptions/', subscription().subscriptionId, '/providers/Microsoft.Web/locations/x/managedApis/azuresentinel')]";
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    parameters: { PlaybookName: { type: 'string', defaultValue: 'Triage' }, Tag: { type: 'string' } },
    resources: [
      {
        type: 'Microsoft.Logic/workflows',
        name: "[parameters('PlaybookName')]",
        properties: {
          definition: {
            $schema: schema,
            parameters: { $connections: { type: 'Object' }, Tag: { type: 'String' } },
            triggers: trigger(path),
            actions: {},
          },
          parameters: { $connections: { value: { sentinel: { id } } }, Tag: { value: "[parameters('Tag')]" } },
        },
      },
    ],
  };
}

test('a template: parameters as they are given, or by default', () => {
  const document = documentOf(template('/incident-creation'));
  expect(templateParameters(document.value)).toEqual(['PlaybookName', 'Tag']);
  const [playbook] = readPlaybooks(document, { PlaybookName: 'Mine', Tag: 'seen' }).playbooks;
  expect([playbook?.workflow.name, playbook?.parameters['Tag'], playbook?.triggerKind]).toEqual([
    'Mine',
    'seen',
    'incident',
  ]);
  expect(readPlaybooks(document).playbooks[0]?.workflow.name).toBe('Triage');
});

test.each([
  ['/incident-creation', 'incident'],
  ['/subscribe', 'alert'],
  ["/entity/@{encodeURIComponent('Account')}", undefined],
  ['/entity/Account', 'entity'],
  ['/other', undefined],
])('the trigger at %s', (path, kind) => {
  expect(readPlaybooks(documentOf(template(path))).playbooks.map(({ triggerKind }) => triggerKind)).toEqual([kind]);
});

test.each<[Json, number, string[]]>([
  [{ definition: { triggers: {}, actions: {} } }, 1, []],
  [[], 0, ['workflow-shape']],
  [{ resources: [] }, 0, []],
  [
    { resources: [{ type: 'Microsoft.Logic/workflows', name: 'x', properties: { definition: 1 } }] },
    0,
    ['workflow-shape'],
  ],
  [{ definition: { triggers: {}, actions: [] } }, 1, ['workflow-shape']],
])('what a file holds: %j', (value, count, codes) => {
  const { playbooks, findings } = readPlaybooks(documentOf(value));
  expect([playbooks.length, findings.map(({ code }) => code)]).toEqual([count, codes]);
});

test.each<[string | undefined, string, Json]>([
  ['String', '5', '5'],
  ['SecureString', '{"a":1}', '{"a":1}'],
  ['Int', '5', 5],
  ['int', 'five', 'five'],
  ['Float', '5', 5],
  ['Bool', 'true', true],
  ['Bool', '"true"', '"true"'],
  ['Array', '[1]', [1]],
  ['Object', '{"a":1}', { a: 1 }],
  [undefined, '5', 5],
])('a parameter of type %s given as %s', (type, text, want) => {
  expect(parameterValue(type === undefined ? {} : { type }, text)).toEqual(want);
});

test('what the service refuses is told, and nothing is run', async () => {
  const definition = {
    triggers: { manual: { type: 'Request' } },
    actions: { A: { type: 'Compose', inputs: "@body('None')", runAfter: {} } },
  };
  const { run, findings } = await runIt({ definition });
  expect([run, findings.map(({ severity, file }) => [severity, file])]).toEqual([
    undefined,
    [['error', 'workflow.json']],
  ]);
});

const CANARY = 'canary-27182818';

test('a secret parameter: hidden in the record, and found where somebody copies it in clear', async () => {
  const copied = {
    type: 'Http',
    runAfter: {},
    inputs: { method: 'GET', uri: 'https://a/', headers: { 'api-key': CANARY } },
  };
  const definition = {
    parameters: { Key: { type: 'SecureString' } },
    triggers: { manual: { type: 'Request' } },
    actions: { A: { type: 'Compose', inputs: "@parameters('Key')", runAfter: {} }, B: copied },
  };
  const parameters = { Key: { value: CANARY } };
  const { run, findings } = await runIt({ definition, mock: { '*': [{}] }, parameters });
  expect(JSON.stringify(run?.record.actions.get('A'))).not.toContain(CANARY);
  expect(findings.map(({ code, pointer, message }) => [code, pointer, message])).toEqual([
    [
      'secret-in-run-history',
      '/definition/actions/B',
      'The value of the parameter "Key" stands in clear in the run history, at 1 action: B.',
    ],
  ]);
});
