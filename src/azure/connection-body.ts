import { isObject, own, type JsonObject } from '../core/json.js';
import type { Secret } from '../core/secret.js';
import { shorten } from '../core/shorten.js';
import type { Connector } from '../definition/connector.js';
import { calledWrongly } from './faults.js';
import { keyPrefix, withPrefix } from './key-prefix.js';
import { ourTags, type Tags } from './tags.js';

/** The parameter of a connection that holds the key: `api_key`, or the only one that is secret. Undefined where none is asked for. */
export function keyParameter({ name, properties }: Connector): string | undefined {
  const parameters = properties.properties.connectionParameters ?? {};
  const secret = Object.entries(parameters).filter(([, { type }]) => type === 'securestring');
  if (secret.some(([one]) => one === 'api_key')) return 'api_key';
  const [only, ...others] = secret;
  if (others.length === 0) return only?.[0];
  const names = secret.map(([one]) => one);
  throw calledWrongly(
    `The connections of ${shorten(name)} ask for several secrets (${shorten(names)}), expected one key.`,
    'Make the connection in the portal.',
  );
}

/** What a connection shall be. */
interface WantedConnection {
  readonly name: string;
  /** The id of its connector. */
  readonly api: string;
  readonly location: string;
  readonly connector: Connector;
  readonly key: Secret | undefined;
  readonly tags: Tags;
}

/** The body of the PUT, which holds the key, and the secrets in it. To be sent, and never to be shown. */
export function connectionBody({ name, api, location, connector, key, tags }: WantedConnection): {
  readonly body: JsonObject;
  readonly secrets: readonly Secret[];
} {
  const parameter = keyParameter(connector);
  const value = key && parameter !== undefined ? withPrefix(key, keyPrefix(connector, parameter)) : undefined;
  const properties = {
    displayName: name,
    api: { id: api },
    ...(value && parameter !== undefined && { parameterValues: Object.fromEntries([[parameter, value.reveal()]]) }),
  };
  const ours = { [ourTags.connector]: api.slice(api.lastIndexOf('/') + 1) };
  return { body: { location, tags: { ...tags, ...ours }, properties }, secrets: value ? [value] : [] };
}

/** The id of the connector of a connection as it was read; `''` where it says none. */
export function apiOf(connection: JsonObject): string {
  const properties = own(connection, 'properties');
  const api = isObject(properties) ? own(properties, 'api') : undefined;
  const id = isObject(api) ? own(api, 'id') : undefined;
  return typeof id === 'string' ? id : '';
}
