import { shorten } from '../../core/shorten.js';
import { wordsOf } from '../connection-parameters.js';
import type { LintRule } from '../rule.js';
import { takenScheme } from '../security-scheme.js';

/** A word that stands before the key in a header `Authorization`, or one that says that there is none. */
const said =
  /\b(?:api-?key |api-token|basic|bearer|digest|hmac|key (?=<|your)|prefix|scheme|token (?=<|your)|alone|without)\b/i;

const words = '/properties/connectionParameters/api_key/uiDefinition/description';

export const keyPrefixUnsaid: LintRule = {
  code: 'key-prefix-unsaid',
  severity: 'warning',
  summary:
    'The form of a connection whose key goes into "Authorization" says whether a word such as "Bearer" stands before it.',
  why: 'Logic Apps sends what is typed as it is. A key without its "Bearer" is the commonest mistake in a connection, and no policy can add it there.',
  source:
    'measured: 70 of 146 published connectors with such a key tell the user to type the word, 22 add it elsewhere',
  published: { files: 9, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/securityDefinitions/api_key/name': 'Authorization' },
        at: ['apiProperties.json#/properties/connectionParameters/api_key'],
      },
    ],
    good: [
      {
        definition: { '/securityDefinitions/api_key/name': 'Authorization' },
        properties: { [words]: 'Type Bearer, a space and the key.' },
        at: [],
      },
    ],
  },
  check({ definition, connectionParameters }, report) {
    const taken = takenScheme(definition);
    if (taken?.scheme.type !== 'apiKey' || taken.scheme.name.toLowerCase() !== 'authorization') return {};
    const key = connectionParameters.find(({ name }) => name === 'api_key');
    if (key === undefined || said.test(wordsOf(key))) return {};
    const message = `The form does not say whether a word such as "Bearer" stands before the key in ${shorten(taken.scheme.name)}, expected an example of what to type.`;
    report(key.pointer, message, { in: 'properties', declared: taken.pointer });
    return {};
  },
};
