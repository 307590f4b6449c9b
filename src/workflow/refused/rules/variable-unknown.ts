import { shorten } from '../../../core/shorten.js';
import type { WorkflowStep } from '../../steps.js';
import { hinting } from '../../../core/hinting.js';
import type { RefusalRule } from '../rule.js';
import { reported } from '../sources.js';

export const variableUnknown: RefusalRule = {
  code: 'variable-unknown',
  severity: 'error',
  summary: 'Every variable that is read or changed is initialized somewhere.',
  why: 'The service refuses to save the workflow.',
  source: reported,
  when: 'save',
  serviceCode: 'InvalidVariableOperation',
  examples: {
    bad: [
      { change: { '/definition/actions/Say/inputs': "@variables('counts')" }, at: ['/definition/actions/Say/inputs'] },
      {
        change: { '/definition/actions/Each/actions/Add/inputs/name': 'counter' },
        at: ['/definition/actions/Each/actions/Add/inputs/name'],
      },
    ],
    good: [{ change: { '/definition/actions/Say/inputs': "@variables('COUNT')" }, at: [] }],
  },
  check({ functionCalls, variables, mayHaveMoreSteps }, report) {
    if (variables.mayBeMore || mayHaveMoreSteps) return;
    const names = variables.declared.map(({ name }) => name);
    const hint = hinting();
    const tell = (
      name: string,
      { step, pointer }: { readonly step: WorkflowStep | undefined; readonly pointer: string },
    ) => {
      if (variables.byName.has(name.toLowerCase())) return;
      const message = `The variable ${shorten(name)} is initialized nowhere, expected an InitializeVariable for it.${hint(name, () => names)}`;
      report(pointer, message, step && { said: saidOf(name, step) });
    };
    for (const { at, name, function: of } of functionCalls) {
      if (of === 'variables' && name !== undefined) tell(name, at);
    }
    for (const one of variables.changed) tell(one.name, one);
  },
};

function saidOf(name: string, step: WorkflowStep): string {
  return `The inputs of workflow run action '${step.name}' of type '${step.type}' are not valid. The variable '${name}' must be initialized before it can be used inside action '${step.name}'.`;
}
