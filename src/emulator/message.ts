import type { JsonObject } from '../core/json.js';
import type { Secret } from '../core/secret.js';
import type { RunOptions } from '../engine/model.js';
import type { Exchange } from '../http/exchange.js';
import type { WireRequest } from '../wire/request-of.js';
import type { EmulatorState, Resource } from './state.js';

/** A request as it came in. */
export interface EmulatorRequest {
  /** In any case. */
  readonly method: string;
  /** Absolute, or only path and query. */
  readonly url: string;
  /** Names in any case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text or bytes in UTF-8. */
  readonly body?: string | Uint8Array;
}

/** What is answered. */
export interface EmulatorResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** `''` for none. */
  readonly body: string | Uint8Array;
}

/** What the handler cannot know by itself; given with each request. */
export interface EmulatorWorld {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A fresh GUID, which the answer carries as `x-ms-request-id`. */
  readonly requestId: string;
  /** Where the emulator is reached, such as `http://127.0.0.1:8443`: addresses in answers lead there. Default: addresses as Azure's. */
  readonly origin?: string;
  /** The same place with the other scheme, with TLS or without. Default: on the same port. */
  readonly twin?: string;
  /** Where calls of connections are forwarded to, in place of the services' own addresses. */
  readonly upstream?: string;
  /** Recorded exchanges that answer calls of connections. Default: calls are to be forwarded. */
  readonly exchanges?: readonly Exchange[];
}

/** What is in memory only, and gone after a restart. */
export interface EmulatorMemory {
  /** The values of connections that are secret, by the connection's id in lower case and the parameter's name. */
  readonly keys: ReadonlyMap<string, ReadonlyMap<string, Secret>>;
  /** When each connection was called within the last minute, in milliseconds since 1970; by its id in lower case. */
  readonly calls: ReadonlyMap<string, readonly number[]>;
  /** Which of the recorded exchanges have been given as answers. */
  readonly replayed: ReadonlySet<Exchange>;
  /** The runs that have not ended, by their ids in lower case. Whoever holds the emulator carries them out: `carryOut`. */
  readonly runs: ReadonlyMap<string, OpenRun>;
}

/** A run of a workflow that has not ended. It holds secrets. */
export interface OpenRun {
  readonly id: string;
  /** As it was when the run began. */
  readonly workflow: Resource;
  /** The values of the workflow's parameters. */
  readonly parameters: JsonObject;
  readonly trigger: NonNullable<RunOptions['trigger']>;
  /** When it began, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** All that the emulator is: what can be stored as JSON, and what must not be. */
export interface Emulated {
  readonly state: EmulatorState;
  readonly memory: EmulatorMemory;
}

/** A call that somebody has to make for the emulator, which reaches nobody itself. */
export interface Forward {
  /** Its key is a secret beside it: `withKeyRevealed` of `wire/` puts it in. */
  readonly request: WireRequest;
  /** How long Azure waits for an answer. The caller enforces it, and then answers with `timedOut`. */
  readonly timeoutSeconds: number;
  /** How the answer is handed on: as it is, or inside of the JSON of `dynamicInvoke`. For `answerOf`. */
  readonly answerAs: 'itself' | 'dynamicInvoke';
}

/** What comes of a request: the emulator as it is then, and an answer, or what has to be done first: a call, or a run whose record `answerOfRun` makes the answer of. */
export type Handled = Emulated &
  (
    | { readonly response: EmulatorResponse; readonly forward?: never; readonly run?: never }
    | { readonly forward: Forward; readonly response?: never; readonly run?: never }
    | { readonly run: OpenRun; readonly response?: never; readonly forward?: never }
  );
