import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { definitionHash } from '../../emulator/definitions.js';
import { oneLine } from '../../emulator/one-line.js';
import { allOf } from '../../emulator/shelf.js';
import type { EmulatorState, Resource, ResourceGroup } from '../../emulator/state.js';

/** A state as it is written: its definitions stand beside it, each once, by their hash. */
export interface WrittenState {
  readonly text: string;
  readonly definitions: ReadonlyMap<string, JsonObject>;
}

/** A member of the state with its key. */
interface WrittenMember {
  readonly text: string;
  readonly hash?: string;
  readonly definition?: JsonObject;
}

/** What was written of each resource and group. None is ever changed, and of thousands one request changes one. */
const written = new WeakMap<Resource | ResourceGroup, WrittenMember>();

/** A state as JSON, a line for each group and each resource. */
export function writeState({ resources, groups, ...rest }: EmulatorState): WrittenState {
  const definitions = new Map<string, JsonObject>();
  const lines = [...allOf(resources)].map(([id, resource]) => {
    const { text, hash, definition } = writtenResource(id, resource);
    if (hash !== undefined && definition) definitions.set(hash, definition);
    return text;
  });
  const groupLines = [...allOf(groups)].map(([id, group]) => writtenGroup(id, group).text);
  const head = oneLine(asJson(rest)).slice(0, -1);
  const text = `${head},"groups":{\n${groupLines.join(',\n')}\n},"resources":{\n${lines.join(',\n')}\n}}\n`;
  return { text, definitions };
}

/** What a state has beside its resources and groups, as JSON. */
export function writtenRest({ settings, registrations }: EmulatorState): string {
  return oneLine(asJson({ settings, registrations }));
}

/** A group with its key. */
export function writtenGroup(id: string, group: ResourceGroup): WrittenMember {
  return writtenMember(id, group, groupText);
}

/** A resource with its key, without its definition. */
export function writtenResource(id: string, resource: Resource): WrittenMember {
  return writtenMember(id, resource, resourceText);
}

/** The interfaces of a state have no index signature, and are plain JSON all the same. */
function asJson(part: object): Json {
  return part as unknown as Json;
}

function writtenMember<Of extends Resource | ResourceGroup>(
  id: string,
  of: Of,
  write: (of: Of) => WrittenMember,
): WrittenMember {
  let known = written.get(of);
  if (known === undefined) {
    const { text, ...more } = write(of);
    written.set(of, (known = { text: `${oneLine(id)}:${text}`, ...more }));
  }
  return known;
}

function groupText(group: ResourceGroup): WrittenMember {
  return { text: oneLine(group as unknown as Json) }; // plain JSON, as above
}

function resourceText(resource: Resource): WrittenMember {
  const { swagger, ...properties } = resource.properties;
  // a resource is plain JSON, as above
  if (!isObject(swagger)) return { text: oneLine(resource as unknown as Json) };
  const hash = definitionHash(swagger);
  return {
    text: oneLine({ ...resource, properties, definition: hash } as unknown as Json),
    hash,
    definition: swagger,
  };
}

/** Puts the definitions back into what was written; `read` gets the hash of one. What is no state stays as it is. */
export function withDefinitions(state: Json | undefined, read: (hash: string) => Json): Json | undefined {
  const resources = isObject(state) ? own(state, 'resources') : undefined;
  if (!isObject(state) || !isObject(resources)) return state;
  const whole = Object.entries(resources).map(([id, resource]) => [id, withDefinition(resource, read)] as const);
  return { ...state, resources: Object.fromEntries(whole) };
}

function withDefinition(resource: Json, read: (hash: string) => Json): Json {
  if (!isObject(resource)) return resource;
  const { definition, ...rest } = resource;
  const properties = own(rest, 'properties');
  if (typeof definition !== 'string' || !isObject(properties)) return resource;
  return { ...rest, properties: { ...properties, swagger: read(definition) } };
}
