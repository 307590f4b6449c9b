import { finding, type Finding } from '../core/finding.js';
import { shorten } from '../core/shorten.js';
import type { Readable } from '../sentinel/readable.js';
import type { ShownWorkspace } from '../sentinel/shown.js';
import { runRules } from './rules.js';
import type { PlaceOf } from './run-findings.js';

/** What readers of comments and tasks do not see as it was meant: once for each action, with how often. */
export function markupFindings({ incident, created }: ShownWorkspace, placeOf: PlaceOf): readonly Finding[] {
  const written = [...(incident ? [incident] : []), ...created].flatMap(({ comments, tasks }) => [
    ...comments.map(({ by, shown }) => ({ by, shown, what: 'a comment' })),
    ...tasks.map(({ by, shown, title }) => ({ by, shown, what: `the task ${shorten(title)}` })),
  ]);
  const byAction = new Map<string, Finding>();
  for (const { by, shown, what } of written) {
    if (by === undefined) continue; // it was there before
    for (const found of inText(shown, `${by} wrote ${what}`)) {
      const key = `${found.code} ${by}`;
      const before = byAction.get(key);
      const count = before && { count: (before.count ?? 1) + 1 };
      byAction.set(key, before ? { ...before, ...count } : { ...found, ...placeOf(by) });
    }
  }
  return [...byAction.values()];
}

function inText({ raw: [raw, ...otherRaw], lost: [lost, ...otherLost] }: Readable, who: string): Finding[] {
  const found: Finding[] = [];
  if (raw !== undefined) {
    const message = `${who} that shows ${shorten(raw)}${andMore(otherRaw)} as it is written.`;
    found.push(finding(runRules.shownRaw, { pointer: '', message }));
  }
  if (lost !== undefined) {
    const message = `${who} with the tag ${shorten(lost)}${andMore(otherLost)}, which nobody sees.`;
    found.push(finding(runRules.tagsLost, { pointer: '', message }));
  }
  return found;
}

function andMore(others: readonly string[]): string {
  return others.length === 0 ? '' : ` and ${others.length} more`;
}
