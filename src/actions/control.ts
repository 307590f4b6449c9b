import type { Json, JsonObject } from '../core/json.js';
import { literal } from '../designer/expression.js';
import { expr, type Expr, type Input } from './expression.js';
import { actionsOf, connectionsIn, type Steps } from './sequence.js';
import { actionName, step, type Step, type StepOptions } from './step.js';
import { written } from './written.js';

/** Steps that succeed or fail as one. */
export function scope(title: string, steps: Steps, options: StepOptions = {}): Step<never> {
  return container(title, { type: 'Scope', actions: actionsOf(steps) }, { steps, ...options });
}

/** What {@link forEach} does. */
export interface LoopOptions<T> extends StepOptions {
  readonly steps: (item: Expr<T>) => Steps;
  /** How many rounds run at once: 1 to 50. The service's own default is 20, ours 1: in order, so that what is written is. */
  readonly concurrency?: number;
}

/** Steps for each item of a list. */
export function forEach<T>(
  title: string,
  list: Expr<readonly T[]>,
  { steps, concurrency = 1, ...options }: LoopOptions<T>,
): Step<never> {
  const inner = steps(expr(`items(${literal(actionName(title))})`));
  const value = {
    type: 'Foreach',
    foreach: list.written,
    actions: actionsOf(inner),
    runtimeConfiguration: { concurrency: { repetitions: concurrency } },
  };
  return container(title, value, { steps: inner, ...options });
}

/** Steps where the condition holds, and others where it does not. */
export function when(
  title: string,
  condition: Expr<boolean>,
  { steps, otherwise = [] }: { readonly steps: Steps; readonly otherwise?: Steps },
): Step<never> {
  const value = {
    type: 'If',
    expression: { and: [{ equals: [condition.written, true] }] },
    actions: actionsOf(steps),
    else: { actions: actionsOf(otherwise) },
  };
  return container(title, value, { steps: [...steps, ...otherwise] });
}

/** The steps of the case that the value is; those of `otherwise` where it is none. */
export function choose<T extends string | number>(
  title: string,
  value: Expr<T>,
  { cases, otherwise = [] }: { readonly cases: readonly (readonly [T, Steps])[]; readonly otherwise?: Steps },
): Step<never> {
  const made = cases.map(
    ([of, steps], index) => [`Case_${index + 1}`, { case: of, actions: actionsOf(steps) }] as const,
  );
  const all = [...cases.flatMap(([, steps]) => steps), ...otherwise];
  const parts = {
    type: 'Switch',
    expression: value.written,
    cases: Object.fromEntries(made),
    default: { actions: actionsOf(otherwise) },
  };
  return container(title, parts, { steps: all });
}

/** What {@link until} takes. The service's own limits are 60 rounds and an hour. */
export interface UntilOptions extends StepOptions {
  readonly count?: number;
  /** ISO 8601, such as `PT1H`. */
  readonly timeout?: string;
}

/** Steps again and again until the condition holds, or so many times. */
export function until(
  title: string,
  condition: Expr<boolean>,
  { steps, count = 60, timeout = 'PT1H', ...options }: UntilOptions & { readonly steps: Steps },
): Step<never> {
  const value = {
    type: 'Until',
    expression: condition.written,
    limit: { count, timeout },
    actions: actionsOf(steps),
  };
  return container(title, value, { steps, ...options });
}

/** Ends the run. */
export function terminate(
  title: string,
  end:
    | { readonly status: 'Succeeded' | 'Cancelled' }
    | {
        readonly status: 'Failed';
        readonly error: { readonly code: Input<string>; readonly message: Input<string> };
      },
): Step<never> {
  const { status } = end;
  const failed = end.status === 'Failed' ? { runError: written(end.error) } : {};
  return step(title, { value: { type: 'Terminate', inputs: { runStatus: status, ...failed } } });
}

/** Waits so long. */
export function wait(
  title: string,
  interval: { readonly count: Input<number>; readonly unit: 'Second' | 'Minute' | 'Hour' | 'Day' },
): Step<never> {
  const value: { readonly [key: string]: Json } = { type: 'Wait', inputs: { interval: written({ ...interval }) } };
  return step(title, { value });
}

function container(title: string, value: JsonObject, { steps, ...options }: StepOptions & { readonly steps: Steps }) {
  const { runtimeConfiguration, ...others } = value;
  const made = step<never>(title, { ...options, value: others, connections: connectionsIn(steps) });
  if (runtimeConfiguration === undefined) return made;
  const secured = made.value['runtimeConfiguration'] as JsonObject | undefined; // what `step` made
  return {
    ...made,
    value: { ...made.value, runtimeConfiguration: { ...secured, ...(runtimeConfiguration as JsonObject) } },
  };
}
