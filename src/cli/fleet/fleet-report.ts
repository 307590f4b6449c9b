import type { Finding } from '../../core/finding.js';
import { folded, type FoldedFailure } from '../../fleet/fold.js';
import { plural } from '../../report/counts.js';
import { findingJson } from '../../report/json.js';
import { findingsText, printable } from '../../report/text.js';
import type { Outcome } from '../command.js';
import type { FleetResult } from '../schemas/fleet.js';
import type { Entries } from './entries.js';
import type { FleetEntry, JobResult } from './job.js';

/** What is kept of the targets while the work goes on. */
export interface Tally {
  readonly add: (entry: FleetEntry, result: JobResult) => void;
  readonly isOk: () => boolean;
  readonly counts: () => Readonly<Record<string, number>>;
  /** What a reader has to know, equal ones folded. */
  readonly failures: () => readonly FoldedFailure[];
  /** Every target, in the order of the fleet. */
  readonly results: () => FleetResult['targets'];
}

/** Counts results, and keeps those of the targets that a reader has to know of; for a program (`isForProgram`) every one. */
export function tally(entries: Entries, isForProgram: boolean): Tally {
  const counts = new Map<string, number>();
  const told = new Map<number, JobResult>();
  const inOrder = () => [...told].toSorted(([a], [b]) => a - b);
  let isOk = true;
  return {
    add: (entry, result) => {
      counts.set(result.result, (counts.get(result.result) ?? 0) + 1);
      isOk &&= result.ok;
      if (isForProgram || result.error) told.set(entry.index, result);
    },
    isOk: () => isOk,
    counts: () => Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    failures: () =>
      folded(inOrder().flatMap(([index, { error }]) => (error ? [{ ...error, label: entries.at(index).label }] : []))),
    results: () => inOrder().map(([index, result]) => targetJson(entries.at(index), result)),
  };
}

function targetJson({ label, id }: FleetEntry, { result, steps, error }: JobResult): FleetResult['targets'][number] {
  return {
    label,
    id,
    result,
    ...(steps && { steps: steps.map((one) => ({ ...one })) }),
    ...(error && { error: { code: error.code, message: error.message, help: error.help } }),
  };
}

/** What a run is about. */
export interface About {
  readonly fleet: string;
  readonly journal?: string;
  /** Why nothing was done. */
  readonly stopped?: string;
}

/** The outcome of a run. */
export function fleetOutcome(tallied: Tally, about: About): Outcome {
  const ok = tallied.isOk() && about.stopped === undefined;
  const json = (): Omit<FleetResult, 'formatVersion' | 'ok'> => ({
    ...about,
    counts: tallied.counts(),
    targets: tallied.results(),
    findings: [],
  });
  return { ok, json, text: () => tallyText(tallied) + closing(about, ok) };
}

/** The outcome where something is wrong with the fleet file. */
export function refusedFleet(fleet: string, findings: readonly Finding[]): Outcome {
  return {
    ok: false,
    json: () => ({ fleet, counts: {}, targets: [], findings: findings.map(findingJson) }),
    text: (style) => `${findingsText(findings, style)}Nothing was sent: the fleet file has errors.\n`,
  };
}

function closing({ journal, stopped }: About, ok: boolean): string {
  if (stopped !== undefined) return `Nothing was sent. ${stopped}\n`;
  if (ok || journal === undefined) return '';
  return `The journal is ${printable(journal)}; --resume goes on with what is left.\n`;
}

/** How many came to each result, and each failure with its mend. */
export function tallyText(tallied: Tally): string {
  const counts = Object.entries(tallied.counts()).map(([result, count]) => `${count} ${result}`);
  const failures = tallied
    .failures()
    .flatMap(({ code, message, help, labels }) => [
      `${printable(labels.join(', '))}${labels.length > 1 ? ` (${plural(labels.length, 'target')})` : ''}:\n`,
      `  ${printable(message)}  ${code}\n`,
      `    ${printable(help)}\n`,
    ]);
  return [...failures, ...(counts.length > 0 ? [`${counts.join(', ')}\n`] : [])].join('');
}
