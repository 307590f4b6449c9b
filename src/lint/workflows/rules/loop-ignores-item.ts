import { shorten } from '../../../core/shorten.js';
import { itemActions } from '../../../workflow/flow.js';
import { hasOpenValue } from '../../../workflow/refused/open-values.js';
import { chainOf } from '../../../workflow/refused/order.js';
import type { WorkflowStep } from '../../../workflow/steps.js';
import { isCalling } from '../calling-types.js';
import type { PlaybookRule } from '../rule.js';
import type { PlaybookSubject } from '../subject.js';

const text = '/definition/actions/Each/actions/Answer/inputs/body';

export const loopIgnoresItem: PlaybookRule = {
  code: 'loop-ignores-item',
  severity: 'warning',
  summary: 'A For each with calls in it uses the item that it is at.',
  why: 'Each round makes the same calls: N items cost N times as much, and leave N times the same comment.',
  source: 'the first article: its loop over tactics asks the same question for each of them',
  published: 1,
  examples: {
    bad: [{ change: { [text]: { text: 'Seen.' } }, at: ['/definition/actions/Each'] }],
    good: [
      { change: { [text]: { note: "@item()?['id']" } }, at: [] },
      { change: { [text]: { text: 'Seen.' }, '/definition/actions/Each/foreach': '@range(0, 3)' }, at: [] },
    ],
  },
  check(subject, report) {
    const calls = new Map<WorkflowStep, number>();
    for (const step of subject.actions.filter(isCalling)) {
      for (const loop of loopsAround(step)) calls.set(loop, (calls.get(loop) ?? 0) + 1);
    }
    const using = loopsWithUses(subject);
    // what only the deployment knows may use it
    for (const loop of subject.actions.filter(hasOpenValue).flatMap(loopsAround)) using.add(loop);
    for (const [loop, count] of calls) {
      if (using.has(loop) || repeatsOnPurpose(loop)) continue;
      const message = `${shorten(loop.name)} makes ${count} call${count === 1 ? '' : 's'} in each round and never uses its item: all rounds are the same.`;
      report(loop.pointer, message);
    }
  },
};

function loopsAround(step: WorkflowStep): readonly WorkflowStep[] {
  return step.parent ? chainOf(step.parent).filter(({ type }) => type === 'Foreach') : [];
}

/** The loops whose item is used somewhere in them. */
function loopsWithUses({ functionCalls }: PlaybookSubject): Set<WorkflowStep> {
  const using = new Set<WorkflowStep>();
  for (const { at, name, function: of } of functionCalls) {
    const loops = at.step ? loopsAround(at.step) : [];
    if (of === 'items') for (const loop of loops) if (loop.name.toLowerCase() === name?.toLowerCase()) using.add(loop);
    const [inner] = loops;
    const isOwn = at.step !== undefined && itemActions.has(at.step.type) && at.path[1] !== 'from';
    if (of === 'item' && inner && !isOwn) using.add(inner);
  }
  return using;
}

/** Whether it only counts. */
function repeatsOnPurpose({ value }: WorkflowStep): boolean {
  return typeof value['foreach'] === 'string' && /\brange\s*\(/i.test(value['foreach']);
}
