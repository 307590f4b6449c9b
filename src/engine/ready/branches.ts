import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { child } from '../../core/pointer.js';

/** The actions of a branch as they are written, and where. */
export interface Branch {
  readonly actions: Json | undefined;
  readonly pointer: string;
}

/** The branches of a container; of anything else none. An If has two, a Switch its cases and then its default. */
export function branchesOf(type: string, value: JsonObject, pointer: string): Branch[] {
  switch (type) {
    case 'Scope':
    case 'Foreach':
    case 'Until':
      return [branchIn(value, pointer)];
    case 'If':
      return [branchIn(value, pointer), branchIn(own(value, 'else'), child(pointer, 'else'))];
    case 'Switch':
      return [...casesOf(value, pointer), branchIn(own(value, 'default'), child(pointer, 'default'))];
    default:
      return [];
  }
}

function casesOf(value: JsonObject, pointer: string): Branch[] {
  const cases = own(value, 'cases');
  const at = child(pointer, 'cases');
  return isObject(cases) ? Object.entries(cases).map(([name, one]) => branchIn(one, child(at, name))) : [];
}

function branchIn(holder: Json | undefined, pointer: string): Branch {
  return { actions: isObject(holder) ? own(holder, 'actions') : undefined, pointer: child(pointer, 'actions') };
}
