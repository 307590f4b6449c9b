import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';

/** RFC 9110 section 5.1: the name of a header is a token. */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

export const keyNameInvalid: LintRule = {
  code: 'key-name-invalid',
  severity: 'error',
  summary: 'The header or query parameter that carries the key has a name that can be sent.',
  why: 'A header with a space in its name is refused before the request leaves, so every call fails.',
  source: 'RFC 9110, section 5.1',
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      { definition: { '/securityDefinitions/api_key/name': 'API Key' }, at: ['/securityDefinitions/api_key/name'] },
    ],
    good: [{ definition: { '/securityDefinitions/api_key/name': 'Ocp-Apim-Subscription-Key' }, at: [] }],
  },
  check({ definition }, report) {
    for (const [name, scheme] of Object.entries(definition.securityDefinitions ?? {})) {
      if (scheme.type !== 'apiKey' || (scheme.in === 'header' ? token.test(scheme.name) : scheme.name !== '')) continue;
      const expected =
        scheme.in === 'header' ? 'the name of a header, such as "X-Api-Key"' : 'the name of a query parameter';
      report(
        `${child('/securityDefinitions', name)}/name`,
        `The key goes into ${shorten(scheme.name)}, expected ${expected}.`,
      );
    }
    return {};
  },
};
