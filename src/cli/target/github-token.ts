import { isObject, own } from '../../core/json.js';
import { readJson } from '../../core/json-read.js';
import { NetError, send } from '../net/send.js';
import type { World } from '../world.js';

/** What Microsoft Entra ID asks of the token of a pipeline. */
const AUDIENCE = 'api://AzureADTokenExchange';
const TIMEOUT_SECONDS = 30;

/**
 * Gets the token that GitHub Actions gives a job; undefined where it does not run us, or the job may have none.
 * docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments "OIDC".
 */
export function githubToken({ env }: Pick<World, 'env'>): (() => Promise<string>) | undefined {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = env;
  if (!address || !token) return undefined;
  return async () => {
    const url = new URL(address);
    url.searchParams.set('audience', AUDIENCE);
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    const { status, body } = await send({ method: 'GET', url: url.href, headers, timeoutSeconds: TIMEOUT_SECONDS });
    const { value } = readJson('', Buffer.from(body).toString());
    const found = status === 200 && isObject(value) ? own(value, 'value') : undefined;
    if (typeof found === 'string') return found;
    throw new NetError('refused', `GitHub gave the job no token (status ${status})`);
  };
}
