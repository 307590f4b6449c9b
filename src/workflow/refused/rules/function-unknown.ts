import { checkCalls } from '../../../expression/check.js';
import { functionOf } from '../../../expression/functions/table.js';
import type { RefusalRule } from '../rule.js';
import { functionsPage, measured } from '../sources.js';

export const functionUnknown: RefusalRule = {
  code: 'function-unknown',
  severity: 'error',
  summary: 'Every function of an expression exists.',
  why: 'The service saves the workflow, and each run fails that comes to the expression.',
  source: `${functionsPage}; ${measured}`,
  when: 'run',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [{ change: { '/definition/actions/Say/inputs': "@upper('seen')" }, at: ['/definition/actions/Say/inputs'] }],
    good: [{ change: { '/definition/actions/Say/inputs': "@TOUPPER('seen')" }, at: [] }],
  },
  check({ functionCalls }, report) {
    for (const { at, call, function: of } of functionCalls) {
      if (functionOf(of) !== undefined) continue;
      for (const { message, meant } of checkCalls({ ...call, arguments: [] })) {
        report(at.pointer, meant === undefined ? message : `${message} Did you mean "${meant}"?`, { said: message });
      }
    }
  },
};
