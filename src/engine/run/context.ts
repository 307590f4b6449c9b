import { isArray, own, type Json, type JsonObject } from '../../core/json.js';
import type { Answer, Context, Source } from '../../expression/context.js';
import { WORK_A_TURN } from '../limits.js';
import type { Frame, Past, ReadyAction, Run } from '../model.js';
import type { Variable } from '../values/variable.js';
import { triggerView } from './trigger.js';
import { isoTime } from './time.js';
import { actionView, foreachView, runId, untilView } from './view.js';

/** Where an expression of a workflow stands. */
export interface Stand {
  readonly frame: Frame;
  /** The item that a Select, a Query or a Table is at. */
  readonly item?: Answer | undefined;
  /** Whether `listCallbackUrl()` may be used. */
  readonly isWebhook?: boolean;
  /** What `action()` gives. */
  readonly current?: ReadyAction;
}

/** A run as its expressions see it. */
export function contextOf(run: Run, stand: Stand): Context {
  return {
    now: () => isoTime(run.now),
    random: run.random,
    find: (source, name) => find(run, stand, { source, name }),
    spent: (units) => void (run.turns += Math.floor(units / WORK_A_TURN)),
  };
}

function find(run: Run, stand: Stand, { source, name }: { source: Source; name: string }): Answer | undefined {
  switch (source) {
    case 'action':
      return actionNamed(run, stand.frame, name);
    case 'variable':
      return variable(run, name);
    case 'parameter':
      return run.parameters.get(name.toLowerCase());
    case 'trigger':
      return triggerView(run);
    case 'item':
      return stand.item ?? frameOf(stand.frame, ({ item }) => item !== undefined)?.item;
    case 'items':
      return frameNamed(stand.frame, name)?.item;
    case 'iterationIndex':
      return answered(frameNamed(stand.frame, name)?.indexes.at(-1));
    case 'result':
      return resultOf(run, stand.frame, name);
    case 'workflow':
      return { value: workflowOf(run) };
    case 'callbackUrl':
      return stand.isWebhook ? { value: run.options.callbackUrl ?? 'https://callback.invalid/' } : undefined;
    case 'currentAction':
      return currentAction(run, stand);
  }
}

function answered(value: Json | undefined): Answer | undefined {
  return value === undefined ? undefined : { value };
}

function actionNamed(run: Run, frame: Frame, name: string): Answer | undefined {
  const action = run.ready.byName.get(name.toLowerCase());
  const past = action && pastOf(run, frame, action);
  return past && actionView(run, past);
}

/** How an action has ended, as seen from a round: in the same round, or in one around; of what is in another loop, the last time. */
function pastOf(run: Run, frame: Frame, action: ReadyAction): Past | undefined {
  const around = frameAround(frame, action);
  if (around.loop === action.loop) return around.past[action.slot];
  if (around.loop === undefined) return run.latest[action.id];
  return run.repeated[action.id]?.findLast((past) => isWithin(past, around));
}

/** The innermost round that both are in. */
function frameAround(frame: Frame, action: ReadyAction): Frame {
  if (frame.loop === action.loop) return frame;
  const loops = new Set<ReadyAction | undefined>();
  for (let at = action.loop; at !== undefined; at = at.loop) loops.add(at);
  let at = frame;
  while (at.around !== undefined && !loops.has(at.loop)) at = at.around;
  return at;
}

/** Whether it was in this round, or in one within. */
function isWithin(past: Past, frame: Frame): boolean {
  return frameOf(past.frame, (one) => one === frame) !== undefined;
}

function frameOf(frame: Frame, fits: (frame: Frame) => boolean): Frame | undefined {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.around) if (fits(at)) return at;
  return undefined;
}

function frameNamed(frame: Frame, name: string): Frame | undefined {
  const wanted = name.toLowerCase();
  return frameOf(frame, ({ loop }) => loop?.name.toLowerCase() === wanted);
}

function variable(run: Run, name: string): Answer | undefined {
  const found = run.variables.get(name.toLowerCase());
  return found && { value: valueOf(run, found), secret: found.isSecret };
}

/** How many items of a list count as one turn of an action. */
const ITEMS_A_TURN = 16;

/** Counts what is made of long lists, so that a run ends that does it again and again. */
function spendOn(run: Run, items: number): void {
  run.turns += Math.floor(items / ITEMS_A_TURN);
}

/** The value of a variable: what was appended is put to it only when it is read. */
function valueOf(run: Run, variable: Variable): Json {
  if (variable.added.length > 0) {
    spendOn(run, isArray(variable.value) ? variable.value.length : 0);
    variable.value = [...(isArray(variable.value) ? variable.value : []), ...variable.added];
    variable.added = [];
  }
  return variable.value;
}

/** What `result()` gives: the actions directly in a container, of a loop over all its rounds. */
function resultOf(run: Run, frame: Frame, name: string): Answer | undefined {
  const container = run.ready.byName.get(name.toLowerCase());
  if (container === undefined || container.branches.length === 0) return undefined;
  const inside = container.branches.flatMap(({ actions }) => actions);
  const views = inside.flatMap((action) => shownIn(run, { frame, container, action }) ?? []);
  return { value: views.map(({ value }) => value), secret: views.some(({ secret }) => secret === true) };
}

interface Shown {
  readonly frame: Frame;
  readonly container: ReadyAction;
  readonly action: ReadyAction;
}

function shownIn(run: Run, { frame, container, action }: Shown): Answer | undefined {
  const rounds = action.loop === container ? roundsIn(run, frameAround(frame, container), action) : [];
  if (rounds.length > 0) return container.type === 'Foreach' ? foreachView(run, rounds) : untilView(run, rounds);
  const past = pastOf(run, frame, action);
  return past && actionView(run, past);
}

/** The rounds of what is in a loop, in their order: those in the same round of the loops around it. */
function roundsIn(run: Run, frame: Frame, action: ReadyAction): readonly Past[] {
  const all = run.repeated[action.id] ?? [];
  spendOn(run, all.length);
  const here = frame.around === undefined ? all : all.filter((past) => isWithin(past, frame));
  return here.toSorted((one, other) => (one.frame.indexes.at(-1) ?? 0) - (other.frame.indexes.at(-1) ?? 0));
}

function workflowOf(run: Run): JsonObject {
  const given = run.options.workflow ?? {};
  const name = own(given, 'name') ?? 'workflow';
  const id = own(given, 'id') ?? `/workflows/${String(name)}`;
  return { id, name, type: 'Microsoft.Logic/workflows', location: '', tags: {}, ...given, run: runOf(run, id) };
}

function runOf(run: Run, id: Json): JsonObject {
  return { id: `${String(id)}/runs/${runId(run)}`, name: runId(run), type: 'Microsoft.Logic/workflows/runs' };
}

function currentAction(run: Run, { frame, current }: Stand): Answer | undefined {
  if (current === undefined) return undefined;
  return actionNamed(run, frame, current.name) ?? { value: { name: current.name } };
}
