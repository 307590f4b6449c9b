import { HOLE } from '../arm/hole.js';
import { isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import { finding, type Finding } from '../core/finding.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { objectAt } from './find.js';
import { workflowRules } from './rules.js';

/** A trigger or an action of a workflow. */
export interface WorkflowStep {
  readonly kind: 'trigger' | 'action';
  readonly name: string;
  /** Such as `ApiConnection`, in that case whatever case it is written in; `''` where it says none. */
  readonly type: string;
  /** Where it stands in the file. */
  readonly pointer: string;
  readonly value: JsonObject;
  /** The loop, condition, switch or scope that it stands in. */
  readonly parent?: WorkflowStep;
}

/** The keys of a step under which further steps stand. */
export const branchKeys: ReadonlySet<string> = new Set(['actions', 'else', 'cases', 'default', 'tools']);

/** The triggers and actions of a definition: in document order, a container before what is in it. What only the deployment knows is left out. */
export function stepsOf(definition: JsonObject, pointer: string, findings: Finding[]): WorkflowStep[] {
  const steps: WorkflowStep[] = [];
  const add = (kind: WorkflowStep['kind'], holder: Holder, parent?: WorkflowStep) => {
    const list = own(holder.value, holder.key);
    if (list === undefined || list === HOLE) return;
    const at = child(holder.pointer, holder.key);
    if (!isObject(list)) return void findings.push(wrong(at, list, 'an object by their names'));
    for (const [name, value] of Object.entries(list)) {
      if (value === HOLE) continue;
      if (!isObject(value)) findings.push(wrong(child(at, name), value, 'an object'));
      else enter({ kind, name, type: typeIn(value), pointer: child(at, name), value, ...(parent && { parent }) });
    }
  };
  const enter = (step: WorkflowStep) => {
    steps.push(step);
    for (const holder of branches(step)) add('action', holder, step);
  };
  add('trigger', { value: definition, key: 'triggers', pointer });
  add('action', { value: definition, key: 'actions', pointer });
  return steps;
}

interface Holder {
  readonly value: JsonObject;
  readonly key: string;
  readonly pointer: string;
}

/** Where the actions of a container stand: those of a scope or a loop, both sides of a condition, the cases of a switch. */
function branches({ value, pointer }: WorkflowStep): Holder[] {
  const holders: Holder[] = [{ value, key: 'actions', pointer }];
  for (const key of ['else', 'default']) {
    holders.push({ value: objectAt(value, key), key: 'actions', pointer: child(pointer, key) });
  }
  for (const key of ['cases', 'tools']) {
    for (const [name, one] of Object.entries(objectAt(value, key))) {
      if (isObject(one)) holders.push({ value: one, key: 'actions', pointer: child(child(pointer, key), name) });
    }
  }
  return holders;
}

/** The types that are looked for by name: calls of connectors, and steps that hand values on. */
const knownTypes: ReadonlyMap<string, string> = new Map(
  [
    'ApiConnection ApiConnectionWebhook ApiConnectionNotification',
    'OpenApiConnection OpenApiConnectionWebhook OpenApiConnectionNotification',
    'Foreach Compose ParseJson Select Query Table',
  ].flatMap((names) => names.split(' ').map((name) => [name.toLowerCase(), name] as const)),
);

function typeIn(value: JsonObject): string {
  const type = own(value, 'type');
  return typeof type === 'string' ? (knownTypes.get(type.toLowerCase()) ?? type) : '';
}

function wrong(pointer: string, value: Json, expected: string): Finding {
  const message = `Found ${shorten(value)} of type ${typeOf(value)} in place of triggers or actions, expected ${expected}.`;
  return finding(workflowRules.shape, { pointer, message });
}
