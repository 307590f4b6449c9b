import { finding, type Finding } from '../core/finding.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import type { Suppression } from './suppress-read.js';
import { suppressRules } from './suppress-rules.js';

/**
 * The findings that no suppression is about. Those that are about one are added to `used`.
 * `isAbout` tells whether a suppression is about the file of a finding; the code and the pointer are compared here.
 */
export function withoutSuppressed<Found extends Finding>(
  findings: readonly Found[],
  suppressions: readonly Suppression[],
  {
    used,
    isAbout,
  }: { readonly used: Set<Suppression>; readonly isAbout: (suppression: Suppression, found: Found) => boolean },
): readonly Found[] {
  if (suppressions.length === 0) return findings;
  const byCode = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    const others = byCode.get(suppression.code);
    if (others) others.push(suppression);
    else byCode.set(suppression.code, [suppression]);
  }
  return findings.filter((found) => {
    const matching = (byCode.get(found.code) ?? []).filter(
      (suppression) => isAtOrBelow(found.pointer, suppression.pointer) && isAbout(suppression, found),
    );
    for (const suppression of matching) used.add(suppression);
    return matching.length === 0;
  });
}

function isAtOrBelow(pointer: string, node: string): boolean {
  return pointer.startsWith(node) && (pointer.length === node.length || pointer[node.length] === '/');
}

/** What is to be said of suppressions that matched nothing. `codes` are all that exist. */
export function unusedFindings(unused: readonly Suppression[], codes: ReadonlySet<string>): readonly Finding[] {
  return unused.map(({ code, at }, index) => {
    const details = { pointer: at };
    if (codes.has(code)) {
      const message = `The suppression of ${shorten(code)} matches no finding.`;
      return finding(suppressRules.suppressionUnused, { ...details, message });
    }
    const near = index < maxHints ? didYouMean(code, codes) : '';
    const message = `${shorten(code)} is no finding code.${near}`;
    return finding(suppressRules.suppressionInvalid, { ...details, message });
  });
}

/** For how many suppressions a near code is looked for: each is held against every code there is. */
const maxHints = 50;
