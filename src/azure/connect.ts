import { isArray, isObject, own, type JsonObject } from '../core/json.js';
import type { Secret } from '../core/secret.js';
import { shorten } from '../core/shorten.js';
import type { Connector } from '../definition/connector.js';
import type { ArmClient } from './client.js';
import { apiOf, connectionBody, keyParameter } from './connection-body.js';
import { absent, calledWrongly } from './faults.js';
import { connectionElsewhere } from './plan.js';
import { tagsOf, type Tags } from './tags.js';
import {
  checkedName,
  checkedTarget,
  connectionId,
  customApiId,
  regionOf,
  sameId,
  WEB_VERSION,
  type Target,
} from './target.js';

/** A connection that shall have a key. */
export interface ConnectRequest {
  readonly connector: Connector;
  readonly target: Target;
  readonly connection: string;
  /** Undefined for a connector that asks for none. */
  readonly key: Secret | undefined;
  /** The customer's own, for a connection that is made. */
  readonly tags?: Tags;
}

/** The connection as it is then. */
export interface Connected {
  readonly id: string;
  readonly action: 'create' | 'update';
  /** What Azure says of it, such as `Connected`, which proves nothing: `verify` does. */
  readonly status: string;
}

/** Makes a connection, or gives one that exists another key. */
export async function connect(client: ArmClient, request: ConnectRequest): Promise<Connected> {
  const target = checkedTarget(request.target);
  if (request.key === undefined && keyParameter(request.connector) !== undefined) {
    throw calledWrongly('The connection needs its key.', 'Give it with --key-env, --key-stdin or --key-vault.');
  }
  const id = connectionId(target, checkedName(request.connection, 'connection'));
  const api = await client.find({ path: customApiId(target), version: WEB_VERSION });
  if (api === undefined) {
    throw absent(
      `There is no connector ${shorten(target.name)} in the resource group ${shorten(target.group)} to connect to.`,
      'Publish it first.',
    );
  }
  const found = await client.find({ path: id, version: WEB_VERSION });
  if (found && !sameId(apiOf(found), customApiId(target))) {
    const { message, help } = connectionElsewhere(request.connection, apiOf(found));
    throw calledWrongly(message, help);
  }
  const { body, secrets } = connectionBody({
    name: request.connection,
    api: customApiId(target),
    location: regionOf(String(own(api, 'location') ?? '')),
    connector: request.connector,
    key: request.key,
    tags: request.tags ?? {},
  });
  await client.ask({
    method: 'PUT',
    path: id,
    version: WEB_VERSION,
    body: found ? rotated(found, body) : body,
    secrets,
  });
  const after = await client.find({ path: id, version: WEB_VERSION });
  return { id, action: found ? 'update' : 'create', status: statusOf(after) };
}

/** All but the key stays as it is: also the tags, so that a connection that others made does not become ours. */
function rotated(found: JsonObject, body: JsonObject): JsonObject {
  const [before, given] = [objectIn(found, 'properties'), objectIn(body, 'properties')];
  const open = objectIn(before, 'nonSecretParameterValues');
  const kind = own(found, 'kind');
  return {
    ...body,
    tags: { ...tagsOf(own(found, 'tags')) },
    ...(kind !== undefined && { kind }),
    properties: {
      ...given,
      displayName: own(before, 'displayName') ?? own(given, 'displayName') ?? null,
      parameterValues: { ...open, ...objectIn(given, 'parameterValues') },
    },
  };
}

function objectIn(object: JsonObject, name: string): JsonObject {
  const value = own(object, name);
  return isObject(value) ? value : {};
}

function statusOf(connection: JsonObject | undefined): string {
  const statuses = own(objectIn(connection ?? {}, 'properties'), 'statuses');
  const first = statuses !== undefined && isArray(statuses) ? statuses[0] : undefined;
  const status = isObject(first) ? own(first, 'status') : undefined;
  return typeof status === 'string' ? status : 'Unknown';
}
