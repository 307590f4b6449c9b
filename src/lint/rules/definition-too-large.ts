import { maxDefinitionBytes } from '../../definition/limits.js';
import { inThousands } from '../in-thousands.js';
import type { LintRule } from '../rule.js';
import { faqPage } from '../sources.js';

export const definitionTooLarge: LintRule = {
  code: 'definition-too-large',
  severity: 'error',
  summary: 'A definition has at most 1,048,576 bytes (1 MB).',
  why: 'A larger file cannot be imported. Split the connector by what people do with it.',
  source: faqPage,
  published: { files: 1, of: 1018 },
  codes: [],
  examples: {
    bad: [{ definitionBytes: maxDefinitionBytes + 1, at: [''] }],
    good: [{ definitionBytes: 999_000, at: [] }],
  },
  check({ bytes }, report) {
    if (bytes !== undefined && bytes > maxDefinitionBytes) {
      const [size, most] = [bytes, maxDefinitionBytes].map(inThousands);
      report('', `The definition has ${size} bytes, expected at most ${most}.`);
    }
    return {};
  },
};
