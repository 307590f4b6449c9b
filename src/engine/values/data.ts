import type { Json } from '../../core/json.js';
import type { Evaluated } from '../../expression/evaluate.js';
import type { DataAction, DataResult } from '../data/outcome.js';
import { MAX_TURNS } from '../limits.js';
import { INVALID_INPUTS } from '../messages.js';
import type { Start } from '../model.js';
import type { Ending } from '../run/ending.js';
import { evaluateInputs, problemOf } from '../ready/inputs.js';
import type { RunError } from '../record.js';
import { contextOf } from '../run/context.js';
import { notEvaluated } from '../run/evaluate.js';
import { endTurn } from '../run/turn.js';
import { HIDDEN } from '../run/view.js';

/** An action that asks nobody and changes nothing. */
export function dataStart(action: DataAction, written: Json | undefined): Start {
  const ready = action(written ?? null);
  const { problem } = problemOf(ready.problems);
  return (run, turn) => {
    const { frame } = turn;
    const { name } = turn.action;
    if (problem !== undefined) {
      const error = { code: 'InvalidTemplate', message: problem } as const;
      return endTurn(run, turn, notEvaluated(name, { ok: false, error, secret: false }));
    }
    const result = ready.run({
      action: name,
      evaluate: (prepared, item) => {
        if (run.turns > MAX_TURNS) return TOO_MUCH;
        const stand = item === undefined ? { frame } : { frame, item: { value: item } };
        return evaluateInputs({ prepared }, contextOf(run, stand));
      },
    });
    endTurn(run, turn, endingOf(result));
  };
}

/** What an item comes to when the run has taken too much. */
const TOO_MUCH: Evaluated = {
  ok: false,
  error: { code: 'LimitExceeded', message: 'The expressions of the run take too much.' },
  secret: false,
};

function endingOf({ outcome, inputs, secret }: DataResult): Ending {
  const shown = { inputs, outputs: outcome.outputs, secretInputs: secret, secretOutputs: secret };
  if (outcome.ok) return { ...shown, status: 'Succeeded', code: 'OK' };
  return { ...shown, status: 'Failed', code: outcome.code, error: errorOf(outcome.error, secret) };
}

/** The error as expressions see it. What it says may show what is hidden. */
function errorOf({ code, message }: RunError, isSecret: boolean): RunError {
  if (isSecret) return { code, message: HIDDEN };
  return { code, message, ...(code === 'InvalidTemplate' && { messageTemplate: INVALID_INPUTS }) };
}
