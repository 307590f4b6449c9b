import type { Finding } from '../core/finding.js';
import { rank } from './counts.js';

/** The `most` worst findings, in the order in which they came. */
export function worst(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings;
  const chosen = findings
    .map((found, at) => ({ found, at }))
    .sort((one, other) => rank(one.found.severity) - rank(other.found.severity) || one.at - other.at)
    .slice(0, most);
  return chosen.sort((one, other) => one.at - other.at).map(({ found }) => found);
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
