import { finding, type Finding } from '../core/finding.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import type { Suppression } from './suppress-read.js';
import { suppressRules } from './suppress-rules.js';

/**
 * The findings that no suppression is about. Suppressions that are about one are added to `used`, of equal ones the first.
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
  const byCode = new Map<string, Map<string, Suppression[]>>();
  for (const suppression of suppressions) {
    const byPointer = byCode.get(suppression.code) ?? new Map<string, Suppression[]>();
    byCode.set(suppression.code, byPointer);
    const others = byPointer.get(suppression.pointer);
    if (others) others.push(suppression);
    else byPointer.set(suppression.pointer, [suppression]);
  }
  return findings.filter((found) => {
    const byPointer = byCode.get(found.code);
    if (byPointer === undefined) return true;
    const matching = nodesAbove(found.pointer).flatMap(
      (pointer) => byPointer.get(pointer)?.find((suppression) => isAbout(suppression, found)) ?? [],
    );
    for (const suppression of matching) used.add(suppression);
    return matching.length === 0;
  });
}

/** A pointer, and those of all that it stands in. */
function nodesAbove(pointer: string): readonly string[] {
  const nodes = [pointer];
  for (let at = pointer.lastIndexOf('/'); at >= 0; at = pointer.lastIndexOf('/', at - 1)) {
    nodes.push(pointer.slice(0, at));
    if (at === 0) break;
  }
  return nodes;
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
