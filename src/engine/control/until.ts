import { isObject, own, type JsonObject } from '../../core/json.js';
import { typeName } from '../../expression/value.js';
import { MAX_UNTIL_ROUNDS, UNTIL_MS, UNTIL_ROUNDS } from '../limits.js';
import { invalidCondition, invalidResult } from '../messages.js';
import type { Frame, Run, Start, Turn } from '../model.js';
import type { RunError, Status } from '../record.js';
import { inputsOf } from '../run/evaluate.js';
import { durationMs } from '../run/time.js';
import { endContainer, endTurn, startBlock } from '../run/turn.js';
import { HIDDEN } from '../run/view.js';
import { isInteger } from '../values/types.js';
import { readyCondition, type Condition } from './condition.js';

/** An Until, ready to run. */
interface Until {
  readonly condition: Condition;
  readonly rounds: number;
  /** In milliseconds. */
  readonly time: number;
  /** Whether it fails when it has reached a limit. The service lets it succeed else. */
  readonly failsAtLimit: boolean;
}

/** Until: runs what is in it until its condition holds, or a limit is reached. A round that fails does not end it. */
export function until(written: JsonObject): Start {
  const limit = own(written, 'limit');
  const given = isObject(limit) ? limit : {};
  const count = own(given, 'count') ?? UNTIL_ROUNDS;
  const options = own(written, 'operationOptions');
  const ready = {
    condition: readyCondition(own(written, 'expression')),
    rounds: isInteger(count) ? Math.min(Math.max(Number(count), 1), MAX_UNTIL_ROUNDS) : UNTIL_ROUNDS,
    time: durationMs(own(given, 'timeout')) ?? UNTIL_MS,
    failsAtLimit: typeof options === 'string' && /FailWhenLimitsReached/i.test(options),
  };
  return (run, turn) => goRound(run, turn, { until: ready, iterations: [] });
}

interface Going {
  readonly until: Until;
  readonly iterations: Status[];
}

/** At the end of a round. */
interface Decision extends Going {
  readonly round: Frame;
}

function goRound(run: Run, turn: Turn, going: Going): void {
  const { action, frame } = turn;
  const [block = { actions: [] }] = action.branches;
  const indexes = [...frame.indexes, going.iterations.length];
  const round: Frame = { around: frame, loop: action, item: undefined, indexes, past: [] };
  run.turns += 1; // a loop with nothing in it must end too
  startBlock(run, { block, frame: round }, (status) => {
    going.iterations.push(status);
    decide(run, turn, { ...going, round });
  });
}

/** Ends the loop or goes on. */
function decide(run: Run, turn: Turn, { round, ...going }: Decision): void {
  const { until: ready, iterations } = going;
  const { action } = turn;
  const { inputs, source } = ready.condition;
  const evaluated = inputsOf(run, { ...turn, frame: round }, { inputs, current: action });
  if (!evaluated.ok) {
    const error = invalidCondition(action.name, evaluated.secret ? HIDDEN : evaluated.error.message);
    return fail(run, turn, { code: 'BadRequest', error, iterations });
  }
  const { value } = evaluated;
  if (typeof value !== 'boolean') {
    const error = invalidResult(action.name, { source, type: typeName(value), expected: 'Boolean' });
    return fail(run, turn, { code: error.code, error, iterations });
  }
  const isOver = iterations.length >= ready.rounds || run.now - turn.startedAt >= ready.time;
  if (!value && !isOver) return goRound(run, turn, going);
  if (!value && ready.failsAtLimit) {
    const error = {
      code: 'ActionFailed',
      message: `The loop '${action.name}' reached its limit before its condition held.`,
    };
    return fail(run, turn, { code: 'ActionFailed', error, iterations });
  }
  endContainer(run, turn, { status: iterations.at(-1) ?? 'Succeeded', iterations });
}

interface Failed {
  readonly code: string;
  readonly error: RunError;
  readonly iterations: readonly Status[];
}

function fail(run: Run, turn: Turn, failed: Failed): void {
  endTurn(run, turn, { status: 'Failed', ...failed });
}
