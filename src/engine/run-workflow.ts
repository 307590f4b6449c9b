import { invariant } from '../core/fault.js';
import type { JsonObject } from '../core/json.js';
import type { Answer } from '../expression/context.js';
import type { RunChild } from './calls/child.js';
import { MAX_RUN_MS } from './limits.js';
import { actionFailed } from './messages.js';
import type { ReadyWorkflow, Run, RunOptions } from './model.js';
import type { RunRecord } from './record.js';
import { recordOf } from './record-of.js';
import { fires } from './run/fires.js';
import { eventQueue } from './run/queue.js';
import { randomFrom } from './run/random.js';
import { triggerOutputs } from './run/trigger.js';
import { startBlock } from './run/turn.js';

/**
 * Runs a workflow on a clock of its own: waiting takes no time. Throws only what `send` throws. Always ends: what would not is given up
 * with an error of code `LimitExceeded`.
 */
export async function runWorkflow(ready: ReadyWorkflow, options: RunOptions): Promise<RunRecord> {
  const run = newRun(ready, options);
  await goThrough(run);
  return recordOf(run);
}

/** How many events come between two rests. */
const EVENTS_A_REST = 200;

async function goThrough(run: Run): Promise<void> {
  if (fires(run)) startRun(run);
  const last = run.startedAt + MAX_RUN_MS;
  for (let events = 1; run.ended === undefined; events += 1) {
    if (run.options.rest && events % EVENTS_A_REST === 0) await run.options.rest();
    const next = run.queue.next(run.now);
    invariant(next, 'a run that has not ended has a next event');
    run.now = Math.min(next.time, last);
    if (next.time > last) return timeOut(run);
    const waiting = next.event();
    if (waiting !== undefined) await waiting;
  }
}

function timeOut(run: Run): void {
  const message = 'The run took longer than runs may take.';
  run.ended = { status: 'TimedOut', error: { code: 'WorkflowRunTimedOut', message }, cut: 'TimedOut' };
}

/** Runs a workflow that another one calls. */
export const runChild: RunChild = async (ready, { send, now, random, options }, trigger) => {
  const { children, depth = 0, seed = 0 } = options;
  const run = newRun(ready, {
    trigger,
    send,
    now,
    seed: seed === 0 ? 0 : Math.floor(random() * 2 ** 31),
    ...(children && { children }),
    depth: depth + 1,
  });
  await goThrough(run);
  return run;
};

function newRun(ready: ReadyWorkflow, options: RunOptions): Run {
  const { now, seed = 0, send, trigger } = options;
  return {
    ready,
    options,
    send,
    startedAt: now,
    now,
    queue: eventQueue(seed === 0 ? undefined : randomFrom(~seed)),
    random: randomFrom(seed),
    top: { around: undefined, loop: undefined, item: undefined, indexes: [], past: [] },
    variables: new Map(),
    parameters: parametersOf(ready, options.parameters ?? {}),
    trigger: { outputs: trigger && triggerOutputs(trigger), splits: undefined, view: undefined },
    open: new Set(),
    latest: [],
    repeated: [],
    turns: 0,
    response: undefined,
    isResponseSecret: false,
    ended: undefined,
  };
}

/** The values of the parameters by name, in lower case: those that are given, else the defaults. */
function parametersOf({ parameters }: ReadyWorkflow, given: JsonObject): ReadonlyMap<string, Answer> {
  const values = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value] as const));
  return new Map(
    parameters.flatMap(({ name, fallback, isSecret }) => {
      const key = name.toLowerCase();
      const value = values.has(key) ? values.get(key) : fallback;
      return value === undefined ? [] : [[key, { value, secret: isSecret }] as const];
    }),
  );
}

/** Starts with the actions. */
function startRun(run: Run): void {
  startBlock(run, { block: run.ready.top, frame: run.top }, (status) => {
    run.ended ??= status === 'Failed' ? { status, error: actionFailed } : { status: 'Succeeded' };
  });
}
