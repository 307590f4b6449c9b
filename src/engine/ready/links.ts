import type { Finding } from '../../core/finding.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import type { Dependency, ReadyAction, ReadyBlock } from '../model.js';
import { broken } from './broken.js';

/** An action while what it waits for is still to be found. */
export interface Unlinked extends ReadyAction {
  readonly after: Dependency[];
  readonly next: ReadyAction[];
  readonly branches: ReadyBlock[];
}

/** The statuses that `runAfter` may name, as the service spells them. */
const statuses: ReadonlyMap<string, string> = new Map(
  ['Succeeded', 'Failed', 'Skipped', 'TimedOut', 'Cancelled', 'Aborted'].map((name) => [name.toLowerCase(), name]),
);

/** An action, how it is written, and where. */
export interface Link {
  readonly action: Unlinked;
  readonly written: JsonObject;
  readonly pointer: string;
}

/** What stands beside each other, by name in lower case; undefined stands for what is no action that can be run. */
export type Beside = ReadonlyMap<string, Unlinked | undefined>;

/** Finds what an action waits for, among what stands beside it. */
export function linkAction(findings: Finding[], { action, written, pointer }: Link, beside: Beside): void {
  const after = own(written, 'runAfter') ?? {};
  const at = child(pointer, 'runAfter');
  if (!isObject(after))
    return void findings.push(broken(at, `Found ${shorten(after)}, expected an object by the names of actions.`));
  const known = new Set<ReadyAction>();
  for (const [name, allowed] of Object.entries(after)) {
    const key = name.toLowerCase();
    const other = beside.get(key);
    if (!beside.has(key)) {
      findings.push(broken(child(at, name), `No action ${shorten(name)} stands beside ${shorten(action.name)}.`));
    } else if (other && !known.has(other)) {
      known.add(other);
      action.after.push({ action: other, statuses: statusesIn(allowed) });
      other.next.push(action);
    }
  }
}

function statusesIn(written: Json): readonly string[] {
  if (!isArray(written)) return [];
  return written.flatMap((one) => (typeof one === 'string' ? [statuses.get(one.toLowerCase()) ?? one] : []));
}
