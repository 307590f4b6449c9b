import { child } from '../../../core/pointer.js';
import { isArray } from '../../../core/json.js';
import { runAfterOf } from '../../../workflow/refused/order.js';
import { isCalling } from '../calling-types.js';
import type { PlaybookRule } from '../rule.js';

export const failureUnhandled: PlaybookRule = {
  code: 'failure-unhandled',
  severity: 'warning',
  summary: 'Something runs when a call fails or times out.',
  why: 'A failed run leaves no trace where people look, no comment and no tag: nobody learns that the incident was not looked at.',
  source: 'measured: 4 of 137 "runAfter" of 13 playbooks name another status than Succeeded',
  published: 8,
  examples: {
    bad: [{ change: { '/definition/actions/Tell': undefined }, at: ['/definition/actions'] }],
    good: [{ change: { '/definition/actions/Tell/runAfter': { Each: ['timedOut'] } }, at: [] }],
  },
  check({ actions, pointer, isOrderKnown }, report) {
    const calling = actions.filter(isCalling).length;
    const isHandled = actions.some((step) =>
      Object.values(runAfterOf(step)).some((list) => !isArray(list) || list.some(isFailure)),
    );
    if (calling === 0 || isHandled || !isOrderKnown) return;
    const calls = calling === 1 ? 'The only call' : `None of the ${calling} calls`;
    const message = `${calls} has ${calling === 1 ? 'no' : 'an'} action that runs when it fails, expected one with "Failed" and "TimedOut" in its "runAfter".`;
    report(child(pointer, 'actions'), message);
  },
};

function isFailure(status: unknown): boolean {
  return typeof status === 'string' && /^(?:failed|timedout)$/i.test(status);
}
