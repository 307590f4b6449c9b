import { shorten } from '../../../core/shorten.js';
import type { WorkflowStep } from '../../steps.js';
import type { RefusalRule } from '../rule.js';
import { reported } from '../sources.js';

export const variableNotInitialized: RefusalRule = {
  code: 'variable-not-initialized',
  severity: 'error',
  summary: 'A variable is read and changed after the action that initializes it.',
  why: 'The service refuses to save the workflow, or the action may run first and fails: the variable cannot be found.',
  source: `${reported}; of variables of one action that read each other, github:Azure/logicapps issue 1447`,
  when: 'save',
  serviceCode: 'InvalidVariableOperation',
  examples: {
    bad: [
      { change: { '/definition/actions/Say/runAfter': {} }, at: ['/definition/actions/Say/inputs'] },
      {
        change: {
          '/definition/actions/Count/inputs/variables/-': {
            name: 'first',
            type: 'integer',
            value: "@variables('count')",
          },
          '/definition/actions/Say/inputs': "@variables('first')",
        },
        at: ['/definition/actions/Count/inputs/variables/1/value'],
      },
    ],
    good: [{ change: { '/definition/actions/Say/runAfter': { Count: ['Succeeded'] } }, at: [] }],
  },
  check({ functionCalls, variables, order, isOrderKnown }, report) {
    if (!isOrderKnown) return;
    const tell = (
      name: string,
      { step, pointer }: { readonly step: WorkflowStep | undefined; readonly pointer: string },
    ) => {
      const declared = variables.byName.get(name.toLowerCase());
      if (step === undefined || declared === undefined || order.mayRead(step, declared.step)) return;
      const isItself = step === declared.step;
      const by = isItself ? 'by the same action' : `by ${shorten(declared.step.name)}, which does not run before`;
      const message = `${shorten(step.name)} uses the variable ${shorten(name)}, which is initialized ${by}, expected an action that "runAfter" leads to.`;
      const said = `The inputs of workflow run action '${step.name}' of type '${step.type}' are not valid. The variable '${name}' must be initialized before it can be used inside action '${step.name}'.`;
      report(pointer, message, { said, declared: declared.pointer });
    };
    for (const { at, name, function: of } of functionCalls) {
      if (of === 'variables' && name !== undefined) tell(name, at);
    }
    for (const one of variables.changed) tell(one.name, one);
  },
};
