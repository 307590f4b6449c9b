import type { Finding } from '../../core/finding.js';
import type { Severity } from '../../core/severity.js';
import { countFindings, countsText, rank, type Counts } from '../../report/counts.js';
import { placeText } from '../../report/text.js';
import { html, type Html } from './html.js';

/** What is known of a code. */
export interface RuleText {
  readonly code: string;
  readonly summary: string;
  readonly why: string;
  readonly source: string;
}

/** Gives the rule of a code, where it is known. */
export type RuleOf = (code: string) => RuleText | undefined;

/** What stands with a finding. */
export interface FindingOptions {
  readonly ruleOf: RuleOf;
  /** The operation is named: the finding does not stand below it. */
  readonly withOperation?: boolean;
}

const words: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', note: 'Note' };

/** Findings in the order that is given, each with its rule and its place; nothing where there are none. */
export function findingsList(findings: readonly ListedFinding[], options: FindingOptions): Html {
  if (findings.length === 0) return html``;
  return html`<ul class="findings">
    ${findings.map((found) => findingItem(found, options))}
  </ul>`;
}

/** A finding, and whether a command mends it. */
export interface ListedFinding extends Finding {
  readonly isFixable?: boolean;
}

function findingItem(found: ListedFinding, { ruleOf, withOperation = false }: FindingOptions): Html {
  const { severity, message, code, count, declared, operation, sample } = found;
  const rule = ruleOf(code);
  const place = placeText(found);
  const facts = [
    ...(withOperation && operation !== undefined ? [operation] : []),
    ...(sample === undefined || sample === found.file ? [] : [sample]),
    ...(place === '' ? [] : [place]),
    ...(declared ? [`declared at ${placeText(declared)}`] : []),
  ];
  const mend = found.isFixable ? html` <code>connector-kit lint --fix</code> mends it.` : '';
  const times = count === undefined ? '' : ` (${count} times)`;
  return html`<li>
    <details class="finding ${severity}">
      <summary><b>${words[severity]}</b>${message}${times} <code>${code}</code></summary>
      ${rule ? html`<p>To mend it: ${rule.summary}${mend}</p>` : ''}
      <p>${facts.join(' · ')}${facts.length > 0 ? ' · ' : ''}<a href="#rule-${code}">What it means</a></p>
    </details>
  </li>`;
}

/** The rules that findings name, each with why it matters; nothing where there are none. */
export function rulesSheet(findings: readonly Finding[], ruleOf: RuleOf): Html {
  const codes = [...new Set(findings.map(({ code }) => code))].toSorted();
  if (codes.length === 0) return html``;
  return html`<section class="sheet" aria-labelledby="rules">
    <h2 id="rules">What the codes mean</h2>
    ${codes.map((code) => ruleItem(code, ruleOf(code)))}
  </section>`;
}

function ruleItem(code: string, rule: RuleText | undefined): Html {
  const text = rule
    ? html`<p>${rule.summary}</p>
        <p>${rule.why}</p>
        <p class="soft">Source: ${rule.source}</p>`
    : html`<p>connector-kit explain ${code} tells.</p>`;
  return html`<div class="rule" id="rule-${code}">
    <h3><code>${code}</code></h3>
    ${text}
  </div>`;
}

/** How many findings there are, by severity, as badges; nothing where there are none. */
export function countBadges(findings: readonly Finding[]): Html {
  const counts = countFindings(findings);
  return html`${badgesOf(counts)}`;
}

function badgesOf(counts: Counts): readonly Html[] {
  return (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => {
      const only = { error: 0, warning: 0, note: 0, [severity]: counts[severity] };
      return html`<span class="badge ${severity}">${countsText(only)}</span> `;
    });
}

/** The worst first; otherwise as they come. */
export function worstFirst<One extends Finding>(findings: readonly One[]): readonly One[] {
  return findings.toSorted((one, other) => rank(one.severity) - rank(other.severity));
}
