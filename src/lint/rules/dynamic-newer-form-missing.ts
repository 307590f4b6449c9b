import { shorten } from '../../core/shorten.js';
import type { DynamicExtension } from '../dynamic-calls.js';
import { newerCall, queueCall, withArea, withRegionInBody } from '../example-dynamic.js';
import { eachReference } from '../references.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const codes = [
  'DynamicListExtensionRequiredForAmbiguousReferences',
  'DynamicListExtensionRequiredForNonParameterReferences',
  'DynamicPropertiesExtensionRequiredForAmbiguousReferences',
  'DynamicPropertiesExtensionRequiredForNonParameterReferences',
];
const area = `${queueCall}/parameters/area`;
const older = { ...withArea({}), ...withRegionInBody(), [area]: { parameter: 'region' } };

/** The extension that can say what the older one cannot. */
const newer: Readonly<Partial<Record<DynamicExtension, DynamicExtension>>> = {
  'x-ms-dynamic-values': 'x-ms-dynamic-list',
  'x-ms-dynamic-schema': 'x-ms-dynamic-properties',
};

export const dynamicNewerFormMissing: LintRule = {
  code: 'dynamic-newer-form-missing',
  severity: 'note',
  certification: 'warning',
  summary: 'A dynamic call that takes an argument from inside a body is there in the newer form too.',
  why: 'The older form has only a name: it cannot say in which body, or whether the parameter or the property of that name is meant.',
  source: `${validatorPage} (${codes.join(', ')})`,
  published: { files: 0, of: 161 },
  codes,
  examples: {
    bad: [{ definition: older, at: [area] }],
    good: [{ definition: { ...older, ...newerCall({ area: { parameterReference: 'body/region' } }) }, at: [] }],
  },
  check(subject, report) {
    eachReference(
      subject,
      ({ call, reference, operation, source }) => {
        const name = newer[call.extension];
        if (name === undefined || call.node[name] !== undefined) return undefined;
        const isAmbiguous = source.inputs.length > 1;
        if (!isAmbiguous && source.inputs[0]?.kind !== 'property') return undefined;
        const what = isAmbiguous ? 'both a parameter and a property of the body' : 'a property of the body';
        return `${shorten(reference)} is ${what} in ${shorten(operation.operationId)}, expected "${name}" beside "${call.extension}".`;
      },
      report,
    );
    return {};
  },
};
