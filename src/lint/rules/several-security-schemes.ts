import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';

export const severalSecuritySchemes: LintRule = {
  code: 'several-security-schemes',
  severity: 'warning',
  summary: 'A connector has one security scheme.',
  why: 'Of several, a custom connector takes the one that stands first; the others are ignored without a word.',
  source: 'https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition',
  published: { files: 14, of: 1018 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/securityDefinitions/basic': { type: 'basic' } },
        at: ['/securityDefinitions/basic'],
      },
    ],
    good: [{ definition: { '/securityDefinitions/api_key/description': 'The key.' }, at: [] }],
  },
  check({ definition }, report) {
    const [first, ...others] = Object.keys(definition.securityDefinitions ?? {});
    for (const name of others) {
      const message = `The security scheme ${shorten(name)} is ignored, expected ${shorten(first)} alone: the first one is taken.`;
      report(child('/securityDefinitions', name), message);
    }
    return {};
  },
};
