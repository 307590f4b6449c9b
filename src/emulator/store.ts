import type { JsonObject } from '../core/json.js';
import { own } from '../core/json.js';
import type { Emulated, EmulatorMemory } from './message.js';
import type { EmulatorState, Resource } from './state.js';

/** The resource with an id, in any case. */
export function find({ resources }: EmulatorState, id: string): Resource | undefined {
  return own(resources, id.toLowerCase());
}

/** The emulator with a resource put in, in place of one of the same id. */
export function kept(emulated: Emulated, resource: Resource): Emulated {
  const { state } = emulated;
  const resources = { ...state.resources, [resource.id.toLowerCase()]: resource };
  return { ...emulated, state: { ...state, resources } };
}

/** The emulator without a resource, its key and its calls, and without what stands below it. */
export function without({ state, memory }: Emulated, id: string): Emulated {
  const gone = id.toLowerCase();
  const isGone = (one: string) => one === gone || one.startsWith(`${gone}/`);
  const resources = Object.fromEntries(Object.entries(state.resources).filter(([one]) => !isGone(one)));
  return { state: { ...state, resources }, memory: forgotten(memory, isGone) };
}

function forgotten({ keys, calls, replayed }: EmulatorMemory, isGone: (id: string) => boolean): EmulatorMemory {
  const left = <Value>(all: ReadonlyMap<string, Value>) => new Map([...all].filter(([id]) => !isGone(id)));
  return { keys: left(keys), calls: left(calls), replayed };
}

/** The resources of a type (any, where it is undefined) below a scope, by id. */
export function below({ resources }: EmulatorState, scope: string, type?: string): Resource[] {
  const from = `${scope.toLowerCase()}/`;
  const wanted = type?.toLowerCase();
  return Object.keys(resources)
    .filter((id) => id.startsWith(from))
    .toSorted()
    .flatMap((id) => own(resources, id) ?? [])
    .filter((one) => wanted === undefined || one.type.toLowerCase() === wanted);
}

/** What the id of a resource or of a list stands in: a subscription, a group or another resource. */
export function scopeOf(id: string): string {
  return id.slice(0, id.toLowerCase().lastIndexOf('/providers/'));
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
