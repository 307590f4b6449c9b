import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';

export const keyNotSent: LintRule = {
  code: 'key-not-sent',
  severity: 'warning',
  summary: 'What a connection asks for as a secret, the definition has a security scheme for.',
  why: 'The user types a key that Logic Apps then sends nowhere: the policies that could put it into a request do nothing there.',
  source:
    'https://learn.microsoft.com/connectors/custom-connectors/connection-parameters; Microsoft.Web/customApis has no policies',
  published: { files: 9, of: 161 },
  codes: [],
  onlyIn: 'logic-apps',
  examples: {
    bad: [
      {
        definition: { '/securityDefinitions': undefined, '/security': undefined },
        at: ['apiProperties.json#/properties/connectionParameters/api_key'],
      },
    ],
    good: [
      {
        definition: { '/securityDefinitions': undefined, '/security': undefined },
        properties: { '/properties/connectionParameters': undefined },
        at: [],
      },
    ],
  },
  check({ definition, connectionParameters }, report) {
    if (Object.keys(definition.securityDefinitions ?? {}).length > 0) return {};
    for (const { name, type, pointer } of connectionParameters) {
      if (type !== 'securestring' && type !== 'oauthSetting') continue;
      const message = `The connection asks for ${shorten(name)}, and the definition has no security that sends it, expected securityDefinitions.`;
      report(pointer, message, { in: 'properties' });
    }
    return {};
  },
};
