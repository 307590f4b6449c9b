import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { propertiesSchema } from '../sources.js';

export const connectionParameterName: LintRule = {
  code: 'connection-parameter-name',
  severity: 'warning',
  summary:
    'Connection parameters are named with letters, digits and "_"; those of an OAuth sign-in begin with its name and ":".',
  why: 'The name becomes a variable of the service, which takes no other characters.',
  source: propertiesSchema,
  published: { files: 1, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        properties: { '/properties/connectionParameters/ticket-region': region() },
        at: ['apiProperties.json#/properties/connectionParameters/ticket-region'],
      },
    ],
    good: [{ properties: { '/properties/connectionParameters/token:TenantId': region() }, at: [] }],
  },
  check({ connectionParameters }, report) {
    for (const { name, pointer } of connectionParameters) {
      if (/^[0-9a-zA-Z_]+(?::[0-9a-zA-Z_]+)?$/.test(name)) continue;
      const message = `The connection parameter is named ${shorten(name)}, expected letters, digits and "_".`;
      report(pointer, message, { in: 'properties' });
    }
    return {};
  },
};

function region() {
  const uiDefinition = { displayName: 'Region', description: 'Where the tickets are kept.' };
  return { type: 'string', uiDefinition };
}
