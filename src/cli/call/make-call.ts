import type { Secret } from '../../core/secret.js';
import type { ConnectionCall } from '../../wire/connection-call.js';
import type { NetResponse } from '../net/send.js';

/** What came of a call. */
export interface Answered {
  /** As it may be seen: where the key stood there is something else. */
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
  };
  readonly response: NetResponse;
  readonly milliseconds: number;
  /** What the answer may repeat, and nobody may see. */
  readonly secrets: readonly Secret[];
}

/** Makes a call, in whichever way. Throws a `Fault` where no whole answer comes. */
export type MakeCall = (call: ConnectionCall) => Promise<Answered>;
