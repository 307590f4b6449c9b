import { addComment, fn, terminate, text, when, type Expr, type Step, type Steps } from '../src/playbooks.js';
import type { Asked } from './answer.js';

/** Steps for a whole answer; where there is none, a comment that says why, and the end of the run as failed. */
export function onWholeAnswer(asked: Asked, incident: Expr<string>, steps: Steps): Step {
  return when('The answer is whole', fn.equals(asked.verdict.body, 'complete'), {
    steps,
    otherwise: [
      addComment('Say why there is no answer', { incident, message: asked.reason }),
      terminate('End without an answer', {
        status: 'Failed',
        error: { code: 'NoAnswer', message: text`The model gave no whole answer: ${asked.verdict.body}.` },
      }),
    ],
  });
}
