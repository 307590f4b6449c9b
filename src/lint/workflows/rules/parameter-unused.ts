import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { objectAt } from '../../../workflow/find.js';
import { hasOpenValue } from '../../../workflow/refused/open-values.js';
import type { PlaybookRule } from '../rule.js';

export const parameterUnused: PlaybookRule = {
  code: 'parameter-unused',
  severity: 'note',
  summary: 'Each parameter of a definition is read somewhere.',
  why: 'Somebody gives it a value, and nothing happens.',
  source: 'the same as for variables',
  published: 1,
  examples: {
    bad: [{ change: { '/definition/parameters/Region': { type: 'String' } }, at: ['/definition/parameters/Region'] }],
    good: [
      { change: { '/definition/parameters/$authentication': { type: 'SecureObject', defaultValue: {} } }, at: [] },
    ],
  },
  check({ definition, pointer, functionCalls, mayHaveMoreSteps, steps }, report) {
    const read = functionCalls.filter((one) => one.function === 'parameters');
    if (mayHaveMoreSteps || steps.length === 0 || steps.some(hasOpenValue)) return;
    if (read.some(({ name }) => name === undefined)) return;
    const names = new Set(read.map(({ name }) => name?.toLowerCase()));
    for (const name of Object.keys(objectAt(definition, 'parameters'))) {
      if (name.startsWith('$') || names.has(name.toLowerCase())) continue;
      report(child(child(pointer, 'parameters'), name), `The parameter ${shorten(name)} is never read.`);
    }
  },
};
