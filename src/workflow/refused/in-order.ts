import { isArray, isObject, type Json } from '../../core/json.js';
import { tokens } from '../../core/pointer.js';

/** Puts what stands at pointers into the order of the document, of which `value` stands at `base`. Equal places keep their order. */
export function inDocumentOrder<At extends { readonly pointer: string }>(
  found: readonly At[],
  { value, base }: { readonly value: Json; readonly base: string },
): readonly At[] {
  if (found.length < 2) return found;
  const positions = new Map<object, ReadonlyMap<string, number>>();
  const wayTo = (pointer: string): readonly number[] => {
    if (!pointer.startsWith(base)) return [Number.POSITIVE_INFINITY];
    const way: number[] = [];
    let here: Json | undefined = value;
    for (const token of tokens(pointer.slice(base.length))) {
      if (!isArray(here) && !isObject(here)) break;
      const known = positions.get(here) ?? new Map(Object.keys(here).map((key, index) => [key, index] as const));
      positions.set(here, known);
      way.push(known.get(token) ?? Number.POSITIVE_INFINITY);
      here = isArray(here) ? here[Number(token)] : here[token];
    }
    return way;
  };
  return found
    .map((one) => ({ one, way: wayTo(one.pointer) }))
    .sort((first, second) => compare(first.way, second.way))
    .map(({ one }) => one);
}

function compare(first: readonly number[], second: readonly number[]): number {
  for (const [index, position] of first.entries()) {
    const other = second[index];
    if (other === undefined) return 1;
    if (position !== other) return position < other ? -1 : 1;
  }
  return first.length - second.length;
}
