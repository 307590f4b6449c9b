import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';

/** A workflow with these actions. */
function withActions(actions: Json): Json {
  return { triggers: { manual: { type: 'Request', kind: 'Http' } }, actions };
}

/** What is said of a workflow before it runs. An example is a definition. */
export const engineRules = {
  action: {
    code: 'action-not-supported',
    severity: 'error',
    summary: 'Each action of a workflow is of a type that can be run offline.',
    why: 'The workflow is not run at all: what would come after the action is not known.',
    source: 'the list of types in the documentation of `playbook run`',
    examples: {
      bad: [withActions({ Transform: { type: 'Liquid', kind: 'JsonToJson', inputs: {}, runAfter: {} } })],
      good: [withActions({ Compose: { type: 'compose', inputs: 1, runAfter: {} } })],
    },
  },
  trigger: {
    code: 'trigger-not-supported',
    severity: 'error',
    summary: 'The trigger of a workflow is of a type that can be run offline.',
    why: 'What the trigger hands to the actions is not known.',
    source: 'the list of types in the documentation of `playbook run`',
    examples: {
      bad: [{ triggers: { Batch: { type: 'Batch', inputs: {} } }, actions: {} }],
      good: [
        { triggers: { Daily: { type: 'Recurrence', recurrence: { frequency: 'Day', interval: 1 } } }, actions: {} },
      ],
    },
  },
  broken: {
    code: 'workflow-not-runnable',
    severity: 'error',
    summary:
      'Actions have names of their own, wait only for what stands beside them and never for each other, and are objects with a type.',
    why: 'The service refuses to save such a workflow, so that nobody knows what a run would do.',
    source: '"Schema reference guide for the Workflow Definition Language" on learn.microsoft.com',
    examples: {
      bad: [
        withActions({ A: { type: 'Compose', inputs: 1, runAfter: { B: ['Succeeded'] } } }),
        withActions({
          A: { type: 'Compose', inputs: 1, runAfter: { B: ['Succeeded'] } },
          B: { type: 'Compose', inputs: 1, runAfter: { A: ['Succeeded'] } },
        }),
        withActions({ A: { inputs: 1 } }),
      ],
      good: [
        withActions({
          A: { type: 'Compose', inputs: 1, runAfter: {} },
          B: { type: 'Compose', inputs: 1, runAfter: { A: ['Succeeded', 'Failed'] } },
        }),
      ],
    },
  },
} as const satisfies Readonly<Record<string, Rule<Json>>>;
