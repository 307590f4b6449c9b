import { shorten } from '../../../core/shorten.js';
import type { Expression } from '../../../expression/syntax.js';
import type { WorkflowText } from '../../../workflow/refused/texts.js';
import type { PlaybookRule } from '../rule.js';

const text = '/definition/actions/Tell/inputs/body/id';

export const listAsText: PlaybookRule = {
  code: 'list-as-text',
  severity: 'warning',
  summary: 'A list is not put into a text as it is.',
  why: 'The text gets it as JSON: ["InitialAccess","Execution"], and where it was meant for one item, all of them.',
  source: 'measured on a runtime: github:Azure/logicapps-sdk; the first article puts all tactics into each question',
  published: 1,
  examples: {
    bad: [{ change: { [text]: "Failed at @{coalesce(body('Read')?['notes'], json('[]'))}" }, at: [text] }],
    good: [{ change: { [text]: "Failed at @{join(coalesce(body('Read')?['notes'], json('[]')), ', ')}" }, at: [] }],
  },
  check({ texts }, report) {
    const lists = new Map<string, string>();
    for (const at of texts) {
      const [list] = at.parts;
      if (at.step?.type !== 'Foreach' || at.path[0] !== 'foreach' || typeof list !== 'object') continue;
      for (const one of [list, ...(list.kind === 'call' ? list.arguments.slice(0, 1) : [])])
        lists.set(sourceOf(at, one), at.step.name);
    }
    for (const at of texts) {
      for (const part of at.whole ? [] : at.parts) {
        const loop = typeof part === 'string' ? undefined : lists.get(sourceOf(at, part));
        if (typeof part === 'string' || loop === undefined) continue;
        const shown = shorten(at.text.slice(part.start, part.end));
        report(
          at.pointer,
          `The text has the list ${shown} in it, over which ${shorten(loop)} loops, expected join() around it or one of its items.`,
        );
      }
    }
  },
};

/** Without spaces, and without case: names are compared so. */
function sourceOf({ text: written }: WorkflowText, { start, end }: Expression): string {
  return written.slice(start, end).replaceAll(/\s+/g, '').toLowerCase();
}
