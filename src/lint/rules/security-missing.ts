import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';

export const securityMissing: LintRule = {
  code: 'security-missing',
  severity: 'note',
  summary: 'A definition that describes how to prove who calls says that it is needed.',
  why: 'By the specification nothing is sent where no "security" asks for it; other tools then call without the key.',
  source: 'OpenAPI 2.0, https://spec.openapis.org/oas/v2.0.html (Swagger Object, security)',
  published: { files: 153, of: 1018 },
  codes: [],
  examples: {
    bad: [{ definition: { '/security': undefined }, at: ['/securityDefinitions'] }],
    good: [
      {
        definition: { '/security': undefined, '/securityDefinitions': undefined },
        properties: { '/properties/connectionParameters': undefined },
        at: [],
      },
    ],
  },
  check({ definition, operations }, report) {
    const { security = [], securityDefinitions = {} } = definition;
    const [first] = Object.keys(securityDefinitions);
    if (first === undefined || security.length > 0) return {};
    if (operations.length > 0 && operations.every(({ operation }) => operation.security !== undefined)) return {};
    const message = `No "security" asks for the scheme ${shorten(first)}, expected [{ ${shorten(first)}: [] }].`;
    // the name is the author's: an own key, even where it is "__proto__"
    const value = [Object.fromEntries([[first, []]])];
    report('/securityDefinitions', message, { fix: { set: '/security', value } });
    return {};
  },
};
