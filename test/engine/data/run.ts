import { own, type Json, type JsonObject } from '../../../src/core/json.js';
import type { Answer, Context } from '../../../src/expression/context.js';
import { evaluatePrepared } from '../../../src/expression/evaluate.js';
import { dataActions } from '../../../src/engine/data/actions.js';
import type { DataResult, DataRun } from '../../../src/engine/data/outcome.js';

/** What stands around an action: its name, what `variables()` gives, what `outputs()` gives, which variables are secret. */
export interface Around {
  readonly action?: string;
  readonly variables?: JsonObject;
  readonly actions?: ReadonlyMap<string, JsonObject>;
  readonly secrets?: readonly string[];
}

function contextOf({ variables = {}, actions, secrets = [] }: Around, item: Json | undefined): Context {
  const answer = (value: Json | undefined, secret = false): Answer | undefined =>
    value === undefined ? undefined : { value, secret };
  return {
    now: () => '2026-01-01T00:00:00.0000000Z',
    random: () => 0,
    find: (source, name) => {
      if (source === 'item') return answer(item);
      if (source === 'variable') return answer(own(variables, name), secrets.includes(name));
      return source === 'action' ? answer(actions?.get(name)) : undefined;
    },
  };
}

/** The run of an action named `A`, unless another name is given. */
export function runIn(around: Around = {}): DataRun {
  const { action = 'A' } = around;
  return { action, evaluate: (prepared, item) => evaluatePrepared(prepared, contextOf(around, item)) };
}

/** One run of an action of a type. */
export function ran(type: string, inputs: Json, around: Around = {}): DataResult {
  const ready = dataActions.get(type)?.(inputs);
  if (!ready) throw new Error(`No action of type ${type}.`);
  expect(ready.problems).toEqual([]);
  return ready.run(runIn(around));
}

/** The body, or the code and the message of the error. */
export function bodyOf({ outcome }: DataResult): unknown {
  if (outcome.ok) return (outcome.outputs as JsonObject)['body']; // data actions give an object
  return `${outcome.code}: ${outcome.error.message}`;
}
