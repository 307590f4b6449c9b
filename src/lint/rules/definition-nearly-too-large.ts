import { maxDefinitionBytes, safeDefinitionBytes } from '../../definition/limits.js';
import { inThousands } from '../in-thousands.js';
import type { LintRule } from '../rule.js';
import { faqPage } from '../sources.js';

export const definitionNearlyTooLarge: LintRule = {
  code: 'definition-nearly-too-large',
  severity: 'warning',
  summary: 'A definition stays below 1,000,000 bytes.',
  why: 'The limit is "1 MB", and the documentation does not say which: the next description may be the one that cannot be imported.',
  source: faqPage,
  published: { files: 2, of: 1018 },
  codes: [],
  examples: {
    bad: [{ definitionBytes: safeDefinitionBytes, at: [''] }],
    good: [{ definitionBytes: safeDefinitionBytes - 1, at: [] }],
  },
  check({ bytes }, report) {
    if (bytes !== undefined && bytes >= safeDefinitionBytes && bytes <= maxDefinitionBytes) {
      const [size, most] = [bytes, safeDefinitionBytes].map(inThousands);
      report('', `The definition has ${size} bytes, expected fewer than ${most}: the limit is 1 MB.`);
    }
    return {};
  },
};
