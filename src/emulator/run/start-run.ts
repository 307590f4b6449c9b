import { parameterValues } from '../logic/workflow-secrets.js';
import { hexOf } from '../hex.js';
import type { Emulated, EmulatorWorld, OpenRun } from '../message.js';
import type { Resource } from '../state.js';
import { find } from '../store.js';

/** A run that is to begin. */
export interface Beginning {
  readonly workflow: Resource;
  readonly trigger: OpenRun['trigger'];
  readonly world: EmulatorWorld;
}

/** The emulator with one more run in its memory, which somebody has to carry out. */
export function started(
  emulated: Emulated,
  { workflow, trigger, world }: Beginning,
): { readonly emulated: Emulated; readonly run: OpenRun } {
  const id = freshId(emulated, workflow, world);
  const parameters = parameterValues(emulated, workflow);
  const run: OpenRun = { id, workflow, parameters, trigger, startedAt: world.now };
  const { state, memory } = emulated;
  const runs = new Map([...memory.runs, [id.toLowerCase(), run] as const]);
  return { emulated: { state, memory: { ...memory, runs } }, run };
}

function freshId(emulated: Emulated, { id }: Resource, { now, requestId }: EmulatorWorld): string {
  for (let number = emulated.memory.runs.size; ; number += 1) {
    const fresh = `${id}/runs/${nameOf(now, number, requestId)}`;
    if (find(emulated.state, fresh) === undefined && !emulated.memory.runs.has(fresh.toLowerCase())) return fresh;
  }
}

/** In hundreds of nanoseconds since 1970, the most that a name counts down from. */
const LAST = 10n ** 18n - 1n;

/** A name as those of Azure: the later a run began, the lower, so that the last one comes first in a list. */
function nameOf(now: number, number: number, requestId: string): string {
  const ticks = LAST - BigInt(Math.floor(now)) * 10_000n - BigInt(number);
  const place = Number.parseInt(hexOf(`run ${requestId}`).slice(0, 4), 16) % 100;
  return `08${String(ticks).padStart(18, '0')}CU${String(place).padStart(2, '0')}`;
}
