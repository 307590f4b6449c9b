import type { EmulatorMemory } from './message.js';

/** Calls of one connection in a minute. docs: connectors/custom-connectors/faq. */
const MOST_IN_A_MINUTE = 500;
const MINUTE = 60_000;

/** Whether a connection may be called now: the memory with the call counted, or how long to wait. */
export type Counted =
  | { readonly memory: EmulatorMemory; readonly waitSeconds?: never }
  | { readonly waitSeconds: number; readonly memory?: never };

/** Counts a call of the connection with this id in lower case. A refused call is not counted. */
export function counted(memory: EmulatorMemory, id: string, now: number): Counted {
  const recent = (memory.calls.get(id) ?? []).filter((time) => time > now - MINUTE && time <= now);
  const oldest = recent[0];
  if (recent.length >= MOST_IN_A_MINUTE && oldest !== undefined) {
    return { waitSeconds: Math.max(1, Math.ceil((oldest + MINUTE - now) / 1000)) };
  }
  return { memory: { ...memory, calls: new Map([...memory.calls, [id, [...recent, now]] as const]) } };
}
