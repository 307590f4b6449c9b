import type { Json } from '../core/json.js';
import type { Emulated, Forward } from './message.js';
import type { Refusal } from './refusal.js';

/** What a route answers. */
export interface Reply {
  readonly status: number;
  readonly body?: Json;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The emulator as it is then, where it changed. */
  readonly emulated?: Emulated;
  /** In place of all else: a call to make first. */
  readonly forward?: Forward;
}

/** An answer with a body. */
export function ok(body: Json, emulated?: Emulated): Reply {
  return { status: 200, body, ...(emulated && { emulated }) };
}

/** An error in Azure Resource Manager's shape. `more` stands beside code and message. */
export function refused({ status, code }: Refusal, message: string, more: Readonly<Record<string, Json>> = {}): Reply {
  return { status, body: { error: { code, message, ...more } } };
}
