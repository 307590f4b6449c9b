import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { templateFailed } from '../said.js';
import { measured } from '../sources.js';
import { isActionReference } from '../reading-functions.js';

export const actionReadsItself: RefusalRule = {
  code: 'action-reads-itself',
  severity: 'error',
  summary: 'No action reads its own outputs.',
  why: 'The service refuses to save the workflow.',
  source: measured,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [{ change: { '/definition/actions/Say/inputs': "@outputs('Say')" }, at: ['/definition/actions/Say/inputs'] }],
    good: [
      {
        change: { '/definition/actions/Say/trackedProperties': { is: "@actions('Say').status" } },
        at: [],
      },
    ],
  },
  check({ functionCalls, actionsByName }, report) {
    for (const { at, call, name, function: of } of functionCalls) {
      const { step } = at;
      if (step === undefined || name === undefined || !isActionReference(of) || at.path[0] === 'trackedProperties')
        continue;
      if (actionsByName.get(name.toLowerCase())?.[0] !== step) continue;
      const words = `The inputs of template action '${step.name}' at line '1' and column '…' is invalid. The action cannot reference itself.`;
      const message = `${shorten(step.name)} reads ${call.name}(${shorten(name)}), which is itself.`;
      report(at.pointer, message, { said: templateFailed(words) });
    }
  },
};
