import { finding, type Finding } from '../core/finding.js';
import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { sameJson } from '../core/same-json.js';
import { shorten } from '../core/shorten.js';
import type { Change } from '../diff/change.js';
import { diff } from '../diff/diff.js';
import { hadHas } from '../diff/words.js';
import { hashOfWanted, wantedProperties, type Wanted } from './custom-api.js';
import { connectorOf, type Deployed } from './deployed.js';
import { azureRules } from './rules.js';
import { ourTags, tagIn } from './tags.js';
import { tidy } from './tidy.js';

/** Which of the two is the older version: what is deployed where it shall be replaced, what is wanted where somebody may have changed it. */
type Direction = 'replaced' | 'drifted';

/** What differs between a connector and what is deployed of it. */
export interface Comparison {
  /** The gravest first: the service address, then the changes of `diff`, then the branding. */
  readonly changes: readonly (Finding | Change)[];
  /** Whether workflows break; false where it cannot be known. */
  readonly breaking: boolean;
  /** What could not be compared. */
  readonly unknown: readonly Finding[];
  /** Whether the tag has the hash of what is wanted. It proves nothing. */
  readonly isTagged: boolean;
}

/** Holds what is deployed against what is wanted. */
export function compare(deployed: Deployed, wanted: Wanted, direction: Direction): Comparison {
  const properties = wantedProperties(wanted);
  const { changes, breaking } = definitionChanges(deployed, properties, direction);
  const isTagged = tagIn(deployed.tags, ourTags.hash) === hashOfWanted(wanted);
  return {
    changes: [...addressChange(deployed, properties), ...changes, ...brandingChanges(deployed, properties, direction)],
    breaking,
    unknown: unknownOf(deployed, isTagged),
    isTagged,
  };
}

const files = {
  wanted: { definition: 'apiDefinition.swagger.json', properties: 'apiProperties.json' },
  deployed: { definition: 'deployed/apiDefinition.swagger.json', properties: 'deployed/apiProperties.json' },
};

/** What is compared beside the definition. */
const compared = ['connectionParameters', 'capabilities'];

function definitionChanges(
  { properties: unread, ...deployed }: Deployed,
  written: JsonObject,
  direction: Direction,
): { readonly changes: readonly Change[]; readonly breaking: boolean } {
  const [properties, read] = [shownAgain(written), shownAgain(unread)];
  const swagger = own(properties, 'swagger') ?? {};
  const name = '';
  const is = comparable(deployed, swagger);
  // nearly always so, and told in a hundredth of the time
  const isSame = compared.every((one) => sameJson(own(properties, one) ?? null, own(read, one) ?? null));
  if (isSame && isEqual(is, swagger)) return { changes: [], breaking: false };
  const wanted = connectorOf(name, properties, swagger);
  const there = connectorOf(name, read, is);
  if (wanted === undefined || there === undefined) return { changes: [], breaking: false };
  return direction === 'replaced'
    ? diff(there, wanted, { old: files.deployed, new: files.wanted })
    : diff(wanted, there, { old: files.wanted, new: files.deployed });
}

/** Without what Azure takes and never shows again: the secret of the application that a connection signs in with. */
function shownAgain(properties: JsonObject): JsonObject {
  const parameters = own(properties, 'connectionParameters');
  if (!isObject(parameters)) return properties;
  const shown = Object.entries(parameters).map(([name, one]) => {
    const settings = isObject(one) ? own(one, 'oAuthSettings') : undefined;
    if (!isObject(one) || !isObject(settings)) return [name, one] as const;
    const { clientSecret: _never, ...rest } = settings;
    return [name, { ...one, oAuthSettings: rest }] as const;
  });
  return { ...properties, connectionParameters: Object.fromEntries(shown) };
}

/** By a definition that was read back, the one that it was found to be equal to. */
const equal = new WeakMap<object, Json>();

function isEqual(is: Json, wanted: Json): boolean {
  if (!isObject(is)) return sameJson(is, wanted);
  const isSame = equal.get(is) === wanted || sameJson(is, wanted);
  if (isSame) equal.set(is, wanted);
  return isSame;
}

/** What is not known of what is deployed is taken to be as it shall be: it is reported by itself. */
function comparable(
  { swagger, isFromGateway }: Pick<Deployed, 'swagger' | 'isFromGateway'>,
  wanted: JsonObject[string],
): JsonObject[string] {
  if (swagger === undefined) return wanted;
  if (!isFromGateway || !isObject(wanted)) return swagger;
  const { host: _host, basePath: _basePath, schemes: _schemes, ...rest } = swagger;
  const address = ['host', 'basePath', 'schemes'].flatMap((key) => {
    const value = own(wanted, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...rest, ...Object.fromEntries(address) };
}

function addressChange({ id, serviceUrl }: Deployed, properties: JsonObject): Finding[] {
  const backend = own(properties, 'backendService');
  const wanted = isObject(backend) ? own(backend, 'serviceUrl') : undefined;
  if (serviceUrl === undefined || typeof wanted !== 'string' || plainUrl(serviceUrl) === plainUrl(wanted)) return [];
  const message = `The deployed connector sends its calls, and the key with them, to ${shown(serviceUrl)}, expected ${shown(wanted)}.`;
  return [finding(azureRules.serviceUrl, { file: id, pointer: '/properties/backendService/serviceUrl', message })];
}

function shown(url: string): string {
  return shorten(tidy(url), 100);
}

/** The case of a host and an ending slash do not count. */
function plainUrl(url: string): string {
  const plain = URL.canParse(url) ? new URL(url).href : url;
  return plain.endsWith('/') ? plain.slice(0, -1) : plain;
}

/** By the name of a property of the resource, what of the definition's `info` it repeats. */
const branding = { displayName: 'title', description: 'description', iconUri: undefined, brandColor: undefined };

function brandingChanges(
  { id, properties: deployed, swagger }: Deployed,
  wanted: JsonObject,
  direction: Direction,
): Finding[] {
  const info = swagger && own(swagger, 'info');
  return Object.entries(branding).flatMap(([name, repeated]) => {
    const [want, have] = [own(wanted, name), own(deployed, name)];
    // what nobody asked for the service fills in itself
    if (typeof want !== 'string' || alike(want, have)) return [];
    const isTold = repeated !== undefined && isObject(info) && own(info, repeated) === have; // by the change of the definition
    if (isTold) return [];
    const [was, is] = direction === 'replaced' ? [have, want] : [want, have];
    const message = `The connector ${hadHas(name, was, is)}`;
    return [finding(azureRules.branding, { file: id, pointer: child('/properties', name), message })];
  });
}

/** The case of a color does not count. */
function alike(want: string, have: Json | undefined): boolean {
  if (want === have) return true;
  return typeof have === 'string' && want.startsWith('#') && want.toLowerCase() === have.toLowerCase();
}

function unknownOf({ id, swagger, serviceUrl }: Deployed, isTagged: boolean): Finding[] {
  const tag = isTagged
    ? 'the tag says that it is what was published, which proves nothing'
    : 'the tag does not say that it is what was published';
  const unknown: Finding[] = [];
  if (swagger === undefined) {
    const message = `The definition that is deployed could not be read back; ${tag}.`;
    unknown.push(finding(azureRules.definitionUnknown, { file: id, pointer: '/properties/swagger', message }));
  }
  if (serviceUrl === undefined) {
    const pointer = '/properties/backendService/serviceUrl';
    const message = `Azure does not show which address the deployed connector calls; ${tag}.`;
    unknown.push(finding(azureRules.serviceUrlUnknown, { file: id, pointer, message }));
  }
  return unknown;
}
