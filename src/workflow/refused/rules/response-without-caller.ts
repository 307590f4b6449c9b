import { own } from '../../../core/json.js';
import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { measured } from '../sources.js';

export const responseWithoutCaller: RefusalRule = {
  code: 'response-without-caller',
  severity: 'error',
  summary: 'A workflow with a Response has no trigger that runs on a recurrence.',
  why: 'The service refuses to save the workflow: there is nobody to respond to.',
  source: measured,
  when: 'save',
  serviceCode: 'WorkflowUnsupportedRecurrenceTriggerForResponseAction',
  examples: {
    bad: [
      {
        change: {
          '/definition/triggers/Ticket/recurrence': { frequency: 'Hour', interval: 1 },
          '/definition/actions/Answer': {
            type: 'Response',
            inputs: { statusCode: 200 },
            runAfter: { Say: ['Succeeded'] },
          },
          '/definition/actions/Each/actions/Answer': undefined,
          '/definition/actions/Each/actions/Add/runAfter': {},
        },
        at: ['/definition/actions/Answer'],
      },
    ],
    good: [
      {
        change: {
          '/definition/actions/Respond': {
            type: 'Response',
            inputs: { statusCode: 200 },
            runAfter: { Say: ['Succeeded'] },
          },
        },
        at: [],
      },
    ],
  },
  check({ actions, triggers }, report) {
    const recurring = triggers.find(({ value }) => own(value, 'recurrence') !== undefined);
    if (recurring === undefined) return;
    for (const { name, type, pointer } of actions) {
      if (type.toLowerCase() !== 'response') continue;
      const message = `${shorten(name)} responds to the trigger ${shorten(recurring.name)}, which runs on a recurrence, expected a trigger with a caller.`;
      const said =
        "The workflow with 'Response' action type should not have triggers with 'recurrence' property defined.";
      report(pointer, message, { said, declared: recurring.pointer });
    }
  },
};
