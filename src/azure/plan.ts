import type { Finding } from '../core/finding.js';
import { own, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import type { Change } from '../diff/change.js';
import type { PlaybookHit } from '../diff/playbooks.js';
import type { ArmClient } from './client.js';
import { compare, type Comparison } from './compare.js';
import { apiOf } from './connection-body.js';
import { wantedProperties, type Wanted } from './custom-api.js';
import { connectorOf, readDeployed, type Deployed } from './deployed.js';
import { calledWrongly } from './faults.js';
import { lockObstacles, lookAround, placeIn, type Obstacle } from './preflight.js';
import { retired } from './retired.js';
import { checkedTags, ourTags, tagIn } from './tags.js';
import { checkedName, checkedTarget, connectionId, customApiId, sameId, WEB_VERSION, type Target } from './target.js';
import { together } from './together.js';
import { listWorkflows, workflowHits, workflowsNaming } from './workflows.js';

/** One thing to do, and why. */
export interface Step {
  readonly action: 'create' | 'update' | 'none' | 'delete';
  /** The id of the resource. */
  readonly id: string;
  /** In a few words, without a full stop. */
  readonly why: string;
}

/** What shall be published, and where. */
export interface PublishRequest {
  readonly wanted: Wanted;
  readonly target: Target;
  /** The name of a connection that shall be there. */
  readonly connection?: string;
  /** Publish a version that its upstream retired all the same. */
  readonly force?: boolean;
}

/** What publishing would do. It holds no key. */
export interface Plan {
  /** Its region is known. */
  readonly target: Target & { readonly location: string };
  readonly wanted: Wanted;
  /** What is there now. It holds signed addresses: not to be shown. */
  readonly deployed: Deployed | undefined;
  /** The connector's, then the connection's. */
  readonly steps: readonly Step[];
  /** The name of the connection that shall be there. */
  readonly connection?: string;
  readonly changes: readonly (Finding | Change)[];
  readonly breaking: boolean;
  /** What of the deployed connector could not be compared. */
  readonly unknown: readonly Finding[];
  /** The calls of deployed workflows that the breaking changes hit; `file` is the workflow's id. */
  readonly workflows: readonly PlaybookHit[];
  /** Whether all workflows of the subscription could be looked at. */
  readonly allWorkflowsSeen: boolean;
  /** What stands in the way: nothing is sent while there is anything. */
  readonly obstacles: readonly Obstacle[];
}

/** Finds out what publishing would do. Only reads. Throws a `Fault` where names are wrong (before anything is sent) or Azure cannot be asked. */
export async function planPublish(client: ArmClient, request: PublishRequest): Promise<Plan> {
  const { wanted } = request;
  const target = checkedTarget(request.target);
  checkedTags(wanted.tags ?? {});
  wantedProperties(wanted);
  if (request.connection !== undefined) checkedName(request.connection, 'connection');
  const id = customApiId(target);
  const [deployed, surroundings, connection] = await together([
    readDeployed(client, id),
    lookAround(client, target),
    planConnection(client, target, request.connection),
  ]);
  const old = retired(wanted.connector);
  const place = placeIn(surroundings, target, deployed?.location);
  const compared = deployed && compare(deployed, wanted, 'replaced');
  const step = { ...stepOf(wanted, deployed, compared), id };
  const steps = [step, ...(connection ? [connection.step] : [])];
  const changed = steps.filter(({ action }) => action !== 'none').map((one) => one.id);
  return {
    target: { ...target, location: knownRegion(place.location, target, place.obstacles) },
    wanted,
    deployed,
    steps,
    ...(request.connection !== undefined && { connection: request.connection }),
    changes: compared?.changes ?? [],
    breaking: compared?.breaking ?? false,
    unknown: compared?.unknown ?? [],
    ...(await hitWorkflows(client, target, { deployed, compared })),
    obstacles: [
      ...place.obstacles,
      ...(await lockObstacles(client, changed, 'write')),
      ...(old === undefined || request.force ? [] : [old]),
      ...(connection?.obstacles ?? []),
    ],
  };
}

function knownRegion(location: string | undefined, { group }: Target, obstacles: readonly Obstacle[]): string {
  if (location !== undefined) return location;
  if (obstacles.some(({ code }) => code === 'group-missing')) return '';
  throw calledWrongly(
    `The region is not given, and that of the resource group ${shorten(group)} could not be read.`,
    'Name the region of the workflows with --location.',
  );
}

function stepOf(
  { tags = {} }: Wanted,
  deployed: Deployed | undefined,
  compared: Comparison | undefined,
): Pick<Step, 'action' | 'why'> {
  if (deployed === undefined || compared === undefined) return { action: 'create', why: 'it is not there' };
  const { changes, unknown, isTagged } = compared;
  if (changes.length > 0) return { action: 'update', why: `${changes.length} of its parts differ` };
  if (!isTagged) return { action: 'update', why: untagged(deployed, unknown.length > 0) };
  const isOther = Object.entries(tags).some(([name, value]) => tagIn(deployed.tags, name) !== value);
  if (isOther) return { action: 'update', why: 'its tags differ' };
  return { action: 'none', why: unknown.length > 0 ? 'by its tag nothing differs' : 'nothing differs' };
}

function untagged({ tags }: Deployed, isUnknown: boolean): string {
  if (tagIn(tags, ourTags.hash) === undefined) return 'it was not published by this tool';
  return isUnknown ? 'what is deployed cannot be read back' : 'the text differs, not what it means';
}

async function planConnection(
  client: ArmClient,
  target: Target,
  name: string | undefined,
): Promise<{ readonly step: Step; readonly obstacles: readonly Obstacle[] } | undefined> {
  if (name === undefined) return undefined;
  const id = connectionId(target, name);
  const found: JsonObject | undefined = await client.find({ path: id, version: WEB_VERSION });
  if (found === undefined) return { step: { action: 'create', id, why: 'it is not there' }, obstacles: [] };
  const step = { action: 'none', id, why: 'it is there; publishing never touches its key' } as const;
  if (sameId(apiOf(found), customApiId(target))) return { step, obstacles: [] };
  return { step, obstacles: [connectionElsewhere(String(own(found, 'name') ?? name), apiOf(found))] };
}

/** A connection that has another connector. */
export function connectionElsewhere(name: string, api: string): Obstacle {
  return {
    code: 'connection-elsewhere',
    message: `The connection ${shorten(name)} is one of ${shorten(api, 200)}, expected one of this connector.`,
    help: 'Name another connection with --connection.',
  };
}

/** The workflows are asked for only where something breaks. */
async function hitWorkflows(
  client: ArmClient,
  target: Target,
  { deployed, compared }: { readonly deployed: Deployed | undefined; readonly compared: Comparison | undefined },
): Promise<Pick<Plan, 'workflows' | 'allWorkflowsSeen'>> {
  const old = deployed?.swagger && connectorOf(target.name, deployed.properties, deployed.swagger);
  if (!compared?.breaking || deployed === undefined || old === undefined)
    return { workflows: [], allWorkflowsSeen: true };
  const { workflows, isComplete } = await listWorkflows(client, target);
  const breaking = compared.changes.filter((one): one is Change => 'breaking' in one && one.breaking);
  const users = workflowsNaming(workflows, [deployed.id]);
  return { workflows: workflowHits(breaking, users, { old, name: target.name }), allWorkflowsSeen: isComplete };
}
