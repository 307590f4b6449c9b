import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { takenScheme } from '../security-scheme.js';

export const keyParameterName: LintRule = {
  code: 'key-parameter-name',
  severity: 'warning',
  summary:
    'The connection parameter of an API key is called "api_key", those of basic security "username" and "password".',
  why: 'The service knows by these names what it has to send; under any other name the value goes nowhere.',
  source: 'measured: 511 of 526 published connectors with one key have "api_key"',
  published: { files: 10, of: 1018 },
  codes: [],
  examples: {
    bad: [
      {
        properties: {
          '/properties/connectionParameters': { apikey: key() },
        },
        at: ['apiProperties.json#/properties/connectionParameters/apikey'],
      },
    ],
    good: [{ properties: { '/properties/connectionParameters': { api_key: key() } }, at: [] }],
  },
  check({ definition, connectionParameters }, report) {
    const taken = takenScheme(definition);
    if (taken === undefined || taken.scheme.type === 'oauth2') return {};
    const expected = taken.scheme.type === 'basic' ? ['username', 'password'] : ['api_key'];
    const given = new Set(connectionParameters.map(({ name }) => name));
    const absent = expected.filter((name) => !given.has(name));
    const others = connectionParameters.filter(({ name, type }) => type === 'securestring' && !expected.includes(name));
    others.slice(0, absent.length).forEach(({ name, pointer }, index) => {
      const message = `The connection parameter is called ${shorten(name)}, expected ${shorten(absent[index])}.`;
      report(pointer, message, { in: 'properties', declared: taken.pointer });
    });
    return {};
  },
};

function key() {
  const uiDefinition = { displayName: 'API Key', description: 'The key from your profile page.' };
  return { type: 'securestring', uiDefinition };
}
