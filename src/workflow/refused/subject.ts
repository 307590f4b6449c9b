import { HOLE } from '../../arm/hole.js';
import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { objectAt } from '../find.js';
import type { Workflow } from '../read-workflows.js';
import type { WorkflowStep } from '../steps.js';
import { orderOf, type Order } from './order.js';
import { functionCalls, textsOf, type FunctionCall, type WorkflowText } from './texts.js';
import { variablesOf, type Variables } from './variables.js';

/** A workflow that is checked, and what several rules look up in it. */
export interface WorkflowSubject extends Workflow {
  readonly actions: readonly WorkflowStep[];
  readonly triggers: readonly WorkflowStep[];
  /** The actions of each name, in lower case. */
  readonly actionsByName: ReadonlyMap<string, readonly WorkflowStep[]>;
  /** Whether there are steps that only the deployment knows. */
  readonly mayHaveMoreSteps: boolean;
  readonly order: Order;
  /** Whether it is known which action runs before which. */
  readonly isOrderKnown: boolean;
  readonly texts: readonly WorkflowText[];
  readonly functionCalls: readonly FunctionCall[];
  readonly variables: Variables;
}

/** What is to be checked of a workflow. */
export function subjectOf(workflow: Workflow): WorkflowSubject {
  const { steps } = workflow;
  const actions = steps.filter(({ kind }) => kind === 'action');
  const byName = new Map<string, WorkflowStep[]>();
  for (const step of actions) {
    const same = byName.get(step.name.toLowerCase());
    if (same) same.push(step);
    else byName.set(step.name.toLowerCase(), [step]);
  }
  const texts = textsOf(steps, workflow);
  const order = orderOf(steps);
  const mayHaveMoreSteps = hidesSteps(workflow.definition) || steps.some(({ value }) => hidesSteps(value));
  return {
    ...workflow,
    actions,
    triggers: steps.filter(({ kind }) => kind === 'trigger'),
    actionsByName: byName,
    mayHaveMoreSteps,
    order,
    isOrderKnown: !mayHaveMoreSteps && !order.isTooLarge && !steps.some(({ value }) => own(value, 'runAfter') === HOLE),
    texts,
    functionCalls: functionCalls(texts),
    variables: variablesOf(steps),
  };
}

/** Whether a list of actions, or an action in it, is only known when the template is deployed. */
function hidesSteps(holder: JsonObject): boolean {
  const lists = [holder, objectAt(holder, 'else'), objectAt(holder, 'default'), ...cases(holder)];
  const keys = ['else', 'default', 'cases', 'tools'];
  if (keys.some((key) => own(holder, key) === HOLE)) return true;
  return lists.some((list) => {
    const actions = own(list, 'actions');
    return actions === HOLE || (isObject(actions) && Object.values(actions).includes(HOLE));
  });
}

function cases(holder: JsonObject): readonly JsonObject[] {
  const all: Json[] = ['cases', 'tools'].flatMap((key) => Object.values(objectAt(holder, key)));
  return all.filter(isObject);
}
