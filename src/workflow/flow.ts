import { own, type Json } from '../core/json.js';
import type { Access, Call, Expression } from '../expression/syntax.js';
import { readTemplate } from '../expression/template.js';
import { objectAt } from './find.js';
import { below, distinct, isNamed, itemsOf, stepsIn, type Origin, type OutputStep } from './origin.js';
import type { WorkflowStep } from './steps.js';

/** What an expression is evaluated in. */
export interface Stand {
  readonly step: WorkflowStep | undefined;
  /** For each item of the step's own list: in a Select, a Query or a Table. */
  readonly perItem: boolean;
  /** Told of what an expression needs and does not pass on. `whole`: anything in it may matter. */
  readonly consume: (origins: readonly Origin[], whole: boolean) => void;
}

/** The steps of a workflow as expressions find them. */
export interface Flow {
  readonly triggers: readonly WorkflowStep[];
  /** By name, in lower case. */
  readonly actions: ReadonlyMap<string, WorkflowStep>;
  /** The steps that stand directly in a container. */
  readonly inside: ReadonlyMap<WorkflowStep, readonly WorkflowStep[]>;
  /** What is known of what steps are given; undefined while it is looked for. */
  readonly given: Map<WorkflowStep, readonly Origin[] | undefined>;
  /** How many steps are being followed. */
  following: number;
}

/** Actions that do something for each item of a list that they are given. */
export const itemActions: ReadonlySet<string> = new Set(['Select', 'Query', 'Table']);
/** Actions whose body is what they are given, or those of its items that fit. */
const handingActions: ReadonlySet<string> = new Set(['Compose', 'ParseJson', 'Query']);

/** How many steps are followed that hand on what they are given. */
const MAX_FOLLOWED = 100;

/** The flow of values through these steps. */
export function flowOf(steps: readonly WorkflowStep[]): Flow {
  const actions = new Map<string, WorkflowStep>();
  const inside = new Map<WorkflowStep, WorkflowStep[]>();
  for (const step of steps) {
    if (step.kind === 'action') actions.set(step.name.toLowerCase(), step);
    const siblings = step.parent && inside.get(step.parent);
    if (siblings) siblings.push(step);
    else if (step.parent) inside.set(step.parent, [step]);
  }
  const triggers = steps.filter(({ kind }) => kind === 'trigger');
  return { triggers, actions, inside, given: new Map(), following: 0 };
}

/** Where the list of a loop stands, or the value that an action hands on: the keys from the step down. */
export function givenAt({ type, kind }: WorkflowStep): readonly string[] | undefined {
  if (kind === 'trigger') return ['splitOn'];
  if (type === 'Foreach') return ['foreach'];
  if (type === 'Compose') return ['inputs'];
  if (type === 'ParseJson') return ['inputs', 'content'];
  return itemActions.has(type) ? ['inputs', 'from'] : undefined;
}

/** Where the value comes from that a step is given. Nothing where it leads to itself, or by too long a way. */
export function givenTo(flow: Flow, step: WorkflowStep): readonly Origin[] {
  if (flow.given.has(step) || flow.following > MAX_FOLLOWED) return flow.given.get(step) ?? [];
  const template = readTemplate(textAt(step, givenAt(step) ?? []));
  const origins =
    template.kind === 'expression' ? valueGiven(flow, template.expression, { step, consume: () => {} }) : [];
  flow.given.set(step, origins);
  return origins;
}

/** Evaluates the expression that gives a step its value, which means something else within itself. */
export function valueGiven(
  flow: Flow,
  expression: Expression,
  { step, consume }: { readonly step: WorkflowStep; readonly consume: Stand['consume'] },
): readonly Origin[] {
  flow.given.set(step, undefined);
  flow.following += 1;
  const origins = valueOf(flow, expression, { step, perItem: false, consume });
  flow.following -= 1;
  flow.given.set(step, origins);
  return origins;
}

function textAt({ value }: WorkflowStep, [first, second]: readonly string[]): string {
  if (first === undefined) return '';
  const found: Json | undefined = second === undefined ? own(value, first) : own(objectAt(value, first), second);
  return typeof found === 'string' ? found : '';
}

/** Where an expression's value comes from. What it needs besides is consumed. */
export function valueOf(flow: Flow, expression: Expression, stand: Stand): readonly Origin[] {
  if (expression.kind === 'access') return selected(flow, expression, stand);
  return expression.kind === 'call' ? called(flow, expression, stand) : [];
}

function selected(flow: Flow, { from, steps }: Access, stand: Stand): readonly Origin[] {
  let origins = valueOf(flow, from, stand);
  for (const { key } of steps) {
    const way = stepsIn(key);
    if (way === undefined) {
      stand.consume(valueOf(flow, key, stand), true);
      stand.consume(origins, true);
      origins = [];
    }
    for (const to of way ?? []) origins = goneTo(flow, origins, to);
  }
  return origins;
}

function goneTo(flow: Flow, origins: readonly Origin[], to: OutputStep): readonly Origin[] {
  return distinct(
    origins.flatMap((origin) => {
      const next = below(origin, to);
      return next === undefined ? [] : handedOn(flow, next);
    }),
  );
}

/** The origin itself or, where its step only hands on what it is given, where that comes from. */
export function handedOn(flow: Flow, origin: Origin): readonly Origin[] {
  const { step, path, isRecord } = origin;
  if (isRecord) return [origin];
  if (step.type === 'Compose' && path.length === 0) return givenTo(flow, step);
  return path.length === 1 && isNamed(path[0], 'body') ? bodyOf(flow, step) : [origin];
}

/** The body of a step's outputs. */
function bodyOf(flow: Flow, step: WorkflowStep): readonly Origin[] {
  if (handingActions.has(step.type)) return givenTo(flow, step);
  const isSplit = step.kind === 'trigger' && typeof own(step.value, 'splitOn') === 'string';
  // while it is looked for what the trigger splits on, its body is the whole one
  const isSplitting = flow.given.has(step) && flow.given.get(step) === undefined;
  return isSplit && !isSplitting ? itemsOf(givenTo(flow, step)) : [{ step, path: ['body'] }];
}

/** Functions whose value is, or is in, one of their arguments: from which on. What stands before only decides. */
const passing: ReadonlyMap<string, number> = new Map([
  ['json', 0],
  ['string', 0],
  ['coalesce', 0],
  ['if', 1],
  ['union', 0],
  ['intersection', 0],
]);
/** Functions whose value is what is left or made of their first argument; the others only say how. */
const reshaping: ReadonlySet<string> = new Set(
  'take skip sort reverse setproperty addproperty removeproperty'.split(' '),
);

function called(flow: Flow, call: Call, stand: Stand): readonly Origin[] {
  const name = call.name.toLowerCase();
  const [first, ...others] = call.arguments;
  const looked = references.get(name)?.(flow, first?.kind === 'text' ? first.value.toLowerCase() : undefined, stand);
  const values = call.arguments.map((argument) => valueOf(flow, argument, stand));
  if (looked) {
    for (const value of values) stand.consume(value, true);
    return distinct(looked);
  }
  const from = passing.get(name);
  if (from !== undefined) {
    for (const value of values.slice(0, from)) stand.consume(value, true);
    return distinct(values.slice(from).flat());
  }
  const [value = [], ...rest] = values;
  for (const other of rest) stand.consume(other, true);
  if (name === 'first' || name === 'last') return itemsOf(value);
  if (reshaping.has(name)) return value;
  const isMeasured = (name === 'length' || name === 'empty') && others.length === 0;
  stand.consume(value, !isMeasured);
  return [];
}

/** What a function that refers to steps gives; `name` is its first argument where that is a text, in lower case. */
type Reference = (flow: Flow, name: string | undefined, stand: Stand) => readonly Origin[];

const body: Reference = (flow, name) => actionsOf(flow, name).flatMap((step) => bodyOf(flow, step));
const outputs: Reference = (flow, name) => actionsOf(flow, name).flatMap((step) => handedOn(flow, { step, path: [] }));
const triggerBody: Reference = (flow) => flow.triggers.flatMap((step) => bodyOf(flow, step));
const items: Reference = (flow, name) => actionsOf(flow, name).flatMap((step) => itemsOf(givenTo(flow, step)));
/** A function that takes a part of a body apart: which one is not followed. */
const consumed =
  (reference: Reference): Reference =>
  (flow, name, stand) => {
    stand.consume(reference(flow, name, stand), true);
    return [];
  };

const references: ReadonlyMap<string, Reference> = new Map<string, Reference>([
  ['body', body],
  ['actionbody', body],
  ['outputs', outputs],
  ['actionoutputs', outputs],
  ['actions', (flow, name) => actionsOf(flow, name).map((step) => ({ step, path: [], isRecord: true }))],
  ['triggerbody', triggerBody],
  ['triggeroutputs', (flow) => flow.triggers.map((step) => ({ step, path: [] }))],
  ['trigger', (flow) => flow.triggers.map((step) => ({ step, path: [], isRecord: true }))],
  ['items', items],
  ['item', (flow, _, stand) => itemHere(flow, stand)],
  ['result', consumed((flow, name) => actionsOf(flow, name).flatMap((step) => allInside(flow, step)))],
  ['formdatavalue', consumed(body)],
  ['formdatamultivalues', consumed(body)],
  ['multipartbody', consumed(body)],
  ['triggerformdatavalue', consumed(triggerBody)],
  ['triggerformdatamultivalues', consumed(triggerBody)],
  ['triggermultipartbody', consumed(triggerBody)],
]);

function actionsOf(flow: Flow, name: string | undefined): readonly WorkflowStep[] {
  const step = name === undefined ? undefined : flow.actions.get(name);
  return step === undefined ? [] : [step];
}

function allInside(flow: Flow, step: WorkflowStep): readonly Origin[] {
  return (flow.inside.get(step) ?? []).map((inner) => ({ step: inner, path: [] }));
}

/** The item of the list that the expression is evaluated for, or of the innermost loop around it. */
function itemHere(flow: Flow, { step, perItem }: Stand): readonly Origin[] {
  if (step && perItem) return itemsOf(givenTo(flow, step));
  let around = step?.parent;
  while (around && around.type !== 'Foreach') around = around.parent;
  return around ? itemsOf(givenTo(flow, around)) : [];
}
