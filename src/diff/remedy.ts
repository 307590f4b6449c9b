import { shorten } from '../core/shorten.js';
import type { Change } from './change.js';

/** The changes, the first breaking one of each operation with what Microsoft says to do instead. */
export function withRemedies(changes: readonly Change[]): Change[] {
  const told = new Set<string>();
  return changes.map((change) => {
    const { breaking, direction, operations = [] } = change;
    const fresh = operations.filter((name) => !told.has(name));
    if (!breaking || direction === 'connects' || fresh.length === 0) return change;
    for (const name of fresh) told.add(name);
    return { ...change, help: remedy(change, fresh) };
  });
}

/** @see https://learn.microsoft.com/connectors/custom-connectors/operational-versioning */
function remedy({ code }: Change, [first = '', ...others]: readonly string[]): string {
  const name = first.replace(/_V\d+$/, '');
  const next = `${name}_V${Number(/_V(\d+)$/.exec(first)?.[1] ?? 1) + 1}`;
  const all = others.length === 0 ? shorten(first) : `${shorten(first)} and ${others.length} more`;
  if (code === 'operation-removed') {
    return `Keep ${all} for the playbooks that call it: "deprecated": true, and "x-ms-api-annotation" with a "replacement"; remove it when none does any more.`;
  }
  const annotation = `"x-ms-api-annotation": { "family": ${shorten(name)}, "revision": ${/_V(\d+)$/.test(next) ? next.slice(next.lastIndexOf('V') + 1) : 2} }`;
  return `Leave ${all} as it was and add ${others.length === 0 ? shorten(next) : `new ones such as ${shorten(next)}`} with ${annotation}, on a path of its own; give the old one "x-ms-visibility": "advanced", and later "deprecated": true.`;
}
