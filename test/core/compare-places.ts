import { buildJson } from '../../src/core/json-build.js';
import { placesIn } from '../../src/core/json-places.js';
import type { Placed } from '../../src/core/places.js';
import { child } from '../../src/core/pointer.js';

/** The places in a text that are found in another way than by reading every value with its place; how many there are. */
export function comparedPlaces(text: string): { readonly count: number; readonly different: readonly string[] } {
  const want = offsets(buildJson(text, () => {}).placed);
  const found = offsets(placesIn(text));
  const pointers = new Set([...want.keys(), ...found.keys()]);
  return { count: want.size, different: [...pointers].filter((pointer) => want.get(pointer) !== found.get(pointer)) };
}

function offsets(placed: Placed, pointer = '', found = new Map<string, number>()): ReadonlyMap<string, number> {
  if (typeof placed === 'number') return found.set(pointer, placed);
  found.set(pointer, placed.offset);
  for (const [key, below] of placed.children?.entries() ?? []) offsets(below, child(pointer, key), found);
  return found;
}
