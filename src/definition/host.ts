import { shorten } from '../core/shorten.js';
import type { Connector } from './connector.js';

/** Where a connector shall call: an Azure resource, or the address of any server that speaks the same protocol. */
export interface HostChoice {
  readonly resource?: string;
  readonly endpoint?: string;
}

/** The connector with its host filled in, or one sentence that says why it cannot be. */
export type Hosted = { readonly connector: Connector } | { readonly problem: string };

/**
 * Gives the connector a host of its own, which closes its open host and its open base path.
 *
 * `resource` names the customer's resource: the first label of the host stands for it, and only a connector with an open host and a base path
 * of its own has such a label.
 * `endpoint` is a URL: its host, port and scheme replace those of any connector, its path (where there is one) the base path.
 * Where the base path is open, a slash behind the host says that there is none.
 */
export function withHost(connector: Connector, { resource, endpoint }: HostChoice): Hosted {
  if (resource !== undefined && endpoint !== undefined) {
    return {
      problem: `Both the resource ${shorten(resource)} and the endpoint ${shorten(endpoint)} were given, expected one of them.`,
    };
  }
  if (resource !== undefined) return withResource(connector, resource);
  return endpoint === undefined ? { connector } : withEndpoint(connector, endpoint);
}

/** 2 to 64 letters, digits and hyphens, none of them at an end. Azure's naming rules for Microsoft.CognitiveServices/accounts. */
const resourceName = /^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$/i;

function withResource(connector: Connector, resource: string): Hosted {
  const { name, definition, contract } = connector;
  if (contract.openBasePath) {
    return { problem: `The connector ${shorten(name)} is for any server, which only an endpoint can name.` };
  }
  if (!contract.openHost) {
    return {
      problem: `The connector ${shorten(name)} has one host for everybody (${shorten(definition.host ?? '')}), so no resource can be named; an endpoint can replace it.`,
    };
  }
  if (!resourceName.test(resource)) {
    return {
      problem: `The resource is ${shorten(resource)}, expected 2 to 64 letters, digits and hyphens, with a letter or digit at both ends.`,
    };
  }
  const dot = definition.host?.indexOf('.') ?? -1;
  if (definition.host === undefined || dot < 1) {
    return {
      problem: `The host of ${shorten(name)} is ${shorten(definition.host ?? '')}, which has no place for a resource; an endpoint can replace it.`,
    };
  }
  return placed(connector, { host: resource.toLowerCase() + definition.host.slice(dot) });
}

function withEndpoint(connector: Connector, endpoint: string): Hosted {
  const wanted = 'expected a URL such as "https://api.contoso.com/v1"';
  if (!URL.canParse(endpoint)) return { problem: `The endpoint is ${shorten(endpoint)}, ${wanted}.` };
  const { protocol, hostname, host, pathname, search, hash, username, password } = new URL(endpoint);
  if (username !== '' || password !== '') return { problem: `The endpoint holds credentials, ${wanted}.` };
  if (search !== '' || hash !== '')
    return { problem: `The endpoint ${shorten(endpoint)} has a query or a fragment, ${wanted}.` };
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) {
    return {
      problem: `The endpoint is ${shorten(endpoint)}, expected one with https (http is for this machine only).`,
    };
  }
  if (hostname === '' || hostname.startsWith('[')) {
    return {
      problem: `The endpoint is ${shorten(endpoint)}, expected a host name or an IPv4 address: OpenAPI 2.0 has no other.`,
    };
  }
  const none = connector.contract.openBasePath && endpoint.endsWith('/') ? '/' : '';
  const basePath = pathname.replace(/\/+$/, '') || none;
  return placed(connector, { host, schemes: [protocol.slice(0, -1)], ...(basePath !== '' && { basePath }) });
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function placed(connector: Connector, place: Pick<Connector['definition'], 'host' | 'schemes' | 'basePath'>): Hosted {
  const { definition, contract } = connector;
  const closed = { openHost: false, ...(contract.openBasePath !== undefined && { openBasePath: false }) };
  return {
    connector: { ...connector, definition: { ...definition, ...place }, contract: { ...contract, ...closed } },
  };
}
