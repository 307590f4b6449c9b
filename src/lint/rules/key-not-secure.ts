import { shorten } from '../../core/shorten.js';
import { isSecretName } from '../../http/secret-names.js';
import type { LintRule } from '../rule.js';
import { propertiesSchema } from '../sources.js';

export const keyNotSecure: LintRule = {
  code: 'key-not-secure',
  severity: 'warning',
  summary: 'A connection parameter for a key or a password has the type "securestring".',
  why: 'What is a "string" is kept in the open: whoever may read the connection reads the key.',
  source: `${propertiesSchema}; all 541 published "api_key" and 81 "password" parameters are secure strings`,
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        properties: { '/properties/connectionParameters/api_key/type': 'string' },
        at: ['apiProperties.json#/properties/connectionParameters/api_key/type'],
      },
    ],
    good: [{ properties: { '/properties/connectionParameters/region': region() }, at: [] }],
  },
  check({ connectionParameters }, report) {
    for (const { name, type, pointer } of connectionParameters) {
      if (type !== 'string' || name.includes(':') || !isSecretName(name)) continue;
      const at = `${pointer}/type`;
      const message = `The connection parameter ${shorten(name)} has the type "string", expected "securestring".`;
      report(at, message, { in: 'properties', fix: { set: at, value: 'securestring' } });
    }
    return {};
  },
};

function region() {
  const uiDefinition = { displayName: 'Region', description: 'Where the tickets are kept.' };
  return { type: 'string', uiDefinition };
}
