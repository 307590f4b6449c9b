import type { Finding } from '../../core/finding.js';
import type { Severity } from '../../core/severity.js';
import { shorten } from '../../core/shorten.js';
import type { Change, Difference } from '../../diff/change.js';
import { listed } from '../../diff/words.js';
import type { Case } from '../../report/cases.js';
import { plural, rank } from '../../report/counts.js';
import { findingJson } from '../../report/json.js';
import type { Report } from '../../report/report.js';
import { closingText, findingsText, placeText, printable, type Style } from '../../report/text.js';
import type { Judgement } from '../judge.js';
import type { Loaded } from '../loaded.js';
import type { PlaybookResult } from './playbooks.js';
import type { DiffResult } from '../schemas/diff.js';

/** What is printed, the changes apart from what is wrong with the documents. */
export interface JudgedChanges extends Judgement {
  readonly changes: readonly Change[];
  readonly others: readonly Finding[];
}

/** What `diff` found, for its report. */
export interface DiffReport {
  readonly old: Loaded;
  readonly new: Loaded;
  /** Whether both could be read, and compared. */
  readonly isRead: boolean;
  readonly result: Difference;
  readonly judged: JudgedChanges;
  /** With --playbooks. */
  readonly playbooks: readonly PlaybookResult[] | undefined;
}

/** The findings to print, sorted by what they are. Judging keeps all fields of a finding. */
export function judgedChanges(judged: Judgement): JudgedChanges {
  const isChange = (found: Finding): found is Change => 'effect' in found;
  return {
    ...judged,
    changes: judged.findings.filter(isChange),
    others: judged.findings.filter((found) => !isChange(found)),
  };
}

/** The fields of the JSON result. */
export function diffJson({ result, judged, playbooks }: DiffReport): Omit<DiffResult, 'formatVersion' | 'ok'> {
  const { breaking, bump, operations } = result;
  return {
    breaking,
    bump,
    operations,
    counts: judged.counts,
    findings: judged.others.map(findingJson),
    changes: judged.changes.map(changeJson),
    ...(playbooks && { playbooks }),
  };
}

/** A change as the JSON of a command has it. */
export function changeJson(one: Change): DiffResult['changes'][number] {
  const { subject: _subject, hits: _hits, operations: reached, ...change } = one;
  return { ...change, ...findingJson(change), ...(reached && { operations: [...reached] }) };
}

/** The result for the report formats. */
export function diffReport(
  report: DiffReport,
  more: { readonly failOn: Severity; readonly cases: readonly Case[] },
): Report {
  const { old, new: other, judged } = report;
  const { counts, ok } = judged;
  const findings = judged.findings.map((found) => ({ ...found }));
  return {
    command: 'diff',
    subject: `${old.name} ${other.name}`,
    file: other.file,
    ok,
    counts,
    findings,
    ...more,
    facts: [{ name: 'summary', value: summaryText(report) }],
  };
}

/** Changes of one operation, or of the connector as a whole. */
export interface Group {
  readonly title: string;
  readonly changes: readonly Change[];
}

/** From so many on, operations that are gone or new are told in one line. */
const MANY = 6;

/** The changes by operation: those that break first, what is about no operation before the rest. */
export function groupsOf(changes: readonly Change[]): {
  readonly groups: readonly Group[];
  readonly folded: readonly Change[][];
} {
  const folded = ['operation-removed', 'operation-added']
    .map((code) => changes.filter((change) => change.code === code))
    .filter((all) => all.length >= MANY);
  const left = new Set(folded.flat());
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    if (left.has(change)) continue;
    const title = change.operation ?? '';
    const group = groups.get(title);
    if (group) group.push(change);
    else groups.set(title, [change]);
  }
  const worst = (all: readonly Change[]) => Math.min(...all.map(({ severity }) => rank(severity)));
  const sorted = [...groups]
    .map(([title, all]) => ({
      title: title === '' ? 'The connector' : title,
      changes: all.toSorted((one, other) => rank(one.severity) - rank(other.severity)),
    }))
    .sort((one, other) => worst(one.changes) - worst(other.changes));
  return { groups: sorted, folded };
}

/** How many operation names are told in one line. */
const NAMES = 8;

/** `214 operations are gone: "A", "B" and 212 more.` */
export function foldedText(all: readonly Change[]): string {
  const said = all[0]?.code === 'operation-removed' ? 'gone' : 'new';
  return `${all.length} operations are ${said}: ${listed(
    all.map(({ operation = '' }) => operation),
    NAMES,
  )}.`;
}

/** What the whole comes to, in a line. */
export function summaryText({ isRead, result, judged }: DiffReport): string {
  if (!isRead) return 'nothing was compared: a definition could not be read';
  const { changes, bump, operations } = result;
  const breaking = changes.filter((change) => change.breaking).length;
  const counted = `${plural(changes.length, 'change')}, ${breaking === 0 ? 'none' : breaking} of them breaking`;
  if (changes.length === 0) return judged.ok ? 'no difference' : 'no difference in what could be read';
  const common = operations.common === 0 ? 'no operation in common; ' : '';
  return `${common}${counted}: the next version is a ${bump} one`;
}

/** The result for a reader. */
export function diffText(report: DiffReport, style: Style): string {
  const { old, new: other, judged, result } = report;
  const { groups, folded } = groupsOf(judged.changes);
  const { operations } = result;
  return [
    findingsText(judged.others, style),
    ...folded.map((all) => `${printable(foldedText(all))}  ${all[0]?.code ?? ''}\n`),
    ...groups.map(
      ({ title, changes }) => `${printable(title)}\n${changes.map((change) => changeText(change, style)).join('')}`,
    ),
    `${printable(`${old.name} (${old.file}) and ${other.name} (${other.file})`)}: operations ${operations.old} and ${operations.new}, ${operations.common} in both\n`,
    ...playbooksText(report.playbooks),
    `${summaryText(report)}\n`,
    judged.counts.error + judged.counts.warning + judged.counts.note === 0 ? '' : closingText(judged),
  ].join('');
}

/** The actions that breaking changes hit, each with its place. */
function playbooksText(playbooks: DiffReport['playbooks']): readonly string[] {
  if (!playbooks) return [];
  const hit = playbooks.flatMap(({ file, actions }) => actions.map((one) => ({ file, ...one })));
  const lines = hit.flatMap(({ file, action, code, message, places, ...at }) => [
    `  ${placeText({ file, ...at })} ${shorten(action)}: ${printable(message)}  ${code}\n`,
    ...places
      .filter(({ action: by }) => by !== action)
      .map(
        (place) =>
          `    used at ${placeText({ file, ...place })} ${place.action === undefined ? '' : `by ${shorten(place.action)}`}\n`,
      ),
  ]);
  const actions = new Set(hit.map(({ file, pointer }) => `${file}#${pointer}`));
  return [`Playbooks: ${plural(playbooks.length, 'file')}, ${plural(actions.size, 'action')} hit\n`, ...lines];
}

function changeText(change: Change, style: Style): string {
  const lines = findingsText([change], style).trimEnd().split('\n');
  const help = change.help === undefined ? [] : [`  ${printable(change.help)}`];
  return [...lines, ...help].map((line) => `  ${line}\n`).join('');
}
