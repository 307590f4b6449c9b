import { HOLE } from '../../../arm/hole.js';
import { isObject, own } from '../../../core/json.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { measured } from '../sources.js';

export const switchExpression: RefusalRule = {
  code: 'switch-expression',
  severity: 'error',
  summary: 'A Switch decides by an expression.',
  why: 'The service refuses to save the workflow.',
  source: measured,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Which': { type: 'Switch', expression: 'kind', cases: {}, runAfter: {} } },
        at: ['/definition/actions/Which/expression'],
      },
    ],
    good: [
      {
        change: {
          '/definition/actions/Which': {
            type: 'Switch',
            expression: "@triggerBody()?['kind']",
            cases: {},
            runAfter: {},
          },
        },
        at: [],
      },
    ],
  },
  check({ actions }, report) {
    for (const { name, type, value, pointer } of actions) {
      const expression = own(value, 'expression');
      if (type.toLowerCase() !== 'switch' || expression === undefined || isObject(expression)) continue;
      if (typeof expression === 'string' && (expression.trim().startsWith('@') || expression.includes(HOLE))) continue;
      const message = `${shorten(name)} decides by ${shorten(expression)}, expected an expression.`;
      report(child(pointer, 'expression'), message);
    }
  },
};
