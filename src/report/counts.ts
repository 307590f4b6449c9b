import type { Finding } from '../core/finding.js';
import type { Severity } from '../core/severity.js';

/** How many findings there are of each severity. A folded finding counts once. */
export type Counts = Readonly<Record<Severity, number>>;

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** How bad a severity is: the lower, the worse. */
export const rank = (severity: Severity): number => severities.indexOf(severity);

/** Counts findings by severity. */
export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** The counts as a reader says them: `2 errors, 1 warning`; `no findings`. */
export function countsText(counts: Counts): string {
  const parts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity));
  return parts.join(', ') || 'no findings';
}

/** `1 sample`, `2 samples`. The noun's plural ends in `s`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
