import { isArray, isObject, own, type JsonObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import type { Connector } from '../../definition/connector.js';
import { objectAt } from '../../workflow/find.js';
import { isRefused, type ArmClient } from '../client.js';
import { apiOf } from '../connection-body.js';
import { connectorOf, readDeployed } from '../deployed.js';
import { refusal } from '../faults.js';
import { connectionElsewhere, type Step } from '../plan.js';
import type { Obstacle } from '../preflight.js';
import {
  checkedName,
  CONNECTION,
  connectionId,
  customApiId,
  groupId,
  sameId,
  WEB_VERSION,
  type Target,
} from '../target.js';
import { together } from '../together.js';
import { connectorWords } from './commands.js';
import { nameFor, type BindRequest } from './choose-connection.js';
import type { WantedConnection } from './wanted.js';

/** A connection of the workflow in the target. */
export interface BoundConnection extends WantedConnection {
  readonly id: string;
  readonly apiId: string;
  readonly step: Step;
  /** Of a custom one; undefined where it is not there, or its definition cannot be read. */
  readonly connector: Connector | undefined;
  /** Whether it lacks what it signs in with, as far as Azure says; undefined where nothing can be done about it yet. */
  readonly isOpen: boolean | undefined;
}

/** The connections in the target, and what stands in their way. */
export interface Bound {
  readonly connections: readonly BoundConnection[];
  readonly obstacles: readonly Obstacle[];
}

/**
 * Finds the connections of a workflow: the one that is chosen, the one that the deployed workflow has, the one of its name, or the only one of
 * its connector that is there; else one is to be made. What is there is never written: its key stays as it is.
 */
export async function bindConnections(client: ArmClient, request: BindRequest): Promise<Bound> {
  const { target, connections } = request;
  if (connections.length === 0) return { connections: [], obstacles: [] };
  const [there, apis] = await together([connectionsIn(client, target), connectorsOf(client, target, connections)]);
  const bound = connections.map((one) => boundOf(one, request, { there, apis }));
  return {
    connections: bound.map(({ connection }) => connection),
    obstacles: bound.flatMap(({ obstacles }) => obstacles),
  };
}

async function connectionsIn(client: ArmClient, target: Target): Promise<readonly JsonObject[]> {
  const listed = await client.list({ path: `${groupId(target)}/providers/${CONNECTION}`, version: WEB_VERSION });
  if (!isRefused(listed)) return listed;
  if (listed.code === 'ResourceGroupNotFound') return [];
  throw refusal('Listing the connections', listed);
}

/** A custom connector as it is deployed. */
interface DeployedApi {
  readonly location: string;
  readonly connector: Connector | undefined;
}

/** By the connector's name in lower case: those that are there. */
type Apis = ReadonlyMap<string, DeployedApi>;

async function connectorsOf(
  client: ArmClient,
  target: Target,
  connections: readonly WantedConnection[],
): Promise<Apis> {
  const custom = connections.filter(({ api }) => api.kind === 'custom');
  const names = [...new Map(custom.map(({ api }) => [api.name.toLowerCase(), api.name])).values()];
  const found = await Promise.all(
    names.map(async (name): Promise<[string, DeployedApi][]> => {
      const deployed = await readDeployed(client, customApiId({ ...target, name: checkedName(name, 'connector') }));
      if (deployed === undefined) return [];
      const { location, properties, swagger } = deployed;
      return [[name.toLowerCase(), { location, connector: swagger && connectorOf(name, properties, swagger) }]];
    }),
  );
  return new Map(found.flat());
}

interface Around {
  readonly there: readonly JsonObject[];
  readonly apis: Apis;
}

function boundOf(
  wanted: WantedConnection,
  request: BindRequest,
  { there, apis }: Around,
): { readonly connection: BoundConnection; readonly obstacles: readonly Obstacle[] } {
  const { target } = request;
  const { kind, name: apiName } = wanted.api;
  const apiId = kind === 'custom' ? customApiId({ ...target, name: apiName }) : managedApiId(target, apiName);
  const { name, why } = nameFor(wanted, request, there.filter((one) => sameId(apiOf(one), apiId)).map(nameOf));
  const found = there.find((one) => nameOf(one).toLowerCase() === name.toLowerCase());
  const id = connectionId(target, checkedName(name, 'connection'));
  const api = apis.get(apiName.toLowerCase());
  const step: Step = found
    ? { action: 'none', id, why: `${why}; what it signs in with is never touched` }
    : { action: 'create', id, why: 'it is not there' };
  return {
    connection: {
      ...wanted,
      name,
      id,
      apiId,
      step,
      connector: api?.connector,
      isOpen: kind === 'custom' && api === undefined ? undefined : found === undefined || isUnauthenticated(found),
    },
    obstacles: [
      ...(kind === 'custom' ? connectorObstacles(wanted, api, target) : []),
      ...(found ? unfit(found, { wanted, name, apiId }) : []),
    ],
  };
}

/** Whether Azure says that a connection cannot sign in. That it says "Connected" proves nothing. */
function isUnauthenticated(connection: JsonObject): boolean {
  const statuses = own(objectAt(connection, 'properties'), 'statuses');
  const [first] = statuses !== undefined && isArray(statuses) ? statuses : [];
  return isObject(first) && own(first, 'status') === 'Error';
}

function managedApiId({ subscription, location }: BindRequest['target'], name: string): string {
  return `/subscriptions/${subscription}/providers/Microsoft.Web/locations/${location}/managedApis/${name}`;
}

function nameOf(connection: JsonObject): string {
  return String(own(connection, 'name') ?? '');
}

function connectorObstacles(
  wanted: WantedConnection,
  api: DeployedApi | undefined,
  target: BindRequest['target'],
): readonly Obstacle[] {
  const { name } = wanted.api;
  if (api === undefined) {
    return [
      {
        code: 'connector-missing',
        message: `The workflow calls the connector ${shorten(name)}, which is not in the resource group ${shorten(target.group)}.`,
        help: `Publish it first ("connector-kit publish ${connectorWords(wanted)} ..."), or name another one with --connector-name.`,
      },
    ];
  }
  if (api.location === target.location || api.location === '' || target.location === '') return [];
  return [
    {
      code: 'region-differs',
      message: `The connector ${shorten(name)} is in ${shorten(api.location)}, and the workflow would be in ${shorten(target.location)}: a workflow uses connectors of its own region only.`,
      help: `Give --location ${api.location}.`,
    },
  ];
}

function unfit(
  found: JsonObject,
  { wanted, name, apiId }: { readonly wanted: WantedConnection; readonly name: string; readonly apiId: string },
): readonly Obstacle[] {
  if (!sameId(apiOf(found), apiId)) return [connectionElsewhere(name, apiOf(found))];
  const properties = own(found, 'properties');
  const type = isObject(properties) ? own(properties, 'parameterValueType') : undefined;
  if (!wanted.identity || type === undefined || type === 'Alternative') return [];
  return [
    {
      code: 'connection-elsewhere',
      message: `The connection ${shorten(name)} does not sign in with a managed identity.`,
      help: `Name another one with --connection ${wanted.key}=NAME: it is made where it is not there.`,
    },
  ];
}
