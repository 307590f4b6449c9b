import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';

/**
 * How many characters variables may add to one request. Addresses, ids and keys are shorter; variables that hold each other, or a long one
 * in many places, could fill the memory.
 */
const MAX_ADDED = 4096;
/** How deep variables may hold variables. Postman itself goes 19 deep; nobody writes more than three. */
const MAX_DEPTH = 10;
const VARIABLE = /\{\{([^{}]{1,200})\}\}/g;
const PATH_VARIABLE = /(?<=\/):([\w.-]{1,200})(?=[/?#]|$)/g;

/** Puts the values of variables into the texts of one request; what has no value (an environment's variable, `{{$guid}}`) stays. */
export interface Filler {
  /** For each `{{name}}`, and for those in its value. */
  fill(text: string): string;
  /** For each `:name` that is a segment of a path. */
  fillPath(text: string, values: ReadonlyMap<string, string>): string;
}

/** Whether an entry of a list is kept, and not sent: `disabled`, or not `enabled` in version 1. */
export function isOff(entry: JsonObject): boolean {
  return own(entry, 'disabled') === true || own(entry, 'enabled') === false;
}

/** The values of a collection's variables by name; of a name that stands twice the last. */
export function variablesOf(list: Json | undefined): JsonObject {
  if (!isArray(list)) return {};
  const pairs = list.flatMap((variable) => {
    if (!isObject(variable) || isOff(variable)) return [];
    const [name, value] = [own(variable, 'key') ?? own(variable, 'id'), own(variable, 'value') ?? {}];
    return typeof name === 'string' && typeof value !== 'object' ? [[name, String(value)] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** A filler for one request of a collection with these variables. */
export function filler(variables: JsonObject): Filler {
  let room = MAX_ADDED;
  const insert = (text: string, places: RegExp, valueOf: (name: string) => Json | undefined) =>
    text.replace(places, (place, name: string) => {
      const value = valueOf(name.trim());
      if (typeof value !== 'string' || value.length > room) return place;
      room -= value.length;
      return value;
    });
  return {
    fill(text) {
      let result = text;
      for (let depth = 0; depth < MAX_DEPTH && result.includes('{{'); depth += 1) {
        const before = result;
        result = insert(before, VARIABLE, (name) => own(variables, name));
        if (result === before) break;
      }
      return result;
    },
    fillPath: (text, values) => insert(text, PATH_VARIABLE, (name) => values.get(name) || undefined),
  };
}
