import { own, type Json } from '../../core/json.js';
import type { Context, Route } from '../context.js';
import { timeText } from '../hex.js';
import type { Emulated } from '../message.js';
import { noResource } from '../missing.js';
import { page } from '../page.js';
import { ok, type Reply } from '../reply.js';
import { guess, spec } from '../source.js';
import type { EmulatorState, Resource } from '../state.js';
import { below, find, kept, without } from '../store.js';
import { rulesApplied } from './apply-rules.js';
import { readIncident } from './incident-body.js';
import { nextNumber } from './incident-number.js';
import { incidentView, listIn } from './incident-view.js';
import { onSentinel, workspaceId } from './on-workspace.js';
import { runPlaybook } from './run-playbook.js';
import { INCIDENT, ON_WORKSPACE, sentinelVersions as versions } from './types.js';

const ALL = `${ON_WORKSPACE}/incidents`;
const ONE = `${ALL}/{name}`;
const of = (id: string) => spec(`Microsoft.SecurityInsights Incidents_${id}`);

/** Incidents. */
export const incidentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: ALL,
    action: `${INCIDENT}/read`,
    versions,
    source: of('List; $filter is not looked at'),
    answer: onSentinel(list),
  },
  { method: 'GET', path: ONE, action: `${INCIDENT}/read`, versions, source: of('Get'), answer: onSentinel(get) },
  {
    method: 'PUT',
    path: ONE,
    action: `${INCIDENT}/write`,
    versions,
    takesBody: true,
    source: of(
      'CreateOrUpdate: 201 or 200; alerts, bookmarks, relatedEntities and additionalData can be given, an etag is not looked at',
    ),
    answer: onSentinel(put),
  },
  {
    method: 'DELETE',
    path: ONE,
    action: `${INCIDENT}/delete`,
    versions,
    source: of('Delete: 200, or 204 where there was none'),
    answer: onSentinel(({ emulated, id }) =>
      find(emulated.state, id) ? { status: 200, emulated: without(emulated, id) } : { status: 204 },
    ),
  },
  {
    method: 'POST',
    path: `${ONE}/runPlaybook`,
    action: `${INCIDENT}/runPlaybook/action`,
    versions,
    takesBody: true,
    source: of('RunPlaybook: 204, and the run begins'),
    answer: onSentinel(runPlaybook),
  },
  ...(['alerts', 'bookmarks', 'entities'] as const).map((name): Route => ({
    method: 'POST',
    path: `${ONE}/${name}`,
    action: `${INCIDENT}/read`,
    versions,
    source: guess(`Incidents_List${name[0]?.toUpperCase()}${name.slice(1)}: as the incident was given them`),
    answer: onSentinel((context) => listed(context, name)),
  })),
];

function list(context: Context): Reply {
  const { state } = context.emulated;
  return page(context, below(state, workspaceId(context.at), INCIDENT), (one) => incidentView(state, one));
}

function get({ emulated, id }: Context): Reply {
  const resource = find(emulated.state, id);
  return resource ? ok(incidentView(emulated.state, resource)) : noResource(id);
}

function put(context: Context): Reply {
  const { emulated, id, at, world } = context;
  const { given, refusal } = readIncident(context.body);
  if (refusal) return refusal;
  const before = find(emulated.state, id);
  const now = timeText(world.now);
  const resource: Resource = {
    id: before?.id ?? id,
    type: INCIDENT,
    name: before?.name ?? at.get('name') ?? '',
    properties: { ...made(emulated.state, before, { id, now }), ...given, lastModifiedTimeUtc: now },
    created: before?.created ?? now,
    changed: now,
  };
  const after = kept(emulated, resource);
  const next: Emulated = before ? after : rulesApplied(after, resource, world);
  return { status: before ? 200 : 201, body: incidentView(next.state, resource), emulated: next };
}

/** What Microsoft Sentinel itself says of an incident. */
function made(
  state: EmulatorState,
  before: Resource | undefined,
  { id, now }: { readonly id: string; readonly now: string },
): Readonly<Record<string, Json>> {
  const ofBefore = (name: string) => (before ? own(before.properties, name) : undefined);
  const number = ofBefore('incidentNumber') ?? nextNumber(state, id);
  return {
    createdTimeUtc: ofBefore('createdTimeUtc') ?? now,
    lastModifiedTimeUtc: now,
    owner: { objectId: null, email: null, assignedTo: null, userPrincipalName: null },
    labels: [],
    incidentNumber: number,
    incidentUrl: `https://portal.azure.com/#asset/Microsoft_Azure_Security_Insights/Incident${id}`,
    providerName: 'Azure Sentinel',
    providerIncidentId: String(number),
    relatedAnalyticRuleIds: [],
    ...(before && { alerts: listIn(before.properties, 'alerts') }),
    ...(before && { relatedEntities: listIn(before.properties, 'relatedEntities') }),
  };
}

function listed({ emulated, id }: Context, name: 'alerts' | 'bookmarks' | 'entities'): Reply {
  const resource = find(emulated.state, id);
  if (resource === undefined) return noResource(id);
  const found = listIn(resource.properties, name === 'entities' ? 'relatedEntities' : name);
  return ok(name === 'entities' ? { entities: found, metaData: [] } : { value: found });
}
