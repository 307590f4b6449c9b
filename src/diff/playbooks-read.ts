import type { OutputStep } from '../workflow/origin.js';
import type { OutputUse } from '../workflow/uses.js';
import type { HitPart, Step } from './change.js';

/** Whether a use of an answer meets a part of it: `certain` where the use names the part or what is in it, `possible` where it takes more. */
export type Meeting = 'certain' | 'possible' | 'none';

/** Edits after which a value may be absent. Who asks for its type only where it is there does not notice. */
const absences: ReadonlySet<string> = new Set(['output-removed', 'property-renamed', 'made-optional']);

/** Whether a use of the outputs of a call meets the part that an edit of this code is about. */
export function meeting(use: OutputUse, part: HitPart, code: string): Meeting {
  if (use.ifThere && absences.has(code)) return 'none';
  const isHeader = part.in === 'response-header';
  const way = isHeader ? ['headers', part.name ?? ''] : ['body', ...part.fields];
  const found = along(use, steps(use.path), steps(way));
  if (found !== 'certain') return found;
  return part.status === undefined || /^(2..|default)$/i.test(part.status) ? 'certain' : 'possible';
}

/** A slash in a name separates steps in workflows, so it does in definitions. */
function steps<Other>(way: readonly (string | Other)[]): readonly (string | Other)[] {
  return way.flatMap((step): readonly (string | Other)[] =>
    typeof step === 'string' ? step.toLowerCase().split('/') : [step],
  );
}

function along(use: OutputUse, used: readonly OutputStep[], way: readonly (string | Step)[]): Meeting {
  for (const [index, to] of way.entries()) {
    if (typeof to !== 'string' && to.step === 'depth') return anywhere(use, used.slice(index), way.slice(index + 1));
    const step = used[index];
    if (step === undefined) return use.whole ? 'possible' : 'none';
    if (!isSame(step, to)) return 'none';
  }
  return 'certain';
}

/** Behind any number of steps. */
function anywhere(use: OutputUse, used: readonly OutputStep[], way: readonly (string | Step)[]): Meeting {
  for (let skipped = 0; skipped <= used.length; skipped++) {
    if (along(use, used.slice(skipped), way) === 'certain') return 'certain';
  }
  return use.whole ? 'possible' : 'none';
}

function isSame(step: OutputStep, to: string | Step): boolean {
  if (typeof step !== 'string') return typeof to !== 'string' && to.step === 'item';
  return typeof to === 'string' ? step === to : to.step === 'name';
}
