import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { EmulatorSettings, Resource } from './state.js';
import { hexOf } from './hex.js';
import type { EmulatorWorld } from './message.js';
import { filesOrigin, gatewayOrigin } from './origins.js';
import { fileUrl } from './swagger-files.js';
import { shown } from './store.js';

/** What a view depends on beside the resource. */
export interface Seen {
  readonly world: EmulatorWorld;
  readonly settings: EmulatorSettings;
  readonly apiVersion: string;
}

/** The version that the portal uses, and that no specification describes. */
export const PREVIEW = '2018-07-01-preview';

/** The icon of a connector that has none of its own. As real responses have it. */
const ICON = '/Content/retail/assets/default-connection-icon.6296199fc1d74aa45ca68e1253762025.2.svg';

/** A connector as a GET shows it: without its definition and, in what was recorded, its service address. Members in the order of the real responses. */
export function customApiView(resource: Resource, { world, settings, apiVersion }: Seen): JsonObject {
  const { properties } = resource;
  const parameters = own(properties, 'connectionParameters');
  const isShown = settings.serviceUrlIn === 'always' || (settings.serviceUrlIn === 'preview' && apiVersion === PREVIEW);
  const wsdl = own(properties, 'wsdlDefinition');
  return shown(resource, {
    ...(isObject(parameters) && Object.keys(parameters).length > 0 && { connectionParameters: parameters }),
    runtimeUrls: runtimeUrls(resource, world),
    capabilities: listIn(properties, 'capabilities'),
    ...textsIn(properties, ['description']),
    displayName: textIn(properties, 'displayName') ?? resource.name,
    iconUri: textIn(properties, 'iconUri') ?? ICON,
    ...textsIn(properties, ['brandColor']),
    ...(isShown && membersIn(properties, ['backendService'])),
    apiDefinitions: definitionUrls(resource, world),
    apiType: textIn(properties, 'apiType') ?? 'Rest',
    wsdlDefinition: isObject(wsdl) ? wsdl : {},
    ...(apiVersion === PREVIEW && { supportedConnectionKinds: ['V1'] }),
  });
}

/** What a connection shows of its connector. Of one without a description it is the name of its files: recorded. */
export function apiReference(resource: Resource): JsonObject {
  const { properties, id, name, type } = resource;
  return {
    name,
    displayName: textIn(properties, 'displayName') ?? name,
    description: textIn(properties, 'description') ?? hexOf(id),
    iconUri: textIn(properties, 'iconUri') ?? ICON,
    ...textsIn(properties, ['brandColor']),
    id,
    type,
  };
}

/** Where the gateway takes calls for a connector: with TLS, and its twin without. */
function runtimeUrls({ id, location = '' }: Resource, world: EmulatorWorld): string[] {
  const here = gatewayOrigin(world, location);
  const isSecure = here.startsWith('https:');
  const twin = world.twin ?? here.replace(/^https?/, isSecure ? 'http' : 'https');
  const behind = `/apim/${hexOf(id)}`;
  return isSecure ? [here + behind, twin + behind] : [twin + behind, here + behind];
}

function definitionUrls(resource: Resource, world: EmulatorWorld): JsonObject {
  const given = own(resource.properties, 'apiDefinitions');
  const original = isObject(given) ? own(given, 'originalSwaggerUrl') : undefined;
  const urlOf = (kind: 'original' | 'modified') =>
    fileUrl(hexOf(resource.id), kind, { now: world.now, origin: filesOrigin(world) });
  const isFetched = own(resource.properties, 'swagger') === undefined && typeof original === 'string';
  return { originalSwaggerUrl: isFetched ? original : urlOf('original'), modifiedSwaggerUrl: urlOf('modified') };
}

function textIn(properties: JsonObject, name: string): string | undefined {
  const value = own(properties, name);
  return typeof value === 'string' ? value : undefined;
}

function textsIn(properties: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(membersIn(properties, names)).filter(([, value]) => typeof value === 'string'),
  );
}

function membersIn(properties: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = own(properties, name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function listIn(properties: JsonObject, name: string): readonly Json[] {
  const value = own(properties, name);
  return value !== undefined && isArray(value) ? value : [];
}
