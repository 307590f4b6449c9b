import { shorten } from '../core/shorten.js';
import type { Connector } from './connector.js';

/** The connector with its key header chosen, or one sentence that says why it cannot be. */
export type Keyed = { readonly connector: Connector } | { readonly problem: string };

/** In place of a header: the server asks for no key. */
const noKey = 'none';

/** RFC 9110 section 5.1: the name of a header is a token. */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * Gives the connector the header that its customer's server wants the key in, which closes an open key header.
 * With `none` its connections ask for no key, and calls carry none.
 */
export function withKeyHeader(connector: Connector, header: string): Keyed {
  const { name, definition, contract } = connector;
  const [scheme, found] = Object.entries(definition.securityDefinitions ?? {})[0] ?? [];
  if (!contract.openKeyHeader || scheme === undefined || found?.type !== 'apiKey' || found.in !== 'header') {
    return { problem: `The header of the key cannot be chosen: the service of ${shorten(name)} has its own way.` };
  }
  if (header.toLowerCase() === noKey) return { connector: withoutKey(connector, scheme) };
  // What was given is not shown: it may be the key itself.
  if (!headerName.test(header)) {
    return { problem: 'The key header is not the name of a header, expected one such as "Authorization", or "none".' };
  }
  const securityDefinitions = { ...definition.securityDefinitions, [scheme]: { ...found, name: header } };
  return { connector: closed({ ...connector, definition: { ...definition, securityDefinitions } }) };
}

/** The scheme and the field of the connection's form have one name. */
function withoutKey(connector: Connector, scheme: string): Connector {
  const { securityDefinitions: _, ...definition } = connector.definition;
  const { properties } = connector.properties;
  const connectionParameters = Object.fromEntries(
    Object.entries(properties.connectionParameters ?? {}).filter(([name]) => name !== scheme),
  );
  return closed({
    ...connector,
    definition: { ...definition, security: [] },
    properties: { ...connector.properties, properties: { ...properties, connectionParameters } },
  });
}

function closed(connector: Connector): Connector {
  return { ...connector, contract: { ...connector.contract, openKeyHeader: false } };
}
