import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import { upload } from '../example-upload.js';

export const binaryInForm: LintRule = {
  code: 'binary-in-form',
  severity: 'warning',
  summary: 'Binary content is not sent in a form of the kind application/x-www-form-urlencoded.',
  why: 'Such a form holds text: the bytes do not arrive as they are. multipart/form-data takes them.',
  source: `${validatorPage} (StringBinaryNotSupportedForFormUrlEncoded)`,
  published: { files: 0, of: 161 },
  codes: ['StringBinaryNotSupportedForFormUrlEncoded'],
  examples: {
    bad: [
      {
        definition: upload('application/x-www-form-urlencoded', { type: 'string', format: 'binary' }),
        at: ['/paths/~1files/post/parameters/0'],
      },
    ],
    good: [{ definition: upload('multipart/form-data', { type: 'string', format: 'binary' }), at: [] }],
  },
  check({ definition, operations, parameters }, report) {
    const said = new Set<string>();
    for (const { operation } of operations) {
      const consumes = operation.consumes ?? definition.consumes ?? [];
      if (!consumes.includes('application/x-www-form-urlencoded') || consumes.includes('multipart/form-data')) continue;
      for (const { parameter, pointer } of parameters.get(operation) ?? []) {
        if (parameter.in !== 'formData' || parameter.type !== 'string' || parameter.format !== 'binary') continue;
        if (said.has(pointer)) continue;
        said.add(pointer);
        const message = `The form field ${shorten(parameter.name)} is binary in a form that consumes ${shorten(consumes.join(', '))}, expected multipart/form-data.`;
        report(pointer, message);
      }
    }
    return {};
  },
};
