import type { Finding } from '../core/finding.js';
import type { Connector } from '../definition/connector.js';
import { propertiesFile } from '../definition/folder.js';
import { walk } from '../openapi/walk.js';
import type { LintVisitor } from './having.js';
import type { Fix, LintRule, Report } from './rule.js';
import { lintRules } from './rules.js';
import { eachField, type ShownField } from './shown.js';
import { subjectOf } from './subject.js';
import { together } from './together.js';

/** Who asks: somebody who uses a connector in Logic Apps, or somebody who has it certified by Microsoft. */
export type Profile = 'logic-apps' | 'certification';

/** How a connector is checked. */
export interface LintOptions {
  /** Default `logic-apps`. */
  readonly profile?: Profile;
  /** Whether the connector has an `apiProperties.json`: without one nothing is said of it. Default true. */
  readonly hasProperties?: boolean;
  /** Size of the definition's file; where it is absent, nothing is said of it. */
  readonly definitionBytes?: number | undefined;
  /** Default: all of them. */
  readonly rules?: readonly LintRule[];
}

/** A finding of the linter, with its one right answer where there is one. */
export interface LintFinding extends Finding {
  readonly fix?: Fix;
}

/**
 * Checks a connector that could be read against the rules: its definition, its properties and both together.
 * `file` is `apiProperties.json` for what stands there, and absent for the definition. Findings come rule by rule; whoever prints them sorts them.
 */
export function lint(connector: Connector, options: LintOptions = {}): readonly LintFinding[] {
  const { profile = 'logic-apps', hasProperties = true, definitionBytes, rules = lintRules } = options;
  const subject = subjectOf(connector, { hasProperties, bytes: definitionBytes });
  const asked = rules.filter(({ onlyIn }) => onlyIn === undefined || onlyIn === profile);
  const checks = asked.map((rule) => {
    const severity = profile === 'certification' ? (rule.certification ?? rule.severity) : rule.severity;
    const findings: LintFinding[] = [];
    const visitor = rule.check(subject, reportTo(findings, { code: rule.code, severity }));
    return { findings, visitor };
  });
  const visitors: LintVisitor[] = [];
  const ofFields: ((field: ShownField) => void)[] = [];
  for (const { visitor } of checks) {
    visitors.push(visitor);
    if (visitor.field) ofFields.push(visitor.field);
  }
  visitors.push(eachField(subject.fields, ofFields));
  walk(connector.definition, together(visitors));
  const found: LintFinding[] = [];
  for (const { findings } of checks) for (const one of findings) found.push(one);
  return found;
}

function reportTo(findings: LintFinding[], { code, severity }: Pick<Finding, 'code' | 'severity'>): Report {
  return (pointer, message, details) => {
    const found: { -readonly [K in keyof LintFinding]: LintFinding[K] } = { code, severity, pointer, message };
    if (details?.in !== undefined) found.file = propertiesFile;
    if (details?.declared !== undefined) found.declared = { pointer: details.declared };
    if (details?.fix !== undefined) found.fix = details.fix;
    findings.push(found);
  };
}
