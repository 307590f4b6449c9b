import { addComment, compose, fn, terminate, text, when, type Expr, type Step, type Steps } from '../src/playbooks.js';
import type { Asking, Question } from './completion.js';

/** A question, and what became of it. */
export interface Asked {
  readonly title: string;
  /** Asks, and looks at the answer. */
  readonly steps: Steps;
  readonly content: Expr<string>;
  /** `complete`, or why there is no whole answer: `refused`, `filtered`, `cut off`, `empty`. */
  readonly verdict: Step<string>;
}

/** Asks a model, and tells a whole answer from a refused, filtered or cut-off one. */
export function ask(asking: Asking, title: string, question: Question): Asked {
  const asked = asking(title, question);
  const choice = fn.first(fn.coalesce(asked.body.at('choices'), []));
  const finish = fn.coalesce(choice.at('finish_reason'), '');
  const refusal = fn.coalesce(choice.at('message').at('refusal'), '');
  const content = fn.coalesce(choice.at('message').at('content'), '');
  const verdict = compose(
    `${title} verdict`,
    fn.if(
      fn.not(fn.equals(refusal, '')),
      'refused',
      fn.if(
        fn.equals(finish, 'content_filter'),
        'filtered',
        fn.if(fn.equals(finish, 'length'), 'cut off', fn.if(fn.equals(content, ''), 'empty', 'complete')),
      ),
    ),
  );
  return { title, steps: [asked, verdict], content, verdict };
}

/** Whether there is a whole answer. */
export function isWhole({ verdict }: Asked): Expr<boolean> {
  return fn.equals(verdict.body, 'complete');
}

/** A comment that says why there is no whole answer. */
export function sayWhy({ title, verdict }: Asked, incident: Expr<string>): Step {
  return addComment(`${title} comment`, {
    incident,
    message: text`<p>The model gave no whole answer: ${verdict.body}. Nothing was added.</p>`,
  });
}

/** Ends the run as failed, with a comment that says why, unless the answer is whole. */
export function unlessWhole(asked: Asked, incident: Expr<string>): Step {
  const { title, verdict } = asked;
  return when(`${title} not whole`, fn.not(isWhole(asked)), {
    steps: [
      sayWhy(asked, incident),
      terminate(`${title} end`, {
        status: 'Failed',
        error: { code: 'NoAnswer', message: text`The model gave no whole answer: ${verdict.body}.` },
      }),
    ],
  });
}
