import { shorten } from '../../core/shorten.js';
import { argumentsOf } from '../dynamic-calls.js';
import { queueCall, withArea } from '../example-dynamic.js';
import { inputsNamed } from '../inputs.js';
import { hinting } from '../../core/hinting.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const dynamicArgumentUnknown: LintRule = {
  code: 'dynamic-argument-unknown',
  severity: 'error',
  summary: 'A dynamic call gives only what the called operation takes.',
  why: 'The import is refused; most often the parameter has another name.',
  source: `${validatorPage} (OperationParameterNameNotFound); an import that was refused: https://github.com/microsoft/PowerPlatformConnectors/issues/790`,
  published: { files: 0, of: 161 },
  codes: ['OperationParameterNameNotFound'],
  examples: {
    bad: [
      {
        definition: { ...withArea({}), [`${queueCall}/parameters/aera`]: 'north' },
        at: [`${queueCall}/parameters/aera`],
      },
    ],
    good: [{ definition: { ...withArea({}), [`${queueCall}/parameters/area`]: 'north' }, at: [] }],
  },
  check(subject, report) {
    const hint = hinting();
    for (const call of subject.dynamicCalls) {
      if (call.target === undefined) continue;
      const { operation } = call.target;
      for (const { name, pointer } of argumentsOf(call)) {
        const { inputs, open } = inputsNamed(subject, operation, name);
        if (inputs.length > 0 || open) continue;
        const names = () => (subject.parameters.get(operation) ?? []).map(({ parameter }) => parameter.name);
        const near = hint(name, names);
        report(
          pointer,
          `The operation ${shorten(operation.operationId)} takes nothing called ${shorten(name)}.${near}`,
        );
      }
    }
    return {};
  },
};
