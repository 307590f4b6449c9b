import type { JsonObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { pathShape } from '../path-shape.js';
import { exampleOperation } from '../example-operation.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const pathRepeated: LintRule = {
  code: 'path-repeated',
  severity: 'error',
  summary: 'No two operations of a method have paths that differ in the names of parameters only.',
  why: 'A call cannot be told from one of the other operation, and the import refuses it.',
  source: `${validatorPage} (DuplicateOperationPath)`,
  published: { files: 0, of: 161 },
  codes: ['DuplicateOperationPath'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{number}': { get: byNumber() } },
        at: ['/paths/~1tickets~1{number}/get'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{number}': { put: byNumber() } }, at: [] }],
  },
  check({ operations }, report) {
    const seen = new Map<string, string>();
    for (const { method, path, pointer } of operations) {
      const shape = `${method} ${pathShape(path)}`;
      const first = seen.get(shape);
      if (first === undefined) seen.set(shape, path);
      else if (first !== path && first.toLowerCase() !== path.toLowerCase()) {
        const message = `The path ${shorten(path)} of the method ${method.toUpperCase()} cannot be told from ${shorten(first)}, expected one that differs in more than names.`;
        report(pointer, message);
      }
    }
    return {};
  },
};

function byNumber(): JsonObject {
  const parameter = {
    name: 'number',
    in: 'path',
    type: 'string',
    required: true,
    description: 'The number of the ticket.',
    'x-ms-summary': 'Ticket Number',
    'x-ms-url-encoding': 'single',
  };
  return { ...exampleOperation, parameters: [parameter] };
}
