import { own, type JsonObject } from '../../core/json.js';
import { typeName } from '../../expression/value.js';
import { branchNotTaken, invalidCondition, invalidResult } from '../messages.js';
import type { Run, Start, Turn } from '../model.js';
import type { RunError } from '../record.js';
import { inputsOf } from '../run/evaluate.js';
import { endContainer, endTurn, skipInside, skipOne, startBlock } from '../run/turn.js';
import { HIDDEN } from '../run/view.js';
import { readyCondition } from './condition.js';

/** If: runs one of its two branches, and skips the other. */
export function condition(written: JsonObject): Start {
  const { inputs, source } = readyCondition(own(written, 'expression'));
  return (run, turn) => {
    const { name } = turn.action;
    const evaluated = inputsOf(run, turn, { inputs });
    if (!evaluated.ok) {
      const error = invalidCondition(name, evaluated.secret ? HIDDEN : evaluated.error.message);
      return failContainer(run, turn, { code: 'BadRequest', error });
    }
    const { value } = evaluated;
    if (typeof value !== 'boolean') {
      const error = invalidResult(name, { source, type: typeName(value), expected: 'Boolean' });
      return failContainer(run, turn, { code: error.code, error });
    }
    takeBranch(run, turn, value ? 0 : 1);
  };
}

/** Ends a container that failed before anything in it ran. */
export function failContainer(
  run: Run,
  turn: Turn,
  { code, error }: { readonly code: string; readonly error: RunError },
): void {
  skipInside(run, turn.action, { frame: turn.frame, ended: { status: 'Failed', code } });
  endTurn(run, turn, { status: 'Failed', code, error });
}

/** Runs one branch of a container and skips the others; where there is no such branch, all. */
export function takeBranch(run: Run, turn: Turn, taken: number): void {
  const { frame, action } = turn;
  for (const [at, { actions }] of action.branches.entries()) {
    if (at === taken) continue;
    for (const one of actions) skipOne(run, one, { frame, error: branchNotTaken(one.name) });
  }
  const block = action.branches[taken] ?? { actions: [] };
  startBlock(run, { block, frame }, (status) => endContainer(run, turn, { status }));
}
