import type { ConnectionParameterAt } from '../connection-parameters.js';
import type { LintRule } from '../rule.js';
import { takenScheme } from '../security-scheme.js';

export const keyParameterMissing: LintRule = {
  code: 'key-parameter-missing',
  severity: 'error',
  summary: 'What the security of a definition needs, a connection parameter asks for.',
  why: 'The designer never asks for the key, and every call is refused.',
  source: 'github:Azure/logicapps, issue 14; 511 of 526 published connectors with one key have "api_key"',
  published: { files: 5, of: 1018 },
  codes: [],
  examples: {
    bad: [
      { properties: { '/properties/connectionParameters': undefined }, at: ['/securityDefinitions/api_key'] },
      {
        definition: { '/securityDefinitions/api_key': { type: 'basic' } },
        properties: { '/properties/connectionParameters': { region: region() } },
        at: ['/securityDefinitions/api_key'],
      },
    ],
    good: [
      {
        definition: { '/securityDefinitions/api_key/in': 'query', '/securityDefinitions/api_key/name': 'key' },
        at: [],
      },
    ],
  },
  check({ definition, properties, connectionParameters }, report) {
    const taken = takenScheme(definition);
    if (properties === undefined || taken === undefined) return {};
    const { type } = taken.scheme;
    if (connectionParameters.some((parameter) => asksFor(type, parameter))) return {};
    const message = `No connection parameter of apiProperties.json asks for what the security needs, expected ${expected[type]}.`;
    report(taken.pointer, message);
    return {};
  },
};

const expected = {
  apiKey: '"api_key" of type "securestring"',
  basic: '"username" and "password" of type "securestring"',
  oauth2: '"token" of type "oauthSetting"',
} as const;

function asksFor(scheme: keyof typeof expected, { name, type }: ConnectionParameterAt): boolean {
  if (scheme === 'oauth2') return type === 'oauthSetting';
  return type === 'securestring' || (type === 'string' && /key|token|pass|secret/i.test(name));
}

function region() {
  const uiDefinition = { displayName: 'Region', description: 'Where the tickets are kept.' };
  return { type: 'string', uiDefinition };
}
