import type { Strength } from '../contract/strength/strength.js';
import { printable } from '../report/text.js';
import type { TestResult } from './schemas.js';

type StrengthResult = NonNullable<TestResult['strength']>;

/** The strength with real paths. Nothing of it is from a recording. `contractFile` is that of `contract.json`. */
export function strengthResult(
  { survivors, ...score }: Strength,
  { file, contractFile = file }: { readonly file: string; readonly contractFile?: string },
): StrengthResult {
  const placed = survivors.map(({ kind, message, file: of, pointer }) => {
    return { kind, message, file: of === undefined ? file : contractFile, pointer };
  });
  return { ...score, survivors: placed };
}

/** The score for a reader. */
export function strengthText({ mutants, killed, percent }: StrengthResult): string {
  if (mutants === 0) return 'nothing declared';
  return `${grouped(killed)} of ${grouped(mutants)} facts are noticed, ${percent} %`;
}

/** The digits in groups of three. `Intl` would take longer to load than all the rest. */
function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** How many of the things that no recording shows are named to a person. */
const MOST_LACKING = 10;

/** The score, and what more recordings would have to show, each with the number of facts: what shows most of them first. */
export function strengthLines(strength: StrengthResult | undefined): readonly string[] {
  if (strength === undefined) return [];
  const { survivors } = strength;
  const counts = new Map<string, number>();
  for (const { message } of survivors) counts.set(message, (counts.get(message) ?? 0) + 1);
  const most = [...counts].toSorted(([, one], [, other]) => other - one);
  const width = String(most[0]?.[1] ?? 0).length;
  const lines = most
    .slice(0, MOST_LACKING)
    .map(([message, count]) => `  ${String(count).padStart(width)}  ${printable(message)}`);
  const left = most.length - lines.length;
  const more = left === 0 ? [] : [`  \u2026 and ${left} more: --json has them all.`];
  return [`Strength: ${strengthText(strength)}`, ...lines, ...more];
}
