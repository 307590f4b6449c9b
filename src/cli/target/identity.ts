import {
  AzureAuthorityHosts,
  AzureCliCredential,
  AzurePipelinesCredential,
  ChainedTokenCredential,
  ClientAssertionCredential,
  DefaultAzureCredential,
  EnvironmentCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { Values } from '../flags.js';
import type { World } from '../world.js';
import { githubToken } from './github-token.js';
import type { azureFlags } from './target-flags.js';

/** The credential of the library that the flags choose. */
export function identityOf(world: World, flags: Values<typeof azureFlags>): TokenCredential {
  const { AZURE_CLIENT_ID: clientId } = world.env;
  const authorityHost =
    flags.cloud === 'usgov' ? AzureAuthorityHosts.AzureGovernment : AzureAuthorityHosts.AzurePublicCloud;
  const options = { authorityHost, ...(flags.tenant !== undefined && { tenantId: flags.tenant }) };
  switch (flags.credential) {
    case 'cli':
      return new AzureCliCredential(options);
    case 'environment':
      return new EnvironmentCredential(options);
    case 'managed-identity':
      return new ManagedIdentityCredential({ authorityHost, ...(clientId && { clientId }) });
    case 'workload-identity':
      return federated(world, options) ?? new WorkloadIdentityCredential(options);
    case 'default': {
      const others = new DefaultAzureCredential(options);
      const first = federated(world, options);
      return first ? new ChainedTokenCredential(first, others) : others;
    }
  }
}

/**
 * The identity that a pipeline proves with a token of its own (OIDC), without any stored secret; undefined where this is no such pipeline.
 * learn.microsoft.com/entra/workload-id/workload-identity-federation. What the tasks of Azure Pipelines set begins with AZURESUBSCRIPTION_.
 */
function federated(
  world: World,
  options: { readonly authorityHost: string; readonly tenantId?: string },
): TokenCredential | undefined {
  const { env } = world;
  const { authorityHost } = options;
  const clientId = env['AZURE_CLIENT_ID'] || env['AZURESUBSCRIPTION_CLIENT_ID'];
  const tenantId = options.tenantId ?? (env['AZURE_TENANT_ID'] || env['AZURESUBSCRIPTION_TENANT_ID']);
  if (!clientId || !tenantId) return undefined;
  const token = githubToken(world);
  if (token) return new ClientAssertionCredential(tenantId, clientId, token, { authorityHost });
  const { SYSTEM_OIDCREQUESTURI: address, SYSTEM_ACCESSTOKEN: access } = env;
  const connection = env['AZURESUBSCRIPTION_SERVICE_CONNECTION_ID'];
  if (!address || !access || !connection) return undefined;
  return new AzurePipelinesCredential(tenantId, clientId, connection, access, { authorityHost });
}
