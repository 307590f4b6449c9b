import { shorten } from '../../core/shorten.js';
import { answerPaths } from '../answer-paths.js';
import { queueCall } from '../example-dynamic.js';
import { hinting } from '../../core/hinting.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const dynamicPathUnknown: LintRule = {
  code: 'dynamic-path-unknown',
  severity: 'warning',
  summary:
    'The value and the title of an item of a drop-down, and a dynamic schema, are in the answer of the called operation.',
  why: 'The items have no value or no name, or the fields do not come.',
  source: `${validatorPage} (InvokedOperationShouldProduceProperty)`,
  published: { files: 3, of: 161 },
  codes: ['InvokedOperationShouldProduceProperty'],
  examples: {
    bad: [
      { definition: { [`${queueCall}/value-path`]: 'nmae' }, at: [`${queueCall}/value-path`] },
      { definition: { [`${queueCall}/value-title`]: 'label/text' }, at: [`${queueCall}/value-title`] },
    ],
    good: [{ definition: { [`${queueCall}/value-path`]: 'label' }, at: [] }],
  },
  check(subject, report) {
    const hint = hinting();
    for (const call of subject.dynamicCalls) {
      const id = shorten(call.target?.operation.operationId);
      for (const { path, pointer, end } of answerPaths(subject, call)?.values ?? []) {
        if (end.kind !== 'missing') continue;
        const where = path === end.name ? '' : ` at ${shorten(path)}`;
        const near = hint(end.name, end.known);
        report(pointer, `The answer of ${id} has no ${shorten(end.name)}${where}.${near}`);
      }
    }
    return {};
  },
};
