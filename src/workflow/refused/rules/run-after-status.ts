import { hasHole, HOLE } from '../../../arm/hole.js';
import { isArray, isObject, own, type Json } from '../../../core/json.js';
import { didYouMean } from '../../../core/nearest.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { runAfterOf } from '../order.js';
import type { RefusalRule, Report } from '../rule.js';
import { actionsPage } from '../sources.js';

const statuses = ['Succeeded', 'Failed', 'Skipped', 'TimedOut'];

export const runAfterStatus: RefusalRule = {
  code: 'run-after-status',
  severity: 'error',
  summary: `"runAfter" is an object: for each action a list of at least one of ${statuses.join(', ')}.`,
  why: 'The service refuses to save the workflow.',
  source: actionsPage,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Read/runAfter/Count': ['Success'] },
        at: ['/definition/actions/Read/runAfter/Count/0'],
      },
      { change: { '/definition/actions/Read/runAfter/Count': [] }, at: ['/definition/actions/Read/runAfter/Count'] },
      { change: { '/definition/actions/Count/runAfter': ['Read'] }, at: ['/definition/actions/Count/runAfter'] },
    ],
    good: [{ change: { '/definition/actions/Read/runAfter/Count': ['SUCCEEDED', 'TimedOut'] }, at: [] }],
  },
  check({ actions }, report) {
    for (const step of actions) {
      const pointer = child(step.pointer, 'runAfter');
      const given = own(step.value, 'runAfter');
      if (given !== undefined && given !== null && given !== HOLE && !isObject(given)) {
        report(
          pointer,
          `"runAfter" of ${shorten(step.name)} is ${shorten(given)}, expected an object by names of actions.`,
        );
      }
      for (const [name, list] of Object.entries(runAfterOf(step))) {
        if (list !== HOLE) checkList(list, { pointer: child(pointer, name), step: step.name, name }, report);
      }
    }
  },
};

interface At {
  readonly pointer: string;
  readonly step: string;
  readonly name: string;
}

function checkList(list: Json, { pointer, step, name }: At, report: Report): void {
  const what = `${shorten(step)} runs after ${shorten(name)}`;
  if (!isArray(list) || list.length === 0) {
    report(pointer, `${what} with ${shorten(list)}, expected a list of at least one of ${statuses.join(', ')}.`);
    return;
  }
  for (const [index, status] of list.entries()) {
    const isText = typeof status === 'string';
    if (isText && (hasHole(status) || statuses.some((one) => one.toLowerCase() === status.toLowerCase()))) continue;
    const hint = isText ? didYouMean(status, statuses) : '';
    report(child(pointer, index), `${what} with ${shorten(status)}, expected one of ${statuses.join(', ')}.${hint}`);
  }
}
