import type { Severity } from './severity.js';

/**
 * What a finding code means: the entry that `explain CODE` prints and the rule reference is made from.
 * Every code has one, whichever check gives it, so no finding is ever unexplained.
 *
 * `Example` is what the check judges: a text for a reader, a definition with an exchange for the contract.
 */
export interface Rule<Example> {
  /** Stable kebab-case name; one name space for the whole product. */
  readonly code: string;
  /** The severity when nothing (such as `--strict`) changes it. */
  readonly severity: Severity;
  /** What holds when the rule is kept. One sentence. */
  readonly summary: string;
  /** What goes wrong for a user of the connector when it is broken. */
  readonly why: string;
  /** Where the rule comes from: a specification section, a vendor's page, or a measurement. */
  readonly source: string;
  /** Cases that break and keep the rule. They are its test and its documentation: at least one of each. */
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
}
