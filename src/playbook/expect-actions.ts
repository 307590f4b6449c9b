import { isArray, isObject, own, type Json } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import type { ActionRecord } from '../engine/record.js';
import { membersOf, same, type Check, type Expecting } from './expect-report.js';

/** `{ NAME: "Succeeded" }`, `{ NAME: { "status", "code", "error", "times" } }`, or a list of the names of actions that ran. */
export const expectActions: Check = (wanted, here) => {
  if (isArray(wanted)) {
    wanted.forEach((name, index) => ran(name, here.at(index)));
    return;
  }
  if (!isObject(wanted))
    return here.malformed(`Found ${shorten(wanted)}, expected an object by actions, or their names.`);
  for (const [name, one] of Object.entries(wanted)) expectAction(name, one, here.at(name));
};

function ran(name: Json, here: Expecting): void {
  if (typeof name !== 'string') return here.malformed(`Found ${shorten(name)}, expected the name of an action.`);
  const action = actionCalled(name, here);
  if (action?.status === 'Skipped') here.unmet(`${name} was skipped, expected to run.`);
}

function actionCalled(name: string, here: Expecting): ActionRecord | undefined {
  const { actions } = here.run.record;
  const found = actions.get(name) ?? [...actions.values()].find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!found) here.unmet(`The playbook has no action ${shorten(name)}.${didYouMean(name, [...actions.keys()])}`);
  return found;
}

function expectAction(name: string, wanted: Json, here: Expecting): void {
  const action = actionCalled(name, here);
  if (!action) return;
  if (typeof wanted === 'string') return same(here, `status of ${name}`, { found: action.status, wanted });
  const members = membersOf(wanted, ['status', 'code', 'error', 'times'], here);
  if (!members) return;
  same(here.at('status'), `status of ${name}`, { found: action.status, wanted: own(members, 'status') });
  same(here.at('code'), `code of ${name}`, { found: action.code, wanted: own(members, 'code') });
  same(here.at('error'), `error of ${name}`, { found: action.error?.code, wanted: own(members, 'error') });
  same(here.at('times'), `number of times that ${name} ran`, { found: timesOf(action), wanted: own(members, 'times') });
}

/** How often an action ran, skipped times not counted. */
function timesOf({ status, repetitions }: ActionRecord): number {
  if (repetitions) return repetitions.filter((one) => one.status !== 'Skipped').length;
  return status === 'Skipped' ? 0 : 1;
}
