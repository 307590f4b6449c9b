import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { reported, variablesPage } from '../sources.js';

export const variableInitializedInside: RefusalRule = {
  code: 'variable-initialized-inside',
  severity: 'error',
  summary: 'Variables are initialized at the top of the workflow, in no scope, loop or condition.',
  why: 'The service refuses to save the workflow.',
  source: `${variablesPage}; ${reported}`,
  when: 'save',
  serviceCode: 'InvalidVariableInitialization',
  examples: {
    bad: [
      {
        change: {
          '/definition/actions/Each/actions/Text': {
            type: 'InitializeVariable',
            inputs: { variables: [{ name: 'text', type: 'string', value: "@items('Each')?['text']" }] },
            runAfter: {},
          },
          '/definition/actions/Each/actions/Answer/inputs/body/text': "@variables('text')",
          '/definition/actions/Each/actions/Answer/runAfter': { Text: ['Succeeded'] },
        },
        at: ['/definition/actions/Each/actions/Text'],
      },
    ],
    good: [{ change: {}, at: [] }],
  },
  check({ actions }, report) {
    for (const { name, type, parent, pointer } of actions) {
      if (parent === undefined || type.toLowerCase() !== 'initializevariable') continue;
      const message = `${shorten(name)} initializes variables in ${shorten(parent.name)}, expected it at the top of the workflow.`;
      const said = `The variable action '${name}' of type 'InitializeVariable' cannot be nested in an action of type '${parent.name}'.`;
      report(pointer, message, { said });
    }
  },
};
