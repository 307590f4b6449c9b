import { keyParameter } from '../../azure/connection-body.js';
import { keyPrefix, withPrefix } from '../../azure/key-prefix.js';
import { Fault } from '../../core/fault.js';
import { Secret } from '../../core/secret.js';
import { shorten } from '../../core/shorten.js';
import type { Connector } from '../../definition/connector.js';
import type { OperationAt } from '../../openapi/walk.js';
import { placedKey, topSecurity, type ConnectionValues, type PlacedKey } from '../../wire/connection-key.js';

/** How a key may be given, as a help says it. */
const WAYS = '--key-env NAME, --key-stdin or --key-vault VAULT/SECRET';

/**
 * The key in the place where the connector's security wants it, with its prefix; undefined where it asks for none.
 * For a user name and a password the key is both, with a colon between; for a sign-in it is an access token.
 * Throws a `Fault` where a key is needed and not given, or the other way round.
 */
export function keyInPlace(connector: Connector, at: OperationAt, key: Secret | undefined): PlacedKey | undefined {
  const scheme = topSecurity(connector.definition);
  if (scheme === undefined) {
    if (key === undefined) return undefined;
    throw wrong(`${shorten(connector.name)} asks for no key, and one is given.`, 'Leave the key out.');
  }
  if (key === undefined) {
    if (at.operation.security?.length === 0) return undefined;
    const help = `Give ${WAYS}${connector.contract.openKeyHeader ? ', or --key-header none for a server that asks for no key' : ''}.`;
    throw wrong(`${shorten(connector.name)} asks for a key, and none is given.`, help);
  }
  if (scheme.type === 'oauth2') {
    return { in: 'header', name: 'authorization', value: withPrefix(key, 'Bearer ') };
  }
  const proof = placedKey(connector, scheme.type === 'basic' ? userAndPassword(key) : named(connector, key));
  if ('key' in proof) return proof.key;
  throw wrong(`The key has no place: the connection lacks a ${proof.missing}.`, `See its security definition.`);
}

function named(connector: Connector, key: Secret): ConnectionValues {
  const parameter = keyParameter(connector) ?? 'api_key';
  return new Map([[parameter, withPrefix(key, keyPrefix(connector, parameter))]]);
}

function userAndPassword(key: Secret): ConnectionValues {
  const text = key.reveal();
  const colon = text.indexOf(':');
  if (colon === -1) {
    const help = 'Give both as one key, with a colon between: user:password.';
    throw wrong('The connector asks for a user name and a password, and the key has no colon.', help);
  }
  return new Map([
    ['username', new Secret(text.slice(0, colon))],
    ['password', new Secret(text.slice(colon + 1))],
  ]);
}

function wrong(message: string, help: string): Fault {
  return new Fault('called-wrongly', message, { help });
}
