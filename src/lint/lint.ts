import type { Finding } from '../core/finding.js';
import type { Connector } from '../definition/connector.js';
import { propertiesFile } from '../definition/folder.js';
import { walk } from '../openapi/walk.js';
import type { LintVisitor } from './having.js';
import type { Fix, LintRule, Report } from './rule.js';
import { lintRules } from './rules.js';
import { eachField } from './shown.js';
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
  const { profile = 'logic-apps', hasProperties = true, definitionBytes, rules } = options;
  const subject = subjectOf(connector, { hasProperties, bytes: definitionBytes });
  const byRule: LintFinding[][] = [];
  const visitors: LintVisitor[] = [];
  const asked = rules ? askedOf(rules, profile) : allAskedOf(profile);
  for (let index = 0; index < asked.length; index += 1) {
    const { check, said } = asked[index] as Asked; // it is one of them
    const findings: LintFinding[] = [];
    byRule.push(findings);
    visitors.push(check(subject, reportTo(findings, said)));
  }
  walk(
    connector.definition,
    together(visitors, (looks) => eachField(subject.fields, looks)),
  );
  return none.concat(...byRule);
}
const none: readonly LintFinding[] = [];

/** The check of a rule that is asked, and what all its findings say. Rules are objects of many shapes, these are of one. */
interface Asked {
  readonly check: LintRule['check'];
  readonly said: Pick<Finding, 'code' | 'severity'>;
}

/** Those of the rules that hold under a profile. */
function askedOf(rules: readonly LintRule[], profile: Profile): readonly Asked[] {
  const asked = rules.filter(({ onlyIn }) => onlyIn === undefined || onlyIn === profile);
  return asked.map((rule) => {
    const severity = profile === 'certification' ? (rule.certification ?? rule.severity) : rule.severity;
    return { check: rule.check.bind(rule), said: { code: rule.code, severity } };
  });
}

/** The same of all rules: looked up once for all connectors of a run. */
function allAskedOf(profile: Profile): readonly Asked[] {
  let asked = allAsked.get(profile);
  if (asked === undefined) allAsked.set(profile, (asked = askedOf(lintRules, profile)));
  return asked;
}
const allAsked = new Map<Profile, readonly Asked[]>();

function reportTo(findings: LintFinding[], { code, severity }: Pick<Finding, 'code' | 'severity'>): Report {
  return (pointer, message, details) => {
    const found: { -readonly [K in keyof LintFinding]: LintFinding[K] } = { code, severity, pointer, message };
    if (details?.in !== undefined) found.file = propertiesFile;
    if (details?.declared !== undefined) found.declared = { pointer: details.declared };
    if (details?.fix !== undefined) found.fix = details.fix;
    findings.push(found);
  };
}
