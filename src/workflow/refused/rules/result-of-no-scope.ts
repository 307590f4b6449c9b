import { shorten } from '../../../core/shorten.js';
import { isOfOpenType } from '../open-values.js';
import type { RefusalRule } from '../rule.js';
import { functionsPage } from '../sources.js';

const scopes: ReadonlySet<string> = new Set(['scope', 'foreach', 'until', 'if', 'switch', 'agent']);

export const resultOfNoScope: RefusalRule = {
  code: 'result-of-no-scope',
  severity: 'error',
  summary: 'result() names a Scope, a For each or an Until.',
  why: 'What has no actions in it has no results: the expression fails.',
  source: functionsPage,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [{ change: { '/definition/actions/Say/inputs': "@result('Read')" }, at: ['/definition/actions/Say/inputs'] }],
    good: [{ change: { '/definition/actions/Say/inputs': "@result('Each')" }, at: [] }],
  },
  check({ functionCalls, actionsByName }, report) {
    for (const { at, name, function: of } of functionCalls) {
      if (of !== 'result' || name === undefined) continue;
      const [read] = actionsByName.get(name.toLowerCase()) ?? [];
      if (read === undefined || isOfOpenType(read) || scopes.has(read.type.toLowerCase())) continue;
      const message = `result() names ${shorten(name)} of type ${shorten(read.type)}, expected an action with actions in it.`;
      report(at.pointer, message);
    }
  },
};
