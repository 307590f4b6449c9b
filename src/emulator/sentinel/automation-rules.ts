import { isArray, isObject, own, type JsonObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import type { Context, Route } from '../context.js';
import { timeText } from '../hex.js';
import { noResource } from '../missing.js';
import { page } from '../page.js';
import { ok, type Reply } from '../reply.js';
import { badContent } from '../resource-body.js';
import { spec } from '../source.js';
import type { EmulatorState, Resource } from '../state.js';
import { below, find, kept, shown, without } from '../store.js';
import { playbooksOf } from './apply-rules.js';
import { badIncident } from './incident-body.js';
import { tagged } from './incident-view.js';
import { onSentinel, workspaceId } from './on-workspace.js';
import { playbookAt } from './playbook.js';
import { ON_WORKSPACE, RULE, sentinelVersions as versions } from './types.js';

const ALL = `${ON_WORKSPACE}/automationRules`;
const ONE = `${ALL}/{name}`;
const of = (id: string) => spec(`Microsoft.SecurityInsights AutomationRules_${id}`);

/** Automation rules. */
export const automationRuleRoutes: readonly Route[] = [
  { method: 'GET', path: ALL, action: `${RULE}/read`, versions, source: of('List'), answer: onSentinel(list) },
  { method: 'GET', path: ONE, action: `${RULE}/read`, versions, source: of('Get'), answer: onSentinel(get) },
  {
    method: 'PUT',
    path: ONE,
    action: `${RULE}/write`,
    versions,
    takesBody: true,
    source: of(
      'CreateOrUpdate: 201 or 200; rules on the creation of incidents run playbooks, all else is kept and does nothing',
    ),
    answer: onSentinel(put),
  },
  {
    method: 'DELETE',
    path: ONE,
    action: `${RULE}/delete`,
    versions,
    source: of('Delete: 200, or 204 where there was none'),
    answer: onSentinel(({ emulated, id }) =>
      find(emulated.state, id) ? { status: 200, emulated: without(emulated, id) } : { status: 204 },
    ),
  },
];

function view(resource: Resource): JsonObject {
  const times = { lastModifiedTimeUtc: resource.changed, createdTimeUtc: resource.created };
  return tagged(resource, shown(resource, { ...resource.properties, ...times }));
}

function list(context: Context): Reply {
  return page(context, below(context.emulated.state, workspaceId(context.at), RULE), view);
}

function get({ emulated, id }: Context): Reply {
  const found = find(emulated.state, id);
  return found ? ok(view(found)) : noResource(id);
}

function put({ emulated, id, at, body, world }: Context): Reply {
  const given = own(body, 'properties');
  if (!isObject(given)) return badContent('properties', 'an object');
  const problem = problemIn(given);
  if (problem !== undefined) return badIncident(problem);
  const refusal = refusedPlaybook(emulated.state, given);
  if (refusal) return refusal;
  const before = find(emulated.state, id);
  const now = timeText(world.now);
  const { displayName, order, triggeringLogic, actions } = given;
  const resource: Resource = {
    id: before?.id ?? id,
    type: RULE,
    name: before?.name ?? at.get('name') ?? '',
    // each of the four has just been looked at
    properties: { displayName, order, triggeringLogic, actions } as JsonObject,
    created: before?.created ?? now,
    changed: now,
  };
  return { status: before ? 200 : 201, body: view(resource), emulated: kept(emulated, resource) };
}

/** The first playbook that Microsoft Sentinel could not start: it looks when the rule is written. */
function refusedPlaybook(state: EmulatorState, rule: JsonObject): Reply | undefined {
  const logic = own(rule, 'triggeringLogic');
  if (!isObject(logic) || own(logic, 'triggersOn') !== 'Incidents') return undefined;
  return playbooksOf(rule)
    .map((id) => playbookAt(state, id).refusal)
    .find((refusal) => refusal !== undefined);
}

/** Source: the specification, AutomationRuleProperties and AutomationRuleTriggeringLogic. */
const choices: Readonly<Record<string, readonly string[]>> = {
  triggersOn: ['Incidents', 'Alerts'],
  triggersWhen: ['Created', 'Updated'],
};
/** Actions of a rule. Source: the specification of 2021-10-01, maxItems; later ones do not repeat it. */
const MOST_ACTIONS = 20;
const actionTypes = ['RunPlaybook', 'ModifyProperties', 'AddIncidentTask'];

function problemIn(rule: JsonObject): string | undefined {
  const [title, order, logic, actions] = ['displayName', 'order', 'triggeringLogic', 'actions'].map((name) =>
    own(rule, name),
  );
  if (typeof title !== 'string' || title === '')
    return "The property 'displayName' is required: a text that is not empty.";
  if (!Number.isInteger(order) || Number(order) < 1 || Number(order) > 1000) {
    return `The property 'order' is ${shorten(order ?? null)}, expected a number from 1 to 1000.`;
  }
  if (!isObject(logic)) return "The property 'triggeringLogic' is required: an object.";
  if (typeof own(logic, 'isEnabled') !== 'boolean')
    return "The property 'triggeringLogic.isEnabled' is required: true or false.";
  for (const [name, allowed] of Object.entries(choices)) {
    const value = own(logic, name) ?? null;
    if (!allowed.includes(String(value))) {
      return `The property 'triggeringLogic.${name}' is ${shorten(value)}, expected one of ${allowed.join(', ')}.`;
    }
  }
  if (!isArray(own(logic, 'conditions') ?? [])) return "The property 'triggeringLogic.conditions' is a list.";
  if (actions === undefined || !isArray(actions)) return "The property 'actions' is required: a list.";
  if (actions.length > MOST_ACTIONS)
    return `The property 'actions' has ${actions.length} items, expected ${MOST_ACTIONS} at most.`;
  const wrong = actions.findIndex((one) => !isObject(one) || !isAction(one));
  return wrong < 0
    ? undefined
    : `The property 'actions[${wrong}]' is no action: it has an order, an actionType of ${actionTypes.join(', ')}, and, to run a playbook, its logicAppResourceId.`;
}

function isAction(action: JsonObject): boolean {
  const [type, configuration] = [own(action, 'actionType'), own(action, 'actionConfiguration')];
  if (typeof type !== 'string' || !actionTypes.includes(type) || !Number.isInteger(own(action, 'order'))) return false;
  return (
    type !== 'RunPlaybook' || (isObject(configuration) && typeof own(configuration, 'logicAppResourceId') === 'string')
  );
}
