import type { ShownAction } from './model.js';

/**
 * The actions of one branch, row by row: what waits for something stands below it, what runs at the same time in one row. What waits for
 * itself, which the service refuses, stands in the last row.
 */
export function layersOf(actions: readonly ShownAction[]): readonly (readonly ShownAction[])[] {
  const rows: ShownAction[][] = [];
  const done = new Set<string>();
  const names = new Set(actions.map(({ name }) => name));
  let left = actions;
  while (left.length > 0) {
    const ready = left.filter(({ after }) => after.every(({ name }) => done.has(name) || !names.has(name)));
    const row = ready.length > 0 ? ready : left;
    rows.push([...row]);
    for (const { name } of row) done.add(name);
    const placed = new Set(row);
    left = left.filter((one) => !placed.has(one));
  }
  return rows;
}
