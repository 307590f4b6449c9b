import { basename } from 'node:path/posix';
import { retired } from '../../azure/retired.js';
import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import type { ExportFile } from '../../export/export-file.js';
import { githubActionsFiles } from '../../export/github-actions.js';
import { MOST_SHARDS } from '../../fleet/shard.js';
import { connectorsIn, type Connectors } from '../fleet/connectors.js';
import type { Entries } from '../fleet/entries.js';
import { givenFleet } from '../fleet/given-fleet.js';
import type { connectorFlags, FlagTable, Values } from '../flags.js';
import type { Loaded } from '../loaded.js';
import type { World } from '../world.js';
import { fleetStacks } from './fleet-stacks.js';
import { WORKFLOW } from './requested.js';

/** The flags of an export of a fleet. */
export const fleetExportFlags = {
  fleet: {
    kind: 'text',
    placeholder: 'FILE',
    help: `A fleet file: for stack all its targets, for ${WORKFLOW} a workflow that publishes them.`,
  },
  shards: {
    kind: 'number',
    placeholder: 'N',
    least: 1,
    most: MOST_SHARDS,
    whole: true,
    help: `With ${WORKFLOW}: how many machines work on the fleet at a time. Unless given, one for each 100 targets, 20 at most.`,
  },
  vaults: {
    kind: 'list',
    placeholder: 'ID',
    help: 'With stack and --fleet: the ids of the key vaults that the fleet names, as "az keyvault show --query id" prints them.',
  },
} as const satisfies FlagTable;

/** What of a fleet is exported. */
export interface FleetExport {
  readonly world: World;
  readonly as: 'stack' | typeof WORKFLOW;
  /** The fleet file, as it is printed. */
  readonly file: string;
  /** The CONNECTOR of targets that name none. */
  readonly operand: string | undefined;
  readonly flags: Values<typeof connectorFlags & typeof fleetExportFlags> & {
    readonly name: string | undefined;
    readonly tags: readonly string[];
    readonly force: boolean;
  };
}

/** The files of a fleet's export, and what its folder is called unless somebody says; or what is wrong with the fleet file. Throws a `Fault` where it cannot be exported. */
export async function fleetExport(
  what: FleetExport,
): Promise<
  { readonly files: readonly ExportFile[]; readonly folder: string } | { readonly refused: readonly Finding[] }
> {
  const { world, as, file, operand, flags } = what;
  const connectors = connectorsIn(world);
  const given = await givenFleet(world, { flags: { ...unsaid, ...flags }, file, operand, connectors });
  if (given.refused) return given;
  const folder = `${basename(file).replace(/\.[^.]*$/, '')}-${as}`;
  const files = as === 'stack' ? stacksOf(what, given.entries, connectors) : workflowOf(what, given.entries);
  return { files, folder };
}

/** Where the targets are the file has to say: an export is the same on every machine. */
const unsaid = {
  target: 'azure',
  subscription: '',
  'resource-group': undefined,
  tenant: undefined,
  credential: 'default',
  cloud: 'public',
  state: undefined,
  concurrency: undefined,
  resume: false,
  shard: undefined,
  quiet: true,
} as const;

function stacksOf({ world, flags }: FleetExport, entries: Entries, connectors: Connectors): readonly ExportFile[] {
  const check = ({ connector }: Loaded) => void (connector && refuseRetired(connector, flags.force));
  for (let index = 0; index < entries.count; index += 1) {
    const { label, settings } = entries.at(index);
    if (settings.subscription !== '') continue;
    const help = 'Name it in the fleet file: a deployment stack is of one subscription.';
    throw new Fault('called-wrongly', `The target ${label} has no subscription.`, { help });
  }
  return fleetStacks({ entries, connectors, version: world.version(), vaults: flags.vaults, check });
}

/** Throws a `Fault` for a version that its upstream retired, unless it is wanted all the same. */
export function refuseRetired(connector: Parameters<typeof retired>[0], force: boolean): void {
  const obstacle = force ? undefined : retired(connector);
  if (obstacle) throw new Fault('called-wrongly', obstacle.message, { help: obstacle.help });
}

/** GitHub runs so many jobs at a time, in the plan that costs nothing. docs.github.com/actions/reference/limits. */
const [TARGETS_OF_A_SHARD, MOST_AT_A_TIME] = [100, 20];

function workflowOf({ file, operand, flags }: FleetExport, entries: Entries): readonly ExportFile[] {
  const subscriptions = new Set<string>();
  const variables = new Set<string>();
  let asksTenant = false;
  for (let index = 0; index < entries.count; index += 1) {
    const { settings } = entries.at(index);
    subscriptions.add((settings.subscription ?? '').toLowerCase());
    if (settings.key?.env !== undefined) variables.add(settings.key.env);
    asksTenant ||= settings.tenant === undefined;
  }
  const most = Math.min(Math.ceil(entries.count / TARGETS_OF_A_SHARD), MOST_AT_A_TIME, subscriptions.size);
  return githubActionsFiles({
    fleet: file,
    ...(operand !== undefined && { connector: operand }),
    shards: flags.shards ?? most,
    variables: [...variables].toSorted(),
    asksTenant,
    asksSubscription: subscriptions.has(''),
  });
}
