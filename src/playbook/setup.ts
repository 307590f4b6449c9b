import type { JsonObject } from '../core/json.js';
import type { Reply } from '../engine/effects.js';
import type { OperationAt } from '../openapi/walk.js';
import type { WireRequest } from '../wire/request-of.js';
import type { Connected, ConnectorUse } from './connected.js';
import type { Mock } from './mock.js';
import type { Recorded } from './recorded.js';

/** What a playbook is run with: who answers, and the values of its parameters. */
export interface Setup {
  /** By the key of the connection. */
  readonly connectors?: ReadonlyMap<string, ConnectorUse>;
  readonly mock?: Mock;
  readonly recorded?: Recorded;
  readonly upstream?: Upstream;
  /** By name, in the type that they are declared with. */
  readonly parameters?: JsonObject;
}

/** A server that answers what nobody else does. */
export interface Upstream {
  /** What stands before the path of an operation. */
  readonly url: string;
  /** Sends a request and gives the answer. Must not throw. */
  readonly ask: (asked: Asked) => Promise<Reply>;
}

/** A request for an upstream, without the key of a connection. */
export interface Asked {
  readonly action: string;
  readonly request: WireRequest;
  /** Of a connector's action: where its key goes. */
  readonly on?: { readonly connected: Connected; readonly at: OperationAt };
}
