import { finding, type Finding } from '../../core/finding.js';
import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { nearest } from '../../core/nearest.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import type { RunChild } from '../calls/child.js';
import { MAX_NESTING } from '../limits.js';
import type { ReadyAction, ReadyBlock } from '../model.js';
import { engineRules } from '../rules.js';
import { branchesOf } from './branches.js';
import { broken } from './broken.js';
import { isCyclic } from './cycles.js';
import { hiddenOf } from './hidden.js';
import { linkAction, type Link, type Unlinked } from './links.js';
import { actionTypes } from './types.js';

/** What is being made of a definition. */
export interface Making {
  readonly actions: ReadyAction[];
  readonly byName: Map<string, ReadyAction>;
  readonly findings: Finding[];
  readonly runChild: RunChild;
  /** How many actions each loop has directly in its rounds; undefined stands for the run. */
  readonly slots: Map<ReadyAction | undefined, number>;
}

/** Where a block stands. */
interface Around {
  readonly pointer: string;
  readonly loop: ReadyAction | undefined;
  readonly depth: number;
  readonly isNested: boolean;
}

/** Makes the actions of a block ready, and all that is in them. */
export function readyBlock(making: Making, written: Json | undefined, around: Around): ReadyBlock {
  const { findings } = making;
  if (written === undefined) return { actions: [] };
  if (!isObject(written)) {
    findings.push(
      broken(around.pointer, `Found ${shorten(written)} in place of actions, expected an object by their names.`),
    );
    return { actions: [] };
  }
  const links: Link[] = [];
  for (const [name, value] of Object.entries(written)) {
    const pointer = child(around.pointer, name);
    const action = readyAction(making, { name, value, at: links.length }, { ...around, pointer });
    if (action && isObject(value)) links.push({ action, written: value, pointer });
  }
  const actions = links.map(({ action }) => action);
  const beside = new Map<string, Unlinked | undefined>(
    Object.keys(written).map((name) => [name.toLowerCase(), undefined]),
  );
  for (const action of actions) beside.set(action.name.toLowerCase(), action);
  for (const link of links) linkAction(findings, link, beside);
  if (isCyclic(actions)) findings.push(broken(around.pointer, 'Actions wait for each other in a circle.'));
  return { actions };
}

interface Written {
  readonly name: string;
  readonly value: Json;
  /** Its place in its block. */
  readonly at: number;
}

function readyAction(making: Making, { name, value, at }: Written, around: Around): Unlinked | undefined {
  const { findings, byName, slots } = making;
  const { pointer, loop, depth, isNested } = around;
  const wrong = problemOf(making, { name, value, at }, depth);
  if (wrong !== undefined) return void findings.push(broken(pointer, wrong));
  if (!isObject(value)) return undefined;
  const type = typeOf(making, value, pointer);
  if (type === undefined) return undefined;
  const slot = slots.get(loop) ?? 0;
  slots.set(loop, slot + 1);
  const start = type.ready(value, { isNested, runChild: making.runChild });
  const links = { after: [], next: [], branches: [] };
  const id = making.actions.length;
  const action: Unlinked = {
    name,
    type: type.name,
    id,
    at,
    loop,
    slot,
    ...links,
    ...hiddenOf(value, type.name),
    start,
  };
  making.actions.push(action);
  byName.set(name.toLowerCase(), action);
  const isLoop = type.name === 'Foreach' || type.name === 'Until';
  const inside = {
    loop: isLoop ? action : loop,
    depth: depth + 1,
    isNested: isNested || type.name === 'Foreach',
  };
  for (const branch of branchesOf(type.name, value, pointer)) {
    action.branches.push(readyBlock(making, branch.actions, { ...inside, pointer: branch.pointer }));
  }
  return action;
}

function problemOf({ byName }: Making, { name, value }: Written, depth: number): string | undefined {
  if (!isObject(value)) return `Found ${shorten(value)} in place of an action, expected an object.`;
  if (depth > MAX_NESTING) return `Actions are nested deeper than ${MAX_NESTING} levels.`;
  return byName.has(name.toLowerCase()) ? `The name ${shorten(name)} is that of another action.` : undefined;
}

function typeOf({ findings }: Making, value: JsonObject, pointer: string): ReturnType<typeof actionTypes.get> {
  const written = own(value, 'type');
  if (typeof written !== 'string') return void findings.push(broken(pointer, 'The action has no type.'));
  const type = actionTypes.get(written.toLowerCase());
  if (type) return type;
  const near = nearest(
    written,
    [...actionTypes.values()].map(({ name }) => name),
  );
  const hint = near === undefined ? '.' : `. Did you mean "${near}"?`;
  const message = `Actions of type ${shorten(written)} cannot be run offline${hint}`;
  findings.push(finding(engineRules.action, { pointer: child(pointer, 'type'), message }));
  return undefined;
}
