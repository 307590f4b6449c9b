import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { freshState } from './fresh.js';
import { shelfOf, type Shelf } from './shelf.js';
import type { EmulatorSettings, EmulatorState } from './state.js';

/**
 * A state as it is written (resources and groups by their ids) and read again, and may have been changed by hand in between; undefined where it is none.
 * Settings that are new since get their default.
 */
export function readState(value: Json | undefined): EmulatorState | undefined {
  if (!isObject(value) || own(value, 'formatVersion') !== 1) return undefined;
  const given = own(value, 'settings');
  const settings: JsonObject = { ...defaults(), ...(isObject(given) ? given : {}) };
  const [groups, resources] = [own(value, 'groups'), own(value, 'resources')];
  const isSound =
    isObject(given) &&
    Object.entries(settingTypes).every(([name, fits]) => fits(own(settings, name))) &&
    allFit(groups, isGroup) &&
    allFit(resources, isResource) &&
    allFit(own(value, 'registrations'), isText);
  if (!isSound) return undefined;
  // each part has just been looked at
  return { ...value, settings, groups: shelved(groups), resources: shelved(resources) } as unknown as EmulatorState;
}

function shelved(members: Json | undefined): Shelf<Json> {
  return shelfOf(isObject(members) ? Object.entries(members) : []);
}

function defaults(): JsonObject {
  // settings are plain JSON; their interfaces have no index signature
  return freshState().settings as unknown as JsonObject;
}

type Fits = (value: Json | undefined) => boolean;

const isText: Fits = (value) => typeof value === 'string';
const isObjectOrNothing: Fits = (value) => value === undefined || isObject(value);
const isTextOrNothing: Fits = (value) => value === undefined || isText(value);
const oneOf =
  (...all: readonly string[]): Fits =>
  (value) =>
    typeof value === 'string' && all.includes(value);
const listOf =
  (fits: Fits): Fits =>
  (value) =>
    value !== undefined && isArray(value) && value.every(fits);
const objectWith =
  (members: Readonly<Record<string, Fits>>): Fits =>
  (value) =>
    isObject(value) && Object.entries(members).every(([name, fits]) => fits(own(value, name)));

function allFit(value: Json | undefined, fits: Fits): boolean {
  return isObject(value) && Object.values(value).every(fits);
}

const settingTypes: Readonly<Record<keyof EmulatorSettings, Fits>> = {
  location: isText,
  subscriptions: (value) => value === undefined || listOf(isText)(value),
  groups: oneOf('made', 'asked for'),
  workspaces: oneOf('made', 'asked for'),
  securityInsightsId: isText,
  policies: listOf(
    objectWith({ name: isText, scope: isText, types: (value) => value === undefined || listOf(isText)(value) }),
  ),
  forbidden: listOf(isText),
  managedApis: listOf(objectWith({ name: isText, properties: isObject })),
  exportGives: oneOf('original', 'modified', 'resource'),
  serviceUrlIn: oneOf('preview', 'never', 'always'),
  pageSize: (value) => Number.isSafeInteger(value) && Number(value) > 0,
};

const isGroup = objectWith({ id: isText, name: isText, location: isText, tags: isObjectOrNothing });

const isResource = objectWith({
  id: isText,
  type: isText,
  name: isText,
  location: isTextOrNothing,
  tags: isObjectOrNothing,
  kind: isTextOrNothing,
  identity: isObjectOrNothing,
  properties: isObject,
  created: isText,
  changed: isText,
});
