import { isArray, isObject, own, type Json, type JsonArray, type JsonObject } from '../../core/json.js';
import { Failure } from '../../expression/failure.js';
import { measure } from '../../expression/json-of.js';
import { prepare, type Prepared } from '../../expression/prepare.js';
import { typeName } from '../../expression/value.js';
import { budget, failed, guarded, ofInputs, type Spend } from './guarded.js';
import type { DataResult, DataRun, Outcome, ReadyDataAction } from './outcome.js';

/** An action that goes over the items of its input `from`. */
export interface ItemsAction {
  /** As messages name it. */
  readonly type: 'join' | 'query' | 'select' | 'table';
  /** The inputs that are evaluated once. */
  readonly once: Json;
  /** What is evaluated for each item, and where in the inputs it stands. */
  readonly perItem?: readonly PerItem[];
  /** What the history records, of the inputs that were evaluated; the same without this. */
  readonly recorded?: (once: JsonObject) => Json;
  /** Words a failure over an item. */
  readonly itemFailed?: (action: string, message: string) => string;
  /** May throw a `Failure`. */
  readonly make: (work: ItemsWork) => Outcome;
}

/** What is evaluated for each item. */
export interface PerItem {
  /** JSON Pointer within the inputs. */
  readonly pointer: string;
  readonly value: Json;
}

/** One run of such an action. */
export interface ItemsWork {
  readonly action: string;
  readonly items: JsonArray;
  readonly inputs: JsonObject;
  readonly spend: Spend;
  /** What the n-th of `perItem` comes to for an item. */
  each(index: number, item: Json): Json;
}

/** Reads the expressions of such an action. */
export function overItems(action: ItemsAction): ReadyDataAction {
  const once = prepare(action.once);
  const perItem = (action.perItem ?? []).map(({ pointer, value }) => ({ pointer, ...prepare(value) }));
  const placed = perItem.flatMap(({ pointer, problems }) =>
    problems.map((problem) => ({ ...problem, pointer: pointer + problem.pointer })),
  );
  const each = perItem.map(({ prepared }) => prepared);
  return { problems: [...once.problems, ...placed], run: (run) => goOver(action, { once: once.prepared, each, run }) };
}

interface Going {
  readonly once: Prepared;
  readonly each: readonly Prepared[];
  readonly run: DataRun;
}

function goOver(action: ItemsAction, { once, each, run }: Going): DataResult {
  const found = run.evaluate(once);
  let { secret } = found;
  if (!found.ok) {
    const { code, message } = found.error;
    return { outcome: failed('BadRequest', ofInputs(run.action, message), code), inputs: undefined, secret };
  }
  const inputs = isObject(found.value) ? found.value : {};
  const recorded = action.recorded && isObject(found.value) ? action.recorded(inputs) : found.value;
  const items = own(inputs, 'from') ?? null;
  if (!isArray(items)) return { outcome: wrongFrom(action.type, items), inputs: recorded, secret };
  const spend = budget();
  const ofItem = (index: number, item: Json): Json => {
    const prepared = each[index];
    if (prepared === undefined) return null;
    if (prepared.kind === 'constant') return counted(prepared.value, spend);
    const made = run.evaluate(prepared, item);
    secret ||= made.secret;
    if (made.ok) return counted(made.value, spend);
    const { code, message } = made.error;
    throw new Failure(action.itemFailed?.(run.action, message) ?? message, code);
  };
  const work: ItemsWork = { action: run.action, items, inputs, spend, each: ofItem };
  return { outcome: guarded(() => action.make(work)), inputs: recorded, secret };
}

function counted(value: Json, spend: Spend): Json {
  measure(value, spend);
  return value;
}

/** The table's message was measured by github:tomdam/flowforger, those of Query and Select are reported by users; that of Join is inferred. */
function wrongFrom(type: ItemsAction['type'], from: Json): Outcome {
  const wanted = type === 'table' ? "of type 'Array'" : 'an array';
  const is = `The 'from' property value in the '${type}' action inputs is of type '${typeName(from)}'`;
  return failed('BadRequest', `${is}. The value must be ${wanted}.`);
}

/** An object without some of its members, as it stands in a workflow; anything else as it is. */
export function without(inputs: Json, ...names: readonly string[]): Json {
  if (!isObject(inputs)) return inputs;
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !names.includes(name)));
}

/** A member of inputs as they stand in a workflow; null where there is none. */
export function member(inputs: Json, name: string): Json {
  return (isObject(inputs) ? own(inputs, name) : undefined) ?? null;
}
