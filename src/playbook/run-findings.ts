import { finding, type Finding } from '../core/finding.js';
import { isObject, type Json } from '../core/json.js';
import type { ActionRecord, RunRecord } from '../engine/record.js';
import { plural } from '../report/counts.js';
import type { WorkflowStep } from '../workflow/steps.js';
import type { LoggedCall } from './answer.js';
import type { Playbook } from './playbook.js';
import { runRules } from './rules.js';
import type { KnownSecret } from './secrets.js';

/** Where an action stands, by its name. */
export type PlaceOf = (action: string) => { readonly file: string; readonly pointer: string };

/** Gives where an action stands in the workflow's file; the definition for one that is not there. */
export function placesIn({ file, workflow }: Playbook): PlaceOf {
  const pointers = new Map(
    workflow.steps.flatMap(({ kind, name, pointer }) => (kind === 'action' ? [[name.toLowerCase(), pointer]] : [])),
  );
  return (action) => ({ file, pointer: pointers.get(action.toLowerCase()) ?? workflow.pointer });
}

/** The actions that stand in a Foreach, in lower case. An Until asks the same again on purpose. */
export function actionsPerItem({ workflow }: Playbook): ReadonlySet<string> {
  const perItem = workflow.steps.filter((step) => {
    const around = typesAround(step);
    return around.includes('foreach') && !around.includes('until');
  });
  return new Set(perItem.map(({ name }) => name.toLowerCase()));
}

function typesAround({ parent }: WorkflowStep): readonly string[] {
  const types: string[] = [];
  for (let at = parent; at; at = at.parent) types.push(at.type.toLowerCase());
  return types;
}

/**
 * Actions among `perItem` that sent the same request more than once: neither because of an error, nor to ask whether it is done. What is written
 * on the incident does not count: it follows from the answers.
 */
export function sameCalls(
  calls: readonly LoggedCall[],
  perItem: ReadonlySet<string>,
  placeOf: PlaceOf,
): readonly Finding[] {
  const accepted = new Set(calls.flatMap(({ call, status }) => (status === ACCEPTED ? [call.action] : [])));
  const keys = new Map<string, string[]>();
  for (const { call, by, key } of calls) {
    const { action, attempt, method } = call;
    // what was accepted is asked for by GET until it is done
    const isPoll = method === 'GET' && accepted.has(action);
    const counts = by !== 'sentinel' && by !== 'nobody' && attempt === 0 && perItem.has(action.toLowerCase());
    if (isPoll || !counts) continue;
    const there = keys.get(action);
    if (there) there.push(key);
    else keys.set(action, [key]);
  }
  return [...keys].flatMap(([action, all]) => {
    const equal = all.length - new Set(all).size + 1;
    if (equal < 2) return [];
    const sent = equal === all.length ? `${equal} equal requests` : `${all.length} requests, ${equal} of them equal`;
    const message = `${action} sent ${sent}: what it asks does not depend on the item of the loop.`;
    return [finding(runRules.sameCalls, { ...placeOf(action), message })];
  });
}

/** The status of an answer that is not there yet. */
const ACCEPTED = 202;

/** Secrets that stand in clear in what the history of the run shows. Their values are in no message. */
export function secretsInHistory(
  { actions }: RunRecord,
  secrets: readonly KnownSecret[],
  placeOf: PlaceOf,
): readonly Finding[] {
  if (secrets.length === 0) return [];
  return secrets.flatMap(({ value, what }) => {
    const places = [...actions.values()].filter((action) => shows(action, value)).map(({ name }) => name);
    const [first, ...others] = places;
    if (first === undefined) return [];
    const listed = places.slice(0, MOST_NAMED).join(', ');
    const more = places.length > MOST_NAMED ? ` and ${places.length - MOST_NAMED} more` : '';
    const message = `The value of the ${what} stands in clear in the run history, at ${plural(others.length + 1, 'action')}: ${listed}${more}.`;
    return [finding(runRules.secretInHistory, { ...placeOf(first), message })];
  });
}

/** How many actions a message names. */
const MOST_NAMED = 5;

function shows({ inputs, outputs, repetitions = [] }: ActionRecord, value: string): boolean {
  const all = [inputs, outputs, ...repetitions.flatMap((one) => [one.inputs, one.outputs])];
  return all.some((one) => one !== undefined && holds(one, value));
}

/** A loop, not a recursion: values may be nested deeply. */
function holds(whole: Json, value: string): boolean {
  const left: Json[] = [whole];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (typeof one === 'string') {
      if (one.includes(value)) return true;
    } else if (isObject(one)) {
      left.push(...Object.values(one));
    } else if (Array.isArray(one)) {
      for (const item of one) left.push(item as Json); // an item of JSON
    }
  }
  return false;
}
