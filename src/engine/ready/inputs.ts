import type { Json } from '../../core/json.js';
import type { Context } from '../../expression/context.js';
import { evaluatePrepared, type Evaluated } from '../../expression/evaluate.js';
import { prepare, type PlacedProblem, type Prepared } from '../../expression/prepare.js';

/** A value of a workflow with its expressions read. */
export interface Inputs {
  readonly prepared: Prepared;
  /** Why it cannot be evaluated: the first expression that is none. */
  readonly problem?: string;
}

/** Reads the expressions of a value, once. */
export function readyInputs(value: Json | undefined): Inputs {
  const { prepared, problems } = prepare(value ?? null);
  return { prepared, ...problemOf(problems) };
}

/** The first of the problems, where there is one. */
export function problemOf([problem]: readonly PlacedProblem[]): { readonly problem?: string } {
  return problem === undefined ? {} : { problem: problem.message };
}

/** Evaluates what was read; the message of an error names no action. */
export function evaluateInputs({ prepared, problem }: Inputs, context: Context): Evaluated {
  if (problem === undefined) return evaluatePrepared(prepared, context);
  return { ok: false, error: { code: 'InvalidTemplate', message: problem }, secret: false };
}
