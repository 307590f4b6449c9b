import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';

const source = 'cli: --expect FILE';

/** What is said of a run against what was expected. An example is a file of expectations of a run that succeeds and does nothing. */
export const expectRules = {
  unmet: {
    code: 'run-not-as-expected',
    severity: 'error',
    summary: 'A run did what is expected of it.',
    why: 'The playbook changed, or its surroundings did, and what somebody relied on no longer holds.',
    source,
    examples: {
      bad: [
        { status: 'Failed' },
        { error: 'ActionFailed' },
        { actions: { Ask: 'Succeeded' } },
        { comments: 1 },
        { tasks: ['Look at it'] },
        { tags: ['triaged'] },
        { severity: 'High' },
        { calls: [{ action: 'Ask' }] },
        { usage: { tokens: 10 } },
        { findings: ['calls-identical'] },
        { outputs: { done: true } },
      ],
      good: [
        {
          status: 'Succeeded',
          actions: {},
          comments: 0,
          tasks: [],
          tags: [],
          calls: 0,
          usage: { tokens: { most: 10 } },
        },
        { findings: [], outputs: {} },
      ],
    },
  },
  malformed: {
    code: 'expectation-malformed',
    severity: 'error',
    summary: 'A file of expectations says what is expected in the right form.',
    why: 'What cannot be read is not looked at: the run could do anything there.',
    source,
    examples: {
      bad: [[], { comment: 1 }, { status: 1 }, { comments: 'one' }, { tasks: 'none' }, { calls: [{}] }],
      good: [{ status: 'Succeeded' }, { comments: [] }],
    },
  },
} as const satisfies Readonly<Record<string, Rule<Json>>>;
