import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { typeName } from '../../expression/value.js';
import { branchNotTaken, invalidCondition, invalidResult, switchTypes } from '../messages.js';
import type { Run, Start, Turn } from '../model.js';
import { readyInputs } from '../ready/inputs.js';
import { inputsOf } from '../run/evaluate.js';
import { endContainer, remember, skipInside, skipOne } from '../run/turn.js';
import { HIDDEN } from '../run/view.js';
import { isInteger } from '../values/types.js';
import { failContainer, takeBranch } from './if.js';

/** Switch: runs the case whose value is that of its expression, else the default. The branches are the cases, then the default. */
export function switching(written: JsonObject): Start {
  const source = own(written, 'expression');
  const inputs = readyInputs(source);
  const cases = own(written, 'cases');
  const values = isObject(cases)
    ? Object.values(cases).map((one) => (isObject(one) ? (own(one, 'case') ?? null) : null))
    : [];
  return (run, turn) => {
    const { name } = turn.action;
    const evaluated = inputsOf(run, turn, { inputs });
    if (!evaluated.ok) {
      const error = invalidCondition(name, evaluated.secret ? HIDDEN : evaluated.error.message);
      return failContainer(run, turn, { code: 'BadRequest', error });
    }
    const { value } = evaluated;
    if (typeof value !== 'string' && !isInteger(value)) {
      const shown = {
        source: typeof source === 'string' ? source : '',
        type: typeName(value),
        expected: 'String, Integer',
      };
      const error = invalidResult(name, shown);
      return failContainer(run, turn, { code: error.code, error });
    }
    if (values.some((one) => typeName(one) !== typeName(value))) return failTypes(run, turn, { value, values });
    const hit = values.findIndex((one) => String(one) === String(value)); // all are of one type
    takeBranch(run, turn, hit < 0 ? values.length : hit);
  };
}

/** Cases of another type than the value fail all that is in them, and the default with them: measured by github:tomdam/flowforger. */
function failTypes(
  run: Run,
  turn: Turn,
  { value, values }: { readonly value: Json; readonly values: readonly Json[] },
): void {
  const { frame, action } = turn;
  const given = typeName(value);
  const wrong = values.find((one) => typeName(one) !== given) ?? null;
  for (const [at, { actions }] of action.branches.entries()) {
    const of = at < values.length ? (values[at] ?? null) : wrong;
    for (const one of actions) {
      if (typeName(of) === given) {
        skipOne(run, one, { frame, error: branchNotTaken(one.name) });
        continue;
      }
      const code = 'InternalServerError';
      const error = switchTypes(one.name, given, typeName(of));
      remember(run, { action: one, frame, startedAt: run.now }, { status: 'Failed', code, error });
      skipInside(run, one, { frame, ended: { status: 'Failed', code } });
    }
  }
  endContainer(run, turn, { status: 'Failed' });
}
