import type { Json, JsonObject } from '../../core/json.js';
import type { ActionRecord, RunRecord } from '../../engine/record.js';
import { oneLine } from '../one-line.js';
import { isTooDeep } from '../nesting.js';
import type { Emulated, EmulatorMemory, OpenRun } from '../message.js';
import type { Resource } from '../state.js';
import { below, find, kept, without } from '../store.js';
import { isLongerThan } from './longer-than.js';

/** The type of a run in the history of a workflow. */
export const RUN = 'Microsoft.Logic/workflows/runs';

/** How many runs of a workflow are kept. Azure keeps them for 90 days. */
export const KEPT_RUNS = 50;

/** Characters of a run's history. */
const MOST_CHARACTERS = 262_144;
/** Times that actions in loops had their turn: of more it is not asked how long they are. */
const MOST_ROUNDS = 5000;

/** The memory of an emulator without a run. */
export function withoutRun(memory: EmulatorMemory, id: string): EmulatorMemory {
  return { ...memory, runs: new Map([...memory.runs].filter(([open]) => open !== id.toLowerCase())) };
}

/** The emulator with a run that has ended in the workflow's history, and no more in its memory. */
export function withEnded({ state, memory }: Emulated, { id, workflow }: OpenRun, record: RunRecord): Emulated {
  const emulated = { state, memory: withoutRun(memory, id) };
  if (find(state, workflow.id) === undefined) return emulated; // deleted meanwhile
  const [name, { startTime: created, endTime: changed }] = [id.slice(id.lastIndexOf('/') + 1), record];
  const properties = { ...propertiesOf(record), workflow: workflow.changed };
  const resource: Resource = { id, type: RUN, name, properties, created, changed };
  return withoutOld(kept(emulated, resource), workflow.id);
}

function withoutOld(emulated: Emulated, workflow: string): Emulated {
  const old = below(emulated.state, workflow, RUN).slice(KEPT_RUNS);
  return old.reduce((left, { id }) => without(left, id), emulated);
}

/** The record as it is kept: whole where it is not too long, else without what happened in each round of loops, else without all contents. */
function propertiesOf(record: RunRecord): JsonObject {
  const actions = [...record.actions.values()];
  const rounds = actions.reduce((sum, { repetitions = [] }) => sum + repetitions.length, 0);
  const { name, type } = record.trigger;
  const forms = [
    ...(rounds > MOST_ROUNDS ? [] : [{ ...record, actions }]),
    { ...record, actions: actions.map(withoutRounds) },
    { ...record, trigger: { name, type }, outputs: {}, actions: actions.map((one) => bare(withoutRounds(one))) },
  ].map(asJson);
  return forms.find(canBeKept) ?? forms.at(-1) ?? {};
}

function canBeKept(record: JsonObject): boolean {
  return !isLongerThan(record, MOST_CHARACTERS) && !isTooDeep(record) && oneLine(record).length <= MOST_CHARACTERS;
}

/** A record is plain JSON once its map is a list; its interfaces have no index signature. What the caller was answered is not kept. */
function asJson(record: object): JsonObject {
  const { response: _, ...rest } = record as { readonly response?: Json };
  return rest as unknown as JsonObject;
}

function withoutRounds({ repetitions: _r, iterations: _i, ...action }: ActionRecord): ActionRecord {
  return action;
}

function bare({ inputs: _i, outputs: _o, ...action }: ActionRecord): ActionRecord {
  return action;
}
