import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { hostOf, pathOf } from '../engine/outgoing/address.js';
import { plural } from '../report/counts.js';
import type { LoggedCall } from './answer.js';
import { membersOf, same, type Check, type Expecting } from './expect-report.js';

const fields = ['action', 'connection', 'host', 'method', 'path', 'status', 'operation', 'by'] as const;

/** How many calls there were beside those on the Sentinel workspace, or what some of them were, each with `times` or at least once. */
export const expectCalls: Check = (wanted, here) => {
  const { calls } = here.run;
  if (typeof wanted === 'number') {
    const count = calls.filter(({ by }) => by !== 'sentinel').length;
    if (count !== wanted) here.unmet(`The run made ${plural(count, 'call')}, expected ${wanted}.`);
    return;
  }
  if (!isArray(wanted))
    return here.malformed(`Found ${shorten(wanted)}, expected a number of calls or a list of them.`);
  wanted.forEach((one, index) => expectCall(one, here.at(index)));
};

function expectCall(wanted: Json, here: Expecting): void {
  const members = membersOf(wanted, [...fields, 'times'], here);
  if (!members) return;
  const { times, ...like } = members;
  if (Object.keys(like).length === 0)
    return here.malformed(`Found ${shorten(wanted)}, expected one or more of ${fields.join(', ')}.`);
  const count = here.run.calls.filter((call) => isLike(call, like)).length;
  const what = Object.entries(like)
    .map(([name, value]) => `${name} ${shorten(value)}`)
    .join(', ');
  if (times === undefined && count === 0) here.unmet(`The run made no call with ${what}.`);
  if (times !== undefined && times !== count) {
    here.unmet(`The run made ${plural(count, 'call')} with ${what}, expected ${shorten(times)}.`);
  }
}

function isLike({ call, by, status, operation }: LoggedCall, like: JsonObject): boolean {
  const facts: Readonly<Record<string, string | number | undefined>> = {
    action: call.action,
    connection: call.connection,
    host: hostOf(call),
    method: call.method,
    path: pathOf(call),
    status,
    operation,
    by,
  };
  return Object.entries(like).every(([name, value]) => own(facts, name) === value);
}

/** What all calls used together, by name: a number, or `{ "least", "most" }`. */
export const expectUsage: Check = (wanted, here) => {
  if (!isObject(wanted)) return here.malformed(`Found ${shorten(wanted)}, expected an object by what is used.`);
  for (const [name, one] of Object.entries(wanted)) {
    const used = own(here.run.usage, name) ?? 0;
    const at = here.at(name);
    if (typeof one === 'number') {
      same(at, `usage of ${name}`, { found: used, wanted: one });
      continue;
    }
    const members = membersOf(one, ['least', 'most'], at);
    const [least, most] = ['least', 'most'].map((name) => members && boundOf(members, name, at));
    if (least !== undefined && used < least) at.unmet(`The usage of ${name} is ${used}, expected at least ${least}.`);
    if (most !== undefined && used > most) at.unmet(`The usage of ${name} is ${used}, expected at most ${most}.`);
  }
};

function boundOf(members: JsonObject, name: string, here: Expecting): number | undefined {
  const value = own(members, name);
  if (value === undefined || typeof value === 'number') return value;
  here.at(name).malformed(`Found ${shorten(value)}, expected a number.`);
  return undefined;
}
