import type { Finding } from '../core/finding.js';
import { isArray, isObject, type Json } from '../core/json.js';
import { tokens } from '../core/pointer.js';

/** The findings about one document in the order of the places that they are about; those about the same place keep their order. */
export function inDocumentOrder(findings: readonly Finding[], document: Json): Finding[] {
  if (findings.length < 2) return [...findings];
  const positions = new Map<object, ReadonlyMap<string, number>>();
  const keyed = findings.map((found) => ({ found, path: pathOf(found.pointer, document, positions) }));
  return keyed.sort((a, b) => compare(a.path, b.path)).map(({ found }) => found);
}

/** At each level the position among the siblings; what is not there comes before what is. */
function pathOf(pointer: string, document: Json, positions: Map<object, ReadonlyMap<string, number>>): number[] {
  let here: Json | undefined = document;
  return tokens(pointer).map((token) => {
    if (isArray(here)) {
      here = here[Number(token)];
      return Number(token);
    }
    if (!isObject(here)) return -1;
    let known = positions.get(here);
    if (known === undefined)
      positions.set(here, (known = new Map(Object.keys(here).map((key, index) => [key, index]))));
    const position = known.get(token);
    here = position === undefined ? undefined : here[token];
    return position ?? -1;
  });
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let level = 0; level < Math.min(a.length, b.length); level += 1) {
    const difference = (a[level] ?? 0) - (b[level] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
