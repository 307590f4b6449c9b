import { isArray, isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { readJson } from '../../core/json-read.js';
import type { Secret } from '../../core/secret.js';

/** A character that Unicode sets apart for such use: no text holds it by itself. */
const EDGE = '\uFDD1';
/** The only member of an object that stands for one. */
const OBJECT = EDGE;

/** The text that stands for a secret until the request is sent. */
export function secretMark(name: string): string {
  return EDGE + name + EDGE;
}

/** The object that stands for a secret one. */
export function secretObjectMark(name: string): JsonObject {
  return { [OBJECT]: name };
}

/** The names of the secrets whose marks are in a value. */
export function marksIn(value: Json): readonly string[] {
  const found = new Set<string>();
  const left: Json[] = [value];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (typeof one === 'string') for (const name of namesIn(one)) found.add(name);
    else if (isArray(one)) left.push(...one);
    else if (isObject(one)) {
      const name = own(one, OBJECT);
      if (typeof name === 'string') found.add(name);
      else left.push(...Object.values(one));
    }
  }
  return [...found];
}

function namesIn(text: string): readonly string[] {
  return text.split(EDGE).filter((_, at) => at % 2 === 1);
}

/** The value with the secrets in the place of their marks: to be sent, and never to be shown. What is not known stays out. */
export function withSecrets(value: Json, secrets: ReadonlyMap<string, Secret>): Json {
  if (typeof value === 'string') {
    const parts = value.split(EDGE);
    return parts.map((part, at) => (at % 2 === 1 ? (secrets.get(part)?.reveal() ?? '') : part)).join('');
  }
  if (isArray(value)) return value.map((one) => withSecrets(one, secrets));
  if (!isObject(value)) return value;
  const name = own(value, OBJECT);
  if (typeof name === 'string') return readJson('', secrets.get(name)?.reveal() ?? '{}').value ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withSecrets(one, secrets)]));
}
