import type { Json, JsonObject } from '../core/json.js';
import type { Infer } from '../openapi/infer.js';
import type { Schema } from '../openapi/types.js';
import { hostOf, type Connection } from './connection.js';
import { expr, type Expr } from './expression.js';
import { actionName } from './step.js';

/** What begins a run. */
export interface Trigger<Body = Json> {
  readonly name: string;
  readonly value: JsonObject;
  /** What it came with. */
  readonly body: Expr<Body>;
  readonly connections: readonly Connection[];
}

function trigger<Body>(title: string, value: JsonObject, connections: readonly Connection[] = []): Trigger<Body> {
  return { name: actionName(title), value, body: expr('triggerBody()'), connections };
}

/** A request to the workflow's own address. */
export function onRequest<S extends Schema>(title: string, schema: S): Trigger<Infer<S>> {
  return trigger(title, { type: 'Request', kind: 'Http', inputs: { schema: schema as unknown as JsonObject } });
}

/** Again and again. */
export function onSchedule(
  title: string,
  {
    interval,
    frequency,
  }: { readonly interval: number; readonly frequency: 'Minute' | 'Hour' | 'Day' | 'Week' | 'Month' },
): Trigger<null> {
  return trigger(title, { type: 'Recurrence', recurrence: { interval, frequency } });
}

/** When a connector says so: it is given an address to call back, under `callback_url`. */
export function onNotification<Body>(title: string, connection: Connection, path: string): Trigger<Body> {
  const inputs = { host: hostOf(connection), body: { callback_url: '@{listCallbackUrl()}' }, path };
  return trigger(title, { type: 'ApiConnectionWebhook', inputs }, [connection]);
}
