import type { Finding } from '../core/finding.js';
import { placeText } from '../report/text.js';

/** What a matcher gives to `expect`: Jest's, and what Vitest takes. */
export interface Matched {
  readonly pass: boolean;
  /** Why it failed: without `.not` where `pass` is false, with it where it is true. */
  readonly message: () => string;
}

/** A verdict with its reason. */
export function matched(pass: boolean, message: () => string): Matched {
  return { pass, message };
}

/** Findings as lines, at most twenty. */
export function findingLines(findings: readonly Finding[]): string {
  const lines = findings.slice(0, 20).map((found) => {
    const { severity, message, code } = found;
    return `  ${placeText(found)} ${severity} ${message}  ${code}`;
  });
  const more = findings.length - lines.length;
  return [...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}

/** Throws an `Error` where `expect` was given something else than the matcher is for. */
export function assertReceived(holds: boolean, matcher: string, expected: string): void {
  if (!holds) throw new Error(`${matcher}() is for ${expected}: expect() was given something else.`);
}
