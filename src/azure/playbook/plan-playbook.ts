import type { Finding } from '../../core/finding.js';
import { isObject, own, type JsonObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import type { ArmClient } from '../client.js';
import { calledWrongly } from '../faults.js';
import type { Step } from '../plan.js';
import { lockObstacles, type Obstacle } from '../preflight.js';
import { ourTags, tagIn, tagsOf } from '../tags.js';
import { LOGIC_VERSION, regionOf } from '../target.js';
import { bindConnections, type BoundConnection } from './bind-connections.js';
import { checkChosen } from './choose-connection.js';
import { isUndone, workflowChanges } from './compare-workflow.js';
import type { LeftOver } from './commands.js';
import { connectionsLeft } from './connections-left.js';
import { workflowId } from './ids.js';
import { openAddresses } from './placeholders.js';
import { planRoles } from './plan-roles.js';
import type { RoleStep } from './role-step.js';
import { planRule, type RuleStep } from './plan-rule.js';
import { marksIn } from './secret-marks.js';
import type { PlaybookRequest, PlaybookStep } from './playbook-request.js';
import type { WantedPlaybook } from './wanted.js';
import { identityIn, workflowHash, workflowProperties, type WorkflowIdentity } from './workflow-body.js';

/** What publishing a playbook would do. It prints no secret. */
export interface PlaybookPlan {
  readonly request: PlaybookRequest;
  readonly connections: readonly BoundConnection[];
  readonly workflow: Step;
  /** What the workflow shall hold; marks stand for secrets. */
  readonly properties: JsonObject;
  /** What is there now of the workflow. It may hold keys: not to be shown. */
  readonly deployed: JsonObject | undefined;
  /** Undefined until the workflow has one. */
  readonly identity: WorkflowIdentity | undefined;
  readonly roles: readonly RoleStep[];
  readonly rule: RuleStep | undefined;
  readonly changes: readonly Finding[];
  /** What stands in the way: nothing is sent while there is anything. */
  readonly obstacles: readonly Obstacle[];
  /** What publishing cannot do. */
  readonly left: readonly LeftOver[];
}

/** Finds out what publishing a playbook would do. Only reads. */
export async function planPlaybook(client: ArmClient, request: PlaybookRequest): Promise<PlaybookPlan> {
  const { wanted, target } = request;
  checkChosen(request.chosen, wanted.connections);
  const id = workflowId(target);
  const deployed = await client.find({ path: id, version: LOGIC_VERSION });
  const bound = await bindConnections(client, { ...request, connections: wanted.connections, deployed });
  refuseOneKeyForSeveral(request, bound.connections);
  const properties = workflowProperties(wanted, bound.connections);
  const changes = deployed ? workflowChanges(id, properties, propertiesOf(deployed)) : [];
  const workflow = { id, ...workflowStep(request, { deployed, properties, changes }) };
  const identity = identityIn(deployed);
  const roles = await planRoles(client, request, identity);
  const rule = await planRule(client, request);
  const steps = [...bound.connections.map(({ step }) => step), workflow];
  const changed = steps.filter(({ action }) => action !== 'none').map((one) => one.id);
  return {
    request,
    connections: bound.connections,
    workflow,
    properties,
    deployed,
    identity,
    roles: roles.steps,
    rule: rule?.step,
    changes,
    obstacles: [
      ...request.obstacles,
      ...bound.obstacles,
      ...missingSecrets(wanted, workflow.action),
      ...openAddresses(wanted),
      ...elsewhere(deployed, target.location),
      ...(rule?.obstacles ?? []),
      ...(await lockObstacles(client, changed, 'write')),
    ],
    left: [...connectionsLeft(eachOnce(bound.connections), request), ...roles.left],
  };
}

/** A key is of one connector: another one must not get it. */
function refuseOneKeyForSeveral({ hasKey }: PlaybookRequest, connections: readonly BoundConnection[]): void {
  const made = eachOnce(connections).filter(({ api, step }) => api.kind === 'custom' && step.action === 'create');
  if (!hasKey || made.length < 2) return;
  throw calledWrongly(
    `One key is given, and ${made.length} connections to custom connectors are to be made.`,
    'Make them first, each with its own key ("connector-kit connect"), and name them with --connection KEY=NAME.',
  );
}

/** All steps of a plan, in the order in which they are done. */
export function stepsOfPlan({ connections, workflow, roles, rule }: PlaybookPlan): readonly PlaybookStep[] {
  return [
    ...eachOnce(connections).map(({ step }) => step),
    workflow,
    ...roles.map(({ step }) => step),
    ...(rule ? [rule.step] : []),
  ];
}

/** The connections, where several keys lead to one: that one. */
export function eachOnce(connections: readonly BoundConnection[]): readonly BoundConnection[] {
  return [...new Map(connections.map((one) => [one.id.toLowerCase(), one])).values()];
}

function propertiesOf(workflow: JsonObject): JsonObject {
  const properties = own(workflow, 'properties');
  return isObject(properties) ? properties : {};
}

interface Found {
  readonly deployed: JsonObject | undefined;
  readonly properties: JsonObject;
  readonly changes: readonly Finding[];
}

function workflowStep(
  { wanted, tags }: PlaybookRequest,
  { deployed, properties, changes }: Found,
): Pick<Step, 'action' | 'why'> {
  if (deployed === undefined) return { action: 'create', why: 'it is not there' };
  const undone = changes.filter(isUndone).length;
  if (undone > 0)
    return { action: 'update', why: undone === 1 ? 'one of its parts differs' : `${undone} of its parts differ` };
  if (identityIn(deployed) === undefined) return { action: 'update', why: 'it has no identity of its own' };
  const there = tagsOf(own(deployed, 'tags'));
  const hash = tagIn(there, ourTags.hash);
  if (hash === undefined) return { action: 'update', why: 'it was not published by this tool' };
  if (hash !== workflowHash(properties))
    return { action: 'update', why: 'what was published before was something else' };
  const isOther = Object.entries({ ...wanted.tags, ...tags }).some(([name, value]) => tagIn(there, name) !== value);
  if (isOther) return { action: 'update', why: 'its tags differ' };
  const given = marksIn(wanted.values).filter((name) => wanted.secrets.has(name));
  if (given.length > 0)
    return { action: 'update', why: 'a secure parameter is given, and Azure does not show the one it has' };
  return { action: 'none', why: 'nothing differs' };
}

/** A workflow that is written needs the values of its secure parameters: Azure does not keep those that are left out. */
function missingSecrets({ values, secrets }: WantedPlaybook, action: Step['action']): readonly Obstacle[] {
  if (action === 'none') return [];
  return marksIn(values).flatMap((name): Obstacle[] => {
    if (secrets.has(name)) return [];
    return [
      {
        code: 'parameter-missing',
        message: `The secure parameter "${name}" has no value, and a workflow that is written needs it.`,
        help: `Put it into an environment variable, and give --param-env ${name}=VARIABLE.`,
      },
    ];
  });
}

/** A workflow cannot move to another region. */
function elsewhere(deployed: JsonObject | undefined, location: string): readonly Obstacle[] {
  const there = own(deployed ?? {}, 'location');
  if (typeof there !== 'string' || location === '' || regionOf(there) === location) return [];
  return [
    {
      code: 'region-differs',
      message: `The workflow is deployed in ${shorten(there)}, expected ${shorten(location)}; a resource cannot move to another region.`,
      help: `Give --location ${regionOf(there)}, or publish under another name (--name).`,
    },
  ];
}

/** Throws a `Fault` where the command line asks for a rule and does not say where. */
export function checkRule({ automationRule, workspace }: Pick<PlaybookRequest, 'automationRule' | 'workspace'>): void {
  if (!automationRule || workspace !== undefined) return;
  throw calledWrongly(
    'An automation rule is one of a workspace, and no workspace is named.',
    'Give --workspace ID: "az monitor log-analytics workspace list" shows the ids.',
  );
}
