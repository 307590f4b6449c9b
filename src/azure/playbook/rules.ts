import type { JsonObject } from '../../core/json.js';
import type { Rule } from '../../core/rule.js';

/** A workflow's file, and the properties of what is deployed of it. */
export interface PlaybookExample {
  readonly file: JsonObject;
  readonly deployed?: JsonObject;
}

const reply = { type: 'Compose', inputs: 'hello', runAfter: {} };
const definition = { triggers: { manual: { type: 'Request', kind: 'Http' } }, actions: { Reply: reply } };
const deployed = { state: 'Enabled', definition, parameters: {} };
const other = { ...definition, actions: { Reply: { ...reply, inputs: 'bye' } } };
const calling = {
  Call: {
    type: 'ApiConnection',
    inputs: { host: { connection: { name: "@parameters('$connections')['crm']['connectionId']" } }, path: '/x' },
  },
};
const named = { crm: { id: '/subscriptions/x/resourceGroups/x/providers/Microsoft.Web/customApis/crm' } };
const workflow = (inputs: string, type: string) => ({
  type: 'Microsoft.Logic/workflows',
  apiVersion: '2019-05-01',
  name: 'hello',
  properties: {
    definition: { ...definition, parameters: { Key: { type } }, actions: { Reply: { ...reply, inputs } } },
    parameters: { Key: { value: "[parameters('Key')]" } },
  },
});
const template = (resources: readonly JsonObject[]) => ({
  parameters: { Key: { type: 'securestring' } },
  resources: [...resources],
});
const sound = template([workflow('hello', 'SecureString')]);
const storage = { type: 'Microsoft.Storage/storageAccounts', apiVersion: '2023-01-01', name: 'logs' };
const guide = 'How this tool publishes playbooks: the definition goes to Microsoft.Logic/workflows as it is';
const measured = 'The workflow as Azure Resource Manager gives it back';

/** What is found of a workflow that shall be published, and of what is deployed of it. */
export const azurePlaybookRules = {
  template: {
    code: 'playbook-template-open',
    severity: 'error',
    summary: 'What a template makes is known before it is published.',
    why: 'The workflow is written directly, without the deployment engine: an expression that only that engine can evaluate would be lost.',
    source: guide,
    examples: {
      bad: [
        { file: template([{ ...workflow('hello', 'SecureString'), location: '[reference(resourceGroup().id)]' }]) },
      ],
      good: [{ file: sound }],
    },
  },
  leftOut: {
    code: 'playbook-template-more',
    severity: 'warning',
    summary: 'A template of a playbook makes a workflow and its connections.',
    why: 'Nothing else is published: what it makes beside has to be deployed in another way, a custom connector with "publish".',
    source: guide,
    examples: { bad: [{ file: template([workflow('hello', 'SecureString'), storage]) }], good: [{ file: sound }] },
  },
  connectionUnknown: {
    code: 'playbook-connection-unknown',
    severity: 'error',
    summary: 'It is known which connector each connection of a workflow leads to.',
    why: 'A connection is made for one connector; a definition by itself only has its key.',
    source: guide,
    examples: {
      bad: [{ file: { definition: { ...definition, actions: calling } } }],
      good: [
        { file: { definition: { ...definition, actions: calling }, parameters: { $connections: { value: named } } } },
      ],
    },
  },
  secretOpen: {
    code: 'playbook-secret-open',
    severity: 'error',
    summary: 'A secure parameter of a template goes into secure parameters of its workflow only.',
    why: 'Whoever may read the workflow reads its definition, its tags and its other parameters.',
    source: guide,
    examples: { bad: [{ file: template([workflow('hello', 'String')]) }], good: [{ file: sound }] },
  },
  actionChanged: {
    code: 'deployed-action-changed',
    severity: 'warning',
    summary: 'A deployed action or trigger is what was published.',
    why: 'Somebody changed it by hand, or the playbook is older; publishing puts it back.',
    source: measured,
    examples: {
      bad: [{ file: { definition }, deployed: { ...deployed, definition: other } }],
      good: [{ file: { definition }, deployed }],
    },
  },
  actionMissing: {
    code: 'deployed-action-missing',
    severity: 'warning',
    summary: 'Each action and trigger that was published is in the deployed workflow.',
    why: 'Somebody took it out by hand, or it is new; publishing puts it there.',
    source: measured,
    examples: {
      bad: [{ file: { definition }, deployed: { ...deployed, definition: { ...definition, actions: {} } } }],
      good: [{ file: { definition }, deployed }],
    },
  },
  actionExtra: {
    code: 'deployed-action-extra',
    severity: 'warning',
    summary: 'A deployed workflow has only the actions and triggers that were published.',
    why: 'Somebody added it by hand, or it is no longer wanted; publishing takes it out.',
    source: measured,
    examples: {
      bad: [
        {
          file: { definition },
          deployed: { ...deployed, definition: { ...definition, actions: { Reply: reply, More: reply } } },
        },
      ],
      good: [{ file: { definition }, deployed }],
    },
  },
  part: {
    code: 'deployed-workflow-part',
    severity: 'warning',
    summary: 'The parameters, connections and other parts of a deployed workflow are those that were published.',
    why: 'It uses another connection or value than is wanted; publishing puts that back.',
    source: measured,
    examples: {
      bad: [{ file: { definition }, deployed: { ...deployed, parameters: { Model: { value: 'x' } } } }],
      good: [{ file: { definition }, deployed }],
    },
  },
  disabled: {
    code: 'deployed-workflow-disabled',
    severity: 'warning',
    summary: 'A deployed playbook is enabled.',
    why: 'Somebody switched it off. Publishing leaves it off: it may have been done for a reason.',
    source: measured,
    examples: {
      bad: [{ file: { definition }, deployed: { ...deployed, state: 'Disabled' } }],
      good: [{ file: { definition }, deployed }],
    },
  },
} as const satisfies Readonly<Record<string, Rule<PlaybookExample>>>;
