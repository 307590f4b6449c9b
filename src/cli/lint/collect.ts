import type { SourceDocument } from '../../core/document.js';
import type { Finding } from '../../core/finding.js';
import type { Severity } from '../../core/severity.js';
import { casesOf, type Case } from '../../report/cases.js';
import { countFindings, rank, type Counts } from '../../report/counts.js';
import { firstOf, inOrder, shares } from '../../report/select.js';
import { judge, sourcesOf, type Judgement } from '../judge.js';
import type { Linted } from './connector.js';

/** Adds up the findings of one document after the other: only those that may be printed are kept, and located at once. */
export interface Collector {
  /** The findings of `documents`, which need not be kept. Only those that may be printed are put in order. Their fixes are left out. */
  add(found: Found, documents: readonly SourceDocument[]): Promise<void>;
  /** Adds what another collector has of the documents that come next. */
  take(other: Collected): void;
  /** What there is so far. */
  collected(): Collected;
  result(): { readonly judged: Judgement; readonly cases: readonly Case[] };
}

/** What a collector has. Plain data, so that a worker can send it. */
export interface Collected {
  /** Of all findings. */
  readonly counts: Counts;
  /** Those that may be printed, document by document. */
  readonly kept: readonly Finding[];
  readonly cases: readonly Case[];
}

/** Findings, in any order, and what puts some of them in order. */
type Found = Pick<Linted, 'findings' | 'ordered'>;

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
  const cases = new Map<string, Case>();
  let counts: Counts = { error: 0, warning: 0, note: 0 };
  let kept: Finding[] = [];
  const addCase = (one: Case) => {
    if (cases.get(one.name)?.verdict !== 'failed') cases.set(one.name, one);
  };
  const addCases = (findings: readonly Finding[], documents: readonly SourceDocument[]) => {
    const checked = documents.map(({ file }) => ({ name: file, file, verdict: 'passed' }) as const);
    for (const one of casesOf(checked, { findings, failOn })) addCase(one);
  };
  return {
    async add({ findings, ordered }, documents) {
      if (wantsCases) addCases(ordered(findings), documents);
      const before = shares(counts, most);
      const added = countFindings(findings);
      counts = eachSeverity((severity) => counts[severity] + added[severity]);
      const share = shares(counts, most);
      const room = eachSeverity((severity) => share[severity] - before[severity]);
      if (severities.some((severity) => room[severity] < 0)) kept = [...firstOf(kept, share)];
      const printed = ordered(findings, room).map(({ fix: _fix, ...found }) => found);
      const judged = await judge(printed, { failOn, most, sourceOf: sourcesOf(documents, () => undefined) });
      for (const one of judged.findings) kept.push(one);
    },
    take(other) {
      counts = eachSeverity((severity) => counts[severity] + other.counts[severity]);
      kept = [...firstOf([...kept, ...other.kept], shares(counts, most))];
      other.cases.forEach(addCase);
    },
    collected: () => ({ counts, kept, cases: [...cases.values()] }),
    result: () => ({
      judged: { ok: isOk(counts, failOn), counts, findings: inOrder(kept) },
      cases: [...cases.values()],
    }),
  };
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

function eachSeverity(count: (severity: Severity) => number): Counts {
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

function isOk(counts: Counts, failOn: Severity): boolean {
  return severities.every((severity) => rank(severity) > rank(failOn) || counts[severity] === 0);
}
