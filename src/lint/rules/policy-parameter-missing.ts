import { own } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { policiesOf, policyTemplates } from '../policies.js';
import type { LintRule } from '../rule.js';
import { propertiesSchema } from '../sources.js';

const parameters = {
  'x-ms-apimTemplateParameter.name': 'X-Source',
  'x-ms-apimTemplateParameter.value': 'workflow',
};

export const policyParameterMissing: LintRule = {
  code: 'policy-parameter-missing',
  severity: 'warning',
  summary: 'Every policy has the parameters that its template needs.',
  why: 'The connector is refused, or the policy does nothing.',
  source: propertiesSchema,
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        properties: { '/properties/policyTemplateInstances': [{ templateId: 'dynamichosturl', parameters: {} }] },
        at: ['apiProperties.json#/properties/policyTemplateInstances/0'],
      },
    ],
    good: [
      { properties: { '/properties/policyTemplateInstances': [{ templateId: 'SetHeader', parameters }] }, at: [] },
    ],
  },
  check({ properties }, report) {
    for (const policy of policiesOf(properties)) {
      const needed = policyTemplates.get(policy.templateId.toLowerCase()) ?? [];
      const absent = needed.filter((name) => own(policy.parameters, name) === undefined);
      if (absent.length === 0) continue;
      const message = `The policy ${shorten(policy.templateId)} lacks ${absent.map((name) => `"${name}"`).join(', ')}.`;
      report(policy.pointer, message, { in: 'properties' });
    }
    return {};
  },
};
