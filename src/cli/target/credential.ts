import type { TokenCredential } from '@azure/identity';
import { tidy } from '../../azure/tidy.js';
import { Fault, isFault } from '../../core/fault.js';
import type { Values } from '../flags.js';
import type { World } from '../world.js';
import type { azureFlags } from './target-flags.js';

/** What gives access tokens. Nothing is loaded or asked before the first. */
export type Credential = Pick<TokenCredential, 'getToken'>;

/** The credential that the flags choose. It throws a `Fault` where nobody is signed in. */
export function credentialOf(world: World, flags: Values<typeof azureFlags>): Credential {
  let made: Promise<TokenCredential> | undefined;
  return {
    async getToken(scopes, options) {
      try {
        made ??= import('./identity.js').then(({ identityOf }) => identityOf(world, flags));
        return await (await made).getToken(scopes, options);
      } catch (error) {
        throw isFault(error) ? error : notSignedIn(flags.credential, error);
      }
    },
  };
}

const helps: Readonly<Record<Values<typeof azureFlags>['credential'], string>> = {
  default: 'Sign in with "az login", or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.',
  cli: 'Sign in with "az login" (with --tenant for another tenant).',
  environment: 'Set AZURE_TENANT_ID and AZURE_CLIENT_ID, with AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH.',
  'managed-identity': 'Run it on a machine that has a managed identity; AZURE_CLIENT_ID names one of several.',
  'workload-identity':
    'Set AZURE_TENANT_ID and AZURE_CLIENT_ID, and let the pipeline give a token (in GitHub Actions: permissions: id-token: write).',
};

function notSignedIn(chosen: Values<typeof azureFlags>['credential'], error: unknown): Fault {
  return new Fault('no-credential', `Signing in to Azure failed: ${whyOf(error)}.`, { help: helps[chosen] });
}

/** What Microsoft Entra ID said (`AADSTS7000215: ...`), else the first line of what the library says: the rest is about each way that it tried. */
function whyOf(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  if (first.startsWith('ChainedTokenCredential'))
    return 'neither the environment, nor a managed identity, nor the Azure CLI is signed in';
  const said = descriptionOf(error) ?? first;
  if (/network_error|endpoints_resolution_error/.test(said)) return 'the network does not lead to Microsoft Entra ID';
  return tidy(said.replaceAll(/To troubleshoot, visit \S+\s*|Trace ID: .*/gs, '')).replace(/\.$/, '');
}

function descriptionOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('errorResponse' in error)) return undefined;
  const { errorResponse: response } = error;
  if (typeof response !== 'object' || response === null || !('errorDescription' in response)) return undefined;
  return typeof response.errorDescription === 'string' ? response.errorDescription : undefined;
}
