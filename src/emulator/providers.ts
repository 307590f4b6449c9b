import { own, type JsonObject } from '../core/json.js';
import type { Context, Route } from './context.js';
import { ok, refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import { regions } from './regions.js';
import { RESOURCES_VERSIONS as versions } from './resources-versions.js';
import { docs } from './source.js';
import type { EmulatorState } from './state.js';

/** The providers whose resources the emulator has, and their types with the api-versions. */
export type Providers = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

const ONE = '/subscriptions/{subscription}/providers/{namespace}';
const source = docs('rest/api/resources/providers');
const action = 'Microsoft.Resources/subscriptions/providers';

/** Providers: what there is, and whether the subscription is registered. `providers` are those of the other routes. */
export function providerRoutes(providers: Providers): readonly Route[] {
  const types = new Map([...providers].map(([namespace, known]) => [namespace, typesOf(known)]));
  const named = (name: string) => [...providers.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
  const one = (context: Context, state?: string): Reply => {
    const namespace = named(context.at.get('namespace') ?? '');
    if (namespace === undefined) return noNamespace(context.at.get('namespace') ?? '');
    const { emulated, at } = context;
    const changed = state === undefined ? emulated.state : registered(emulated.state, keyOf(at, namespace), state);
    const body = view(changed, { namespace, types: types.get(namespace) ?? [], at });
    return ok(body, { ...emulated, state: changed });
  };
  const list = ({ emulated, at }: Context): Reply =>
    ok({ value: [...types].map(([namespace, known]) => view(emulated.state, { namespace, types: known, at })) });
  return [
    {
      method: 'GET',
      path: '/subscriptions/{subscription}/providers',
      action: `${action}/read`,
      versions,
      source,
      answer: list,
    },
    { method: 'GET', path: ONE, action: `${action}/read`, versions, source, answer: (context) => one(context) },
    {
      method: 'POST',
      path: `${ONE}/register`,
      action: '*/register/action',
      versions,
      source,
      answer: (context) => one(context, 'Registered'),
    },
    {
      method: 'POST',
      path: `${ONE}/unregister`,
      action: '*/unregister/action',
      versions,
      source,
      answer: (context) => one(context, 'NotRegistered'),
    },
  ];
}

/** A provider that is none. */
export function noNamespace(name: string): Reply {
  return refused(refusals.noNamespace, `The resource namespace '${name.slice(0, 100)}' is invalid.`);
}

function keyOf(at: ReadonlyMap<string, string>, namespace: string): string {
  return `${at.get('subscription')}/${namespace}`.toLowerCase();
}

function registered(state: EmulatorState, key: string, value: string): EmulatorState {
  return { ...state, registrations: { ...state.registrations, [key]: value } };
}

/** How a provider is registered in a subscription: all are, unless the state says otherwise. */
function registrationOf(state: EmulatorState, subscription: string, namespace: string): string {
  return own(state.registrations, `${subscription}/${namespace}`.toLowerCase()) ?? 'Registered';
}

/** Why nothing is written to a provider that is not registered; undefined where it is. */
export function notRegistered(state: EmulatorState, subscription: string, namespace: string): Reply | undefined {
  if (registrationOf(state, subscription, namespace) === 'Registered') return undefined;
  const code = refusals.notRegistered.code;
  const message = `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`;
  return refused(refusals.notRegistered, message, { details: [{ code, target: namespace, message }] });
}

interface Shown {
  readonly namespace: string;
  readonly types: readonly JsonObject[];
  readonly at: ReadonlyMap<string, string>;
}

function view(state: EmulatorState, { namespace, types, at }: Shown): JsonObject {
  const subscription = at.get('subscription') ?? '';
  return {
    id: `/subscriptions/${subscription}/providers/${namespace}`,
    namespace,
    registrationPolicy: 'RegistrationRequired',
    registrationState: registrationOf(state, subscription, namespace),
    resourceTypes: types,
  };
}

function typesOf(known: ReadonlyMap<string, readonly string[]>): readonly JsonObject[] {
  return [...known].map(([resourceType, apiVersions]) => ({ resourceType, locations: [...regions], apiVersions }));
}
