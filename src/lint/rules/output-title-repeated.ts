import { shorten } from '../../core/shorten.js';
import { answerOf } from '../../designer/answer.js';
import { namesIn } from '../../designer/keys.js';
import type { Token } from '../../designer/token.js';
import { tokensOf } from '../../designer/tokens.js';
import { resolve } from '../../openapi/refs.js';
import type { Schema } from '../../openapi/types.js';
import { isInternal } from '../internal.js';
import { operationName } from '../operation-name.js';
import { mayRepeatTitle } from '../output-titles.js';
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
    const quick = { document: definition, budget: { left: maxOutputs } };
    for (const at of operations) {
      const shown = isInternal(at.operation) ? undefined : answerOf(definition, at);
      const schema = shown?.schema && resolve<Schema>(definition, shown.schema, `${shown.pointer}/schema`);
      if (shown === undefined || schema === undefined || looked.has(schema.node)) continue;
      looked.add(schema.node);
      if (!mayRepeatTitle(quick, schema.node)) continue;
      const [first, second, count] = alike(
        tokensOf(expansion, { ...shown, headers: {} }, { action: '', split: undefined }),
      );
      if (first === undefined || second === undefined) continue;
      const others = count > 1 ? `, and ${count - 1} more have one that others have` : '';
      const message = `The outputs ${nameOf(first)} and ${nameOf(second)} of the operation ${operationName(at.operation, at)} are both called ${shorten(second.title)}${others}, expected names that tell them apart.`;
      report(schema.pointer, message);
    }
    return {};
  },
};

/** How many outputs of a connector are looked at. The most that any of 161 published ones has is 4,687. */
const maxOutputs = 20_000;

const nameOf = ({ key }: Token): string => shorten(namesIn(key).join('/'));

/** The first two outputs with one name, and how many have one that an earlier one has. What the items of a list are called is the designer's choice. */
function alike(
  tokens: readonly Token[],
): readonly [first: Token | undefined, second: Token | undefined, count: number] {
  const byTitle = new Map<string, Token>();
  let pair: readonly [Token, Token] | undefined;
  let count = 0;
  for (const token of tokens) {
    if (token.key === 'body.$' || token.key.endsWith('.[*]')) continue;
    const before = byTitle.get(token.title);
    if (before === undefined) byTitle.set(token.title, token);
    else {
      count += 1;
      pair ??= [before, token];
    }
  }
  return [pair?.[0], pair?.[1], count];
}
