import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { variablesPage } from '../sources.js';
import { variableTypes } from '../variable-types.js';

/** What each action changes, types in lower case. */
const takes: ReadonlyMap<string, readonly string[]> = new Map([
  ['incrementvariable', ['integer', 'float']],
  ['decrementvariable', ['integer', 'float']],
  ['appendtostringvariable', ['string']],
  ['appendtoarrayvariable', ['array']],
]);

export const variableWrongOperation: RefusalRule = {
  code: 'variable-wrong-operation',
  severity: 'error',
  summary: 'Numbers are incremented and decremented, texts and arrays are appended to.',
  why: 'The action fails, whatever the variable holds.',
  source: variablesPage,
  when: 'save',
  serviceCode: 'InvalidVariableOperation',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Each/actions/Add/type': 'AppendToArrayVariable' },
        at: ['/definition/actions/Each/actions/Add/inputs/name'],
      },
    ],
    good: [{ change: { '/definition/actions/Each/actions/Add/type': 'DecrementVariable' }, at: [] }],
  },
  check({ variables }, report) {
    for (const { name, by, step, pointer } of variables.changed) {
      const types = takes.get(by);
      const declared = variables.byName.get(name.toLowerCase());
      const type = declared?.type?.toLowerCase();
      if (types === undefined || declared === undefined || type === undefined || types.includes(type)) continue;
      if (!variableTypes.some((one) => one === type)) continue;
      const message = `${shorten(step.name)} of type ${shorten(step.type)} changes the variable ${shorten(name)} of type ${shorten(declared.type)}, expected ${types.join(' or ')}.`;
      report(pointer, message, { declared: declared.pointer });
    }
  },
};
