import { existsSync, readFileSync } from 'node:fs';
import type { Json, JsonObject } from '../../../src/core/json.js';
import { prepare } from '../../../src/expression/prepare.js';
import { dataActions } from '../../../src/engine/data/actions.js';
import { ran, runIn } from './run.js';

const file = '../shared/data/playbooks/controlflow-measured.json';
const corpus = existsSync(file) ? describe : describe.skip;

interface Case {
  readonly name: string;
  readonly workflow: { readonly actions: Readonly<Record<string, { readonly type: string; readonly inputs: Json }>> };
  readonly expected: { readonly actions: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
}

/** The cases in which nothing but data actions and Compose run, one after the other. */
function cases(): [string, Case][] {
  if (!existsSync(file)) return [];
  const all: Case[] = JSON.parse(readFileSync(file, 'utf8'));
  const isOurs = ({ workflow }: Case) => {
    const types = Object.values(workflow.actions).map(({ type }) => type);
    return (
      types.some((type) => dataActions.has(type)) && types.every((type) => type === 'Compose' || dataActions.has(type))
    );
  };
  return all.filter(isOurs).map((one) => [one.name, one]);
}

/** The records of a run. The service has the template of a message in them too: the engine does not. */
function records({ workflow }: Case): Map<string, JsonObject> {
  const actions = new Map<string, JsonObject>();
  for (const [name, { type, inputs }] of Object.entries(workflow.actions)) {
    if (type === 'Compose') {
      const outputs = runIn({ actions }).evaluate(prepare(inputs).prepared);
      if (!outputs.ok) throw new Error(outputs.error.message);
      actions.set(name, { name, status: 'Succeeded', outputs: outputs.value });
      continue;
    }
    const { outcome } = ran(type, inputs, { actions, action: name });
    const outputs = outcome.outputs === undefined ? {} : { outputs: outcome.outputs };
    const failed = outcome.ok ? {} : { code: outcome.code, error: { ...outcome.error } };
    actions.set(name, { name, status: outcome.ok ? 'Succeeded' : 'Failed', ...outputs, ...failed });
  }
  return actions;
}

/** What a case says of an action, of our record. */
function said(record: JsonObject | undefined, expected: Readonly<Record<string, unknown>>) {
  const error = record?.['error'] as JsonObject | undefined;
  const ours: Record<string, unknown> = {};
  for (const [key, wanted] of Object.entries(expected)) {
    if (key === 'errorCode') ours[key] = error?.['code'];
    else if (key === 'errorMessage') ours[key] = partial(String(error?.['message']), String(wanted));
    else ours[key] = record?.[key];
  }
  return ours;
}

/** The message as the witness has it, if what stands between its dots is in it. */
function partial(message: string, wanted: string): string {
  const part = wanted.replaceAll('…', '');
  return part !== wanted && message.includes(part) ? wanted : message;
}

/**
 * What a case says of something else than data actions, left out: our records have no template of a message; and what body() gives of outputs that
 * have no body is the affair of the expressions, which take them for those of a Compose.
 */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  'parsejson-empty-and-typed-records': ['messageTemplate', 'typedBody'],
};

/** Without members of some names, at any depth. */
function without(value: unknown, names: readonly string[]): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (names.includes(key) ? undefined : inner)));
}

corpus('the witnesses of the data actions', () => {
  test('there are as many as there were', () => {
    expect(cases().length).toBe(73);
  });

  test.each(cases())('%s', (name, one) => {
    const actions = records(one);
    for (const [action, expected] of Object.entries(one.expected.actions)) {
      const names = leftOut[name] ?? [];
      expect(without(said(actions.get(action), expected), names)).toEqual(without(expected, names));
    }
  });
});
