import type { Finding } from '../core/finding.js';
import type { Connector } from '../definition/connector.js';
import type { Call } from '../engine/effects.js';
import { own } from '../core/json.js';
import { withoutEndingSlashes } from '../wire/ending-slashes.js';
import type { WireRequest } from '../wire/request-of.js';
import { router, type Route } from '../wire/route.js';
import type { Answer } from './answer.js';

/** The connector that a connection of the playbook is one of. */
export interface Connected {
  readonly connector: Connector;
  /** The definition's file, as it is printed. */
  readonly file: string;
  /** The file of `contract.json`, where there is one. */
  readonly contractFile?: string;
}

/** What is known of a call on a connector. */
export interface ConnectorCall {
  readonly connected: Connected;
  readonly route: Route;
  /** The call's path where the connector has the operation. */
  readonly path: string;
  /** Whether the path has the connector's base path in front, which comes a second time at the service. */
  readonly hasBasePath: boolean;
}

/** A connector that runs are held against. */
export interface ConnectorUse {
  /** The operation that a call belongs to. */
  readonly find: (call: Call) => ConnectorCall;
  /** What the contract says of a call and its answer. */
  readonly check: (call: CheckedCall) => readonly Finding[];
}

/** A call on a connector that was answered. */
export interface CheckedCall {
  readonly action: string;
  /** The action in the workflow. */
  readonly place: { readonly file: string; readonly pointer: string };
  readonly found: ConnectorCall;
  readonly request: WireRequest;
  readonly answer: Answer;
}

/** Gives the function that finds the operation of a call on a connector: behind its base path, as the service takes it, or else with it. */
export function operationFinder(connected: Connected): ConnectorUse['find'] {
  const { definition, contract } = connected.connector;
  const base = withoutEndingSlashes(definition.basePath ?? '');
  const address = `${definition.schemes?.[0] ?? 'https'}://${definition.host ?? 'localhost'}${base}`;
  const routed = router(connected.connector);
  return ({ method, uri }) => {
    const path = uri.startsWith('/') ? uri : `/${uri}`;
    const route = routed({ method, url: address + path });
    const isBelow = base !== '' && path.startsWith(`${base}/`) && contract.openBasePath !== true;
    if (!('unmatched' in route) || !isBelow) return { connected, route, path, hasBasePath: false };
    const other = routed({ method, url: `${address}${path.slice(base.length)}` });
    if ('unmatched' in other) return { connected, route, path, hasBasePath: false };
    return { connected, route: other, path: path.slice(base.length), hasBasePath: true };
  };
}

/** What the contract says of the answers with a status, by operation. */
export function responseContract({ contract }: Connector, operationId: string, status: number) {
  const responses = own(contract.operations, operationId)?.responses ?? {};
  const key = [String(status), `${Math.floor(status / 100)}XX`, 'default'].find((one) => Object.hasOwn(responses, one));
  return own(responses, key ?? '');
}
