import type { Json, JsonObject } from '../core/json.js';

/** What a run wants sent: one request of an action. Who answers it is the caller's affair: the engine has no network. */
export interface Call {
  readonly action: string;
  readonly type: 'Http' | 'ApiConnection' | 'ApiConnectionWebhook';
  /** Of a connector's action: the key in `$connections`. */
  readonly connection?: string;
  /** In upper case. */
  readonly method: string;
  /** Of `Http`: the whole address without its queries. Of a connector: the path, as the workflow has it once evaluated. */
  readonly uri: string;
  readonly queries: JsonObject;
  /** Names as written. */
  readonly headers: JsonObject;
  /** Undefined where the request has none. */
  readonly body: Json | undefined;
  /** `authentication` of an HTTP action, evaluated. Holds secrets. */
  readonly authentication?: JsonObject;
  /** 0 for the first time that it is sent, then one more for each retry. */
  readonly attempt: number;
  /** The time of the run, as ISO 8601 in UTC. */
  readonly time: string;
  /** Whether what is sent came from what the service hides, so that it must not be shown. */
  readonly secret: boolean;
}

/** What comes of a call. */
export type Reply =
  | {
      readonly statusCode: number;
      readonly headers: JsonObject;
      readonly body?: Json | undefined;
      /** How long the answer took on the run's clock; 0 where it is not said. */
      readonly milliseconds?: number;
    }
  /** Nothing answered, in time or at all: the action fails with this. */
  | { readonly failure: { readonly code: string; readonly message: string } };

/** Sends a call. Must not throw. Called in the order of the run's own clock, one after the other. */
export type Send = (call: Call) => Reply | Promise<Reply>;
