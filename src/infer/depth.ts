import { finding, type Finding } from '../core/finding.js';
import { maxSchemasPerBody } from '../definition/limits.js';
import { inferRules } from './rules.js';
import type { Settled } from './settle.js';

/** More levels than any body of a published connector has. A level takes two in the file, whose reader ends at 200. */
const MOST_LEVELS = 32;

/** How many levels below a body are described: all, or as many as 512 schemas suffice for, the documented limit; then `report` is told. */
export function depthOf(body: Settled, pointer: string, report: (found: Finding) => void): number {
  let level: readonly Settled[] = [body];
  let schemas = 1;
  for (let depth = 0; ; depth += 1) {
    const below = level.flatMap(insideOf);
    if (below.length === 0) return depth;
    schemas += below.length;
    if (schemas > maxSchemasPerBody || depth === MOST_LEVELS) {
      const message = `The body has more than ${maxSchemasPerBody} schemas or ${MOST_LEVELS} levels; it is described down to level ${depth}.`;
      report(finding(inferRules.tooVaried, { pointer, message }));
      return depth;
    }
    level = below;
  }
}

function insideOf({ kind, items, entries, properties }: Settled): readonly Settled[] {
  const inside = [kind === 'array' ? items : undefined, entries, ...properties.map(({ settled }) => settled)];
  return inside.filter((inner) => inner !== undefined);
}
