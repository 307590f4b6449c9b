import { HOLE } from '../../../arm/hole.js';
import { isObject, own, type Json } from '../../../core/json.js';
import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';
import { actionsPage, measured } from '../sources.js';
import { stepTypes } from '../step-types.js';

export const stepIncomplete: RefusalRule = {
  code: 'step-incomplete',
  severity: 'error',
  summary: 'Each trigger and each action has what its type cannot do without.',
  why: 'The service refuses to save the workflow.',
  source: `${actionsPage}; the limit of an Until: ${measured}`,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      { change: { '/definition/actions/Read/inputs/method': undefined }, at: ['/definition/actions/Read'] },
      {
        change: {
          '/definition/actions/Wait': { type: 'Until', expression: '@true', actions: {}, runAfter: {} },
        },
        at: ['/definition/actions/Wait'],
      },
    ],
    good: [
      {
        change: {
          '/definition/actions/Wait': { type: 'Wait', inputs: { interval: { count: 1, unit: 'Hour' } }, runAfter: {} },
        },
        at: [],
      },
    ],
  },
  check({ steps }, report) {
    for (const { kind, name, type, value, pointer } of steps) {
      for (const need of stepTypes[kind].get(type.toLowerCase())?.needs ?? []) {
        const ways = need.split('|');
        if (ways.some((way) => isThere(value, way.split('.')))) continue;
        const message = `The ${kind} ${shorten(name)} of type ${shorten(type)} has no ${ways.map((way) => `"${way}"`).join(' and no ')}, which it needs.`;
        report(pointer, message);
      }
    }
  },
};

/** Whether something stands at the end of the way, or only the deployment knows. An expression may give all of the inputs. */
function isThere(value: Json, [key, ...rest]: readonly string[]): boolean {
  if (value === HOLE || key === undefined) return true;
  if (typeof value === 'string') return value.startsWith('@');
  const inner = isObject(value) ? own(value, key) : undefined;
  return inner !== undefined && isThere(inner, rest);
}
