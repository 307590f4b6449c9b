import type { Json } from '../../core/json.js';
import type { Start } from '../model.js';
import { readyInputs } from '../ready/inputs.js';
import { inputsOf, notEvaluated } from '../run/evaluate.js';
import { endTurn } from '../run/turn.js';

/** Compose: its inputs are its outputs. */
export function compose(written: Json | undefined): Start {
  const inputs = readyInputs(written);
  return (run, turn) => {
    const evaluated = inputsOf(run, turn, { inputs });
    if (!evaluated.ok) return endTurn(run, turn, notEvaluated(turn.action.name, evaluated));
    const { value, secret } = evaluated;
    const shown = { inputs: value, outputs: value, secretInputs: secret, secretOutputs: secret };
    endTurn(run, turn, { status: 'Succeeded', code: 'OK', ...shown });
  };
}
