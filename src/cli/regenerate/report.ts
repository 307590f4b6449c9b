import type { Change } from '../../diff/change.js';
import { plural, rank } from '../../report/counts.js';
import { findingJson } from '../../report/json.js';
import { closingText, findingsText, printable, type Style } from '../../report/text.js';
import { partText } from '../../upstream/choices-at.js';
import { relaxationKinds } from '../../upstream/notes.js';
import type { PartNotes } from '../../upstream/parts-of.js';
import type { Surface } from '../../upstream/surface.js';
import { judgedChanges } from '../diff/report.js';
import type { Judgement } from '../judge.js';
import type { VersionDifference } from './difference.js';
import type { RegenerateTarget } from './target.js';
import type { RegenerateResult } from '../schemas/regenerate.js';

/** What `regenerate` did, for its report. Paths are as they are printed. */
export interface RegenerateReport {
  readonly target: RegenerateTarget;
  readonly surface: Surface;
  readonly difference: Omit<VersionDifference, 'changes'> & { readonly changes: Judgement };
  readonly notes: readonly PartNotes[];
  /** What the specification says and the connector cannot. */
  readonly losses: Judgement;
  /** What is wrong with the specification's text and the connector that came out. */
  readonly findings: Judgement;
  /** What recordings show against the surface. */
  readonly drift: Judgement;
  readonly files: readonly string[];
  readonly written: readonly string[];
  /** With --check. */
  readonly stale: readonly string[];
  readonly check: boolean;
}

/** The fields of the JSON result. */
export function regenerateJson(report: RegenerateReport): Omit<RegenerateResult, 'formatVersion' | 'ok'> {
  const { surface, difference, losses, findings, drift, files, written, stale } = report;
  return {
    surface: surface as unknown as RegenerateResult['surface'], // plain data with fewer keys than the schema allows
    ...(difference.from !== undefined && { from: difference.from }),
    changes: judgedChanges(difference.changes).changes.map(changeJson),
    breaking: difference.breaking,
    losses: losses.findings.map(findingJson),
    unreviewed: unreviewedOf(report.notes),
    relaxations: relaxationsOf(report.notes),
    drift: drift.findings.map(findingJson),
    files,
    written,
    stale,
    counts: total([losses, findings, drift]),
    findings: findings.findings.map(findingJson),
  };
}

/** As `diff` has it. */
function changeJson({ subject: _subject, hits: _hits, operations, ...change }: Change) {
  return { ...change, ...findingJson(change), ...(operations && { operations: [...operations] }) };
}

function unreviewedOf(notes: readonly PartNotes[]) {
  return notes.flatMap(({ operation, part, unreviewed }) =>
    unreviewed.map((pointer) => ({ operation, part, pointer })),
  );
}

function relaxationsOf(notes: readonly PartNotes[]) {
  return notes.flatMap(({ operation, part, relaxations }) =>
    relaxations.map(({ at, kind }) => ({ operation, part, pointer: at, kind, message: relaxationKinds[kind] })),
  );
}

function total(judged: readonly Judgement[]): Judgement['counts'] {
  const sum = (of: keyof Judgement['counts']) => judged.reduce((count, { counts }) => count + counts[of], 0);
  return { error: sum('error'), warning: sum('warning'), note: sum('note') };
}

/** The result for a reader: what changes, what was lost, what is new, what recordings show, and what was written. */
export function regenerateText(report: RegenerateReport, style: Style): string {
  const { target, surface, difference, losses, findings, drift } = report;
  const { source, retired } = surface;
  const when = retired?.on === undefined ? '' : ` on ${retired.on}`;
  const blocks = [
    `${target.upstream.name} ${printable(surface.apiVersion)}, from ${printable(source.file)} (${printable(source.title)} ${printable(source.version)})\n`,
    retired === undefined ? '' : `The service retired this version${when}: ${retired.source}\n`,
    titled(differenceTitle(difference), differenceText(difference.changes, style)),
    titled('What the connector cannot say of it:', findingsText(losses.findings, style)),
    titled(
      'New, with words made of their names, under advanced: describe them in the overlay.',
      unreviewedText(report.notes),
    ),
    titled('What recordings show:', findingsText(drift.findings, style)),
    titled('What is wrong with it:', findingsText(findings.findings, style)),
    filesText(report),
    closingText({
      counts: total([losses, findings, drift]),
      findings: [losses, findings, drift].flatMap((one) => one.findings),
    }),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function titled(title: string, text: string): string {
  return text === '' ? '' : `${title}\n${text}`;
}

function differenceTitle({ from, fromVersion, breaking }: RegenerateReport['difference']): string {
  const what = breaking ? 'it breaks playbooks that exist' : 'it breaks nothing';
  return `Against ${fromVersion === undefined ? '' : `${printable(fromVersion)} in `}${printable(from ?? '')}, ${what}:`;
}

/** What breaks first. */
function differenceText({ findings, counts }: Judgement, style: Style): string {
  const left = counts.error + counts.warning + counts.note - findings.length;
  const more = left === 0 ? '' : `… and ${left} more: --max-findings says how many are printed.\n`;
  return (
    findingsText(
      [...findings].sort((one, other) => rank(one.severity) - rank(other.severity)),
      style,
    ) + more
  );
}

function unreviewedText(notes: readonly PartNotes[]): string {
  return notes
    .flatMap((of) => of.unreviewed.map((at) => `  ${printable(at.slice(1))} in ${printable(partText(of))}\n`))
    .join('');
}

function filesText({ files, written, stale, check, notes, findings }: RegenerateReport): string {
  const relaxed = notes.reduce((count, { relaxations }) => count + relaxations.length, 0);
  const changed = check ? stale : written;
  const verb = check ? 'stale' : 'written';
  const fresh =
    findings.counts.error > 0 && !check ? 'nothing was written' : check ? 'none is stale' : 'all were up to date';
  return [
    ...changed.map((file) => `${verb} ${printable(file)}\n`),
    `${plural(files.length, 'file')}: ${changed.length === 0 ? fresh : `${changed.length} ${verb}`}`,
    `; ${plural(relaxed, 'place')} where recordings overrule the specification: UPSTREAM.md lists them\n`,
  ].join('');
}
