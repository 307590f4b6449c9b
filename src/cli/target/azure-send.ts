import { bearerTokenAuthenticationPolicy, userAgentPolicy, type Pipeline } from '@azure/core-rest-pipeline';
import type { ArmRequest, ArmWorld } from '../../azure/message.js';
import { plainPipeline, send } from '../net/send.js';
import type { Credential } from './credential.js';

/** Whom the requests are from. */
export interface AzureSender {
  readonly credential: Credential;
  /** What an access token is asked for. */
  readonly scope: string;
  /** Of this tool, for the user agent. */
  readonly version: string;
  /** Whether connections are kept for the next request. */
  readonly isKeeping?: boolean;
}

/** Sends requests to Azure: with an access token those of Azure Resource Manager, without one what lies at a signed address. */
export function azureSend(sender: AzureSender): ArmWorld['send'] {
  const withToken = azurePipeline(sender);
  const once = sender.isKeeping ? azurePipeline({ ...sender, isKeeping: false }) : withToken;
  const without = plainPipeline();
  return async ({ authorize, ...request }: ArmRequest) => {
    const authorized = request.method === 'POST' ? once : withToken; // a POST that is lost is not sent again
    const { status, headers, body } = await send(request, authorize ? authorized : without);
    return { status, headers, body: Buffer.from(body).toString('utf8') };
  };
}

/** What stands before the network for Azure: who asks, and the access token, which is fetched anew before it expires. */
export function azurePipeline({ credential, scope, version, isKeeping = false }: AzureSender): Pipeline {
  const pipeline = plainPipeline({ isKeeping });
  pipeline.addPolicy(userAgentPolicy({ userAgentPrefix: `connector-kit/${version}` }));
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: scope }));
  return pipeline;
}
