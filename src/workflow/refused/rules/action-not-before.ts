import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { templateFailed } from '../said.js';
import { measured, reported } from '../sources.js';
import { isActionReference } from '../reading-functions.js';

export const actionNotBefore: RefusalRule = {
  code: 'action-not-before',
  severity: 'error',
  summary:
    'An expression reads actions that have run before: those in "runAfter", what is in them, and all that those run after.',
  why: 'The service refuses to save the workflow: what runs beside or later has no outputs yet.',
  source: `${reported}; ${measured}`,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Say/runAfter': {}, '/definition/actions/Say/inputs': "@body('Read')" },
        at: ['/definition/actions/Say/inputs'],
      },
      {
        change: { '/definition/actions/Each/foreach': "@createArray(body('Answer'))" },
        at: ['/definition/actions/Each/foreach'],
      },
      {
        change: { '/definition/triggers/Ticket/inputs/body/of': "@body('Read')" },
        at: ['/definition/triggers/Ticket/inputs/body/of'],
      },
    ],
    good: [
      { change: { '/definition/actions/Say/inputs': "@concat(body('Answer'), body('Read'))" }, at: [] },
      { change: { '/definition/actions/Each/actions/Answer/inputs/body/text': "@body('Read')?['id']" }, at: [] },
    ],
  },
  check({ functionCalls, actionsByName, order, isOrderKnown }, report) {
    if (!isOrderKnown) return;
    for (const { at, call, name, function: of } of functionCalls) {
      const { step } = at;
      if (step === undefined || name === undefined || !isActionReference(of) || at.path[0] === 'trackedProperties')
        continue;
      const [read] = actionsByName.get(name.toLowerCase()) ?? [];
      if (read === undefined || read === step || order.mayRead(step, read)) continue;
      const message = `${shorten(step.name)} reads ${call.name}(${shorten(name)}), which does not run before it, expected an action that "runAfter" leads to.`;
      const words = `The inputs of template action '${step.name}' at line '1' and column '…' cannot reference action '${read.name}'. Action '${read.name}' must either be in 'runAfter' path or within a scope action on the 'runAfter' path of action '${step.name}', or be a Trigger.`;
      report(at.pointer, message, { said: templateFailed(words) });
    }
  },
};
