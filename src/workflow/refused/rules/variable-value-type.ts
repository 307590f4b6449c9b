import { hasHole } from '../../../arm/hole.js';
import { typeOf, type Json } from '../../../core/json.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { readTemplate } from '../../../expression/template.js';
import type { RefusalRule } from '../rule.js';
import { variablesPage } from '../sources.js';
import { fitsVariable } from '../variable-types.js';

export const variableValueType: RefusalRule = {
  code: 'variable-value-type',
  severity: 'error',
  summary: 'A variable is initialized, and set, with a value of its type.',
  why: 'The service refuses to save the workflow, or the action fails: nothing is converted.',
  source: variablesPage,
  when: 'save',
  serviceCode: 'BadRequest',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Count/inputs/variables/0/value': '0' },
        at: ['/definition/actions/Count/inputs/variables/0/value'],
      },
      {
        change: {
          '/definition/actions/Each/actions/Add': {
            type: 'SetVariable',
            inputs: { name: 'count', value: true },
            runAfter: {},
          },
        },
        at: ['/definition/actions/Each/actions/Add/inputs/value'],
      },
    ],
    good: [{ change: { '/definition/actions/Count/inputs/variables/0/value': "@int('0')" }, at: [] }],
  },
  check({ variables }, report) {
    const tell = (
      name: string,
      {
        type,
        value,
        pointer,
      }: { readonly type: string | undefined; readonly value: Json | undefined; readonly pointer: string },
    ) => {
      if (type === undefined || value === undefined || isUnknown(value) || fitsVariable(value, type.toLowerCase()))
        return;
      const message = `The variable ${shorten(name)} of type ${shorten(type)} is given ${shorten(value)} of type ${typeOf(value)}.`;
      report(pointer, message, { said: saidOf(name, type, typeOf(value)) });
    };
    for (const one of variables.declared) tell(one.name, { ...one, pointer: child(one.pointer, 'value') });
    for (const { name, by, value, step } of variables.changed) {
      const type = by === 'setvariable' ? variables.byName.get(name.toLowerCase())?.type : undefined;
      tell(name, { type, value, pointer: child(child(step.pointer, 'inputs'), 'value') });
    }
  },
};

function isUnknown(value: Json): boolean {
  return typeof value === 'string' && (hasHole(value) || readTemplate(value).kind !== 'text');
}

function saidOf(name: string, type: string, given: string): string {
  return `The variable '${name}' of type '${type}' cannot be initialized or updated with value of type '${given}'. The variable '${name}' only supports values of types '${type}'.`;
}
