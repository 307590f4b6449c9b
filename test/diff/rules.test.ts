import type { Change } from '../../src/diff/change.js';
import { diff } from '../../src/diff/diff.js';
import { versionsOf, type DiffExample } from '../../src/diff/example.js';
import { diffRules } from '../../src/diff/rules.js';

const place = ({ file = '', pointer }: Change): string => {
  const old = file.startsWith('old/') ? 'old#' : '';
  return `${old}${file.endsWith('apiProperties.json') ? 'apiProperties.json#' : ''}${pointer}`;
};
const said = (change: Change): string => `${change.code} ${change.direction} ${place(change)}`;
const changesIn = (example: DiffExample): readonly Change[] => {
  const { old, new: other } = versionsOf(example);
  return diff(old, other).changes;
};

const rules = diffRules.map((rule) => [rule.code, rule] as const);
const changesOfBad = new Map(diffRules.map((rule) => [rule, rule.examples.bad.map(changesIn)]));

test.each(rules)('%s: an example gives exactly what it says', (_code, rule) => {
  const { bad, good } = rule.examples;
  const gives = [...(changesOfBad.get(rule) ?? []), ...good.map(changesIn)].map((changes) => changes.map(said));
  expect(gives).toEqual([...bad, ...good].map((example) => example.gives));
});

test.each(rules)('%s: each bad example is one change of it, and there is one for each direction', (code, rule) => {
  const changes = (changesOfBad.get(rule) ?? []).flat().filter((change) => change.code === code);
  expect(rule.examples.bad.map(({ gives }) => gives.length)).toEqual(rule.examples.bad.map(() => 1));
  expect(new Set(changes.map(({ direction }) => direction))).toEqual(new Set(rule.directions));
});
