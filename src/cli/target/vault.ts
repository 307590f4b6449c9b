import type { Cloud } from '../../azure/cloud.js';
import { Fault } from '../../core/fault.js';
import { isObject, own } from '../../core/json.js';
import { readJson } from '../../core/json-read.js';
import { Secret } from '../../core/secret.js';
import { NetError, send, type NetResponse } from '../net/send.js';
import type { World } from '../world.js';
import { azurePipeline } from './azure-send.js';
import type { Credential } from './credential.js';

/** Where vaults are. learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates. */
const hosts: Readonly<Record<string, string>> = { public: 'vault.azure.net', usgov: 'vault.usgovcloudapi.net' };
const VERSION = '7.4';
const TIMEOUT_SECONDS = 60;

/** A secret of a vault, and who asks for it. */
export interface VaultSecret {
  readonly vault: string;
  readonly secret: string;
  readonly cloud: Cloud;
  readonly credential: Credential;
}

/** Reads the newest version of a secret of a vault. Throws a `Fault` where it cannot be had. */
export async function secretIn(world: World, { vault, secret, cloud, credential }: VaultSecret): Promise<Secret> {
  const host = hosts[cloud.name] ?? '';
  const pipeline = azurePipeline({ credential, scope: `https://${host}/.default`, version: world.version() });
  const url = `https://${vault}.${host}/secrets/${secret}?api-version=${VERSION}`;
  let answer: NetResponse;
  try {
    answer = await send(
      { method: 'GET', url, headers: { accept: 'application/json' }, timeoutSeconds: TIMEOUT_SECONDS },
      pipeline,
    );
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    throw new Fault('azure-unreachable', `The vault ${vault} cannot be reached: ${error.message}.`, {
      help: 'See that its name is right, and that its network rules let this machine in.',
    });
  }
  return secretOf(answer, `the secret ${secret} of the vault ${vault}`);
}

function secretOf({ status, body }: NetResponse, what: string): Secret {
  const { value } = readJson('', Buffer.from(body).toString());
  const text = status === 200 && isObject(value) ? own(value, 'value') : undefined;
  if (typeof text === 'string') return new Secret(text);
  const refusals: Readonly<Record<number, readonly [why: string, help: string]>> = {
    401: ['Azure refuses the access token for', 'Sign in to the tenant of the vault (--tenant).'],
    403: [
      'the account may not read',
      'Ask for the role "Key Vault Secrets User" on the vault, and see that its network rules let this machine in.',
    ],
    404: ['there is no such thing as', 'See that the names of the vault and the secret are right.'],
  };
  const [why, help] = refusals[status] ?? [`Azure answered with ${status} for`, 'Run the command again later.'];
  throw new Fault('azure-refused', `The key cannot be read: ${why} ${what}.`, { help });
}
