import { customApiBody, wantedProperties, type Wanted } from '../azure/custom-api.js';
import { ourTags, tagsOf, type Tags } from '../azure/tags.js';
import { own, type JsonObject } from '../core/json.js';
import type { Connector } from '../definition/connector.js';
import { connectionInputs, type ConnectionInputs } from './connection-input.js';
import { servicePlace, withStandIn, type ServicePlace } from './service-place.js';

/** What is exported, and what the texts around it say. */
export interface ExportRequest {
  /** As `publish` would send it, but the host may be open: then whoever deploys names it. */
  readonly wanted: Wanted;
  /** The name of the resource, unless whoever deploys gives another. Default: the connector's. */
  readonly name?: string;
  /** Where the files will lie on the web, for the buttons of the README: the address of the folder, raw. */
  readonly repository?: string;
  /** The `lastUpdateTime` of the template, such as `2026-11-22T00:00:00Z`. */
  readonly updated?: string;
}

/** A connector taken apart for the formats: what each of them needs to know. */
export interface Exported {
  readonly request: ExportRequest;
  /** With a host that stands for an open one. */
  readonly connector: Connector;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly place: ServicePlace;
  readonly inputs: ConnectionInputs;
  /** What `publish` sends; of an open host, `swagger.host` and `backendService` only stand for it. */
  readonly properties: JsonObject;
  /** Those of the connector. Of an open host the hash is not known, and left out. */
  readonly tags: Tags;
  /** The customer's own. */
  readonly customerTags: Tags;
}

/** What the formats have in common. Throws a `Fault` where the connector cannot be published. */
export function exported(request: ExportRequest): Exported {
  const { wanted } = request;
  const place = servicePlace(wanted.connector);
  const connector = place.kind === 'fixed' ? wanted.connector : withStandIn(wanted.connector);
  const closed = { ...wanted, connector };
  const tags = tagsOf(own(customApiBody(closed, { location: '', tags: {} }), 'tags'));
  const { title, description = title } = connector.definition.info;
  return {
    request,
    connector,
    name: resourceName(request.name ?? connector.name),
    title,
    description,
    place,
    inputs: connectionInputs(connector),
    properties: wantedProperties(closed),
    tags: place.kind === 'fixed' ? tags : without(tags, ourTags.hash),
    customerTags: wanted.tags ?? {},
  };
}

/** The longest name of a resource, in characters. See `checkedName` of azure/target.ts. */
const MOST_CHARACTERS = 79;

/** A name that a resource can have. */
function resourceName(name: string): string {
  const cut = name
    .replaceAll(/[^\w.()-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, MOST_CHARACTERS)
    .replace(/[.-]+$/, '');
  return cut === '' ? 'connector' : cut;
}

function without(tags: Tags, name: string): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([one]) => one !== name));
}
