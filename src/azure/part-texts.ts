import { isObject, type Json, type JsonObject } from '../core/json.js';

/** How an object becomes a text. */
interface Writing {
  /** The text of any value. */
  readonly whole: (value: Json) => string;
  /** The text of an object, from the texts of its members. */
  readonly joined: (members: readonly (readonly [name: string, text: string])[]) => string;
}

/** Levels at which parts are looked up: those of a resource, its properties, and the parts of its definition. */
const LEVELS = 3;

/**
 * Writes values, and remembers the texts of the objects in them, as long as these live: connectors are never changed, and what is sent
 * to a thousand places differs in a host and some tags.
 */
export function partTexts({ whole, joined }: Writing): (value: Json) => string {
  const known = new WeakMap<JsonObject, string>();
  const textOf = (value: Json, levels: number): string => {
    if (!isObject(value)) return whole(value);
    const there = known.get(value);
    if (there !== undefined) return there;
    const members = () => Object.entries(value).map(([name, inner]) => [name, textOf(inner, levels - 1)] as const);
    const text = levels === 0 ? whole(value) : joined(members());
    known.set(value, text);
    return text;
  };
  return (value) => textOf(value, LEVELS);
}
