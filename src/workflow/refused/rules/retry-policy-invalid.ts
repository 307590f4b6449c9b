import { hasHole } from '../../../arm/hole.js';
import { isObject, own, type Json } from '../../../core/json.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { inputOf } from '../order.js';
import type { RefusalRule, Report } from '../rule.js';
import { limitsPage } from '../sources.js';

const types = ['none', 'fixed', 'exponential'];
/** How often a call is sent again at most. */
const MOST_RETRIES = 90;

export const retryPolicyInvalid: RefusalRule = {
  code: 'retry-policy-invalid',
  severity: 'error',
  summary: `A retry policy is none, fixed or exponential, with 1 to ${MOST_RETRIES} retries.`,
  why: 'The service refuses to save the workflow.',
  source: limitsPage,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Read/inputs/retryPolicy': { type: 'linear' } },
        at: ['/definition/actions/Read/inputs/retryPolicy/type'],
      },
      {
        change: { '/definition/actions/Read/inputs/retryPolicy': { type: 'fixed', count: 100, interval: 'PT20S' } },
        at: ['/definition/actions/Read/inputs/retryPolicy/count'],
      },
    ],
    good: [
      {
        change: { '/definition/actions/Read/inputs/retryPolicy': { type: 'fixed', count: 4, interval: 'PT20S' } },
        at: [],
      },
    ],
  },
  check({ steps }, report) {
    for (const step of steps) {
      const policy = inputOf(step, 'retryPolicy');
      if (isObject(policy))
        checkPolicy(policy, { name: step.name, pointer: `${step.pointer}/inputs/retryPolicy` }, report);
    }
  },
};

function checkPolicy(
  policy: { readonly [key: string]: Json },
  { name, pointer }: { readonly name: string; readonly pointer: string },
  report: Report,
): void {
  const type = own(policy, 'type');
  const count = own(policy, 'count');
  if (typeof type === 'string' && !isOpen(type) && !types.includes(type.toLowerCase())) {
    report(
      child(pointer, 'type'),
      `${shorten(name)} has the retry policy ${shorten(type)}, expected ${types.join(', ')}.`,
    );
  }
  if (typeof count === 'number' && (!Number.isInteger(count) || count < 1 || count > MOST_RETRIES) && type !== 'none') {
    report(child(pointer, 'count'), `${shorten(name)} is sent again ${count} times, expected 1 to ${MOST_RETRIES}.`);
  }
}

/** Whether only a run or the deployment knows it. */
function isOpen(text: string): boolean {
  return text.startsWith('@') || hasHole(text);
}
