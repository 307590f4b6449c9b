import { MAX_TURNS } from '../limits.js';
import { actionFailed, afterNotMet, containerNotRun } from '../messages.js';
import type { BlockRun, Dependency, Frame, Past, ReadyAction, ReadyBlock, Run, Turn } from '../model.js';
import type { Ending } from './ending.js';
import type { RunEvent } from './queue.js';
import type { RunError, Status } from '../record.js';

/** Runs the actions of a block; `done` is told how they ended, as a later event. */
export function startBlock(
  run: Run,
  { block, frame }: { readonly block: ReadyBlock; readonly frame: Frame },
  done: (status: Status) => void,
): void {
  const { actions } = block;
  if (actions.length === 0) return run.queue.soon(() => done('Succeeded'));
  const within: BlockRun = {
    block,
    frame,
    waiting: actions.map(({ after }) => after.length),
    left: actions.length,
    done,
  };
  for (const action of actions) if (action.after.length === 0) run.queue.soon(turnOf(run, action, within));
}

/** The turn of an action: it starts, or is skipped because of how others have ended. */
function turnOf(run: Run, action: ReadyAction, within: BlockRun): RunEvent {
  return () => {
    if (!isWithinLimit(run)) return;
    const { frame } = within;
    const turn: Turn = { action, frame, within, startedAt: run.now };
    const unmet = action.after.find((dependency) => !isMet(dependency, frame));
    run.open.add(turn);
    if (unmet === undefined) return action.start(run, turn);
    const expected = unmet.statuses.join(', ');
    const actual = frame.past[unmet.action.slot]?.status ?? '';
    const error = afterNotMet(action.name, unmet.action.name, { expected, actual });
    skipInside(run, turn.action, { frame, ended: { status: 'Skipped', code: 'ActionSkipped' } });
    endTurn(run, turn, { status: 'Skipped', code: 'ActionSkipped', error });
  };
}

/** Counts something that a run does; one that does too much ends. */
export function isWithinLimit(run: Run): boolean {
  run.turns += 1;
  if (run.turns <= MAX_TURNS) return true;
  const message = `Actions had their turn more than ${MAX_TURNS} times: the run was given up.`;
  run.ended ??= { status: 'Failed', error: { code: 'LimitExceeded', message }, cut: 'Terminated' };
  return false;
}

function isMet({ action, statuses }: Dependency, frame: Frame): boolean {
  const past = frame.past[action.slot];
  return past !== undefined && statuses.includes(past.status);
}

/** Ends the turn of an action, and gives the next ones theirs. */
export function endTurn(run: Run, turn: Turn, ending: Ending): void {
  const { action, frame, within, startedAt } = turn;
  run.open.delete(turn);
  remember(run, { action, frame, startedAt }, ending);
  for (const next of action.next) {
    const left = (within.waiting[next.at] ?? 0) - 1;
    within.waiting[next.at] = left;
    if (left === 0) run.queue.soon(turnOf(run, next, within));
  }
  within.left -= 1;
  if (within.left === 0) run.queue.soon(() => within.done(statusOf(within.block, frame)));
}

/** Ends the turn of a container as what is in it has ended. */
export function endContainer(run: Run, turn: Turn, ending: Pick<Ending, 'status' | 'iterations'>): void {
  const failed = ending.status === 'Failed';
  endTurn(run, turn, { ...ending, ...(failed && { code: 'ActionFailed', error: actionFailed }) });
}

/** Where and since when an action was. */
export type Stay = Pick<Past, 'action' | 'frame' | 'startedAt'>;

/** Keeps how an action has ended. */
export function remember(run: Run, { action, frame, startedAt }: Stay, ending: Ending): void {
  const past: Past = {
    ...ending,
    action,
    frame,
    startedAt,
    endedAt: run.now,
    secretInputs: action.hidesInputs || ending.secretInputs === true,
    secretOutputs: action.hidesOutputs || ending.secretOutputs === true,
    view: undefined,
  };
  if (action.loop === frame.loop) frame.past[action.slot] = past;
  run.latest[action.id] = past;
  if (frame.loop !== undefined) (run.repeated[action.id] ??= []).push(past);
}

/** Why what is in a container did not run. */
export interface NotRun {
  readonly frame: Frame;
  /** How the container has ended. */
  readonly ended: { readonly status: Status; readonly code: string };
}

/** Skips all that is in a container. */
export function skipInside(run: Run, container: ReadyAction, { frame, ended }: NotRun): void {
  for (const { actions } of container.branches) {
    for (const action of actions)
      skipOne(run, action, { frame, error: containerNotRun(action.name, container.name, ended) });
  }
}

/** Skips an action that has no turn, and all that is in it. */
export function skipOne(
  run: Run,
  action: ReadyAction,
  { frame, error }: { readonly frame: Frame; readonly error: RunError },
): void {
  run.turns += 1;
  remember(run, { action, frame, startedAt: run.now }, { status: 'Skipped', code: 'ActionSkipped', error });
  skipInside(run, action, { frame, ended: { status: 'Skipped', code: 'ActionSkipped' } });
}

/**
 * How a block has ended: Failed where an action at its end failed, or was skipped and what it waited for failed; Succeeded where all that
 * failed was handled.
 */
function statusOf({ actions }: ReadyBlock, { past }: Frame): Status {
  const seen = new Set<ReadyAction>();
  const open = actions.filter(({ next }) => next.length === 0);
  for (let action = open.pop(); action !== undefined; action = open.pop()) {
    if (seen.has(action)) continue;
    seen.add(action);
    const status = past[action.slot]?.status;
    if (status !== 'Succeeded' && status !== 'Skipped') return 'Failed';
    if (status === 'Skipped') for (const { action: before } of action.after) open.push(before);
  }
  return 'Succeeded';
}
