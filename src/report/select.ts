import type { Finding } from '../core/finding.js';
import { countFindings, type Counts } from './counts.js';

/** The `most` worst findings, in the order in which they came. */
export function worst(findings: readonly Finding[], most: number): readonly Finding[] {
  return findings.length <= most ? findings : firstOf(findings, shares(countFindings(findings), most));
}

/** How many of so many findings are among the `most` worst. */
export function shares({ error, warning, note }: Counts, most: number): Counts {
  const errors = Math.min(error, most);
  const warnings = Math.min(warning, most - errors);
  return { error: errors, warning: warnings, note: Math.min(note, most - errors - warnings) };
}

/** The first so many findings of each severity. */
export function firstOf<Found extends Finding>(findings: readonly Found[], counts: Counts): readonly Found[] {
  return findings.filter(firstsOf(counts));
}

/** Says of one finding after the other whether it is among the first so many of its severity. */
export function firstsOf(counts: Counts): (found: Finding) => boolean {
  const left = { ...counts };
  return ({ severity }) => left[severity]-- > 0;
}

/** Documents by name, findings by place; findings of one place stay in the order in which they came. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (one, other) =>
      compare(one.file ?? '', other.file ?? '') ||
      (one.line ?? 0) - (other.line ?? 0) ||
      (one.column ?? 0) - (other.column ?? 0),
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
