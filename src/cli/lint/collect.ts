import type { SourceDocument } from '../../core/document.js';
import type { Finding } from '../../core/finding.js';
import type { Severity } from '../../core/severity.js';
import { casesOf, type Case } from '../../report/cases.js';
import { countFindings, rank, type Counts } from '../../report/counts.js';
import { firstsOf, inOrder, shares } from '../../report/select.js';
import { judge, sourcesOf, type Judgement } from '../judge.js';
import type { Linted } from './connector.js';

/** Adds up the findings of one document after the other: only those that may be printed are kept, and located at once. */
export interface Collector {
  /**
   * The findings of `documents`, which need not be kept. Only those that may be printed are put in order. Their fixes are left out.
   * `at` is where they come in the run, after those that have been added; unless given, behind all that there are.
   * Gives those that may be printed.
   */
  add(found: Found, documents: readonly SourceDocument[], at?: number): Promise<readonly Finding[]>;
  /** Adds what another collector has of other documents of the run, wherever these come in it. */
  take(other: Collected): void;
  /** What there is so far. */
  collected(): Collected;
  result(): { readonly judged: Judgement; readonly cases: readonly Case[] };
}

/** What a collector has. Plain data, so that a worker can send it. */
export interface Collected {
  /** Of all findings. */
  readonly counts: Counts;
  /** In the order of the run; of documents without any of it there may be nothing. */
  readonly entries: readonly Entry[];
}

/** What is kept of what was added at once. */
interface Entry {
  /** Where it comes in the run. */
  readonly at: number;
  /** The findings that may be printed. */
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
  let counts: Counts = { error: 0, warning: 0, note: 0 };
  let entries: Entry[] = [];
  const casesIn = (findings: readonly Finding[], documents: readonly SourceDocument[]) => {
    const checked = documents.map(({ file }) => ({ name: file, file, verdict: 'passed' }) as const);
    return casesOf(checked, { findings, failOn });
  };
  return {
    async add({ findings, ordered }, documents, at = (entries.at(-1)?.at ?? -1) + 1) {
      const cases = wantsCases ? casesIn(ordered(findings), documents) : [];
      const before = shares(counts, most);
      const added = countFindings(findings);
      counts = eachSeverity((severity) => counts[severity] + added[severity]);
      const share = shares(counts, most);
      const room = eachSeverity((severity) => share[severity] - before[severity]);
      if (severities.some((severity) => room[severity] < 0)) entries = firstIn(entries, share);
      const printed = ordered(findings, room).map(({ fix: _fix, ...found }) => found);
      const judged = await judge(printed, { failOn, most, sourceOf: sourcesOf(documents, () => undefined) });
      if (judged.findings.length + cases.length > 0) entries.push({ at, kept: judged.findings, cases });
      return judged.findings;
    },
    take(other) {
      counts = eachSeverity((severity) => counts[severity] + other.counts[severity]);
      const inRun = [...entries, ...other.entries].sort((one, next) => one.at - next.at);
      entries = firstIn(inRun, shares(counts, most));
    },
    collected: () => ({ counts, entries }),
    result: () => ({
      judged: { ok: isOk(counts, failOn), counts, findings: inOrder(entries.flatMap(({ kept }) => kept)) },
      cases: eachOnce(entries.flatMap(({ cases }) => cases)),
    }),
  };
}

/** Of what the entries keep, the first so many findings of each severity. */
function firstIn(entries: readonly Entry[], counts: Counts): Entry[] {
  const isFirst = firstsOf(counts);
  const left = entries.map((entry) => ({ ...entry, kept: entry.kept.filter(isFirst) }));
  return left.filter(({ kept, cases }) => kept.length + cases.length > 0);
}

/** A case that failed anywhere has failed. */
function eachOnce(cases: readonly Case[]): readonly Case[] {
  const byName = new Map<string, Case>();
  for (const one of cases) if (byName.get(one.name)?.verdict !== 'failed') byName.set(one.name, one);
  return [...byName.values()];
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

function eachSeverity(count: (severity: Severity) => number): Counts {
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

function isOk(counts: Counts, failOn: Severity): boolean {
  return severities.every((severity) => rank(severity) > rank(failOn) || counts[severity] === 0);
}
