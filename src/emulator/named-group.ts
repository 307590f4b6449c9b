import { own, type JsonObject } from '../core/json.js';
import type { Context, Route } from './context.js';
import { findGroup, withGroup } from './groups.js';
import type { Emulated } from './message.js';
import { noGroup } from './missing.js';
import { normalRegion, regions } from './regions.js';
import type { Reply } from './reply.js';
import { onShelf } from './shelf.js';

interface Naming {
  readonly route: Route;
  readonly at: ReadonlyMap<string, string>;
  readonly body: JsonObject;
  readonly isHead: boolean;
}

/** Resource groups are made as they are named, unless the settings say otherwise. One that was deleted is made by a PUT only. */
export function withNamedGroup(emulated: Emulated, { route, at, body, isHead }: Naming): Emulated {
  const { state } = emulated;
  const name = at.get('group');
  const isAsked = isHead || route.method === 'DELETE';
  if (name === undefined || state.settings.groups !== 'made' || isAsked || !GROUP_NAME.test(name)) return emulated;
  const id = idOf(at, name);
  const wasDeleted = onShelf(state.groups, id.toLowerCase()) !== undefined;
  if (findGroup(state, id) || (wasDeleted && route.method !== 'PUT')) return emulated;
  // the group itself is made by its own PUT, with what that says
  if (route.method === 'PUT' && isOfGroup(route)) return emulated;
  const region = normalRegion(String(own(body, 'location')));
  const location = regions.has(region) ? region : state.settings.location;
  return { ...emulated, state: withGroup(state, { id, name, location }) };
}

/** Why nothing can be asked of what is in a group that is not there; undefined where it is, or where the group itself is asked for. */
export function missingGroup(route: Route, { emulated, at }: Context): Reply | undefined {
  const name = at.get('group');
  if (name === undefined || isOfGroup(route) || findGroup(emulated.state, idOf(at, name))) return undefined;
  return noGroup(name);
}

function isOfGroup({ path }: Route): boolean {
  return path.endsWith('/{group}');
}

function idOf(at: ReadonlyMap<string, string>, name: string): string {
  return `/subscriptions/${at.get('subscription')}/resourceGroups/${name}`;
}

/** docs: azure/azure-resource-manager/management/resource-name-rules. */
const GROUP_NAME = /^[\p{L}\p{N}_().-]{0,89}[\p{L}\p{N}_()-]$/u;
