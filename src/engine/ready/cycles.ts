import type { ReadyAction } from '../model.js';

/** Whether some of the actions wait for each other, so that none of them would ever have its turn. */
export function isCyclic(actions: readonly ReadyAction[]): boolean {
  const waiting = new Map(actions.map((action) => [action, action.after.length]));
  const open = actions.filter(({ after }) => after.length === 0);
  let reached = 0;
  for (let action = open.pop(); action !== undefined; action = open.pop()) {
    reached += 1;
    for (const next of action.next) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) open.push(next);
    }
  }
  return reached < actions.length;
}
