import type { Connector } from '../definition/connector.js';

/** Where the service is that a connector calls: the same for everybody, a resource of the customer, or any server. */
export type ServicePlace =
  | { readonly kind: 'fixed' }
  /** The name of the customer's resource stands before `suffix`: `.tickets.contoso.com`. */
  | { readonly kind: 'resource'; readonly suffix: string; readonly basePath: string }
  | { readonly kind: 'server'; readonly basePath: string };

/** The place of a connector's service. */
export function servicePlace({ definition, contract }: Connector): ServicePlace {
  const { host = '', basePath = '/' } = definition;
  const dot = host.indexOf('.');
  if (contract.openBasePath || host === '') return { kind: 'server', basePath };
  if (!contract.openHost) return { kind: 'fixed' };
  return dot < 1 ? { kind: 'server', basePath } : { kind: 'resource', suffix: host.slice(dot), basePath };
}

/** The connector as if its host were the one that stands for it. */
export function withStandIn(connector: Connector): Connector {
  const { definition, contract } = connector;
  const host = definition.host === undefined || definition.host === '' ? 'server.example.com' : definition.host;
  return {
    ...connector,
    definition: { ...definition, host },
    contract: { ...contract, openHost: false, openBasePath: false },
  };
}
