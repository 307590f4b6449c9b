import { shorten } from '../core/shorten.js';
import { calledWrongly } from './faults.js';

/** Where a connector is, or shall be. */
export interface Target {
  readonly subscription: string;
  readonly group: string;
  /** The name of the connector's resource. */
  readonly name: string;
  /** The region. Default: that of what is there, else that of the resource group. */
  readonly location?: string;
}

/** The type of a custom connector. */
const CUSTOM_API = 'Microsoft.Web/customApis';
/** The type of a connection. */
export const CONNECTION = 'Microsoft.Web/connections';

/** The api-version of connectors and connections: the only one that has a public specification. */
export const WEB_VERSION = '2016-06-01';
/** The one that the portal uses. Only it shows the service address. */
export const PORTAL_VERSION = '2018-07-01-preview';
/** Of resource groups, resources and providers. */
export const RESOURCES_VERSION = '2021-04-01';
/** Of locks. */
export const LOCKS_VERSION = '2016-09-01';
/** Of workflows. */
export const LOGIC_VERSION = '2019-05-01';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules. */
const GROUP = /^[\p{L}\p{N}_().-]{0,89}[\p{L}\p{N}_()-]$/u;
/** 2016-06-01 has no rule for names. This is that of Microsoft.Web/connectorGateways/customConnectors, 2026-05-01-preview, without what cannot stand first or last. */
const NAME = /^[A-Za-z0-9](?:[\w.()-]{0,77}[\w()-])?$/;
const REGION = /^[a-z][a-z0-9]{1,40}$/;

/** The target, its region as Azure compares it. Throws a `Fault` where a name cannot be one: nothing has been sent then. */
export function checkedTarget(target: Target): Target {
  const { subscription, group, location } = target;
  if (!GUID.test(subscription)) {
    throw calledWrongly(
      `The subscription is ${shorten(subscription)}, expected its id, a GUID.`,
      'See "az account list" for the ids.',
    );
  }
  if (!GROUP.test(group)) {
    throw calledWrongly(
      `The resource group is ${shorten(group)}, expected 1 to 90 letters, digits and "_().-" that do not end with a dot.`,
      'Name a resource group with --resource-group.',
    );
  }
  checkedName(target.name, 'connector');
  if (location === undefined) return target;
  const region = regionOf(location);
  if (REGION.test(region)) return { ...target, location: region };
  throw calledWrongly(
    `The location is ${shorten(location)}, expected the name of a region such as "westeurope".`,
    'See "az account list-locations" for the names.',
  );
}

/** The name of a connector or a connection. Throws a `Fault` where it cannot be one. */
export function checkedName(name: string, what: 'connector' | 'connection'): string {
  if (NAME.test(name)) return name;
  throw calledWrongly(
    `The name of the ${what} is ${shorten(name)}, expected 1 to 79 letters, digits and "_.()-" that begin with a letter or digit and do not end with a dot.`,
    'Give it another name.',
  );
}

/** A region's name as Azure compares it: `West Europe` is `westeurope`. */
export function regionOf(location: string): string {
  return location.replaceAll(' ', '').toLowerCase();
}

/** The id of a target's resource group. */
export function groupId({ subscription, group }: Target): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}`;
}

/** The id of a target's connector. */
export function customApiId(target: Target): string {
  return `${groupId(target)}/providers/${CUSTOM_API}/${target.name}`;
}

/** The id of a connection in a target's resource group. */
export function connectionId(target: Target, name: string): string {
  return `${groupId(target)}/providers/${CONNECTION}/${name}`;
}

/** Whether two ids are of one resource: their case does not count. */
export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
