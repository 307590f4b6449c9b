import { shorten } from '../../core/shorten.js';
import { answerPaths } from '../answer-paths.js';
import { queueCall } from '../example-dynamic.js';
import { hinting } from '../../core/hinting.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const dynamicListUnknown: LintRule = {
  code: 'dynamic-list-unknown',
  severity: 'warning',
  summary: 'The list that fills a drop-down is a list in the answer of the called operation.',
  why: 'The designer finds no items there, and the drop-down stays empty.',
  source: `${validatorPage} (InvokedOperationShouldProduceArray)`,
  published: { files: 1, of: 161 },
  codes: ['InvokedOperationShouldProduceArray'],
  examples: {
    bad: [
      { definition: { [`${queueCall}/value-collection`]: 'queue' }, at: [`${queueCall}/value-collection`] },
      { definition: { [`${queueCall}/value-collection`]: undefined }, at: [queueCall] },
    ],
    good: [{ definition: { [`${queueCall}/value-collection`]: '/queues' }, at: [] }],
  },
  check(subject, report) {
    const hint = hinting();
    for (const call of subject.dynamicCalls) {
      const list = answerPaths(subject, call)?.list;
      if (list === undefined || list.end.kind === 'found' || list.end.kind === 'open') continue;
      const id = shorten(call.target?.operation.operationId);
      if (list.end.kind === 'not-a-list') {
        const what = list.path === '' ? `The answer of ${id}` : `${shorten(list.path)} in the answer of ${id}`;
        report(list.pointer, `${what} is no list, expected the path of one.`);
      } else {
        const where = list.path === list.end.name ? '' : ` at ${shorten(list.path)}`;
        const near = hint(list.end.name, list.end.known);
        report(list.pointer, `The answer of ${id} has no list ${shorten(list.end.name)}${where}.${near}`);
      }
    }
    return {};
  },
};
