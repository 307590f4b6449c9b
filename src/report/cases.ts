import type { Finding } from '../core/finding.js';
import type { Severity } from '../core/severity.js';
import { rank } from './counts.js';

/** One thing that was checked, as a test runner counts: a recorded exchange, a document. */
export interface Case {
  /** Different from that of any other case: the exchange as messages call it, the document's file. */
  readonly name: string;
  readonly file: string;
  /** `unmatched`: it belongs to nothing that was to be checked. */
  readonly verdict: 'passed' | 'failed' | 'unmatched' | 'skipped';
}

/** The name of the case that a finding belongs to: the exchange that it is about, else the document. */
export function caseOf({ sample, file }: Finding): string {
  return sample ?? file ?? '';
}

/**
 * Every case of a run: the `checked` ones, and before them those that only findings tell of, such as a file that could not be read.
 * A case with a finding at or above `failOn` failed, as the exit code says.
 */
export function casesOf(
  checked: readonly Case[],
  { findings, failOn }: { readonly findings: readonly Finding[]; readonly failOn: Severity },
): readonly Case[] {
  const failing = new Set(findings.filter(({ severity }) => rank(severity) <= rank(failOn)).map(caseOf));
  const known = new Set(checked.map(({ name }) => name));
  const others = new Map<string, Case>();
  for (const found of findings) {
    const name = caseOf(found);
    const verdict = found.sample === undefined ? 'passed' : 'skipped';
    if (!known.has(name)) others.set(name, { name, file: found.file ?? name, verdict });
  }
  return [...others.values(), ...checked].map((one) => (failing.has(one.name) ? { ...one, verdict: 'failed' } : one));
}
