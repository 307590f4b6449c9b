import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import { eachTyped } from '../typed.js';

const id = '/definitions/Ticket/properties/id';

export const exclusiveWithoutBound: LintRule = {
  code: 'exclusive-without-bound',
  severity: 'warning',
  summary: 'exclusiveMaximum stands beside a maximum, exclusiveMinimum beside a minimum.',
  why: 'Alone it says nothing. In OpenAPI 2.0 it is true or false; the number belongs into maximum or minimum.',
  source: `${validatorPage} (ExclusiveMaximumRequiresMaximum, ExclusiveMinimumRequiresMinimum)`,
  published: { files: 0, of: 161 },
  codes: ['ExclusiveMaximumRequiresMaximum', 'ExclusiveMinimumRequiresMinimum'],
  examples: {
    bad: [{ definition: { [`${id}/exclusiveMinimum`]: true }, at: [`${id}/exclusiveMinimum`] }],
    good: [{ definition: { [`${id}/minimum`]: 0, [`${id}/exclusiveMinimum`]: true }, at: [] }],
  },
  check: (_subject, report) =>
    eachTyped(
      ['exclusiveMaximum', 'exclusiveMinimum'],
      ({ exclusiveMaximum, exclusiveMinimum, maximum, minimum }, pointer) => {
        if (exclusiveMaximum !== undefined && maximum === undefined) {
          report(
            `${pointer}/exclusiveMaximum`,
            `"exclusiveMaximum" is ${exclusiveMaximum}, expected a "maximum" beside it.`,
          );
        }
        if (exclusiveMinimum !== undefined && minimum === undefined) {
          report(
            `${pointer}/exclusiveMinimum`,
            `"exclusiveMinimum" is ${exclusiveMinimum}, expected a "minimum" beside it.`,
          );
        }
      },
    ),
};
