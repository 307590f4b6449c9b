import type { Json, JsonObject } from '../core/json.js';
import type { CallOptions } from './call.js';
import type { Input } from './expression.js';
import { step, type Step } from './step.js';
import { written } from './written.js';

/** A request without a connector. */
export interface HttpRequest extends CallOptions {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly uri: Input<string>;
  readonly queries?: Readonly<Record<string, Input<Json>>>;
  readonly headers?: Readonly<Record<string, Input<string>>>;
  readonly body?: Input<Json>;
  /** The playbook's own identity, for whom the token is; no other way keeps a key out of the definition. */
  readonly audience?: Input<string>;
}

/** A request by HTTP. `Answer` is what you hold its body for, which nothing checks. */
export function http<Answer = Json>(title: string, request: HttpRequest): Step<Answer> {
  const { method, uri, queries, headers, body, audience, retryPolicy, ...options } = request;
  const inputs = {
    method,
    uri: written(uri),
    ...(queries === undefined ? {} : { queries: written(queries) }),
    ...(headers === undefined ? {} : { headers: written(headers) }),
    ...(body === undefined ? {} : { body: written(body) }),
    ...(audience === undefined
      ? {}
      : { authentication: { type: 'ManagedServiceIdentity', audience: written(audience) } }),
    ...(retryPolicy === undefined ? {} : { retryPolicy: { ...retryPolicy } }),
  } satisfies JsonObject;
  return step(title, { value: { type: 'Http', inputs }, ...options });
}
