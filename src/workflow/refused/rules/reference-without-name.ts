import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { measured } from '../sources.js';
import { needsName } from '../reading-functions.js';

export const referenceWithoutName: RefusalRule = {
  code: 'reference-without-name',
  severity: 'error',
  summary: 'body(), outputs(), variables(), parameters(), items() and the like are called with a name.',
  why: 'The service refuses to save the workflow.',
  source: measured,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      { change: { '/definition/actions/Say/inputs': "@body()?['id']" }, at: ['/definition/actions/Say/inputs'] },
      { change: { '/definition/actions/Say/inputs': '@body(1)' }, at: ['/definition/actions/Say/inputs'] },
    ],
    good: [{ change: { '/definition/actions/Say/inputs': "@body('Read')?['id']" }, at: [] }],
  },
  check({ functionCalls }, report) {
    for (const { at, call, function: of } of functionCalls) {
      const [first] = call.arguments;
      if (!needsName(of) || first?.kind === 'text' || first?.kind === 'call' || first?.kind === 'access') continue;
      const found = first === undefined ? 'nothing' : shorten(first.value);
      report(at.pointer, `${call.name}() is called with ${found}, expected a name in single quotes.`);
    }
  },
};
