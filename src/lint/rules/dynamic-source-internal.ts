import { shorten } from '../../core/shorten.js';
import { queueCall, withArea, withRegion } from '../example-dynamic.js';
import { isInternal } from '../internal.js';
import { eachReference } from '../references.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const area = `${queueCall}/parameters/area`;

export const dynamicSourceInternal: LintRule = {
  code: 'dynamic-source-internal',
  severity: 'note',
  certification: 'warning',
  summary: 'No argument of a dynamic call is taken from a parameter that the designer does not show.',
  why: 'The designer knows what the user gave, and nobody gives an internal value: put the value itself into the call.',
  source: `${validatorPage} (SourcePropertyInternal)`,
  published: { files: 0, of: 161 },
  codes: ['SourcePropertyInternal'],
  examples: {
    bad: [
      {
        definition: {
          ...withArea({}),
          ...withRegion({ required: true, default: 'north', 'x-ms-visibility': 'internal' }),
          [area]: { parameter: 'region' },
        },
        at: [area],
      },
    ],
    good: [{ definition: { ...withArea({}), ...withRegion(), [area]: { parameter: 'region' } }, at: [] }],
  },
  check(subject, report) {
    eachReference(
      subject,
      ({ reference, operation, source }) => {
        const [from] = source.inputs;
        if (from === undefined || !from.internal || isInternal(operation)) return undefined;
        return `${shorten(reference)} is internal in ${shorten(operation.operationId)}, expected a parameter that is shown, or the value itself.`;
      },
      report,
    );
    return {};
  },
};
