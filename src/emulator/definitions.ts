import { createHash } from 'node:crypto';
import type { JsonObject } from '../core/json.js';
import { oneLine } from './one-line.js';

/** Definitions that are kept, by what tells them apart. */
const known = new Map<string, WeakRef<JsonObject>>();
const texts = new WeakMap<JsonObject, string>();
const hashes = new WeakMap<JsonObject, string>();

/** A definition as text, without white space. It is written once: a definition is never changed, and one that is shared is asked for often. */
export function definitionText(definition: JsonObject): string {
  const text = texts.get(definition) ?? oneLine(definition);
  texts.set(definition, text);
  return text;
}

/** The text of a definition that was written before; undefined for any other object. */
export function writtenDefinition(object: JsonObject): string | undefined {
  return texts.get(object);
}

/** What two definitions share that are written alike: 64 hexadecimal digits. */
export function definitionHash(definition: JsonObject): string {
  const hash = hashes.get(definition) ?? hashOf(`${definitionText(definition)}\n`);
  hashes.set(definition, hash);
  return hash;
}

/** The definition that is kept already where there is one that is written alike: a connector that was deployed a thousand times is in memory once. */
export function shared(definition: JsonObject): JsonObject {
  const key = definitionHash(definition);
  const there = known.get(key)?.deref();
  if (there) return there;
  known.set(key, new WeakRef(definition));
  return definition;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
