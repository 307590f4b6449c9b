import { hasHole, HOLE } from '../../arm/hole.js';
import { isArray, isObject, own, type Json } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import type { WorkflowStep } from '../steps.js';
import { isOfOpenType } from './open-values.js';
import { inputOf } from './order.js';

/** A variable where it is initialized. */
export interface DeclaredVariable {
  readonly name: string;
  readonly step: WorkflowStep;
  /** Where the entry stands that declares it. */
  readonly pointer: string;
  /** As written; undefined where it is missing or not known. */
  readonly type: string | undefined;
  readonly value: Json | undefined;
}

/** A variable where an action changes it. */
export interface ChangedVariable {
  readonly name: string;
  readonly step: WorkflowStep;
  /** In lower case. */
  readonly by: string;
  /** Where its name stands. */
  readonly pointer: string;
  readonly value: Json | undefined;
}

/** The variables of a workflow. */
export interface Variables {
  readonly declared: readonly DeclaredVariable[];
  readonly changed: readonly ChangedVariable[];
  /** The first declaration of each, by lower-case name. */
  readonly byName: ReadonlyMap<string, DeclaredVariable>;
  /** Whether there may be more, which only the deployment knows. */
  readonly mayBeMore: boolean;
}

const changingTypes: ReadonlySet<string> = new Set(
  ['SetVariable', 'IncrementVariable', 'DecrementVariable', 'AppendToStringVariable', 'AppendToArrayVariable'].map(
    (type) => type.toLowerCase(),
  ),
);

/** The variables that these steps declare and change. */
export function variablesOf(steps: readonly WorkflowStep[]): Variables {
  const declared: DeclaredVariable[] = [];
  const changed: ChangedVariable[] = [];
  let mayBeMore = false;
  for (const step of steps) {
    const type = step.type.toLowerCase();
    mayBeMore ||= step.kind === 'action' && isOfOpenType(step);
    if (type === 'initializevariable') {
      declared.push(...declaredBy(step));
      mayBeMore ||= hidesSome(step);
    }
    const name = changingTypes.has(type) ? inputOf(step, 'name') : undefined;
    if (typeof name !== 'string' || hasHole(name)) continue;
    const pointer = child(child(step.pointer, 'inputs'), 'name');
    changed.push({ name, step, by: type, pointer, value: inputOf(step, 'value') });
  }
  const byName = new Map<string, DeclaredVariable>();
  for (const one of declared) if (!byName.has(one.name.toLowerCase())) byName.set(one.name.toLowerCase(), one);
  return { declared, changed, byName, mayBeMore };
}

function hidesSome(step: WorkflowStep): boolean {
  const list = inputOf(step, 'variables');
  if (own(step.value, 'inputs') === HOLE || list === HOLE) return true;
  const isHidden = (entry: Json) =>
    entry === HOLE ||
    (isObject(entry) && typeof own(entry, 'name') === 'string' && hasHole(String(own(entry, 'name'))));
  return isArray(list) && list.some(isHidden);
}

function declaredBy(step: WorkflowStep): readonly DeclaredVariable[] {
  const list = inputOf(step, 'variables');
  if (!isArray(list)) return [];
  const pointer = child(child(step.pointer, 'inputs'), 'variables');
  return list.flatMap((entry, index) => {
    const name = isObject(entry) ? own(entry, 'name') : undefined;
    if (!isObject(entry) || typeof name !== 'string' || hasHole(name)) return [];
    const type = own(entry, 'type');
    const known = typeof type === 'string' && !hasHole(type) ? type : undefined;
    return [{ name, step, pointer: child(pointer, index), type: known, value: own(entry, 'value') }];
  });
}
