import { didYouMean } from '../../../core/nearest.js';
import { shorten } from '../../../core/shorten.js';
import { child } from '../../../core/pointer.js';
import type { RefusalRule } from '../rule.js';
import { variablesPage } from '../sources.js';
import { variableTypes } from '../variable-types.js';

export const variableTypeUnknown: RefusalRule = {
  code: 'variable-type-unknown',
  severity: 'error',
  summary: `The type of a variable is one of ${variableTypes.join(', ')}.`,
  why: 'The service refuses to save the workflow.',
  source: variablesPage,
  when: 'save',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Count/inputs/variables/0/type': 'number' },
        at: ['/definition/actions/Count/inputs/variables/0/type'],
      },
    ],
    good: [{ change: { '/definition/actions/Count/inputs/variables/0/type': 'Integer' }, at: [] }],
  },
  check({ variables }, report) {
    for (const { name, type, pointer } of variables.declared) {
      if (type === undefined || variableTypes.some((one) => one === type.toLowerCase())) continue;
      const message = `The variable ${shorten(name)} has the type ${shorten(type)}, expected one of ${variableTypes.join(', ')}.${didYouMean(type, variableTypes)}`;
      report(child(pointer, 'type'), message);
    }
  },
};
