import type { Json, JsonObject } from '../../src/core/json.js';
import type { Call, Reply } from '../../src/engine/effects.js';
import type { ReadyWorkflow, RunOptions } from '../../src/engine/model.js';
import { readyWorkflow } from '../../src/engine/ready-workflow.js';
import type { Attempt, RunRecord } from '../../src/engine/record.js';
import { runWorkflow } from '../../src/engine/run-workflow.js';

/** When the runs of tests begin. */
export const START = Date.UTC(2026, 0, 15, 10, 30);

/** What a test gives beside the actions. */
export interface Given extends Partial<RunOptions> {
  /** What the definition has beside its actions. */
  readonly definition?: JsonObject;
  /** The answers of actions by their names, one after the other; the last one is repeated. */
  readonly replies?: Readonly<Record<string, readonly Reply[]>>;
}

/** A run, and what it sent. */
export interface Ran {
  readonly record: RunRecord;
  readonly calls: readonly Call[];
}

/** A workflow with these actions, ready to run. */
export function readied(actions: JsonObject, definition: JsonObject = {}): ReadyWorkflow {
  const { ready, findings } = readyWorkflow({ triggers: { manual: { type: 'Request' } }, ...definition, actions });
  if (!ready) throw new Error(JSON.stringify(findings));
  return ready;
}

/** Runs a workflow with these actions. */
export async function ran(actions: JsonObject, { definition, replies = {}, ...options }: Given = {}): Promise<Ran> {
  const calls: Call[] = [];
  const send = (call: Call): Reply => {
    const before = calls.filter(({ action }) => action === call.action).length;
    calls.push(call);
    const list = replies[call.action] ?? [];
    return list[Math.min(before, list.length - 1)] ?? { statusCode: 200, headers: {} };
  };
  const record = await runWorkflow(readied(actions, definition), { now: START, send, ...options });
  return { record, calls };
}

/** How each action has ended: `STATUS CODE ERROR`, what is absent left out. */
export function ends({ record }: Ran): Readonly<Record<string, string>> {
  return Object.fromEntries([...record.actions].map(([name, action]) => [name, endOf(action)]));
}

/** How an action has ended. */
export function endOf({ status, code, error }: Attempt): string {
  const words = [status, code, error?.code === code ? undefined : error?.code];
  return words.filter((word) => word !== undefined).join(' ');
}

/** The outputs of an action. */
export function outputs({ record }: Ran, name: string): Json | undefined {
  return record.actions.get(name)?.outputs;
}

/** A Compose. */
export function compose(inputs: Json, runAfter: JsonObject = {}): JsonObject {
  return { type: 'Compose', inputs, runAfter };
}

/** What a `runAfter` says: of one action, these statuses. */
export function after(name: string, ...statuses: readonly string[]): JsonObject {
  return { [name]: statuses.length === 0 ? ['Succeeded'] : statuses };
}

/** A Compose that fails. */
export const failing: JsonObject = compose('@div(1, 0)');
