import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { connectionPage } from '../sources.js';

export const schemeUnencrypted: LintRule = {
  code: 'scheme-unencrypted',
  severity: 'warning',
  summary: 'A connector calls its service by https only.',
  why: 'By http the key of every connection, and all that workflows send, can be read on the way.',
  source: `${connectionPage}; 1,000 of 1,018 published connectors have "https" alone`,
  published: { files: 18, of: 1018 },
  codes: [],
  examples: {
    bad: [{ definition: { '/schemes': ['https', 'http'] }, at: ['/schemes/1'] }],
    good: [{ definition: { '/schemes': ['https'] }, at: [] }],
  },
  check({ definition }, report) {
    const look = (schemes: readonly string[] | undefined, pointer: string) => {
      const index = schemes?.indexOf('http') ?? -1;
      if (index >= 0)
        report(`${pointer}/schemes/${index}`, 'The scheme is "http", which encrypts nothing, expected "https".');
    };
    look(definition.schemes, '');
    return { operation: having(['schemes'], ({ schemes }, { pointer }) => look(schemes, pointer)) };
  },
};
