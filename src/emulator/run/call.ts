import type { Call, Reply } from '../../engine/effects.js';
import type { Emulated, EmulatorWorld, Forward, OpenRun } from '../message.js';

/** A call of an action of a run. */
export interface RunCall {
  readonly run: OpenRun;
  readonly call: Call;
  readonly world: EmulatorWorld;
}

/** What comes of a call: an answer, or a request to send first. */
export type CallAnswer = { readonly emulated: Emulated } & (
  | { readonly reply: Reply; readonly forward?: never }
  | { readonly forward: Forward; readonly reply?: never }
);
