import type { LintRule } from '../rule.js';

export const descriptionMissing: LintRule = {
  code: 'description-missing',
  severity: 'warning',
  summary: 'A connector has a description.',
  why: 'It is what people read in the gallery, and paconn stops with a KeyError at a definition without one.',
  source: 'github:microsoft/PowerPlatformConnectors, issue 2877',
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [{ definition: { '/info/description': undefined }, at: ['/info'] }],
    good: [{ definition: { '/info/description': 'Reads and makes tickets of the help desk.' }, at: [] }],
  },
  check({ definition: { info } }, report) {
    if (info.description === undefined)
      report('/info', 'The connector has no description, expected one of 30 to 500 characters.');
    return {};
  },
};
