import type { Finding } from '../core/finding.js';
import type { Connector } from '../definition/connector.js';
import { propertiesFile } from '../definition/folder.js';
import { walk, type NodePlace, type Visitor } from '../openapi/walk.js';
import type { Fix, LintRule, Report } from './rule.js';
import { lintRules } from './rules.js';
import { subjectOf } from './subject.js';

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
  const findings: LintFinding[] = [];
  const asked = rules.filter(({ onlyIn }) => onlyIn === undefined || onlyIn === profile);
  const visitors = asked.map((rule) => {
    const severity = profile === 'certification' ? (rule.certification ?? rule.severity) : rule.severity;
    const report: Report = (pointer, message, details) => {
      const found = { code: rule.code, severity, pointer, message };
      if (details === undefined) {
        findings.push(found);
        return;
      }
      const { in: document, declared, fix } = details;
      findings.push({
        ...found,
        ...(document && { file: propertiesFile }),
        ...(declared !== undefined && { declared: { pointer: declared } }),
        ...(fix && { fix }),
      });
    };
    return rule.check(subject, report);
  });
  walk(connector.definition, together(visitors));
  return findings;
}

type Call = (node: unknown, place: NodePlace) => void;

/** One visitor that calls all of them, so that the definition is walked once. */
function together(visitors: readonly Visitor[]): Visitor {
  const calls = new Map<string, Call[]>();
  for (const visitor of visitors) {
    for (const [kind, call] of Object.entries(visitor)) {
      const list = calls.get(kind);
      // each is called with the nodes of its kind only
      if (list) list.push(call as Call);
      else calls.set(kind, [call as Call]);
    }
  }
  return Object.fromEntries(
    [...calls].map(([kind, list]) => [
      kind,
      (node: unknown, place: NodePlace) => {
        for (const call of list) call(node, place);
      },
    ]),
  );
}
