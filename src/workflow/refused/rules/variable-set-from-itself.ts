import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { reported } from '../sources.js';
import { inputOf } from '../order.js';

export const variableSetFromItself: RefusalRule = {
  code: 'variable-set-from-itself',
  severity: 'error',
  summary: 'The value that a variable is set to does not read the variable itself.',
  why: 'The service refuses to save the workflow: another action has to make the value first.',
  source: reported,
  when: 'save',
  serviceCode: 'WorkflowRunActionInputsInvalidProperty',
  examples: {
    bad: [
      {
        change: {
          '/definition/actions/Each/runtimeConfiguration': { concurrency: { repetitions: 1 } },
          '/definition/actions/Each/actions/Add': {
            type: 'SetVariable',
            inputs: { name: 'count', value: "@add(variables('Count'), 1)" },
            runAfter: {},
          },
        },
        at: ['/definition/actions/Each/actions/Add/inputs/value'],
      },
    ],
    good: [
      {
        change: {
          '/definition/actions/Each/actions/Add': {
            type: 'SetVariable',
            inputs: { name: 'count', value: 1 },
            runAfter: {},
          },
        },
        at: [],
      },
    ],
  },
  check({ functionCalls }, report) {
    for (const { at, name, function: of } of functionCalls) {
      const { step } = at;
      if (of !== 'variables' || name === undefined || step?.type.toLowerCase() !== 'setvariable') continue;
      const target = inputOf(step, 'name');
      if (typeof target !== 'string' || target.toLowerCase() !== name.toLowerCase()) continue;
      const said = `The inputs of workflow run action '${step.name}' of type 'SetVariable' are not valid. Self reference is not supported when updating the value of variable '${target}'.`;
      report(at.pointer, `${shorten(step.name)} sets the variable ${shorten(target)} to a value that reads it.`, {
        said,
      });
    }
  },
};
