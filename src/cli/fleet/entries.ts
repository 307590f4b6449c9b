import { dirname, isAbsolute, join } from 'node:path/posix';
import { customApiId } from '../../azure/target.js';
import { finding, type Finding } from '../../core/finding.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { duplicates } from '../../fleet/duplicates.js';
import { fleetRules } from '../../fleet/rules.js';
import type { Fleet } from '../../fleet/read.js';
import { over, type FleetTarget } from '../../fleet/target.js';
import { givenTags } from '../publish/tags.js';
import { isShipped } from '../shipped.js';
import { targetKind } from '../target/place.js';
import { subscriptionOf } from '../target/subscription.js';
import type { World } from '../world.js';
import type { Connectors } from './connectors.js';
import type { FleetFlags } from './fleet-flags.js';
import type { FleetEntry } from './job.js';

/** What the targets of a fleet are made complete with. */
interface Completing {
  readonly world: World;
  readonly flags: FleetFlags;
  /** The fleet file. */
  readonly file: string;
  /** The CONNECTOR of the command line. */
  readonly operand: string | undefined;
  readonly connectors: Connectors;
}

/** The targets of a fleet, made complete. */
export interface Entries {
  readonly count: number;
  readonly at: (index: number) => FleetEntry;
}

/** The targets with what the flags say where the file does not; or what of them is missing or stands twice. Throws a `Fault` where no subscription is known. */
export async function entriesOf(fleet: Fleet, completing: Completing): Promise<Entries & Pick<Fleet, 'findings'>> {
  const { world, flags, file, operand, connectors } = completing;
  const { defaults, targets } = fleet;
  const isEmulator = targetKind(flags.target) === 'emulator';
  const some = defaults.subscription === undefined && targets.some(({ subscription }) => subscription === undefined);
  const subscription = some ? await subscriptionOf(world, flags.subscription, isEmulator) : '';
  const base = over({ subscription }, fromFlags(flags), defaults);
  const settingsAt = (index: number) => over(base, targets[index] ?? {});
  const serviceOf = ({ service }: FleetTarget) => (service === undefined ? operand : pathOf(world, service, file));
  const missing: Finding[] = [];
  for (let index = 0; index < targets.length; index += 1) {
    const settings = settingsAt(index);
    const service = serviceOf(settings);
    const what = missingIn(settings.resourceGroup, service);
    if (service !== undefined) await connectors.load(service, settings.apiVersion);
    if (what === undefined) continue;
    const pointer = child('/targets', index);
    const message = `The target ${shorten(settings.label ?? pointer)} has no ${what}.`;
    missing.push(finding(fleetRules.incomplete, { file, pointer, message }));
  }
  const at = (index: number): FleetEntry => {
    const settings = settingsAt(index);
    const service = serviceOf(settings) ?? '';
    return entryOf(settings, { index, loaded: connectors.read(service, settings.apiVersion), service, isEmulator });
  };
  if (missing.length > 0) return { count: targets.length, at, findings: missing };
  const same = duplicates(targets.length, at);
  const findings = same.map((one) => ({ ...one, file, ...(one.declared && { declared: { ...one.declared, file } }) }));
  return { count: targets.length, at, findings };
}

function missingIn(group: string | undefined, service: string | undefined): string | undefined {
  if (group === undefined) return 'resourceGroup, and --resource-group is not given';
  return service === undefined ? 'service, and no CONNECTOR is given' : undefined;
}

/** What the flags say holds where neither the target nor the defaults of the file say something. */
function fromFlags(flags: FleetFlags): FleetTarget {
  const { tenant, credential, cloud, subscription, location, name, resource, endpoint, connection } = flags;
  const [group, apiVersion, keyHeader] = [flags['resource-group'], flags['api-version'], flags['key-header']];
  return {
    credential,
    cloud,
    tags: givenTags(flags.tags ?? []),
    ...(tenant !== undefined && { tenant }),
    ...(subscription !== undefined && { subscription }),
    ...(group !== undefined && { resourceGroup: group }),
    ...(location !== undefined && { location }),
    ...(name !== undefined && { name }),
    ...(apiVersion !== undefined && { apiVersion }),
    ...(resource !== undefined && { resource }),
    ...(endpoint !== undefined && { endpoint }),
    ...(keyHeader !== undefined && { keyHeader }),
    ...(connection !== undefined && { connection }),
  };
}

/** A path in a fleet file begins at the file's folder. */
function pathOf(world: World, service: string, file: string): string {
  return isShipped(world, service) || isAbsolute(service) ? service : join(dirname(file), service);
}

interface Where {
  readonly index: number;
  readonly loaded: FleetEntry['loaded'];
  readonly service: string;
  readonly isEmulator: boolean;
}

function entryOf(settings: FleetTarget, { index, loaded, service, isEmulator }: Where): FleetEntry {
  const { subscription = '', resourceGroup: group = '', location } = settings;
  const name = settings.name ?? (loaded instanceof Error ? service : loaded.name);
  const target = { subscription, group, name, ...(location !== undefined && { location }) };
  const id = `${isEmulator ? 'emulator' : settings.cloud}:${customApiId(target)}`;
  return { index, label: settings.label ?? `${subscription}/${group}/${name}`, id, target, settings, loaded };
}
