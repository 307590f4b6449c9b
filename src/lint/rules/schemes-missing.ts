import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const schemesMissing: LintRule = {
  code: 'schemes-missing',
  severity: 'warning',
  summary: 'A definition says that it is called by https.',
  why: 'The address of the service is made of the scheme, the host and the base path; an empty list of schemes is refused.',
  source: validatorPage,
  published: { files: 0, of: 1018 },
  codes: ['SchemesArrayEmpty'],
  examples: {
    bad: [
      { definition: { '/schemes': undefined }, at: [''] },
      { definition: { '/schemes': [] }, at: ['/schemes'] },
    ],
    good: [{ definition: { '/schemes': ['https'] }, at: [] }],
  },
  check({ definition }, report) {
    const { schemes } = definition;
    const fix = { set: '/schemes', value: ['https'] };
    if (schemes === undefined) report('', 'The definition has no "schemes", expected ["https"].', { fix });
    else if (schemes.length === 0) report('/schemes', '"schemes" is empty, expected ["https"].', { fix });
    return {
      operation: having(['schemes'], ({ schemes: own }, { pointer }) => {
        if (own?.length === 0) report(`${pointer}/schemes`, '"schemes" is empty, expected ["https"].');
      }),
    };
  },
};
