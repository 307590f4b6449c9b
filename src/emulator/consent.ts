import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { parseResourceId } from '../arm/resource-id.js';
import { apiIdOf } from './connection-view.js';
import type { Context } from './context.js';
import { hexOf } from './hex.js';
import { noResource } from './missing.js';
import { armOrigin } from './origins.js';
import { ok, refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import type { EmulatorState } from './state.js';
import { find } from './store.js';

/** Where a person signs in for a connection: a link for each parameter that was asked about. Only connections with OAuth have any. */
export function listConsentLinks({ emulated, id, body, world }: Context): Reply {
  const connection = find(emulated.state, id);
  if (connection === undefined) return noResource(id);
  const signIns = Object.entries(parametersOf(emulated.state, apiIdOf(connection))).filter(
    ([, parameter]) => isObject(parameter) && own(parameter, 'type') === 'oauthSetting',
  );
  if (signIns.length === 0) {
    return refused(refusals.noConsent, 'No consent server information was associated with this request.');
  }
  return ok({ value: asked(body).map((one) => linkFor(one, `${armOrigin(world)}/consent/${hexOf(id)}`)) });
}

/** The specification has a list; its example has one object. */
function asked(body: JsonObject): readonly Json[] {
  const parameters = own(body, 'parameters');
  if (parameters === undefined) return [{}];
  return isArray(parameters) ? parameters : [parameters];
}

function linkFor(parameter: Json, page: string): Json {
  const redirect = isObject(parameter) ? own(parameter, 'redirectUrl') : undefined;
  const query =
    typeof redirect === 'string'
      ? `?redirect=${encodeURIComponent(redirect.slice(0, 2000).replaceAll(/\p{Surrogate}/gu, ''))}`
      : '';
  return { link: page + query, status: 'Unauthenticated' };
}

function parametersOf(state: EmulatorState, apiId: string): JsonObject {
  const name = parseResourceId(apiId)?.names.at(-1)?.toLowerCase();
  const managed = state.settings.managedApis.find((one) => one.name.toLowerCase() === name);
  const properties = find(state, apiId)?.properties ?? managed?.properties ?? {};
  const parameters = own(properties, 'connectionParameters');
  return isObject(parameters) ? parameters : {};
}
