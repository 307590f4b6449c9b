import { buildJson } from '../../src/core/json-build.js';
import { placesIn } from '../../src/core/json-places.js';
import { locator, type Placed } from '../../src/core/places.js';
import { child } from '../../src/core/pointer.js';

/** The places in a text that are found in another way than by reading every value with its place; how many there are. */
export function comparedPlaces(text: string): { readonly count: number; readonly different: readonly string[] } {
  const want = [...offsets(buildJson(text, () => {}).placed)];
  const different = new Set<string>();
  // what is asked for first decides how far the text is looked at: in one order, in the other, and each alone
  for (const asked of [want, [...want].reverse()]) {
    const offsetOf = offsetIn(text);
    for (const [pointer, offset] of asked) if (offsetOf(pointer) !== offset) different.add(pointer);
    for (const [pointer, offset] of asked) if (offsetOf(child(pointer, 'none')) !== offset) different.add(pointer);
  }
  for (const [pointer, offset] of want.slice(-100)) if (offsetIn(text)(pointer) !== offset) different.add(pointer);
  return { count: want.length, different: [...different] };
}

/** Where a value stands; for one that is not there, where the one stands that should hold it. */
function offsetIn(text: string): (pointer: string) => number {
  const locate = locator(
    () => placesIn(text),
    (offset) => ({ line: 1, column: offset }),
  );
  return (pointer) => locate(pointer).column;
}

function offsets(placed: Placed, pointer = '', found = new Map<string, number>()): ReadonlyMap<string, number> {
  if (typeof placed === 'number') return found.set(pointer, placed);
  found.set(pointer, placed.offset);
  for (const [key, below] of placed.children?.entries() ?? []) offsets(below, child(pointer, key), found);
  return found;
}
