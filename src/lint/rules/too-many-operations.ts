import type { Json } from '../../core/json.js';
import { maxOperations } from '../../definition/limits.js';
import { exampleDefinition } from '../example-connector.js';
import type { LintRule } from '../rule.js';
import { faqPage } from '../sources.js';

export const tooManyOperations: LintRule = {
  code: 'too-many-operations',
  severity: 'error',
  summary: 'A connector has at most 256 operations.',
  why: 'A definition with more of them is not imported.',
  source: faqPage,
  published: { files: 0, of: 1018 },
  codes: ['TotalOperationsCountExceedsMaxAllowed'],
  examples: {
    bad: [{ definition: { '/paths': parts(maxOperations + 1) }, at: ['/paths'] }],
    good: [{ definition: { '/paths': parts(2) }, at: [] }],
  },
  check({ operations }, report) {
    if (operations.length > maxOperations) {
      report('/paths', `The connector has ${operations.length} operations, expected at most ${maxOperations}.`);
    }
    return {};
  },
};

/** As many operations as an example needs, beside those that the example connector has. */
function parts(count: number): Json {
  const known = exampleDefinition['paths'] as { readonly [path: string]: Json }; // it is written there
  const more = Array.from({ length: count - Object.keys(known).length }, (_, index) => {
    const part = `Part${index}`;
    const responses = {
      '200': {
        description: 'The part.',
        schema: { type: 'object', properties: { name: { type: 'string', title: 'Name', description: 'Its name.' } } },
      },
      '500': { description: 'The service failed.' },
    };
    const words = { summary: `Get part ${index}`, description: `Reads part number ${index}.` };
    return [`/parts/${index}`, { get: { operationId: `Get${part}`, ...words, responses } }] as const;
  });
  return { ...known, ...Object.fromEntries(more) };
}
