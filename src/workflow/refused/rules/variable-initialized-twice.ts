import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { measured } from '../sources.js';

export const variableInitializedTwice: RefusalRule = {
  code: 'variable-initialized-twice',
  severity: 'error',
  summary: 'A variable is initialized once; names are compared without case.',
  why: 'The service refuses to save the workflow.',
  source: measured,
  when: 'save',
  serviceCode: 'InvalidVariableInitialization',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Count/inputs/variables/-': { name: 'Count', type: 'string', value: '' } },
        at: ['/definition/actions/Count/inputs/variables/1'],
      },
    ],
    good: [
      {
        change: {
          '/definition/actions/Count/inputs/variables/-': { name: 'text', type: 'string', value: '' },
          '/definition/actions/Say/inputs': "@concat(variables('count'), variables('text'))",
        },
        at: [],
      },
    ],
  },
  check({ variables }, report) {
    for (const one of variables.declared) {
      const first = variables.byName.get(one.name.toLowerCase());
      if (first === undefined || first === one) continue;
      const message = `The variable ${shorten(one.name)} is initialized by ${shorten(first.step.name)} already, expected to be initialized once.`;
      report(one.pointer, message, { declared: first.pointer });
    }
  },
};
