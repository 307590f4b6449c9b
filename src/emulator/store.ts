import type { JsonObject } from '../core/json.js';
import type { Emulated, EmulatorMemory } from './message.js';
import { allOf, belowOnShelf, onShelf, put, taken } from './shelf.js';
import type { EmulatorState, Resource } from './state.js';

/** The resource with an id, in any case. */
export function find({ resources }: EmulatorState, id: string): Resource | undefined {
  return onShelf(resources, id.toLowerCase());
}

/** What belongs to `Microsoft.Authorization`, of the resources of a state: locks and role assignments, which nearly every request asks for. */
const ofAuthorization = new WeakMap<EmulatorState['resources'], readonly Resource[]>();

/** The locks and role assignments that there are. */
export function authorizations({ resources }: EmulatorState): readonly Resource[] {
  const all = ofAuthorization.get(resources) ?? [...allOf(resources)].map(([, one]) => one).filter(isAuthorization);
  ofAuthorization.set(resources, all);
  return all;
}

function isAuthorization({ type }: Resource): boolean {
  return type.startsWith('Microsoft.Authorization/');
}

/** The emulator with a resource put in, in place of one of the same id. */
export function kept(emulated: Emulated, resource: Resource): Emulated {
  const { state } = emulated;
  const resources = put(state.resources, resource.id.toLowerCase(), resource);
  const before = ofAuthorization.get(state.resources);
  if (before && !isAuthorization(resource)) ofAuthorization.set(resources, before);
  return { ...emulated, state: { ...state, resources } };
}

/** The emulator without a resource, its key and its calls, and without what stands below it. */
export function without({ state, memory }: Emulated, id: string): Emulated {
  const gone = id.toLowerCase();
  const isGone = (one: string) => one === gone || one.startsWith(`${gone}/`);
  const resources = taken(state.resources, gone);
  return { state: { ...state, resources }, memory: forgotten(memory, isGone) };
}

function forgotten({ keys, calls, replayed, runs }: EmulatorMemory, isGone: (id: string) => boolean): EmulatorMemory {
  const left = <Value>(all: ReadonlyMap<string, Value>) => new Map([...all].filter(([id]) => !isGone(id)));
  return { keys: left(keys), calls: left(calls), replayed, runs: left(runs) };
}

/** The resources of a type (any, where it is undefined) below a scope, by id. */
export function below({ resources }: EmulatorState, scope: string, type?: string): Resource[] {
  const wanted = type?.toLowerCase();
  return belowOnShelf(resources, scope.toLowerCase())
    .map(([, one]) => one)
    .filter((one) => wanted === undefined || one.type.toLowerCase() === wanted);
}

/** What the id of a resource or of a list stands in: a subscription, a group or another resource. */
export function scopeOf(id: string): string {
  return id.slice(0, id.toLowerCase().lastIndexOf('/providers/'));
}

/** Whether a scope is another one, or holds it. Both in lower case. */
export function covers(scope: string, other: string): boolean {
  return other === scope || other.startsWith(`${scope}/`);
}

/** A resource as it is answered: `properties` first, as the real responses have it. */
export function shown(resource: Resource, properties: JsonObject): JsonObject {
  const { id, name, type, location, tags, kind, identity } = resource;
  return {
    properties,
    id,
    name,
    type,
    ...(location !== undefined && { location }),
    ...(tags && { tags }),
    ...(kind !== undefined && { kind }),
    ...(identity && { identity }),
  };
}
