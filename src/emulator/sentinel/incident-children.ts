import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { MAX_COMMENT_CHARACTERS, MAX_COMMENTS, MAX_TASKS } from '../../sentinel/limits.js';
import type { Context, Route } from '../context.js';
import { timeText } from '../hex.js';
import { noResource } from '../missing.js';
import { ok, type Reply } from '../reply.js';
import { badContent } from '../resource-body.js';
import { spec } from '../source.js';
import type { EmulatorState, Resource } from '../state.js';
import { below, find, kept, shown, without } from '../store.js';
import { badIncident } from './incident-body.js';
import { tagged } from './incident-view.js';
import { onSentinel, workspaceId } from './on-workspace.js';
import { COMMENT, ON_WORKSPACE, TASK, sentinelVersions as versions } from './types.js';

/** What hangs on an incident: comments or tasks. */
interface Kind {
  readonly type: string;
  /** In the path. */
  readonly segment: string;
  /** As the operations are called. */
  readonly operations: string;
  readonly most: number;
  /** What a PUT says, or the sentence that says what is wrong. */
  readonly read: (given: JsonObject) => JsonObject | string;
}

const kinds: readonly Kind[] = [
  { type: COMMENT, segment: 'comments', operations: 'IncidentComments', most: MAX_COMMENTS, read: commentIn },
  { type: TASK, segment: 'tasks', operations: 'IncidentTasks', most: MAX_TASKS, read: taskIn },
];

/** Comments and tasks of incidents. */
export const incidentChildRoutes: readonly Route[] = kinds.flatMap((kind): readonly Route[] => {
  const all = `${ON_WORKSPACE}/incidents/{incident}/${kind.segment}`;
  const { type } = kind;
  const of = (id: string) => spec(`Microsoft.SecurityInsights ${kind.operations}_${id}`);
  const on = (answer: Route['answer']) => onSentinel((context) => missing(context) ?? answer(context));
  return [
    {
      method: 'GET',
      path: all,
      action: `${type}/read`,
      versions,
      source: of('List'),
      answer: on((one) => list(one, type)),
    },
    { method: 'GET', path: `${all}/{name}`, action: `${type}/read`, versions, source: of('Get'), answer: on(get) },
    {
      method: 'PUT',
      path: `${all}/{name}`,
      action: `${type}/write`,
      versions,
      takesBody: true,
      source: of('CreateOrUpdate: 201 or 200'),
      answer: on((context) => put(context, kind)),
    },
    {
      method: 'DELETE',
      path: `${all}/{name}`,
      action: `${type}/delete`,
      versions,
      source: of('Delete: 200, or 204 where there was none'),
      answer: on(({ emulated, id }) =>
        find(emulated.state, id) ? { status: 200, emulated: without(emulated, id) } : { status: 204 },
      ),
    },
  ];
});

function missing({ emulated, at }: Context): Reply | undefined {
  const id = `${workspaceId(at)}/providers/Microsoft.SecurityInsights/incidents/${at.get('incident')}`;
  return find(emulated.state, id) ? undefined : noResource(id);
}

/** What hangs on an incident, in the order in which it came. */
export function childrenOf(state: EmulatorState, incident: string, type: string): readonly Resource[] {
  return below(state, incident, type).toSorted((one, other) => orderOf(one) - orderOf(other));
}

function orderOf({ properties }: Resource): number {
  return Number(own(properties, ORDER)) || 0;
}

/** Which in the order something came: kept, and not shown. */
const ORDER = 'order';

/** The place behind all that hangs on an incident. */
export function nextOrder(state: EmulatorState, incident: string, type: string): Readonly<Record<string, Json>> {
  return { [ORDER]: 1 + Math.max(0, ...below(state, incident, type).map(orderOf)) };
}

function view(resource: Resource): JsonObject {
  const { [ORDER]: _, ...properties } = resource.properties;
  return tagged(resource, shown(resource, properties));
}

/** All of them: there are no more than a page has. */
function list({ emulated, id }: Context, type: string): Reply {
  const all = childrenOf(emulated.state, id.slice(0, id.lastIndexOf('/')), type);
  return ok({ value: all.map(view) });
}

function get({ emulated, id }: Context): Reply {
  const found = find(emulated.state, id);
  return found ? ok(view(found)) : noResource(id);
}

function put({ emulated, id, at, body, world }: Context, { type, read, most, segment }: Kind): Reply {
  const given = own(body, 'properties');
  if (!isObject(given)) return badContent('properties', 'an object');
  const said = read(given);
  if (typeof said === 'string') return badIncident(said);
  const incident = id.split(`/${segment}/`)[0] ?? '';
  const before = find(emulated.state, id);
  if (!before && below(emulated.state, incident, type).length >= most) {
    return badIncident(`The incident has ${most} ${segment}, and may have no more.`);
  }
  const now = timeText(world.now);
  const order = before ? { [ORDER]: orderOf(before) } : nextOrder(emulated.state, incident, type);
  const resource: Resource = {
    id: before?.id ?? id,
    type,
    name: before?.name ?? at.get('name') ?? '',
    properties: { ...said, createdTimeUtc: before?.created ?? now, lastModifiedTimeUtc: now, ...order },
    created: before?.created ?? now,
    changed: now,
  };
  return { status: before ? 200 : 201, body: view(resource), emulated: kept(emulated, resource) };
}

function commentIn(given: JsonObject): JsonObject | string {
  const message = own(given, 'message');
  if (typeof message !== 'string' || message === '')
    return "The property 'message' is required: a text that is not empty.";
  if (message.length <= MAX_COMMENT_CHARACTERS) return { message };
  return `The comment has ${message.length} characters, at most ${MAX_COMMENT_CHARACTERS} are allowed.`;
}

const taskStates = ['New', 'Completed'];

function taskIn(given: JsonObject): JsonObject | string {
  const [title, description, status] = [own(given, 'title'), own(given, 'description') ?? null, own(given, 'status')];
  if (typeof title !== 'string' || title === '') return "The property 'title' is required: a text that is not empty.";
  if (description !== null && typeof description !== 'string') return "The property 'description' is a text.";
  if (typeof status !== 'string' || !taskStates.includes(status)) return "The property 'status' is New or Completed.";
  return { title, ...(description !== null && { description }), status };
}
