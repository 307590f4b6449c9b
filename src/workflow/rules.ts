import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';

const schema =
  'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#';

/** A workflow with one action. */
function withAction(action: Json): Json {
  return { definition: { $schema: schema, triggers: {}, actions: { Compose: action } } };
}

/** A template with one workflow of this name. */
function inTemplate(name: string): Json {
  const properties = { definition: { $schema: schema, triggers: {}, actions: {} } };
  return { resources: [{ type: 'Microsoft.Logic/workflows', name, properties }] };
}

/** What is said of a file that holds workflows. An example is such a file. */
export const workflowRules = {
  shape: {
    code: 'workflow-shape',
    severity: 'error',
    summary:
      'A workflow is a definition with triggers and actions, plain or in an ARM template, and each of them is an object.',
    why: 'What cannot be read as a workflow is not looked at: nobody can say whether it uses the connector.',
    source: '"Schema reference guide for the Workflow Definition Language" on learn.microsoft.com',
    examples: {
      bad: [{ swagger: '2.0', paths: {} }, { definition: { triggers: {}, actions: [] } }, withAction('Compose')],
      good: [withAction({ type: 'Compose', inputs: 1, runAfter: {} }), { triggers: {}, actions: {} }],
    },
  },
  expression: {
    code: 'workflow-expression',
    severity: 'error',
    summary: 'Each expression of a workflow can be parsed.',
    why: 'The service refuses to save the workflow, or the run fails where the expression stands.',
    source:
      'the messages of the service; a name that begins with "@" is an expression too, and "@@" at the beginning stands for "@"',
    examples: {
      bad: [
        withAction({ type: 'Compose', inputs: "@concat('a'" }),
        withAction({ type: 'Compose', inputs: { '@odata.type': 'x' } }),
      ],
      good: [
        withAction({ type: 'Compose', inputs: "@concat('a')" }),
        withAction({ type: 'Compose', inputs: { '@@odata.type': '@@x' } }),
      ],
    },
  },
  innerAt: {
    code: 'workflow-expression-at-sign',
    severity: 'warning',
    summary: 'An expression has no "@" but the one that begins it.',
    why: 'The service refuses the expression; some other tools take it.',
    source: 'the message of the service in github:Azure/LogicAppsUX issue 2377',
    examples: {
      bad: [withAction({ type: 'Compose', inputs: '@not(@equals(1, 2))' })],
      good: [withAction({ type: 'Compose', inputs: '@not(equals(1, 2))' })],
    },
  },
  template: {
    code: 'arm-expression',
    severity: 'error',
    summary: 'Each expression of an ARM template can be parsed.',
    why: 'The deployment is refused. A text that begins with "[" and ends with "]" is an expression, unless it begins with "[[".',
    source: '"Syntax and expressions in ARM templates" on learn.microsoft.com',
    examples: {
      bad: [inTemplate("[parameters('name']"), inTemplate('[name]')],
      good: [inTemplate("[parameters('name')]"), inTemplate('[[name]')],
    },
  },
} as const satisfies Readonly<Record<string, Rule<Json>>>;
