import { parseResourceId } from '../../arm/resource-id.js';
import { own, type Json } from '../../core/json.js';
import { apiOf, type Connections } from '../../workflow/connections.js';
import { objectAt } from '../../workflow/find.js';
import type { Workflow } from '../../workflow/read-workflows.js';
import { calledWrongly } from '../faults.js';
import type { FoundResource } from './read-template.js';
import type { WantedRequest } from './wanted-request.js';
import { SENTINEL_API, type WantedConnection } from './wanted.js';

interface Around {
  readonly found: FoundResource;
  readonly request: WantedRequest;
  /** Of the workflow. */
  readonly name: string;
}

/** The connections of a workflow, and the keys of those whose connector nobody names. */
export function wantedConnections(
  workflow: Workflow,
  around: Around,
): { readonly connections: readonly WantedConnection[]; readonly unknown: readonly string[] } {
  const { entries } = workflow.connections;
  const keys = [...new Set([...Object.keys(entries), ...workflow.calls.flatMap(({ key }) => key ?? [])])];
  const apis = new Map([...around.found.made].map(([name, { api }]) => [name, api]));
  const found = keys.map((key) => connectionOf(key, { entries, apis }, around));
  const connections = found.flatMap((one) => (one === undefined ? [] : [one]));
  refuseOneNameForSeveral(connections, around.request);
  return { connections, unknown: keys.filter((_, at) => found[at] === undefined) };
}

function connectionOf(
  key: string,
  connections: Connections,
  { found, request, name }: Around,
): WantedConnection | undefined {
  const entry = objectAt(connections.entries, key);
  const resource = nameIn(entry) ?? `${key}-${name}`;
  const api = wantedApi(key, connections, request);
  if (api === undefined) return undefined;
  const authentication = objectAt(objectAt(entry, 'connectionProperties'), 'authentication');
  const signsIn = String(own(authentication, 'type')).toLowerCase() === 'managedserviceidentity';
  const isMade = found.made.get(resource.toLowerCase())?.identity ?? false;
  // a definition alone says nothing of how its connections sign in
  const isSilent = Object.keys(entry).length === 0 && api.name === SENTINEL_API;
  const identity = api.kind === 'managed' && (signsIn || isMade || isSilent);
  const user = own(authentication, 'identity');
  const called = calledInFile(key, connections, found);
  return {
    key,
    name: resource,
    api,
    ...(api.kind === 'custom' && called !== api.name && { called }),
    identity,
    ...(identity && typeof user === 'string' && { userIdentity: user }),
  };
}

function calledInFile(key: string, connections: Connections, { renamed }: FoundResource): string {
  const { kind, name = '' } = apiOf({}, key, connections);
  if (kind !== 'custom') return '';
  return name === renamed?.to ? renamed.from : name;
}

function nameIn(entry: Readonly<Record<string, Json>>): string | undefined {
  const id = own(entry, 'connectionId');
  const name = typeof id === 'string' ? parseResourceId(id)?.names.at(-1) : own(entry, 'connectionName');
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** What stands before the name of a connector that Microsoft runs. */
const MANAGED = 'managedApis/';

/** The connector of a connection: what the command line says of a custom one, else what the file says. */
function wantedApi(
  key: string,
  connections: Connections,
  { connectors }: WantedRequest,
): WantedConnection['api'] | undefined {
  const said = connectors.get(key);
  if (said?.startsWith(MANAGED)) return { kind: 'managed', name: said.slice(MANAGED.length) };
  if (said !== undefined) return { kind: 'custom', name: said };
  const { kind, name } = apiOf({}, key, connections);
  if (kind === 'managed' && name !== undefined) return { kind, name };
  if (kind === 'unknown' && key.toLowerCase().startsWith(SENTINEL_API)) return { kind: 'managed', name: SENTINEL_API };
  const custom = connectors.get('') ?? (kind === 'custom' ? name : undefined);
  return custom === undefined ? undefined : { kind: 'custom', name: custom };
}

function refuseOneNameForSeveral(connections: readonly WantedConnection[], { connectors }: WantedRequest): void {
  const keys = connections.flatMap(({ key, api }) => (api.kind === 'custom' && !connectors.has(key) ? [key] : []));
  if (keys.length < 2 || !connectors.has('')) return;
  const example = keys.map((key) => `${key}=NAME`).join(' ');
  throw calledWrongly(
    `The workflow has ${keys.length} connections to custom connectors, and --connector-name names one.`,
    `Say which is which: --connector-name ${example}.`,
  );
}
