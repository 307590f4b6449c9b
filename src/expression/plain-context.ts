import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { Answer, Context, Source } from './context.js';

/** What a context of JSON cannot hold. */
export interface Surroundings {
  /** The time, as ISO 8601 in UTC, where the document names none. */
  readonly now: () => string;
  readonly random: () => number;
}

/**
 * A context of a document: `{ "trigger": { "outputs" } or { "headers", "body" }, "variables": {}, "parameters": {}, "actions": { NAME: record },
 * "items": { LOOP: value }, "item", "iterationIndexes": {}, "results": {}, "workflow": {}, "callbackUrl", "action", "now" }`, all of it optional.
 * Without `item`, it is that of the last loop in `items`.
 */
export function plainContext(document: JsonObject, { now, random }: Surroundings): Context {
  const time = own(document, 'now');
  return {
    now: typeof time === 'string' ? () => time : now,
    random,
    find: (source, name) => answered(find(document, source, name)),
  };
}

function answered(value: Json | undefined): Answer | undefined {
  return value === undefined ? undefined : { value };
}

/** Where a document holds what has a name. */
const tables: Readonly<Partial<Record<Source, string>>> = {
  action: 'actions',
  variable: 'variables',
  parameter: 'parameters',
  items: 'items',
  iterationIndex: 'iterationIndexes',
  result: 'results',
};

function find(document: JsonObject, source: Source, name: string): Json | undefined {
  const table = tables[source];
  if (table !== undefined) {
    const [key, found] = entry(own(document, table), name) ?? [];
    return source === 'action' && isObject(found) && key !== undefined ? { name: key, ...found } : found;
  }
  switch (source) {
    case 'trigger':
      return trigger(own(document, 'trigger'));
    case 'item':
      return item(document);
    case 'currentAction':
      return own(document, 'action');
    default:
      return own(document, source);
  }
}

function entry(table: Json | undefined, name: string): readonly [key: string, value: Json] | undefined {
  if (!isObject(table)) return undefined;
  const same = own(table, name);
  if (same !== undefined) return [name, same];
  const wanted = name.toLowerCase();
  return Object.entries(table).find(([key]) => key.toLowerCase() === wanted);
}

/** The record of a trigger; one without outputs stands for them. */
function trigger(given: Json | undefined): Json | undefined {
  return isObject(given) && !Object.hasOwn(given, 'outputs') ? { outputs: given } : given;
}

function item(document: JsonObject): Json | undefined {
  const given = own(document, 'item');
  const loops = own(document, 'items');
  return given ?? (isObject(loops) ? Object.values(loops).at(-1) : undefined);
}
