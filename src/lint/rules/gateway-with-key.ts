import type { LintRule } from '../rule.js';
import { takenScheme } from '../security-scheme.js';
import { faqPage } from '../sources.js';

export const gatewayWithKey: LintRule = {
  code: 'gateway-with-key',
  severity: 'warning',
  summary: 'A connector that goes through the on-premises data gateway does not use an API key.',
  why: 'The gateway supports every other kind of security; it does not pass a key on.',
  source: faqPage,
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        properties: { '/properties/capabilities': ['gateway'] },
        at: ['apiProperties.json#/properties/capabilities/0'],
      },
    ],
    good: [{ properties: { '/properties/capabilities': ['actions'] }, at: [] }],
  },
  check({ definition, properties }, report) {
    const taken = takenScheme(definition);
    const index = properties?.capabilities?.indexOf('gateway') ?? -1;
    if (index >= 0 && taken?.scheme.type === 'apiKey') {
      const message = 'The connector goes through a gateway and has an API key, expected another kind of security.';
      report(`/properties/capabilities/${index}`, message, { in: 'properties', declared: taken.pointer });
    }
    return {};
  },
};
