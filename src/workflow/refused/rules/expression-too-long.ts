import { limits } from '../limits.js';
import type { RefusalRule } from '../rule.js';
import { limitsPage, measured } from '../sources.js';
import { expressionsIn } from '../texts.js';

const long = `'${'a'.repeat(limits.expressionLength)}'`;

export const expressionTooLong: RefusalRule = {
  code: 'expression-too-long',
  severity: 'error',
  summary: `An expression has at most ${limits.expressionLength} characters.`,
  why: 'The service refuses to save the workflow: "The template language expression limit exceeded".',
  source: `${limitsPage}; ${measured}`,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [{ change: { '/definition/actions/Say/inputs': `@concat(${long})` }, at: ['/definition/actions/Say/inputs'] }],
    good: [{ change: { '/definition/actions/Say/inputs': "@concat('a')" }, at: [] }],
  },
  check({ texts }, report) {
    for (const at of texts) {
      if (at.text.length <= limits.expressionLength) continue;
      for (const { start, end } of expressionsIn(at)) {
        const length = end - start;
        if (length <= limits.expressionLength) continue;
        report(
          at.pointer,
          `The expression has ${length} characters, at most ${limits.expressionLength} were expected.`,
        );
      }
    }
  },
};
