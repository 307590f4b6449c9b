import type { SourceDocument } from '../core/document.js';
import type { Finding } from '../core/finding.js';
import type { Severity } from '../core/severity.js';
import type { LintFinding } from '../lint/lint.js';
import { casesOf, type Case } from '../report/cases.js';
import { countFindings, rank, type Counts } from '../report/counts.js';
import { inOrder, worst } from '../report/select.js';
import { judge, sourcesOf, type Judgement } from './judge.js';

/** Adds up the findings of one document after the other: only those that may be printed are kept, and located at once. */
export interface Collector {
  /** The findings of `documents`, which need not be kept. Their fixes are left out. */
  add(findings: readonly LintFinding[], documents: readonly SourceDocument[]): Promise<void>;
  result(): { readonly judged: Judgement; readonly cases: readonly Case[] };
}

/** How findings are judged. */
interface CollectOptions {
  readonly failOn: Severity;
  /** How many findings are printed. */
  readonly most: number;
  /** Whether the format names every document. */
  readonly wantsCases: boolean;
}

/** A collector without any findings yet. */
export function collector({ failOn, most, wantsCases }: CollectOptions): Collector {
  const counts = { error: 0, warning: 0, note: 0 };
  const cases = new Map<string, Case>();
  let kept: Finding[] = [];
  return {
    async add(findings, documents) {
      const all = countFindings(findings);
      counts.error += all.error;
      counts.warning += all.warning;
      counts.note += all.note;
      if (wantsCases) {
        const checked = documents.map(({ file }) => ({ name: file, file, verdict: 'passed' }) as const);
        for (const one of casesOf(checked, { findings, failOn })) {
          if (cases.get(one.name)?.verdict !== 'failed') cases.set(one.name, one);
        }
      }
      const places = fitting(kept, findings, most);
      kept = places.kept;
      const printed = places.fresh.map(({ fix: _fix, ...found }) => found);
      const judged = await judge(printed, { failOn, most, sourceOf: sourcesOf(documents, () => undefined) });
      for (const one of judged.findings) kept.push(one);
    },
    result: () => ({
      judged: { ok: isOk(counts, failOn), counts, findings: inOrder(kept) },
      cases: [...cases.values()],
    }),
  };
}

/** Which of the findings that were kept, and of new ones, are among the worst. */
function fitting(kept: Finding[], findings: readonly LintFinding[], most: number) {
  if (kept.length + findings.length <= most) return { kept, fresh: findings };
  const chosen = new Set(worst([...kept, ...findings], most));
  return { kept: kept.filter((one) => chosen.has(one)), fresh: findings.filter((one) => chosen.has(one)) };
}

function isOk(counts: Counts, failOn: Severity): boolean {
  const severities: readonly Severity[] = ['error', 'warning', 'note'];
  return severities.every((severity) => rank(severity) > rank(failOn) || counts[severity] === 0);
}
