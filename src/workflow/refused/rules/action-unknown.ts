import { shorten } from '../../../core/shorten.js';
import { hinting } from '../../../core/hinting.js';
import type { RefusalRule } from '../rule.js';
import { templateFailed } from '../said.js';
import { reported } from '../sources.js';
import { isActionReference } from '../reading-functions.js';

export const actionUnknown: RefusalRule = {
  code: 'action-unknown',
  severity: 'error',
  summary: 'Every action that an expression reads exists.',
  why: 'The service refuses to save the workflow.',
  source: reported,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      { change: { '/definition/actions/Say/inputs': "@body('Raed')" }, at: ['/definition/actions/Say/inputs'] },
      {
        change: { '/definition/outputs/notes': { type: 'Array', value: "@body('Notes')" } },
        at: ['/definition/outputs/notes/value'],
      },
    ],
    good: [{ change: { '/definition/actions/Say/inputs': "@body('READ')" }, at: [] }],
  },
  check({ functionCalls, actionsByName, mayHaveMoreSteps }, report) {
    if (mayHaveMoreSteps) return;
    const hint = hinting();
    const names = () => [...actionsByName.values()].flatMap(([action]) => action?.name ?? []);
    for (const { at, call, name, function: of } of functionCalls) {
      if (name === undefined || !isActionReference(of) || actionsByName.has(name.toLowerCase())) continue;
      const message = `${call.name}() reads the action ${shorten(name)}, which there is not.${hint(name, names)}`;
      const where = at.step === undefined ? 'outputs' : at.step.name;
      const said = `The action(s) '${name}' referenced by '${at.path[0] ?? 'inputs'}' in action '${where}' are not defined in the template.`;
      report(at.pointer, message, { said: templateFailed(said) });
    }
  },
};
