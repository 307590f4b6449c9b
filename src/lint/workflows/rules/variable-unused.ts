import { shorten } from '../../../core/shorten.js';
import { hasOpenValue } from '../../../workflow/refused/open-values.js';
import type { PlaybookRule } from '../rule.js';

export const variableUnused: PlaybookRule = {
  code: 'variable-unused',
  severity: 'note',
  summary: 'Each variable is read somewhere.',
  why: 'What is never read does nothing; mostly another name was meant.',
  source: 'github:tomdam/flowforger has the same check',
  published: 0,
  examples: {
    bad: [
      {
        change: { '/definition/actions/Count/inputs/variables/-': { name: 'total', type: 'integer' } },
        at: ['/definition/actions/Count/inputs/variables/1'],
      },
    ],
    good: [{ change: {}, at: [] }],
  },
  check({ variables, functionCalls, mayHaveMoreSteps, steps }, report) {
    if (mayHaveMoreSteps || steps.some(hasOpenValue)) return;
    const read = functionCalls.filter((one) => one.function === 'variables');
    if (read.some(({ name }) => name === undefined)) return;
    const names = new Set(read.map(({ name }) => name?.toLowerCase()));
    for (const { name, pointer } of variables.declared) {
      if (!names.has(name.toLowerCase())) report(pointer, `The variable ${shorten(name)} is never read.`);
    }
  },
};
