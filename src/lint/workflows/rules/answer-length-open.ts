import { HOLE } from '../../../arm/hole.js';
import { child } from '../../../core/pointer.js';
import { isObject, own } from '../../../core/json.js';
import { shorten } from '../../../core/shorten.js';
import { ask } from '../example-ask.js';
import { bodyOf, hasTokenLimit } from '../model-calls.js';
import type { PlaybookRule } from '../rule.js';

export const answerLengthOpen: PlaybookRule = {
  code: 'answer-length-open',
  severity: 'warning',
  summary: 'A call that asks a language model limits the length of the answer.',
  why: 'Without a limit an answer may be as long as the model can make it: it costs as much, takes as long, and may not fit where it goes.',
  source: 'the first article: no call has a limit; the second: 200 tokens',
  published: 1,
  examples: {
    bad: [
      {
        change: { '/definition/actions/Ask': ask({}, { messages: [{ role: 'user', content: 'Hello.' }] }) },
        at: ['/definition/actions/Ask/inputs/body'],
      },
    ],
    good: [
      {
        change: {
          '/definition/actions/Ask': ask(
            {},
            { messages: [{ role: 'user', content: 'Hello.' }], max_completion_tokens: 500 },
          ),
        },
        at: [],
      },
    ],
  },
  check({ modelCalls }, report) {
    for (const step of modelCalls) {
      const body = bodyOf(step);
      if (hasTokenLimit(body) || (isObject(body) && own(body, 'messages') === HOLE)) continue;
      const message = `${shorten(step.name)} asks a language model without a limit, expected "max_completion_tokens" or "max_tokens".`;
      report(['inputs', 'body'].reduce(child, step.pointer), message);
    }
  },
};
