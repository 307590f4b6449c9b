import { isArray, isObject, own, type Json, type JsonArray } from '../../src/core/json.js';
import { resolve } from '../../src/openapi/refs.js';
import type { Document, Schema } from '../../src/openapi/types.js';

/** Gives numbers from 0 up to, not including, 1; the same seed gives the same ones (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Random = () => number;

export function pick<One>(random: Random, from: readonly One[]): One {
  return from[Math.floor(random() * from.length)] as One; // the lists that tests pick from are not empty
}

const texts = ['', 'a', 'ab', 'user', '2024-10-21', '0', 'é', '😀', '😀😀😀', 'a longer text with words'];
const anything: readonly Json[] = [null, true, 0, 1, 1.5, -3, '', 'a', [], [1, 1], {}, { a: 1 }, { text: null }];

/** A value that mostly meets `schema`: lengths, patterns and required names are not always right. */
export function valueFor(document: Document, schema: Schema, random: Random, depth = 0): Json {
  const node = resolve<Schema>(document, schema, '')?.node;
  if (node === undefined || depth > 6) return pick(random, anything);
  if (node['x-nullable'] === true && random() < 0.2) return null;
  if (node.enum && node.enum.length > 0 && random() < 0.95) return pick(random, node.enum);
  const own = plainValue(document, node, random, depth);
  if (!node.allOf || !isObject(own)) return own;
  const parts = node.allOf.map((part) => valueFor(document, part, random, depth + 1));
  return Object.assign({}, own, ...parts.filter(isObject)) as Json;
}

function plainValue(document: Document, schema: Schema, random: Random, depth: number): Json {
  const type =
    schema.type ?? (schema.properties || schema.allOf ? 'object' : pick(random, ['string', 'object'] as const));
  switch (type) {
    case 'string':
      return pick(random, texts).padEnd(Math.min(schema.minLength ?? 0, 50), 'x');
    case 'integer':
    case 'number':
      return numberFor(schema, random);
    case 'boolean':
      return random() < 0.5;
    case 'array': {
      const length = Math.min((schema.minItems ?? 0) + Math.floor(random() * 3), 5);
      return Array.from({ length }, () => valueFor(document, schema.items ?? {}, random, depth + 1));
    }
    default:
      return objectFor(document, schema, random, depth);
  }
}

function numberFor({ type, minimum, maximum }: Schema, random: Random): number {
  const low = Number(minimum ?? -5);
  const high = Math.min(Number(maximum ?? 5), low + 10);
  const value = pick(random, [low, high, low + random() * (high - low), 0.3]);
  return type === 'integer' ? Math.round(value) : Math.round(value * 100) / 100;
}

function objectFor(document: Document, schema: Schema, random: Random, depth: number): Json {
  const properties = Object.entries(schema.properties ?? {}).filter(
    ([name]) => random() < (schema.required?.includes(name) ? 0.97 : 0.5),
  );
  const more = random() < 0.2 ? [['extra', pick(random, anything)]] : [];
  return Object.fromEntries([
    ...properties.map(([name, inner]) => [name, valueFor(document, inner, random, depth + 1)] as const),
    ...more,
  ]) as Json;
}

/** A copy of `value` with one place changed: another value, a property or item gone, added or repeated. */
export function mutated(value: Json, random: Random): Json {
  if (isArray(value) && value.length > 0 && random() < 0.8) return mutatedArray(value, random);
  if (isObject(value) && Object.keys(value).length > 0 && random() < 0.85) {
    const name = pick(random, Object.keys(value));
    const rest = Object.entries(value).filter(([other]) => other !== name);
    if (random() < 0.15) return Object.fromEntries(rest);
    return Object.fromEntries([...rest, [name, mutated(own(value, name) ?? null, random)]]);
  }
  return pick(random, anything);
}

function mutatedArray(value: JsonArray, random: Random): Json {
  const index = Math.floor(random() * value.length);
  if (random() < 0.1) return value.toSpliced(index, 1);
  if (random() < 0.1) return [...value, value[index] ?? null];
  return value.with(index, mutated(value[index] ?? null, random));
}
