import { own, type JsonObject } from '../../core/json.js';
import { objectAt } from '../find.js';
import type { WorkflowStep } from '../steps.js';

/** In which order the actions of a workflow run. */
export interface Order {
  /** The list of actions that one stands in, by lower-case name. */
  siblings(step: WorkflowStep): ReadonlyMap<string, WorkflowStep>;
  /** All actions of its own list that one runs after, by whatever way. */
  allBefore(step: WorkflowStep): ReadonlySet<WorkflowStep>;
  /**
   * Whether `step` may read `other`: it, or a container around it, stands in a list of actions before `step` or a container around that.
   * An Until may read what is in it. Measured by others, see `sources.ts`.
   */
  mayRead(step: WorkflowStep, other: WorkflowStep): boolean;
  /** Whether there are so many actions that it is not looked at which comes before which: the service refuses them anyway. */
  readonly isTooLarge: boolean;
}

/** More actions than these are not held against each other. */
const MAX_ACTIONS = 1000;
/** As many entries of `runAfter` no workflow has that anybody wrote. */
const MAX_ENTRIES = 5000;

/** The order of these steps. */
export function orderOf(steps: readonly WorkflowStep[]): Order {
  const lists = new Map<string, Map<string, WorkflowStep>>();
  let entries = 0;
  for (const step of steps) {
    if (step.kind !== 'action') continue;
    entries += Object.keys(runAfterOf(step)).length;
    const list = lists.get(listOf(step)) ?? new Map<string, WorkflowStep>();
    lists.set(listOf(step), list);
    if (!list.has(step.name.toLowerCase())) list.set(step.name.toLowerCase(), step);
  }
  const siblings = (step: WorkflowStep) => lists.get(listOf(step)) ?? new Map<string, WorkflowStep>();
  const before = (step: WorkflowStep) =>
    Object.keys(runAfterOf(step)).flatMap((name) => siblings(step).get(name.toLowerCase()) ?? []);
  const known = new Map<WorkflowStep, ReadonlySet<WorkflowStep>>();
  const allBefore = (step: WorkflowStep) => {
    const found = known.get(step) ?? reached(step, before);
    known.set(step, found);
    return found;
  };
  const mayRead = (step: WorkflowStep, other: WorkflowStep) => {
    const around = new Map(chainOf(other).map((one) => [listOf(one), one] as const));
    if (step.type.toLowerCase() === 'until' && step !== other && chainOf(other).includes(step)) return true;
    return chainOf(step).some((one) => {
      const its = around.get(listOf(one));
      return its !== undefined && its !== one && allBefore(one).has(its);
    });
  };
  const isTooLarge = steps.length > MAX_ACTIONS || entries > MAX_ENTRIES;
  return { siblings, allBefore, mayRead, isTooLarge };
}

/** What an action runs after, with the statuses; an empty object where it says nothing of use. */
export function runAfterOf(step: WorkflowStep): JsonObject {
  return objectAt(step.value, 'runAfter');
}

/** A step and the containers around it, from the inside. */
export function chainOf(step: WorkflowStep): readonly WorkflowStep[] {
  const chain = [step];
  for (let one = step.parent; one; one = one.parent) chain.push(one);
  return chain;
}

/** The pointer to the list of actions that a step stands in. */
function listOf({ pointer }: WorkflowStep): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

function reached(
  step: WorkflowStep,
  before: (step: WorkflowStep) => readonly WorkflowStep[],
): ReadonlySet<WorkflowStep> {
  const found = new Set<WorkflowStep>();
  const open = [...before(step)];
  for (let one = open.pop(); one; one = open.pop()) {
    if (found.has(one)) continue;
    found.add(one);
    open.push(...before(one));
  }
  return found;
}

/** The value under a key of the step's inputs. */
export function inputOf(step: WorkflowStep, key: string) {
  return own(objectAt(step.value, 'inputs'), key);
}
