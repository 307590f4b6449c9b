import { didYouMean } from '../../../core/nearest.js';
import { shorten } from '../../../core/shorten.js';
import { isOfOpenType } from '../open-values.js';
import { chainOf } from '../order.js';
import type { RefusalRule } from '../rule.js';
import { templateFailed } from '../said.js';
import { reported } from '../sources.js';

/** What may be named: the loops that the service knows an item or an index of. */
const loops: ReadonlyMap<string, readonly string[]> = new Map([
  ['items', ['foreach']],
  ['iterationindexes', ['until', 'foreach']],
]);

export const loopNotAround: RefusalRule = {
  code: 'loop-not-around',
  severity: 'error',
  summary: 'items() and iterationIndexes() name a loop around the action.',
  why: 'The service refuses to save the workflow.',
  source: reported,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      { change: { '/definition/actions/Say/inputs': "@items('Each')" }, at: ['/definition/actions/Say/inputs'] },
      {
        change: { '/definition/actions/Each/actions/Answer/inputs/body/note': "@items('Eech')" },
        at: ['/definition/actions/Each/actions/Answer/inputs/body/note'],
      },
    ],
    good: [{ change: { '/definition/actions/Each/actions/Answer/inputs/body/text': "@{items('each')}" }, at: [] }],
  },
  check({ functionCalls, actionsByName }, report) {
    for (const { at, call, name, function: of } of functionCalls) {
      const types = loops.get(of);
      if (types === undefined || name === undefined) continue;
      const around = at.step?.parent ? chainOf(at.step.parent) : [];
      if (around.some(isOfOpenType)) continue;
      const fitting = around.filter(({ type }) => types.includes(type.toLowerCase()));
      if (fitting.some((loop) => loop.name.toLowerCase() === name.toLowerCase())) continue;
      const names = fitting.map((loop) => loop.name);
      const where = at.step === undefined ? 'the outputs' : shorten(at.step.name);
      const message = `${call.name}() names the loop ${shorten(name)}, which is not around ${where}.${didYouMean(name, names)}`;
      const action = at.step?.name ?? '';
      const words = actionsByName.has(name.toLowerCase())
        ? `The inputs of template action '${action}' at line '1' and column '…' is invalid. Action '${name}' must be a parent 'foreach' scope of action '${action}' to be referenced by 'repeatItems' or 'items' functions.`
        : `The repetition action(s) '${name}' referenced by 'inputs' in action '${action}' are not defined in the template.`;
      report(at.pointer, message, { said: templateFailed(words) });
    }
  },
};
