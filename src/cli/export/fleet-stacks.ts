import { keyParameter } from '../../azure/connection-body.js';
import type { Wanted } from '../../azure/custom-api.js';
import { checkedTags } from '../../azure/tags.js';
import { checkedName } from '../../azure/target.js';
import { Fault } from '../../core/fault.js';
import { canonicalKey } from '../../openapi/canonical-key.js';
import { exported, type Exported } from '../../export/exported.js';
import type { ExportFile } from '../../export/export-file.js';
import { VAULT } from '../../export/fill-in.js';
import { fleetStackFiles, type FleetConnector, type SubscriptionTargets } from '../../export/fleet-stacks.js';
import { servicePlace } from '../../export/service-place.js';
import { targetToFillIn, type StackTarget } from '../../export/stack-target.js';
import { atHost } from '../at-host.js';
import type { Connectors } from '../fleet/connectors.js';
import type { Entries } from '../fleet/entries.js';
import type { FleetEntry } from '../fleet/job.js';
import type { Loaded } from '../loaded.js';

/** What the stacks of a fleet are made with. */
export interface StackMaking {
  readonly entries: Entries;
  readonly connectors: Connectors;
  /** Of this tool. */
  readonly version: string;
  /** The ids of key vaults that the fleet names. */
  readonly vaults: readonly string[];
  /** Throws a `Fault` for a connector that is not to be deployed. */
  readonly check: (loaded: Loaded) => void;
}

/** The files of the stacks of a fleet. Throws a `Fault` for a connector that cannot be exported, or a value that a template cannot have. */
export function fleetStacks(making: StackMaking): readonly ExportFile[] {
  const { entries } = making;
  const all = new Map<string, { readonly what: Exported; readonly at: Map<string, Growing> }>();
  for (let index = 0; index < entries.count; index += 1) {
    const entry = entries.at(index);
    const { loaded, wanted, key } = wantedAt(entry, making);
    const known = all.get(key) ?? { what: exported({ wanted: checked(wanted, loaded, making) }), at: new Map() };
    all.set(key, known);
    const { tenant, subscription = '' } = entry.settings;
    const place = canonicalKey([tenant ?? null, subscription.toLowerCase()]);
    const growing = known.at.get(place) ?? { subscription, targets: [], ...(tenant !== undefined && { tenant }) };
    growing.targets.push(stackTarget(known.what, entry, making));
    known.at.set(place, growing);
  }
  return fleetStackFiles(
    [...all.values()].map(({ what, at }): FleetConnector => ({ what, subscriptions: [...at.values()] })),
  );
}

interface Growing extends SubscriptionTargets {
  readonly targets: StackTarget[];
}

/** The connector of a target, its host left open where a parameter can name it, and what tells it from those of other targets. */
function wantedAt({ loaded, settings }: FleetEntry, { version, connectors }: StackMaking) {
  if (loaded instanceof Error) throw loaded;
  const { tags = {}, apiVersion, keyHeader } = settings;
  const isOpen = isParameter(loaded, settings);
  const { resource, endpoint } = isOpen ? {} : settings;
  const hosted = atHost(loaded, { 'api-version': apiVersion, resource, endpoint, 'key-header': keyHeader });
  const iconUri = connectors.icon(loaded);
  const wanted = { connector: hosted.connector, version, tags, ...(iconUri !== undefined && { iconUri }) };
  const key = canonicalKey([
    loaded.file,
    apiVersion ?? null,
    keyHeader ?? null,
    resource ?? null,
    endpoint ?? null,
    { ...tags },
  ]);
  return { loaded: hosted, wanted, key };
}

function isParameter({ connector }: Loaded, { resource, endpoint }: FleetEntry['settings']): boolean {
  const kind = connector && servicePlace(connector).kind;
  if (kind === 'resource') return resource !== undefined && endpoint === undefined;
  return kind === 'server' && endpoint !== undefined && /^https:\/\/[^/?#@]+(?:\/[^?#]*)?$/.test(endpoint);
}

function checked(
  { connector, ...rest }: Omit<Wanted, 'connector'> & Pick<Loaded, 'connector'>,
  loaded: Loaded,
  { check }: StackMaking,
): Wanted {
  const isSound = loaded.findings.every(({ severity }) => severity !== 'error');
  if (connector === undefined || !isSound) {
    const help = `Run "connector-kit lint ${loaded.file}", and mend it.`;
    throw new Fault('not-a-connector', `The connector ${loaded.file} has errors.`, { help });
  }
  check(loaded);
  checkedTags(rest.tags ?? {});
  return { connector, ...rest };
}

function stackTarget(what: Exported, { target, settings }: FleetEntry, { vaults }: StackMaking): StackTarget {
  const { location, connection, resource, endpoint, key } = settings;
  const open = targetToFillIn(what);
  const name = checkedName(target.name, 'connector');
  const input = keyParameter(what.connector);
  const secret = key?.vault === undefined || input === undefined ? {} : { [input]: secretAt(key.vault, vaults) };
  const url = endpoint === undefined ? undefined : new URL(endpoint);
  return {
    ...open,
    resourceGroup: target.group,
    ...(location !== undefined && { location }),
    connectorName: name,
    connectionName: connection === undefined ? name : checkedName(connection, 'connection'),
    ...(what.place.kind === 'resource' && resource !== undefined && { resourceName: resource }),
    ...(what.place.kind === 'server' && url && { serviceHost: url.host, serviceBasePath: url.pathname }),
    secrets: { ...open.secrets, ...secret },
  };
}

/** A secret by the id of its vault, as far as it is known. */
function secretAt(
  place: string,
  vaults: readonly string[],
): { readonly keyVaultId: string; readonly secretName: string } {
  const [vault = '', secretName = ''] = place.split('/');
  const known = vaults.find((id) => id.toLowerCase().endsWith(`/vaults/${vault.toLowerCase()}`));
  return { keyVaultId: known ?? VAULT.replace('<vault>', vault), secretName };
}
