import { own, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import type { ArmClient } from './client.js';
import { connectionsOf, type Connections } from './connections.js';
import { obstructed, refusal, subjectOf } from './faults.js';
import type { Step } from './plan.js';
import { lockObstacles, type Obstacle } from './preflight.js';
import { ourTags, tagIn, tagsOf } from './tags.js';
import { checkedTarget, customApiId, regionOf, WEB_VERSION, type Target } from './target.js';
import { listWorkflows, workflowsNaming } from './workflows.js';

/** What removing a connector would do. */
export interface UnpublishPlan {
  /** Our connections, then the connector; none where nothing is left. */
  readonly steps: readonly Step[];
  /** What stands in the way: nothing is deleted while there is anything. */
  readonly obstacles: readonly Obstacle[];
}

/**
 * Finds out what is to be removed: the connections that we made, then the connector. Only reads.
 * `force` removes a connector that is used, or that could not be found to be unused; what others made is never deleted, and a lock holds.
 */
export async function planUnpublish(
  client: ArmClient,
  where: Target,
  { force = false }: { readonly force?: boolean } = {},
): Promise<UnpublishPlan> {
  const target = checkedTarget(where);
  const id = customApiId(target);
  const api = await client.find({ path: id, version: WEB_VERSION });
  const location = api && own(api, 'location');
  const region = typeof location === 'string' ? regionOf(location) : undefined;
  const connections = await connectionsOf(client, target, { api: id, location: region });
  const steps: Step[] = [
    ...connections.ours.map((one) => ({ action: 'delete', id: one, why: 'it was made for the connector' }) as const),
    ...(api ? [{ action: 'delete', id, why: 'it was published by this tool' } as const] : []),
  ];
  if (steps.length === 0) return { steps, obstacles: [] };
  const ids = steps.map((step) => step.id);
  const locks = await lockObstacles(client, ids, 'delete');
  const uses = force ? [] : await usesOf(client, target, { id, connections });
  return { steps, obstacles: [...(api ? strangers(api) : []), ...uses, ...locks] };
}

/** A connector without our tag was made by somebody else. */
function strangers(api: JsonObject): Obstacle[] {
  if (tagIn(tagsOf(own(api, 'tags')), ourTags.hash) !== undefined) return [];
  return [
    {
      code: 'not-ours',
      message: `The connector ${shorten(String(own(api, 'name') ?? ''))} was not published by this tool: it has no tag "${ourTags.hash}".`,
      help: 'Delete it in the portal, if it is to go.',
    },
  ];
}

async function usesOf(
  client: ArmClient,
  target: Target,
  { id, connections }: { readonly id: string; readonly connections: Connections },
): Promise<Obstacle[]> {
  const { workflows, isComplete } = await listWorkflows(client, target);
  const users = workflowsNaming(workflows, [id, ...connections.ours, ...connections.foreign]);
  const names = users.map((one) => String(own(one, 'name') ?? ''));
  return [
    ...inUse(names, 'workflow'),
    ...inUse(
      connections.foreign.map((one) => one.slice(one.lastIndexOf('/') + 1)),
      'connection of somebody else',
    ),
    ...(isComplete && connections.isComplete ? [] : [notAllSeen]),
  ];
}

function inUse(names: readonly string[], what: string): Obstacle[] {
  if (names.length === 0) return [];
  const whose = names.length === 1 ? `A ${what} uses` : `${names.length} ${what.replace(/^\w+/, '$&s')} use`;
  return [
    {
      code: 'in-use',
      message: `${whose} the connector: ${shorten(names, 200)}.`,
      help: 'Change or remove what uses it first, or give --force.',
    },
  ];
}

const notAllSeen: Obstacle = {
  code: 'not-all-seen',
  message:
    'The account may not see all workflows and connections of the subscription, so one of them may use the connector.',
  help: 'Ask for the role "Reader" on the subscription, or give --force.',
};

/** Carries out such a plan. Interrupted, the next one has what is left: the connector goes last. */
export async function unpublish(
  client: ArmClient,
  { steps, obstacles }: UnpublishPlan,
): Promise<readonly (Step & { readonly result: 'done' })[]> {
  const [first] = obstacles;
  if (first) throw obstructed(first.message, first.help);
  for (const { id } of steps) {
    const answer = await client.attempt({ method: 'DELETE', path: id, version: WEB_VERSION });
    if (answer.error && answer.error.status !== 404) throw refusal(`Deleting ${subjectOf(id)}`, answer.error);
  }
  return steps.map((step) => ({ ...step, result: 'done' }));
}
