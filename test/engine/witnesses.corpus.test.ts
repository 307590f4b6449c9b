import { existsSync, readFileSync } from 'node:fs';
import { isArray, isObject, own, type Json, type JsonObject } from '../../src/core/json.js';
import type { Call, Reply } from '../../src/engine/effects.js';
import type { ReadyWorkflow } from '../../src/engine/model.js';
import { readyWorkflow } from '../../src/engine/ready-workflow.js';
import type { ActionRecord, RunRecord } from '../../src/engine/record.js';
import { runWorkflow } from '../../src/engine/run-workflow.js';

const file = '../shared/data/playbooks/controlflow-measured.json';

/** A workflow and what the real engine says of its run. */
interface Case {
  readonly name: string;
  readonly workflow: JsonObject;
  readonly trigger?: { readonly headers?: JsonObject; readonly body?: Json };
  readonly mocks?: JsonObject;
  readonly children?: JsonObject;
  readonly expected: { readonly status?: string; readonly actions: Readonly<Record<string, JsonObject>> };
}

/** Cases that we hold to be wrong, or do not follow, and why. */
const differing: Readonly<Record<string, string>> = {};

function readied(definition: Json): ReadyWorkflow {
  const { ready, findings } = readyWorkflow(definition);
  if (!ready) throw new Error(JSON.stringify(findings));
  return ready;
}

/** The answer of a mock the `count`th time that it is asked. */
function answerOf(mock: JsonObject, count: number): Reply {
  const list = own(mock, 'sequence') ?? own(mock, 'byIteration');
  const answer = isArray(list) ? (list[Math.min(count, list.length - 1)] ?? {}) : mock;
  const { statusCode, headers, body } = answer as { statusCode: number; headers?: JsonObject; body?: Json };
  return { statusCode, headers: headers ?? {}, body };
}

interface Ran {
  readonly record: RunRecord;
  readonly calls: ReadonlyMap<string, readonly Call[]>;
}

async function run({ workflow, trigger, mocks = {}, children = {} }: Case): Promise<Ran> {
  const calls = new Map<string, Call[]>();
  const record = await runWorkflow(readied(workflow), {
    now: Date.UTC(2026, 0, 15, 10, 30),
    ...(trigger && { trigger }),
    children: new Map(Object.entries(children).map(([name, child]) => [name, readied(child)])),
    send: (call) => {
      const before = calls.get(call.action) ?? [];
      calls.set(call.action, [...before, call]);
      return answerOf(own(mocks, call.action) as JsonObject, before.length);
    },
  });
  return { record, calls };
}

/** What the run says of each thing that a case can expect of an action. */
function seen(key: string, action: ActionRecord, calls: readonly Call[]): Json | undefined {
  switch (key) {
    case 'errorCode':
      return action.error?.code;
    case 'errorMessage':
      return action.error?.message;
    case 'requests':
      return calls.length;
    case 'requestBody':
      return calls[0]?.body;
    case 'delaysSeconds':
      return calls.slice(1).map(({ time }, at) => (Date.parse(time) - Date.parse(calls[at]?.time ?? '')) / 1000);
    case 'outputsByIteration':
      return byIteration(action);
    default:
      return action[key as 'status' | 'code' | 'inputs' | 'outputs']; // what remains are keys of a record
  }
}

function byIteration({ repetitions = [] }: ActionRecord): Json {
  const rounds: Json[][] = [];
  for (const { indexes, outputs } of repetitions) (rounds[indexes[0] ?? 0] ??= []).push(outputs ?? null);
  return rounds;
}

/** Parts of a message that are marked so may be anything. */
function parts(want: Json | undefined): { readonly isPart: boolean; readonly text: string } | undefined {
  return typeof want === 'string' && want.includes('…') ? { isPart: true, text: want.replaceAll('…', '') } : undefined;
}

/** An error that an expression sees has its template, which a record does not show. */
function judged(key: string, want: Json | undefined, got: Json | undefined): void {
  const part = key === 'errorMessage' ? parts(want) : undefined;
  if (part) expect(got).toContain(part.text);
  else expect(got).toEqual(want);
}

const cases: readonly Case[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Case[]) : [];
const corpus = existsSync(file) ? describe : describe.skip;

corpus('workflows as the real engine runs them', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const reason = differing[name];
    if (reason !== undefined) return;
    const { record, calls } = await run(one);
    if (one.expected.status !== undefined) expect(record.status).toBe(one.expected.status);
    for (const [action, expected] of Object.entries(one.expected.actions)) {
      const got = record.actions.get(action);
      for (const [key, want] of Object.entries(expected)) {
        judged(key, want, got && seen(key, got, calls.get(action) ?? []));
      }
    }
  });
  test('there are as many as there were', () => {
    expect(cases.length).toBe(106);
    expect(cases.every(({ workflow }) => isObject(workflow))).toBe(true);
  });
});
