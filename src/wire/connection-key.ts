import { own } from '../core/json.js';
import { Secret } from '../core/secret.js';
import type { Connector } from '../definition/connector.js';
import type { Document, SecurityScheme } from '../openapi/types.js';

/** What a connection holds, by the name of the connection parameter. */
export type ConnectionValues = ReadonlyMap<string, Secret>;

/** A key, and where a request carries it. */
export interface PlacedKey {
  readonly in: 'header' | 'query';
  /** The header's name in lower case; the query parameter's as declared. */
  readonly name: string;
  /** All that stands there, such as `Basic dXNlcjpwYXNz`. */
  readonly value: Secret;
}

/** What proves a caller: a key in its place, nothing at all, or what the connection lacks. */
export type Proof =
  | { readonly key: PlacedKey | undefined }
  | { readonly missing: 'key' | 'username and password' | 'sign-in' };

/** The security definition that counts: "If multiple security definitions, the connector picks the top one". Source: DEF, learn.microsoft.com. */
export function topSecurity(document: Document): SecurityScheme | undefined {
  return Object.values(document.securityDefinitions ?? {})[0];
}

/**
 * Puts what a connection holds where the definition says. The parameter of a key has the scheme's name, or is called `api_key`,
 * or is the only one that holds a secret: 511 of 526 published connectors call it `api_key`.
 */
export function placedKey({ definition, properties }: Connector, values: ConnectionValues): Proof {
  const scheme = topSecurity(definition);
  if (scheme === undefined) return { key: undefined };
  if (scheme.type === 'apiKey') {
    const schemeName = Object.keys(definition.securityDefinitions ?? {})[0] ?? '';
    const value = values.get(schemeName) ?? values.get('api_key') ?? onlySecret(properties.properties, values);
    if (value === undefined) return { missing: 'key' };
    return { key: { in: scheme.in, name: scheme.in === 'header' ? scheme.name.toLowerCase() : scheme.name, value } };
  }
  return scheme.type === 'basic' ? basic(values) : { missing: 'sign-in' };
}

function onlySecret(
  { connectionParameters = {} }: Connector['properties']['properties'],
  values: ConnectionValues,
): Secret | undefined {
  const [only, ...others] = [...values].filter(([name]) => {
    const type = own(connectionParameters, name)?.type;
    return type === undefined || type === 'securestring';
  });
  return others.length === 0 ? only?.[1] : undefined;
}

/** RFC 7617: user-id and password in UTF-8. */
function basic(values: ConnectionValues): Proof {
  const user = values.get('username')?.reveal();
  const password = values.get('password')?.reveal();
  if (user === undefined || password === undefined) return { missing: 'username and password' };
  const pair = Buffer.from(`${user}:${password}`).toString('base64');
  return { key: { in: 'header', name: 'authorization', value: new Secret(`Basic ${pair}`) } };
}
