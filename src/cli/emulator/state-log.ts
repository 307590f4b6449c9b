import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { readJson } from '../../core/json-read.js';
import { changedIds, onShelf } from '../../emulator/shelf.js';
import type { EmulatorState } from '../../emulator/state.js';
import { writtenGroup, writtenResource, writtenRest, type WrittenState } from './state-text.js';

/** What changed from one state to the next, as one line of a log: members that are gone are null. `''` where nothing did. */
export function changesBetween(before: EmulatorState, after: EmulatorState): WrittenState {
  const definitions = new Map<string, JsonObject>();
  const groups = changedIds(before.groups, after.groups).map((id) => {
    const group = onShelf(after.groups, id);
    return group ? writtenGroup(id, group).text : `${JSON.stringify(id)}:null`;
  });
  const resources = changedIds(before.resources, after.resources).map((id) => {
    const resource = onShelf(after.resources, id);
    if (resource === undefined) return `${JSON.stringify(id)}:null`;
    const { text, hash, definition } = writtenResource(id, resource);
    if (hash !== undefined && definition) definitions.set(hash, definition);
    return text;
  });
  const isRest = before.settings !== after.settings || before.registrations !== after.registrations;
  const parts = [
    ...(isRest ? [`"rest":${writtenRest(after)}`] : []),
    ...(groups.length > 0 ? [`"groups":{${groups.join(',')}}`] : []),
    ...(resources.length > 0 ? [`"resources":{${resources.join(',')}}`] : []),
  ];
  return { text: parts.length === 0 ? '' : `{${parts.join(',')}}\n`, definitions };
}

/** A state as it was written, with what a log says behind it. A last line that was cut off counts for nothing: nobody was told of it. */
export function replayed(state: Json | undefined, log: string): Json | undefined {
  if (!isObject(state)) return state;
  const members = { groups: membersOf(state, 'groups'), resources: membersOf(state, 'resources') };
  let rest: JsonObject = state;
  for (const line of log.split('\n').slice(0, -1)) {
    const { value } = readJson('', line);
    if (!isObject(value)) continue;
    const given = own(value, 'rest');
    if (isObject(given)) rest = { ...rest, ...given };
    for (const name of ['groups', 'resources'] as const) {
      const part = own(value, name);
      for (const [id, one] of Object.entries(isObject(part) ? part : {})) {
        if (one === null) members[name].delete(id);
        else members[name].set(id, one);
      }
    }
  }
  return { ...rest, groups: Object.fromEntries(members.groups), resources: Object.fromEntries(members.resources) };
}

function membersOf(state: JsonObject, name: string): Map<string, Json> {
  const part = own(state, name);
  return new Map(Object.entries(isObject(part) ? part : {}));
}
