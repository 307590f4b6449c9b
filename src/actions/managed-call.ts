import type { Json } from '../core/json.js';
import type { CallOptions } from './call.js';
import { hostOf, type Connection } from './connection.js';
import type { Input } from './expression.js';
import { step, type Step } from './step.js';
import { written } from './written.js';

/** A call of a connector whose definition is not at hand, as the designer stores it. */
export interface ManagedCall extends CallOptions {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As it stands in the workflow: values in it encoded. */
  readonly path: string;
  readonly body?: Input<Json>;
}

/** A call of a connector that Microsoft runs. `Answer` is what you hold its body for, which nothing checks. */
export function managedCall<Answer = Json>(title: string, connection: Connection, request: ManagedCall): Step<Answer> {
  const { method, path, body, retryPolicy, ...options } = request;
  const inputs = {
    host: hostOf(connection),
    method,
    path,
    ...(body === undefined ? {} : { body: written(body) }),
    ...(retryPolicy === undefined ? {} : { retryPolicy: { ...retryPolicy } }),
  };
  return step(title, { value: { type: 'ApiConnection', inputs }, connections: [connection], ...options });
}
