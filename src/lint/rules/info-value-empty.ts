import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const infoValueEmpty: LintRule = {
  code: 'info-value-empty',
  severity: 'warning',
  summary: 'The title, the version and the description are not empty.',
  why: 'The title is the name of the connector in the gallery, the description what people read there.',
  source: validatorPage,
  published: { files: 0, of: 161 },
  codes: ['RequiredValueEmpty'],
  examples: {
    bad: [{ definition: { '/info/title': ' ' }, at: ['/info/title'] }],
    good: [{ definition: { '/info/termsOfService': '' }, at: [] }],
  },
  check({ definition: { info } }, report) {
    for (const key of ['title', 'version', 'description'] as const) {
      const value = info[key];
      if (value !== undefined && value.trim() === '') report(`/info/${key}`, `The ${key} is empty, expected a text.`);
    }
    return {};
  },
};
