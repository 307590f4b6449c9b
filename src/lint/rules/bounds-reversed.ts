import type { Schema } from '../../openapi/types.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import { eachTyped, type Typed } from '../typed.js';

const subject = '/definitions/Ticket/properties/subject';

/** The keywords that must not be the other way round. */
const pairs = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const;

export const boundsReversed: LintRule = {
  code: 'bounds-reversed',
  severity: 'warning',
  summary: 'A lower bound is not above its upper one.',
  why: 'No value can be right: whoever checks values against the definition refuses all of them.',
  source: `${validatorPage} (MinimumShouldBeLessThanOrEqualToMaximum, MinLengthShouldBeLessThanOrEqualToMaxLength, MinItemsShouldBeLessThanOrEqualToMaxItems)`,
  published: { files: 0, of: 161 },
  codes: [
    'MinimumShouldBeLessThanOrEqualToMaximum',
    'MinLengthShouldBeLessThanOrEqualToMaxLength',
    'MinItemsShouldBeLessThanOrEqualToMaxItems',
  ],
  examples: {
    bad: [{ definition: { [`${subject}/minLength`]: 9, [`${subject}/maxLength`]: 8 }, at: [`${subject}/minLength`] }],
    good: [{ definition: { [`${subject}/minLength`]: 8, [`${subject}/maxLength`]: 8 }, at: [] }],
  },
  check: (_subject, report) =>
    eachTyped(
      pairs.map(([low]) => low),
      (node: Typed & Pick<Schema, 'minProperties' | 'maxProperties'>, pointer) => {
        for (const [low, high] of pairs) {
          const least = node[low];
          const most = node[high];
          if (least === undefined || most === undefined || least <= most) continue;
          report(
            `${pointer}/${low}`,
            `"${low}" is ${least} and "${high}" is ${most}, expected ${low} to be at most ${high}.`,
          );
        }
      },
    ),
};
