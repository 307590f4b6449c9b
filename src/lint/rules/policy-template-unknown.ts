import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import { policiesOf, policyTemplates } from '../policies.js';
import type { LintRule } from '../rule.js';
import { propertiesSchema } from '../sources.js';

export const policyTemplateUnknown: LintRule = {
  code: 'policy-template-unknown',
  severity: 'note',
  summary: 'Every policy names one of the documented templates.',
  why: 'There is no policy of another name: what it should change in a request or an answer stays as it is.',
  source: propertiesSchema,
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        properties: { '/properties/policyTemplateInstances': [{ templateId: 'setheaders', title: 'A header' }] },
        at: ['apiProperties.json#/properties/policyTemplateInstances/0'],
      },
    ],
    good: [{ properties: { '/properties/policyTemplateInstances': [] }, at: [] }],
  },
  check({ properties }, report) {
    for (const { templateId, pointer } of policiesOf(properties)) {
      if (policyTemplates.has(templateId.toLowerCase())) continue;
      const near = didYouMean(templateId, policyTemplates.keys());
      const message = `The policy template ${shorten(templateId)} is none that is documented.${near}`;
      report(pointer, message, { in: 'properties' });
    }
    return {};
  },
};
