import { shorten } from '../../core/shorten.js';
import { answerOf, type Answer } from '../../designer/answer.js';
import type { Expansion } from '../../designer/expand.js';
import { namesIn } from '../../designer/keys.js';
import { keyOf, titleOf, type Output } from '../../designer/output.js';
import { eachOutput } from '../../designer/outputs.js';
import { resolveAs } from '../../openapi/refs.js';
import type { Schema } from '../../openapi/types.js';
import { isInternal } from '../internal.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { designerSource } from '../sources.js';

const answer = '/paths/~1tickets~1{id}/get/responses/200/schema';
const content = { type: 'string', title: 'Content', description: 'What it says.' };
const twoContents = (title: string) => ({
  type: 'object',
  properties: { question: { ...content, title }, answer: content },
});

export const outputTitleRepeated: LintRule = {
  code: 'output-title-repeated',
  severity: 'note',
  summary: 'No two outputs of an operation have the same name.',
  why: 'Whoever picks an output sees its name only, and may take the wrong one.',
  source: designerSource,
  published: { files: 46, of: 161 },
  codes: [],
  examples: {
    bad: [{ definition: { [answer]: twoContents('Content') }, at: [answer] }],
    good: [{ definition: { [answer]: twoContents('Question') }, at: [] }],
  },
  check({ definition, operations }, report) {
    const looked = new Set<Schema>();
    const expansion = { document: definition, budget: { left: maxOutputs } };
    for (const at of operations) {
      const shown = isInternal(at.operation) ? undefined : answerOf(definition, at);
      const schema =
        shown?.schema && resolveAs(definition, 'schema', { node: shown.schema, pointer: `${shown.pointer}/schema` });
      if (shown === undefined || schema === undefined || looked.has(schema.node)) continue;
      looked.add(schema.node);
      const { first, second, title, count } = alike(expansion, shown);
      if (first === undefined || second === undefined) continue;
      const others = count > 1 ? `, and ${count - 1} more have one that others have` : '';
      const message = `The outputs ${nameOf(first)} and ${nameOf(second)} of the operation ${operationName(at.operation, at)} are both called ${shorten(title)}${others}, expected names that tell them apart.`;
      report(schema.pointer, message);
    }
    return {};
  },
};

/** How many outputs of a connector are looked at. The most that any of 161 published ones has is 4,687. */
const maxOutputs = 20_000;

const nameOf = (output: Output): string => shorten(namesIn(keyOf(output)).join('/'));

interface Alike {
  /** The first two outputs with one name, and that name; undefined where all differ. */
  first?: Output;
  second?: Output;
  title?: string;
  /** How many have one that an earlier one has. */
  count: number;
}

/** What the items of a list are called is the designer's choice. */
function alike(expansion: Expansion, answer: Answer): Alike {
  const byTitle = new Map<string, Output>();
  const found: Alike = { count: 0 };
  const visit = (output: Output) => {
    if (output.property === undefined) return;
    const title = titleOf(output);
    const before = byTitle.get(title);
    if (before === undefined) byTitle.set(title, output);
    else if (++found.count === 1) Object.assign(found, { first: before, second: output, title });
  };
  eachOutput(expansion, answer, { action: undefined, split: undefined, visit });
  return found;
}
