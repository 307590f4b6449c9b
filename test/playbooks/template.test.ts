import { shippedPlaybooks } from '../../playbooks/shipped.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import { own, type JsonObject } from '../../src/core/json.js';
import { connectionTo } from '../../src/actions/connection.js';
import { compose } from '../../src/actions/data.js';
import { parameter } from '../../src/actions/parameter.js';
import { call } from '../../src/actions/call.js';
import { workflow } from '../../src/actions/workflow.js';
import { lintWorkflow } from '../../src/lint/workflows/lint-workflow.js';
import { playbook } from '../../src/sentinel/template/about.js';
import { playbookTemplate } from '../../src/sentinel/template/playbook-template.js';
import { onIncident } from '../../src/sentinel/steps/sentinel-steps.js';
import { readWorkflows } from '../../src/workflow/read-workflows.js';
import { ListQueues, tickets } from '../build/example.js';
import { built } from '../connector/build.js';

const about = {
  title: 'T',
  description: 'D.',
  prerequisites: ['P.'],
  postDeployment: ['Q.'],
  lastUpdateTime: '2026-01-15T00:00:00Z',
  tags: ['Triage'],
  version: '1.2.3',
  author: 'A',
};

test('the template of a playbook', () => {
  const desk = connectionTo(tickets, { key: 'desk' });
  const limit = parameter('Limit', 'Int', { defaultValue: 3, description: 'How many.' });
  const key = parameter('Key', 'SecureString');
  const steps = [call('List', { connection: desk, operation: ListQueues }), compose('Text', '[not an expression]')];
  const made = playbook(workflow({ name: 'mine', trigger: onIncident(), parameters: [limit, key], steps }), about);
  const template = playbookTemplate(made);
  const connectionOf = (of: string) => `[resourceId('Microsoft.Web/connections', variables('${of}ConnectionName'))]`;
  const sentinelApi =
    "[subscriptionResourceId('Microsoft.Web/locations/managedApis', resourceGroup().location, 'azuresentinel')]";
  const deskApi = "[resourceId('Microsoft.Web/customApis', parameters('CustomConnectorName'))]";
  const connection = {
    type: 'Microsoft.Web/connections',
    apiVersion: '2016-06-01',
    location: '[resourceGroup().location]',
    kind: 'V1',
  };
  expect(template).toMatchObject({
    metadata: {
      title: 'T',
      description: 'D.',
      prerequisites: ['P.'],
      postDeployment: ['Q.'],
      lastUpdateTime: '2026-01-15T00:00:00Z',
      entities: [],
      tags: ['Triage'],
      support: { tier: 'community' },
      author: { name: 'A' },
    },
    parameters: {
      PlaybookName: { type: 'string', defaultValue: 'mine' },
      CustomConnectorName: { type: 'string', defaultValue: 'tickets' },
      Limit: { type: 'int', defaultValue: 3, metadata: { description: 'How many.' } },
      Key: { type: 'securestring' },
    },
    variables: {
      azuresentinelConnectionName: "[concat('azuresentinel-', parameters('PlaybookName'))]",
      deskConnectionName: "[concat('desk-', parameters('PlaybookName'))]",
    },
    resources: [
      {
        ...connection,
        name: "[variables('azuresentinelConnectionName')]",
        properties: { parameterValueType: 'Alternative', api: { id: sentinelApi } },
      },
      { ...connection, name: "[variables('deskConnectionName')]", properties: { api: { id: deskApi } } },
      {
        type: 'Microsoft.Logic/workflows',
        apiVersion: '2017-07-01',
        name: "[parameters('PlaybookName')]",
        tags: {
          LogicAppsCategory: 'security',
          'hidden-SentinelTemplateName': 'mine',
          'hidden-SentinelTemplateVersion': '1.2.3',
        },
        identity: { type: 'SystemAssigned' },
        dependsOn: [connectionOf('azuresentinel'), connectionOf('desk')],
        properties: {
          state: 'Enabled',
          definition: { actions: { Text: { inputs: '[[not an expression]' } } },
          parameters: {
            $connections: {
              value: {
                azuresentinel: {
                  connectionId: connectionOf('azuresentinel'),
                  connectionName: "[variables('azuresentinelConnectionName')]",
                  id: sentinelApi,
                  connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } },
                },
                desk: {
                  connectionId: connectionOf('desk'),
                  connectionName: "[variables('deskConnectionName')]",
                  id: deskApi,
                },
              },
            },
            Limit: { value: "[parameters('Limit')]" },
            Key: { value: "[parameters('Key')]" },
          },
        },
      },
    ],
  });
  expect(own(template['parameters'] as JsonObject, 'Key')).toEqual({ type: 'securestring' });
});

test('a time that is none', () => {
  const bare = workflow({ name: 'mine', trigger: onIncident(), steps: [] });
  expect(() => playbook(bare, { ...about, lastUpdateTime: 'today' })).toThrow(
    'lastUpdateTime is "today": a time such as 2026-01-15T00:00:00Z is expected.',
  );
});

test.each(shippedPlaybooks(built('openai')).map((one) => [one.name, one] as const))(
  '%s: its template holds its workflow, of which lint says nothing',
  (name, made) => {
    const { workflows, findings } = readWorkflows(readJson('azuredeploy.json', writeJson(playbookTemplate(made))));
    expect([findings, workflows.map((one) => one.name)]).toEqual([[], [name]]);
    const { parameters: _own, ...definition } = made.definition;
    expect(workflows[0]?.definition).toMatchObject(definition);
    expect(workflows.flatMap((one) => lintWorkflow(one))).toEqual([]);
  },
);
