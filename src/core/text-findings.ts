import type { Position } from './document.js';
import { finding, type Finding } from './finding.js';
import type { Rule } from './rule.js';

/** How many findings of one code are kept of a text; the last one counts the rest. A text of 32 MiB can have millions. */
export const MAX_EQUAL_FINDINGS = 100;

/** One thing wrong with a text, at an offset. */
export interface Trouble {
  readonly offset: number;
  readonly pointer: string;
  readonly message: string;
  /** Where the first of two stands. */
  readonly first?: number;
}

/** Hears of one thing wrong with a text, in any order. */
export type Report = (rule: Rule<string>, trouble: Trouble) => void;

/** Collects what is wrong with the text of `file`; `list` gives it in the order of the text. */
export function textFindings(
  file: string,
  position: (offset: number) => Position,
): { report: Report; list(): Finding[] } {
  const found: { offset: number; finding: Finding }[] = [];
  const counts = new Map<Rule<string>, { kept: number; last: number }>();

  const report: Report = (rule, { offset, pointer, message, first }) => {
    const { kept, last } = counts.get(rule) ?? { kept: 0, last: 0 };
    const equal = found[last];
    if (kept === MAX_EQUAL_FINDINGS && equal) {
      equal.finding = { ...equal.finding, count: (equal.finding.count ?? 1) + 1 };
      return;
    }
    counts.set(rule, { kept: kept + 1, last: found.length });
    const declared = first === undefined ? {} : { declared: { file, pointer, ...position(first) } };
    found.push({ offset, finding: finding(rule, { message, file, pointer, ...position(offset), ...declared }) });
  };
  const list = () => found.sort((a, b) => a.offset - b.offset).map((each) => each.finding);
  return { report, list };
}
