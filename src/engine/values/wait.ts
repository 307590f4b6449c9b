import { isObject, own, type Json } from '../../core/json.js';
import type { Run, Start } from '../model.js';
import { readyInputs } from '../ready/inputs.js';
import { badRequest, inputsOf, notEvaluated } from '../run/evaluate.js';
import { endTurn } from '../run/turn.js';
import { isInteger } from './types.js';

/** The units of a delay, in milliseconds. A month has 30 days here: not documented. */
const units: ReadonlyMap<string, number> = new Map([
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['week', 7 * 86_400_000],
  ['month', 30 * 86_400_000],
]);

/** Wait: a delay, or until a moment, on the run's clock. */
export function wait(written: Json | undefined): Start {
  const inputs = readyInputs(written);
  return (run, turn) => {
    const evaluated = inputsOf(run, turn, { inputs });
    if (!evaluated.ok) return endTurn(run, turn, notEvaluated(turn.action.name, evaluated));
    const shown = { inputs: evaluated.value, secretInputs: evaluated.secret };
    const time = endOf(run, evaluated.value);
    if (time === undefined) {
      const message = "A delay must have an 'interval' with a 'count' and a 'unit', or an 'until' with a 'timestamp'.";
      return endTurn(run, turn, badRequest(message, shown));
    }
    run.queue.later(Math.max(time, run.now), () => endTurn(run, turn, { status: 'Succeeded', code: 'OK', ...shown }));
  };
}

function endOf(run: Run, inputs: Json): number | undefined {
  if (!isObject(inputs)) return undefined;
  const interval = own(inputs, 'interval');
  const until = own(inputs, 'until');
  if (isObject(interval)) {
    const count = own(interval, 'count');
    const unit = own(interval, 'unit');
    const length = typeof unit === 'string' ? units.get(unit.toLowerCase()) : undefined;
    const times = typeof count === 'string' && /^\d{1,15}$/.test(count) ? Number(count) : (count ?? null);
    return length !== undefined && isInteger(times) && times >= 0 ? run.now + Number(times) * length : undefined;
  }
  const moment = isObject(until) ? own(until, 'timestamp') : undefined;
  const time = typeof moment === 'string' ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
