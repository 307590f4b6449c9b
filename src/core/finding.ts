import type { Rule } from './rule.js';
import type { Severity } from './severity.js';

/** A place in a document. Line and column count from 1 and are filled in at the edge, where the source text is at hand. */
export interface Place {
  /** The document, as the user named it. */
  readonly file?: string;
  /** JSON Pointer (RFC 6901); `''` is the whole document. */
  readonly pointer: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * One thing wrong (or worth saying) about one place in one document.
 * The single result type of every check; every report format renders it.
 */
export interface Finding extends Place {
  /** Stable kebab-case name, e.g. `wrong-type`. Never reused, never renamed; `explain` knows it. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence, ends with a full stop, names the offending value. */
  readonly message: string;
  /** The second place, where there is one: what the value was held against. */
  readonly declared?: Place;
  /** How many equal findings this one stands for, when more than one. */
  readonly count?: number;
  /** The recorded exchange that it is about, as the user named it. */
  readonly sample?: string;
  /** The operationId that it is about. */
  readonly operation?: string;
}

/** A finding of `rule`: its code and severity, and what this case adds. */
export function finding(rule: Rule<unknown>, details: Omit<Finding, 'code' | 'severity'>): Finding {
  return { code: rule.code, severity: rule.severity, ...details };
}
