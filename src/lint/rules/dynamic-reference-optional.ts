import { shorten } from '../../core/shorten.js';
import { queueCall, withArea, withRegion } from '../example-dynamic.js';
import { inputsNamed } from '../inputs.js';
import { eachReference } from '../references.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const area = `${queueCall}/parameters/area`;

export const dynamicReferenceOptional: LintRule = {
  code: 'dynamic-reference-optional',
  severity: 'note',
  certification: 'warning',
  summary: 'What a dynamic call must give is taken from a parameter that is required, or has a default.',
  why: 'Until the user gives the optional parameter the call cannot be made, and nothing says so.',
  source: `${validatorPage} (OperationParameterRequiredMismatch)`,
  published: { files: 3, of: 161 },
  codes: ['OperationParameterRequiredMismatch'],
  examples: {
    bad: [
      {
        definition: {
          ...withArea({ required: true }),
          ...withRegion(),
          [area]: { parameter: 'region' },
        },
        at: [area],
      },
    ],
    good: [
      {
        definition: {
          ...withArea({ required: true }),
          ...withRegion({ required: true }),
          [area]: { parameter: 'region' },
        },
        at: [],
      },
    ],
  },
  check(subject, report) {
    eachReference(
      subject,
      ({ call, argument, reference, operation, source }) => {
        const [from] = source.inputs;
        const called = call.target?.operation;
        if (from === undefined || from.required || from.node.default !== undefined || called === undefined)
          return undefined;
        const [to] = inputsNamed(subject, called, argument.name).inputs;
        if (to?.required !== true || to.node.default !== undefined) return undefined;
        return `${shorten(called.operationId)} requires ${shorten(argument.name)}, but it is taken from ${shorten(reference)}, which is optional in ${shorten(operation.operationId)}.`;
      },
      report,
    );
    return {};
  },
};
