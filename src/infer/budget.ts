/** How much an inference may keep: it sees any number of exchanges, and keeps what they have in common. */
export interface Budget {
  /** How many more names may be remembered: of properties, of path segments, of parameters. */
  left: number;
  /** Whether there was a name too many; it is not described then. */
  exceeded: boolean;
  /** Whether texts are remembered, for enums. */
  readonly texts: boolean;
}

/** How many different names are remembered. Published definitions have at most a few thousand; each takes about half a kilobyte. */
export const MOST_NAMES = 50_000;

/** A budget to begin with. */
export function newBudget({ texts = false }: { readonly texts?: boolean } = {}): Budget {
  return { left: MOST_NAMES, exceeded: false, texts };
}

/** Whether one more name may be remembered; counts it. */
export function spend(budget: Budget): boolean {
  budget.left -= 1;
  if (budget.left >= 0) return true;
  budget.exceeded = true;
  return false;
}
