import type { Fact } from './fact.js';
import type { Place } from './place.js';

/** Takes out the facts that something may be absent in an answer which `contract.json` expects there. */
export function leaveExpected(body: Place, expected: Place, facts: Set<Fact>): void {
  const met = new Set<string>();
  const left: (readonly [body: Place, expected: Place])[] = [[body, expected]];
  for (let pair = left.pop(); pair !== undefined; pair = left.pop()) {
    const [place, demands] = pair;
    const key = `${place.pointer} ${demands.pointer}`;
    if (met.has(key)) continue;
    met.add(key);
    for (const node of place.nodes) {
      for (const demand of demands.nodes) {
        for (const name of demand.schema.required ?? []) {
          const found = node.facts.optional.get(name);
          if (found) facts.delete(found);
        }
        if (node.items && demand.items) left.push([node.items, demand.items]);
        for (const [name, below] of demand.properties) {
          const inner = node.properties.get(name);
          if (inner) left.push([inner, below]);
        }
      }
    }
  }
}
