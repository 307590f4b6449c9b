import type { JsonObject } from '../core/json.js';
import type { Context, Route } from './context.js';
import { PREVIEW } from './custom-api-view.js';
import { noResource } from './missing.js';
import { ok, type Reply } from './reply.js';
import { normalRegion } from './regions.js';
import { spec } from './source.js';
import type { ManagedApi } from './state.js';

const LIST = '/subscriptions/{subscription}/providers/Microsoft.Web/locations/{location}/managedApis';
const action = 'Microsoft.Web/locations/managedApis/read';
const versions = ['2016-06-01', PREVIEW];

/** Microsoft's own connectors: those that settings.managedApis names. */
export const managedApiRoutes: readonly Route[] = [
  { method: 'GET', path: LIST, action, versions, source: spec('ManagedApis_List'), answer: list },
  { method: 'GET', path: `${LIST}/{name}`, action, versions, source: spec('ManagedApis_Get'), answer: get },
];

function list({ emulated, at }: Context): Reply {
  return ok({ value: emulated.state.settings.managedApis.map((one) => view(one, at)) });
}

function get({ emulated, at, id }: Context): Reply {
  const name = at.get('name')?.toLowerCase();
  const found = emulated.state.settings.managedApis.find((one) => one.name.toLowerCase() === name);
  return found ? ok(view(found, at)) : noResource(id);
}

function view({ name, properties }: ManagedApi, at: ReadonlyMap<string, string>): JsonObject {
  const location = normalRegion(at.get('location') ?? '');
  const id = `/subscriptions/${at.get('subscription')}/providers/Microsoft.Web/locations/${location}/managedApis/${name}`;
  return { properties, id, name, type: 'Microsoft.Web/locations/managedApis', location };
}
