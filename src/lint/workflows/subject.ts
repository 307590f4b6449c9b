import { child } from '../../core/pointer.js';
import type { Expression } from '../../expression/syntax.js';
import { itemActions, flowOf, valueOf, type Flow } from '../../workflow/flow.js';
import { distinct, type Origin } from '../../workflow/origin.js';
import type { Workflow } from '../../workflow/read-workflows.js';
import { subjectOf, type WorkflowSubject } from '../../workflow/refused/subject.js';
import { callsIn, expressionsIn, nameIn, type WorkflowText } from '../../workflow/refused/texts.js';
import type { WorkflowStep } from '../../workflow/steps.js';
import { keyPlaces, type KeyPlace } from './key-places.js';
import { modelCallsOf } from './model-calls.js';

/** A version of an API that its service answers no more. */
export interface RetiredVersion {
  readonly version: string;
  /** The end of the host that it is a version of, such as `.contoso.com`. */
  readonly host: string;
  /** The day, as ISO 8601. */
  readonly on: string;
}

/** What rules about playbooks look up. */
export interface PlaybookSubject extends WorkflowSubject {
  readonly flow: Flow;
  /** Where all comes from that an expression reads, through variables too: parts of the outputs of steps. */
  readonly sourcesOf: (expression: Expression, at: WorkflowText) => readonly Origin[];
  /** The actions that ask a language model. */
  readonly modelCalls: ReadonlySet<WorkflowStep>;
  /** Where calls take keys. */
  readonly keyPlaces: readonly KeyPlace[];
  /** The versions that a shipped connector knows to be over; asked only where an address names one. */
  readonly retired: () => readonly RetiredVersion[];
}

/** What is to be checked of a playbook. */
export function playbookSubject(workflow: Workflow, retired: PlaybookSubject['retired']): PlaybookSubject {
  const subject = subjectOf(workflow);
  const flow = flowOf(workflow.steps);
  return {
    ...subject,
    flow,
    sourcesOf: sources(subject, flow),
    modelCalls: modelCallsOf(workflow.steps),
    keyPlaces: keyPlaces(subject),
    retired,
  };
}

/** How many variables are followed that are made of one another. */
const MAX_FOLLOWED = 100;

function sources({ texts, variables }: WorkflowSubject, flow: Flow): PlaybookSubject['sourcesOf'] {
  const assigning = assignedTo(texts, variables);
  const ofVariable = new Map<string, readonly Origin[]>();
  let following = 0;
  const variable = (name: string): readonly Origin[] => {
    const known = ofVariable.get(name);
    if (known || following > MAX_FOLLOWED) return known ?? [];
    ofVariable.set(name, []); // so that a variable that is made of itself ends
    following += 1;
    const given = (assigning.get(name) ?? []).flatMap((at) => expressionsIn(at).flatMap((one) => follow(one, at)));
    following -= 1;
    const all = distinct(given);
    ofVariable.set(name, all);
    return all;
  };
  const follow = (expression: Expression, at: WorkflowText): readonly Origin[] => {
    const { step } = at;
    const perItem = step !== undefined && itemActions.has(step.type);
    const consumed: Origin[] = [];
    const value = valueOf(flow, expression, { step, perItem, consume: (origins) => void consumed.push(...origins) });
    const names = callsIn(expression).flatMap((call) =>
      call.name.toLowerCase() === 'variables' ? (nameIn(call)?.toLowerCase() ?? []) : [],
    );
    return distinct([...value, ...consumed, ...names.flatMap(variable)]);
  };
  const known = new Map<Expression, readonly Origin[]>();
  return (expression, at) => {
    const found = known.get(expression) ?? follow(expression, at);
    known.set(expression, found);
    return found;
  };
}

/** The texts of the values that variables are given, by the variable's name in lower case. */
function assignedTo(
  texts: readonly WorkflowText[],
  { declared, changed }: WorkflowSubject['variables'],
): ReadonlyMap<string, readonly WorkflowText[]> {
  const names = new Map<string, string>([
    ...declared.map(({ name, pointer }) => [`${pointer}/value`, name.toLowerCase()] as const),
    ...changed.map(({ name, step }) => [`${step.pointer}/inputs/value`, name.toLowerCase()] as const),
  ]);
  const found = new Map<string, WorkflowText[]>();
  for (const at of texts) {
    const [inputs, key] = at.path;
    if (at.step === undefined || inputs !== 'inputs') continue;
    const length = key === 'variables' ? 4 : 2; // inputs/variables/0/value, inputs/value
    const name = names.get(at.path.slice(0, length).reduce(child, at.step.pointer));
    if (name === undefined) continue;
    const others = found.get(name);
    if (others) others.push(at);
    else found.set(name, [at]);
  }
  return found;
}
