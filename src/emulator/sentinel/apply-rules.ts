import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { objectIn } from '../logic/workflow-check.js';
import type { Emulated, EmulatorWorld } from '../message.js';
import type { EmulatorState, Resource } from '../state.js';
import { below } from '../store.js';
import { fitsConditions } from './conditions.js';
import { listIn } from './incident-view.js';
import { disabled, playbookAt } from './playbook.js';
import { startedOn } from './run-playbook.js';
import { RULE } from './types.js';

/** The emulator with the playbooks started that automation rules run on an incident that has just been made, rule by rule. */
export function rulesApplied(emulated: Emulated, incident: Resource, world: EmulatorWorld): Emulated {
  const workspace = incident.id.slice(0, incident.id.toLowerCase().lastIndexOf('/providers/'));
  const rules = inOrder(below(emulated.state, workspace, RULE).map(({ properties }) => properties));
  let next = emulated;
  for (const rule of rules.filter((one) => fires(one, incident, world))) {
    for (const id of playbooksOf(rule)) {
      const workflow = startable(next.state, id);
      if (workflow) next = startedOn(next, { workflow, incident, world });
    }
  }
  return next;
}

function fires(rule: JsonObject, { properties }: Resource, { now }: EmulatorWorld): boolean {
  const logic = objectIn(rule, 'triggeringLogic');
  const until = Date.parse(String(own(logic, 'expirationTimeUtc')));
  const isOn = own(logic, 'isEnabled') === true && !(until <= now);
  const isCreation = own(logic, 'triggersOn') === 'Incidents' && own(logic, 'triggersWhen') === 'Created';
  return isOn && isCreation && fitsConditions(own(logic, 'conditions'), properties);
}

/** The ids of the playbooks that a rule runs, in order. */
export function playbooksOf(rule: JsonObject): readonly string[] {
  const actions = inOrder(listIn(rule, 'actions').filter(isObject));
  return actions
    .filter((one) => own(one, 'actionType') === 'RunPlaybook')
    .map((one) => String(own(objectIn(one, 'actionConfiguration'), 'logicAppResourceId')));
}

function inOrder(all: readonly JsonObject[]): readonly JsonObject[] {
  const order = (one: JsonObject): number => Number(own<Json>(one, 'order')) || 0;
  return all.toSorted((one, other) => order(one) - order(other));
}

function startable(state: EmulatorState, id: string): Resource | undefined {
  const { workflow } = playbookAt(state, id);
  return workflow && !disabled(workflow) ? workflow : undefined;
}
