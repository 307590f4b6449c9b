import { shorten } from '../../core/shorten.js';
import { answerPaths } from '../answer-paths.js';
import { queueCall } from '../example-dynamic.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const answer = '/paths/~1queues/get/responses/200/schema/properties/queues';

export const dynamicAnswerUndeclared: LintRule = {
  code: 'dynamic-answer-undeclared',
  severity: 'note',
  certification: 'warning',
  summary: 'The operation that fills a drop-down declares its answer down to the value and the title of an item.',
  why: 'Certification holds the paths against the declared answer. The designer takes them from the real one.',
  source: `${validatorPage} (InvokedOperationShouldProduceArray, InvokedOperationShouldProduceProperty)`,
  published: { files: 4, of: 161 },
  codes: ['InvokedOperationShouldProduceArray', 'InvokedOperationShouldProduceProperty'],
  examples: {
    bad: [{ definition: { [`${answer}/items/properties`]: undefined }, at: [queueCall] }],
    good: [
      {
        definition: {
          [`${answer}/items/properties/more`]: { type: 'string', title: 'More', description: 'What else.' },
        },
        at: [],
      },
    ],
  },
  check(subject, report) {
    for (const call of subject.dynamicCalls) {
      const paths = answerPaths(subject, call);
      if (paths === undefined) continue;
      const ends = [...(paths.list ? [paths.list] : []), ...(paths.list ? paths.values : [])];
      const open = ends.find(({ end }) => end.kind === 'open');
      if (paths.answer !== undefined && open === undefined) continue;
      const id = shorten(call.target?.operation.operationId);
      const what =
        open === undefined || open.path === '' ? 'what it answers' : `what is at ${shorten(open.path)} in its answer`;
      report(
        call.pointer,
        `The operation ${id} does not declare ${what}, expected a schema that has what is taken from it.`,
      );
    }
    return {};
  },
};
