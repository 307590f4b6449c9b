import { own, type Json } from '../../core/json.js';
import { lastName, type Comment, type Incident, type Task } from '../../sentinel/incident.js';
import { timeText } from '../hex.js';
import type { Emulated, EmulatorWorld } from '../message.js';
import type { EmulatorState, Resource } from '../state.js';
import { find, kept, without } from '../store.js';
import { childrenOf, nextOrder } from './incident-children.js';
import { nextNumber } from './incident-number.js';
import { COMMENT, INCIDENT, RELATION, TASK } from './types.js';

/** An incident as the Sentinel connector sees it. */
export function incidentOf(state: EmulatorState, { id, name, properties }: Resource): Incident {
  return {
    id,
    name,
    properties,
    comments: childrenOf(state, id, COMMENT).map(commentOf),
    tasks: childrenOf(state, id, TASK).map(taskOf),
    relations: childrenOf(state, id, RELATION).map((one) => textIn(one, 'relatedResourceId')),
  };
}

function commentOf(resource: Resource): Comment {
  return { id: resource.id, message: textIn(resource, 'message'), time: textIn(resource, 'createdTimeUtc') };
}

function taskOf(resource: Resource): Task {
  const description = own(resource.properties, 'description');
  return {
    id: resource.id,
    title: textIn(resource, 'title'),
    ...(typeof description === 'string' && { description }),
    isCompleted: textIn(resource, 'status') === 'Completed',
    time: textIn(resource, 'createdTimeUtc'),
    by: '',
  };
}

function textIn({ properties }: Resource, name: string): string {
  const value = own(properties, name);
  return typeof value === 'string' ? value : '';
}

/** Who changed an incident, and when. */
export interface Change {
  /** The playbook's name. */
  readonly by: string;
  readonly principal: string | undefined;
  readonly world: EmulatorWorld;
}

/** The emulator with an incident as the Sentinel connector left it; `before` is absent where it made it. */
export function withIncident(
  emulated: Emulated,
  [before, after]: readonly [Incident | undefined, Incident],
  change: Change,
): Emulated {
  if (before === after) return emulated;
  const id = before?.id ?? after.id.replace(/\/incidents\/([^/]*)$/i, '/incidents/$1');
  const author = { objectId: change.principal ?? null, email: null, name: change.by, userPrincipalName: null };
  const put = (given: Emulated, child: Child) =>
    withChild(given, { ...child, incident: id, author, world: change.world });
  let next = before?.properties === after.properties ? emulated : withProperties(emulated, { id, after, change });
  for (const one of fresh(before?.comments, after.comments)) {
    next = put(next, { type: COMMENT, id: one.id, properties: { message: one.message } });
  }
  for (const one of fresh(before?.tasks, after.tasks)) {
    const { title, description, isCompleted } = one;
    const said = { title, ...(description !== undefined && { description }) };
    next = put(next, { type: TASK, id: one.id, properties: { ...said, status: isCompleted ? 'Completed' : 'New' } });
  }
  return withRelations(next, id, { before: before?.relations ?? [], after: after.relations, put });
}

function fresh<One>(before: readonly One[] | undefined, after: readonly One[]): readonly One[] {
  return before === after ? [] : after.filter((one) => !before?.includes(one));
}

function withProperties(
  emulated: Emulated,
  { id, after, change }: { readonly id: string; readonly after: Incident; readonly change: Change },
): Emulated {
  const there = find(emulated.state, id);
  const now = timeText(change.world.now);
  const number = there ? {} : { incidentNumber: nextNumber(emulated.state, id), lastModifiedTimeUtc: now };
  const properties = { ...after.properties, ...number };
  const made = { id, type: INCIDENT, name: after.name, created: there?.created ?? now };
  return kept(emulated, { ...made, properties, changed: now });
}

interface Child {
  readonly type: string;
  /** As the connector says it: its last part counts. */
  readonly id: string;
  readonly properties: Readonly<Record<string, Json>>;
}

interface Put extends Child {
  readonly incident: string;
  readonly author: Json;
  readonly world: EmulatorWorld;
}

function withChild(emulated: Emulated, { type, id: given, properties, incident, author, world }: Put): Emulated {
  const name = lastName(given);
  const id = `${incident}/${lastName(type)}/${name}`;
  const before = find(emulated.state, id);
  const now = timeText(world.now);
  const times = { createdTimeUtc: before?.created ?? now, lastModifiedTimeUtc: now };
  const who =
    type === COMMENT ? { author } : { createdBy: before?.properties['createdBy'] ?? author, lastModifiedBy: author };
  const order = before ? {} : nextOrder(emulated.state, incident, type);
  const all = { ...before?.properties, ...properties, ...times, ...who, ...order };
  return kept(emulated, { id, type, name, properties: all, created: before?.created ?? now, changed: now });
}

interface Relations {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly put: (emulated: Emulated, child: Child) => Emulated;
}

function withRelations(emulated: Emulated, incident: string, { before, after, put }: Relations): Emulated {
  let next = emulated;
  for (const gone of before.filter((one) => !after.includes(one))) {
    const there = childrenOf(next.state, incident, RELATION).find((one) => textIn(one, 'relatedResourceId') === gone);
    if (there) next = without(next, there.id);
  }
  for (const relatedResourceId of after.filter((one) => !before.includes(one))) {
    next = put(next, { type: RELATION, id: lastName(relatedResourceId), properties: { relatedResourceId } });
  }
  return next;
}
