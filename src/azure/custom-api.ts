import { createHash } from 'node:crypto';
import type { JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import type { Connector } from '../definition/connector.js';
import { canonicalKey } from '../openapi/canonical-key.js';
import { partTexts } from './part-texts.js';
import { withoutEndingSlashes } from '../wire/ending-slashes.js';
import { calledWrongly } from './faults.js';
import { mergedTags, ourTags, type Tags } from './tags.js';

/** What shall be published. */
export interface Wanted {
  /** Its host is filled in. */
  readonly connector: Connector;
  /** An https address, or a `data:` URL. */
  readonly iconUri?: string;
  /** The customer's own. */
  readonly tags?: Tags;
  /** The version of this tool. */
  readonly version: string;
}

/** What Azure keeps of a connector, as it is sent. Source: CustomApiPropertiesDefinition, 2016-06-01, and the templates that Microsoft ships. */
export function wantedProperties(wanted: Wanted): JsonObject {
  const { connector, iconUri = '' } = wanted;
  const known = all.get(connector) ?? new Map<string, JsonObject>();
  all.set(connector, known);
  const properties = known.get(iconUri) ?? propertiesOf(wanted);
  known.set(iconUri, properties);
  return properties;
}

/** By the connector and its icon (`''` for none): connectors are never changed, and many targets may have the same one. */
const all = new WeakMap<Connector, Map<string, JsonObject>>();

function propertiesOf({ connector, iconUri }: Wanted): JsonObject {
  const { definition, properties } = connector;
  const { iconBrandColor, capabilities, connectionParameters } = properties.properties;
  const { title, description } = definition.info;
  return {
    displayName: title,
    ...(description !== undefined && { description }),
    ...(iconUri !== undefined && { iconUri }),
    ...(iconBrandColor !== undefined && { brandColor: iconBrandColor }),
    apiType: 'Rest',
    capabilities: capabilities ?? [],
    backendService: { serviceUrl: serviceUrlOf(connector) },
    // parts of a connector are JSON; only their interfaces lack an index signature
    connectionParameters: (connectionParameters ?? {}) as unknown as JsonObject,
    swagger: definition as unknown as JsonObject,
  };
}

/** The address that the gateway calls: it ends on the base path, as the service asks (14024), without a slash. Throws a `Fault` where the host is open. */
export function serviceUrlOf({ name, definition, contract }: Connector): string {
  const { host, basePath, schemes } = definition;
  if (contract.openHost || contract.openBasePath || host === undefined || host === '') {
    throw calledWrongly(
      `The connector ${shorten(name)} has no host of its own yet, and would send its calls nowhere.`,
      'Name the resource with --resource, or the address with --endpoint.',
    );
  }
  const scheme = schemes?.length && !schemes.includes('https') ? 'http' : 'https';
  return `${scheme}://${host}${withoutEndingSlashes(basePath ?? '')}`;
}

/** A hash of what is sent, but for the tags. */
export function hashOfWanted(wanted: Wanted): string {
  const properties = wantedProperties(wanted);
  const hash = hashes.get(properties) ?? hashOf(properties);
  hashes.set(properties, hash);
  return hash;
}

const hashes = new WeakMap<JsonObject, string>();

/** A hash of properties: the order of keys does not count. */
export function hashOf(properties: JsonObject): string {
  return createHash('sha256').update(canonicalParts(properties)).digest('hex');
}

/** As `canonicalKey`, whose texts it gives. */
const canonicalParts = partTexts({
  whole: canonicalKey,
  joined: (members) => {
    const sorted = members.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([name, text]) => `${canonicalKey(name)}:${text}`).join(',')}}`;
  },
});

/** The body of the PUT. Tags that are there stay. */
export function customApiBody(
  wanted: Wanted,
  { location, tags }: { readonly location: string; readonly tags: Tags },
): JsonObject {
  const properties = wantedProperties(wanted);
  return {
    location,
    tags: { ...mergedTags(tags, wanted.tags ?? {}, tagsFor(wanted, hashOfWanted(wanted))) },
    properties,
  };
}

function tagsFor({ connector, version }: Wanted, hash: string): Tags {
  const { apiVersion } = connector.contract;
  return {
    [ourTags.hash]: hash,
    ...(apiVersion !== undefined && { [ourTags.apiVersion]: apiVersion }),
    [ourTags.version]: version,
  };
}
