import type { Connector } from '../definition/connector.js';
import { literal } from '../designer/expression.js';

/** A connection that a workflow uses. */
export interface Connection {
  /** Its key in `$connections`. */
  readonly key: string;
  /** What it leads to: a connector of our own, or one that Microsoft runs, by name. */
  readonly api: { readonly custom: Connector } | { readonly managed: string };
  /** Whether the playbook's own identity signs in, in place of credentials that the connection holds. */
  readonly identity: boolean;
}

/** A connection to a connector of our own. `key` is the connector's name unless said otherwise. */
export interface CustomConnection extends Connection {
  readonly api: { readonly custom: Connector };
}

/** A connection to a connector of our own. */
export function connectionTo(
  connector: Connector,
  { key = connector.name }: { readonly key?: string } = {},
): CustomConnection {
  return { key, api: { custom: connector }, identity: false };
}

/** A connection to a connector that Microsoft runs, such as `azuresentinel`; by the identity of the playbook unless said otherwise. */
export function managedConnection(
  api: string,
  { key = api, identity = true }: { readonly key?: string; readonly identity?: boolean } = {},
): Connection {
  return { key, api: { managed: api }, identity };
}

/** How an action of a Consumption workflow names it: `inputs.host`. */
export function hostOf({ key }: Connection) {
  return { connection: { name: `@parameters('$connections')[${literal(key)}]['connectionId']` } };
}
