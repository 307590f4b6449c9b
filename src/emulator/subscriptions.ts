import type { JsonObject } from '../core/json.js';
import type { Context, Route } from './context.js';
import { guidOf } from './hex.js';
import { ok, type Reply } from './reply.js';
import { regions } from './regions.js';
import { docs } from './source.js';
import { allOf } from './shelf.js';
import type { EmulatorState } from './state.js';

const versions = ['2016-06-01', '2018-06-01', '2019-06-01', '2020-01-01', '2021-01-01', '2021-10-01', '2022-12-01'];
const ONE = '/subscriptions/{subscription}';
const source = docs('rest/api/resources/subscriptions');
const action = 'Microsoft.Resources/subscriptions';

/** Subscriptions, and the regions of one. */
export const subscriptionRoutes: readonly Route[] = [
  { method: 'GET', path: '/subscriptions', action: `${action}/read`, versions, source, answer: list },
  { method: 'GET', path: ONE, action: `${action}/read`, versions, source, answer: get },
  { method: 'GET', path: `${ONE}/locations`, action: `${action}/locations/read`, versions, source, answer: locations },
];

/** Those of the settings, else those in which there is anything. */
function known({ settings, groups }: EmulatorState): readonly string[] {
  const named = [...allOf(groups)].map(([id]) => id.split('/')[2] ?? '');
  return settings.subscriptions ?? [...new Set(named)];
}

function view(subscription: string): JsonObject {
  return {
    id: `/subscriptions/${subscription}`,
    subscriptionId: subscription,
    tenantId: guidOf(`${subscription} tenant`),
    displayName: 'Emulated subscription',
    state: 'Enabled',
  };
}

function list({ emulated }: Context): Reply {
  return ok({ value: known(emulated.state).map(view) });
}

function get({ at }: Context): Reply {
  return ok(view(at.get('subscription') ?? ''));
}

function locations({ id }: Context): Reply {
  const from = id.slice(0, -'/locations'.length);
  const value = [...regions].map((name) => ({ id: `${from}/locations/${name}`, name, displayName: name }));
  return ok({ value });
}
