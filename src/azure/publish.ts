import type { Finding } from '../core/finding.js';
import type { JsonObject } from '../core/json.js';
import type { Secret } from '../core/secret.js';
import { writeConnector, type ConnectorFile } from '../definition/write.js';
import type { ArmClient } from './client.js';
import { compare } from './compare.js';
import { connectionBody, keyParameter } from './connection-body.js';
import { customApiBody, hashOfWanted } from './custom-api.js';
import { readDeployed, type Deployed } from './deployed.js';
import { calledWrongly, obstructed } from './faults.js';
import type { Plan, Step } from './plan.js';
import { pulledConnector } from './pull.js';
import { connectionId, customApiId, WEB_VERSION } from './target.js';

/** What a plan is carried out with. */
export interface PublishOptions {
  /** For a connection that is made. */
  readonly key?: Secret;
  readonly allowBreaking?: boolean;
  /** Keeps what is replaced. Called before it is replaced, which is not done where this fails. */
  readonly keep?: (replaced: Replaced) => Promise<void>;
}

/** A deployed connector before it is replaced. */
export interface Replaced {
  readonly id: string;
  /** None where Azure did not give the definition. */
  readonly files: readonly ConnectorFile[];
  /** Without signed addresses. */
  readonly properties: JsonObject;
}

/** What was done. */
export interface Published {
  readonly steps: readonly (Step & { readonly result: 'done' | 'unchanged' })[];
  readonly published: readonly { readonly id: string; readonly hash: string }[];
  /** What still differs, read back after publishing: the service changed it. */
  readonly differs: readonly Finding[];
  /** What could not be read back. */
  readonly unknown: readonly Finding[];
}

/**
 * Carries out a plan. Safe to repeat: where nothing changes nothing is sent, and where it was interrupted the next plan has what is left.
 * Throws a `Fault` before anything is sent where something stands in the way, breaks workflows unasked, or a new connection has no key.
 */
export async function publish(client: ArmClient, plan: Plan, options: PublishOptions = {}): Promise<Published> {
  refuse(plan, options);
  const { target, wanted, deployed, unknown } = plan;
  const id = customApiId(target);
  const isSent = plan.steps.some((step) => step.id === id && step.action !== 'none');
  let after: Pick<Published, 'differs' | 'unknown'> = { differs: [], unknown };
  if (isSent) {
    if (deployed) await options.keep?.(replaced(deployed, target.name));
    const body = customApiBody(wanted, { location: target.location, tags: deployed?.tags ?? {} });
    await client.ask({ method: 'PUT', path: id, version: WEB_VERSION, body });
    after = await readBack(client, plan, id);
  }
  await makeConnection(client, plan, options.key);
  return {
    steps: plan.steps.map((step) => ({ ...step, result: step.action === 'none' ? 'unchanged' : 'done' })),
    published: isSent ? [{ id, hash: hashOfWanted(wanted) }] : [],
    ...after,
  };
}

function refuse(plan: Plan, { allowBreaking, key }: PublishOptions): void {
  const [first] = plan.obstacles;
  if (first) throw obstructed(first.message, first.help);
  if (plan.breaking && !allowBreaking) {
    const change = plan.changes.find((one) => 'breaking' in one && one.breaking);
    throw obstructed(
      `The new version breaks workflows: ${change?.message ?? ''}`,
      'Publish it beside the old one under another name (--name), or give --allow-breaking.',
    );
  }
  if (isMade(plan) && key === undefined && keyParameter(plan.wanted.connector) !== undefined) {
    throw calledWrongly(
      'The connection is not there, and cannot be made without its key.',
      'Give the key with --key-env, --key-stdin or --key-vault.',
    );
  }
}

/** Whether a connection is to be made. */
function isMade({ steps, target, connection }: Plan): boolean {
  if (connection === undefined) return false;
  const id = connectionId(target, connection);
  return steps.some((step) => step.id === id && step.action === 'create');
}

async function readBack(
  client: ArmClient,
  { wanted }: Plan,
  id: string,
): Promise<Pick<Published, 'differs' | 'unknown'>> {
  const deployed = await readDeployed(client, id);
  if (deployed === undefined) {
    throw obstructed(
      'Azure took the connector, and does not have it.',
      'Run the command again; somebody may have deleted it.',
    );
  }
  const { changes, unknown } = compare(deployed, wanted, 'drifted');
  return { differs: changes, unknown };
}

async function makeConnection(client: ArmClient, plan: Plan, key: Secret | undefined): Promise<void> {
  const { target, wanted, connection } = plan;
  if (connection === undefined || !isMade(plan)) return;
  const { body, secrets } = connectionBody({
    name: connection,
    api: customApiId(target),
    location: target.location,
    connector: wanted.connector,
    key,
    tags: wanted.tags ?? {},
  });
  await client.ask({ method: 'PUT', path: connectionId(target, connection), version: WEB_VERSION, body, secrets });
}

function replaced(deployed: Deployed, name: string): Replaced {
  const connector = pulledConnector(deployed, name);
  const { apiDefinitions: _signed, runtimeUrls: _set, ...properties } = deployed.properties;
  return { id: deployed.id, files: connector ? writeConnector(connector) : [], properties };
}
