import type { Expression } from '../expression/syntax.js';
import type { WorkflowStep } from './steps.js';

/** An item of an array, whichever. */
export const ITEM = { step: 'item' } as const;

/** A property's name, or an item of an array. */
export type OutputStep = string | typeof ITEM;

/** Where a value comes from: a part of the outputs of a trigger or an action. */
export interface Origin {
  readonly step: WorkflowStep;
  /** From the outputs down: `['body', 'choices', ITEM]`. A longer way is cut to {@link MAX_PATH} steps. */
  readonly path: readonly OutputStep[];
  /** It is not the outputs but the record of the run that holds them: `actions('A')`. */
  readonly isRecord?: boolean;
}

/** How many steps of a way into the outputs are kept. */
const MAX_PATH = 50;
/** From how many parts of outputs a value may come; of more, whole outputs are taken. */
const MAX_ORIGINS = 50;

/** The part that a step leads to; undefined for a part of a record that is none of the outputs. */
export function below(origin: Origin, to: OutputStep): Origin | undefined {
  const { step, path, isRecord } = origin;
  if (!isRecord) return path.length < MAX_PATH ? { step, path: [...path, to] } : origin;
  return isNamed(to, 'outputs') ? { step, path } : undefined;
}

/** The items of each. */
export function itemsOf(origins: readonly Origin[]): Origin[] {
  return origins.flatMap((origin) => below(origin, ITEM) ?? []);
}

/** Whether the step is a property of this name, which is in lower case: the service compares names without case. */
export function isNamed(step: OutputStep | undefined, name: string): boolean {
  return typeof step === 'string' && step.toLowerCase() === name;
}

/** The way that a key leads, or undefined where only a run knows it. A slash in a name separates steps, as the service has it. */
export function stepsIn(key: Expression): readonly OutputStep[] | undefined {
  if (key.kind === 'text') return key.value.split('/');
  return key.kind === 'integer' ? [ITEM] : undefined;
}

/** Each once; where there are too many, the whole outputs of each step. */
export function distinct(origins: readonly Origin[]): readonly Origin[] {
  if (origins.length < 2) return origins;
  const all = [...new Map(origins.map((origin) => [keyOf(origin), origin])).values()];
  if (all.length <= MAX_ORIGINS) return all;
  return [...new Map(all.map(({ step }) => [step, { step, path: [] }])).values()];
}

function keyOf({ step, path, isRecord }: Origin): string {
  return JSON.stringify([step.pointer, isRecord ?? false, path]);
}
