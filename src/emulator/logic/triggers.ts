import { isObject, own, type JsonObject } from '../../core/json.js';
import type { Context, Route } from '../context.js';
import { noResource } from '../missing.js';
import { ok, type Reply } from '../reply.js';
import { started } from '../run/start-run.js';
import { disabled } from '../sentinel/playbook.js';
import { spec } from '../source.js';
import type { Resource } from '../state.js';
import { find } from '../store.js';
import { triggerAddress } from './callback-url.js';
import { objectIn } from './workflow-check.js';
import { versionOf, WORKFLOW, workflowPath as WORKFLOW_PATH, workflowVersions as versions } from './workflows.js';

const ALL = `${WORKFLOW_PATH}/triggers`;
const ONE = `${ALL}/{name}`;
const TRIGGER = `${WORKFLOW}/triggers`;
const of = (id: string) => spec(`Microsoft.Logic WorkflowTriggers_${id}`);

/** The triggers of workflows. */
export const triggerRoutes: readonly Route[] = [
  { method: 'GET', path: ALL, action: `${TRIGGER}/read`, versions, source: of('List'), answer: list },
  { method: 'GET', path: ONE, action: `${TRIGGER}/read`, versions, source: of('Get'), answer: onTrigger(get) },
  {
    method: 'POST',
    path: `${ONE}/listCallbackUrl`,
    action: `${TRIGGER}/listCallbackUrl/action`,
    versions,
    source: of('ListCallbackUrl'),
    answer: onTrigger(address),
  },
  {
    method: 'POST',
    path: `${ONE}/run`,
    action: `${TRIGGER}/run/action`,
    versions,
    source: of('Run: 202, and a run begins that the trigger gives nothing'),
    answer: onTrigger(run),
  },
];

interface Trigger {
  readonly workflow: Resource;
  readonly name: string;
  readonly written: JsonObject;
}

function onTrigger(answer: (trigger: Trigger, context: Context) => Reply): Route['answer'] {
  return (context) => {
    const { emulated, id, at } = context;
    const workflow = find(emulated.state, id.split(/\/triggers\//i)[0] ?? '');
    const found = workflow && triggerOf(workflow, at.get('name') ?? '');
    return found ? answer(found, context) : noResource(id);
  };
}

/** A trigger of a workflow by its name, in any case. */
export function triggerOf(workflow: Resource, name: string): Trigger | undefined {
  const triggers = objectIn(objectIn(workflow.properties, 'definition'), 'triggers');
  const found = Object.entries(triggers).find(([one]) => one.toLowerCase() === name.toLowerCase());
  return found && { workflow, name: found[0], written: isObject(found[1]) ? found[1] : {} };
}

function list(context: Context): Reply {
  const id = context.id.slice(0, context.id.lastIndexOf('/'));
  const workflow = find(context.emulated.state, id);
  if (workflow === undefined) return noResource(id);
  const names = Object.keys(objectIn(objectIn(workflow.properties, 'definition'), 'triggers'));
  return ok({ value: names.map((name) => view(workflow, name)) });
}

function get({ workflow, name }: Trigger): Reply {
  return ok(view(workflow, name));
}

function view(workflow: Resource, name: string): JsonObject {
  const { id, created, changed, properties } = workflow;
  const version = versionOf(workflow);
  return {
    properties: {
      provisioningState: 'Succeeded',
      createdTime: created,
      changedTime: changed,
      state: own(properties, 'state') ?? 'Enabled',
      workflow: { id: `${id}/versions/${version}`, name: version, type: `${WORKFLOW}/versions` },
    },
    id: `${id}/triggers/${name}`,
    name,
    type: TRIGGER,
  };
}

function address({ workflow, name, written }: Trigger, { world }: Context): Reply {
  const { value, basePath, queries } = triggerAddress(workflow, name, world);
  return ok({ value, method: methodOf(written), basePath, queries });
}

/** The method that a Request trigger is called with. */
export function methodOf(trigger: JsonObject): string {
  return String(own(objectIn(trigger, 'inputs'), 'method') ?? 'POST').toUpperCase();
}

function run({ workflow }: Trigger, { emulated, world }: Context): Reply {
  return disabled(workflow) ?? { status: 202, emulated: started(emulated, { workflow, trigger: {}, world }).emulated };
}
