import { shorten } from '../../core/shorten.js';
import { newerCall, queueCall, withArea, withRegionInBody } from '../example-dynamic.js';
import { eachReference } from '../references.js';
import { hinting } from '../../core/hinting.js';
import type { LintRule } from '../rule.js';
import { designerSource, validatorPage } from '../sources.js';

const area = `${queueCall}/parameters/area`;

export const dynamicReferenceUnknown: LintRule = {
  code: 'dynamic-reference-unknown',
  severity: 'warning',
  summary: 'An argument of a dynamic call that is taken from a parameter names one of the operation that is designed.',
  why: 'The designer says that the parameter cannot be found, and shows that in place of the list or the fields.',
  source: `${designerSource}, and ${validatorPage} (OperationParameterNameNotFound)`,
  published: { files: 0, of: 161 },
  codes: ['OperationParameterNameNotFound'],
  examples: {
    bad: [{ definition: { ...withArea({}), [area]: { parameter: 'regoin' } }, at: [area] }],
    good: [
      {
        definition: {
          ...withArea({}),
          ...withRegionInBody(),
          ...newerCall({ area: { parameterReference: 'body/region' } }),
        },
        at: [],
      },
    ],
  },
  check(subject, report) {
    const hint = hinting();
    eachReference(
      subject,
      ({ reference, operation, source }) => {
        if (source.inputs.length > 0 || source.open) return undefined;
        const names = () => (subject.parameters.get(operation) ?? []).map(({ parameter }) => parameter.name);
        const near = hint(reference, names);
        return `The operation ${shorten(operation.operationId)} has no parameter ${shorten(reference)}, which the call is to get.${near}`;
      },
      report,
    );
    return {};
  },
};
