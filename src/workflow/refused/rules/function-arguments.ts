import { functionOf } from '../../../expression/functions/table.js';
import { arity } from '../../../expression/function.js';
import { wrongCount } from '../../../expression/counts.js';
import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { functionsPage, measured } from '../sources.js';
import { needsName } from '../reading-functions.js';

export const functionArguments: RefusalRule = {
  code: 'function-arguments',
  severity: 'error',
  summary: 'Each function is called with as many arguments as it takes.',
  why: 'The service saves the workflow, and each run fails that comes to the expression.',
  source: `${functionsPage}; ${measured}`,
  when: 'run',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      { change: { '/definition/actions/Say/inputs': "@replace('seen', 'e')" }, at: ['/definition/actions/Say/inputs'] },
    ],
    good: [{ change: { '/definition/actions/Say/inputs': "@replace('seen', 'e', 'o')" }, at: [] }],
  },
  check({ functionCalls }, report) {
    for (const { at, call, function: of } of functionCalls) {
      const known = functionOf(of);
      const count = call.arguments.length;
      const said = known && wrongCount(known, call.name, count);
      if (known === undefined || said === undefined || (needsName(of) && count === 0)) continue;
      const { least, most } = arity(known);
      const range =
        most === least ? `${least}` : most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
      const message = `${call.name}() is called with ${count} argument${count === 1 ? '' : 's'}, expected ${range}: ${shorten(known.signature, 200).slice(1, -1)}.`;
      report(at.pointer, message, { said });
    }
  },
};
