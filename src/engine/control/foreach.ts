import { isArray, isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { typeName } from '../../expression/value.js';
import { FOREACH_AT_ONCE, MAX_FOREACH_AT_ONCE, MAX_FOREACH_ITEMS } from '../limits.js';
import { foreachFailed, notAnArray } from '../messages.js';
import type { Run, Start, Turn } from '../model.js';
import { readyInputs } from '../ready/inputs.js';
import type { Status } from '../record.js';
import { inputsOf } from '../run/evaluate.js';
import { endContainer, startBlock } from '../run/turn.js';
import { HIDDEN } from '../run/view.js';
import { isInteger } from '../values/types.js';
import { failContainer } from './if.js';

/** Foreach: runs what is in it for each item. All items have their turn, also after one has failed. */
export function foreach(written: JsonObject, isNested: boolean): Start {
  const list = own(written, 'foreach');
  const inputs = readyInputs(list);
  const source = typeof list === 'string' ? list : '';
  const atOnce = isNested ? 1 : roundsAtOnce(written);
  return (run, turn) => {
    const { name } = turn.action;
    const evaluated = inputsOf(run, turn, { inputs });
    if (!evaluated.ok) {
      const error = foreachFailed(name, source, evaluated.secret ? HIDDEN : evaluated.error.message);
      return failContainer(run, turn, { code: error.code, error });
    }
    const { value, secret } = evaluated;
    if (!isArray(value)) {
      const error = notAnArray(name, source, typeName(value));
      return failContainer(run, turn, { code: error.code, error });
    }
    if (value.length > MAX_FOREACH_ITEMS) {
      const message = `The loop '${name}' has ${value.length} items, at most ${MAX_FOREACH_ITEMS} are possible.`;
      return failContainer(run, turn, { code: 'LimitExceeded', error: { code: 'LimitExceeded', message } });
    }
    goRound(run, turn, { items: value, isSecret: secret, atOnce });
  };
}

/** How many rounds may go at the same time. */
function roundsAtOnce(written: JsonObject): number {
  const options = own(written, 'operationOptions');
  if (typeof options === 'string' && /\bsequential\b/i.test(options)) return 1;
  const runtime = own(written, 'runtimeConfiguration');
  const concurrency = isObject(runtime) ? own(runtime, 'concurrency') : undefined;
  const given = isObject(concurrency) ? own(concurrency, 'repetitions') : undefined;
  if (given === undefined || !isInteger(given)) return FOREACH_AT_ONCE;
  return Math.min(Math.max(Number(given), 1), MAX_FOREACH_AT_ONCE);
}

interface Rounds {
  readonly items: readonly Json[];
  readonly isSecret: boolean;
  readonly atOnce: number;
}

function goRound(run: Run, turn: Turn, { items, isSecret, atOnce }: Rounds): void {
  const { action, frame } = turn;
  const [block = { actions: [] }] = action.branches;
  const iterations: Status[] = [];
  let next = 0;
  let ended = 0;
  const finish = () =>
    endContainer(run, turn, { status: iterations.includes('Failed') ? 'Failed' : 'Succeeded', iterations });
  const start = () => {
    const index = next;
    next += 1;
    run.turns += 1; // a loop with nothing in it takes time too
    const item = { value: items[index] ?? null, secret: isSecret };
    const round = { around: frame, loop: action, item, indexes: [...frame.indexes, index], past: [] };
    startBlock(run, { block, frame: round }, (status) => {
      iterations[index] = status;
      ended += 1;
      if (next < items.length) start();
      else if (ended === items.length) finish();
    });
  };
  if (items.length === 0) return finish();
  while (next < Math.min(atOnce, items.length)) start();
}
