/** Why something was not done, and what can be done about it. */
export interface Failure {
  readonly code: string;
  /** One sentence. */
  readonly message: string;
  /** One sentence. */
  readonly help: string;
}

/** A failure, and the targets that have it. */
export interface FoldedFailure extends Failure {
  readonly labels: readonly string[];
}

/** Equal failures are one, in the order in which they are met. */
export function folded(failures: Iterable<Failure & { readonly label: string }>): readonly FoldedFailure[] {
  const all = new Map<string, FoldedFailure & { readonly labels: string[] }>();
  for (const { code, message, help, label } of failures) {
    const key = JSON.stringify([code, message, help]);
    const known = all.get(key);
    if (known) known.labels.push(label);
    else all.set(key, { code, message, help, labels: [label] });
  }
  return [...all.values()];
}
