import { own } from '../../core/json.js';
import type { Context } from '../context.js';
import type { Emulated, EmulatorWorld } from '../message.js';
import { noResource } from '../missing.js';
import type { Reply } from '../reply.js';
import { started } from '../run/start-run.js';
import type { Resource } from '../state.js';
import { find } from '../store.js';
import { badIncident } from './incident-body.js';
import { disabled, playbookAt } from './playbook.js';
import { triggerBody } from './trigger-body.js';

/** Starts a playbook on an incident: `{ logicAppsResourceId, tenantId }`. */
export function runPlaybook({ emulated, id, body, world }: Context): Reply {
  const incident = find(emulated.state, id);
  if (incident === undefined) return noResource(id);
  const [playbook, tenant] = [own(body, 'logicAppsResourceId'), own(body, 'tenantId') ?? ''];
  if (typeof playbook !== 'string') return badIncident("The property 'logicAppsResourceId' is required: a text.");
  if (typeof tenant !== 'string') return badIncident("The property 'tenantId' is a text.");
  const { workflow, refusal } = playbookAt(emulated.state, playbook);
  if (refusal) return refusal;
  return disabled(workflow) ?? { status: 204, emulated: startedOn(emulated, { workflow, incident, world }) };
}

interface Start {
  readonly workflow: Resource;
  readonly incident: Resource;
  readonly world: EmulatorWorld;
}

/** The emulator with a run of a playbook on an incident. */
export function startedOn(emulated: Emulated, { workflow, incident, world }: Start): Emulated {
  const trigger = { body: triggerBody(emulated.state, incident) };
  return started(emulated, { workflow, trigger, world }).emulated;
}
