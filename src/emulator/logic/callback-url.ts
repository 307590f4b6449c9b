import { createHash } from 'node:crypto';
import { hexOf } from '../hex.js';
import type { EmulatorWorld } from '../message.js';
import type { Resource } from '../state.js';

/** Where a workflow is called, without the address of the emulator. */
export const WORKFLOWS_FOLDER = 'workflows';

/** The version that addresses of triggers have. */
const VERSION = '2016-10-01';

/** The address of a workflow: its triggers, and the contents of its runs, stand behind it. */
export function accessEndpoint(
  { id, location = '' }: Pick<Resource, 'id' | 'location'>,
  world?: EmulatorWorld,
): string {
  const origin = world?.origin ?? `https://prod-00.${location}.logic.azure.com:443`;
  return `${origin}/${WORKFLOWS_FOLDER}/${hexOf(id)}`;
}

/** The signature of a permission on a workflow. It keeps nobody out: it is made of what everybody sees. */
export function signature(hex: string, permission: string): string {
  return createHash('sha256').update(`${hex}\n${permission}`).digest('base64url');
}

/** What an address has behind its path: what it lets one do, and the signature. */
export function signedQueries(hex: string, permission: string): Readonly<Record<string, string>> {
  return { sp: permission, sv: '1.0', sig: signature(hex, permission) };
}

/** The parts of the address that starts a workflow. */
export interface TriggerAddress {
  readonly basePath: string;
  readonly queries: Readonly<Record<string, string>>;
  readonly value: string;
}

/** Where a trigger is called. */
export function triggerAddress(workflow: Resource, trigger: string, world?: EmulatorWorld): TriggerAddress {
  const basePath = `${accessEndpoint(workflow, world)}/triggers/${encodeURIComponent(trigger)}/paths/invoke`;
  const queries = { 'api-version': VERSION, ...signedQueries(hexOf(workflow.id), `/triggers/${trigger}/run`) };
  const pairs = Object.entries(queries).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return { basePath, queries, value: `${basePath}?${pairs.join('&')}` };
}

/** What `listCallbackUrl()` gives. */
export function callbackUrl(workflow: Resource, trigger = 'manual'): string {
  return triggerAddress(workflow, trigger).value;
}
