import type { LintRule } from '../rule.js';

export const hostMissing: LintRule = {
  code: 'host-missing',
  severity: 'warning',
  summary: 'A definition says which host it is for.',
  why: 'The host is where the connector sends its requests: without one somebody has to type it when the connector is made.',
  source: 'OpenAPI 2.0, https://spec.openapis.org/oas/v2.0.html; every one of 1,018 published connectors has one',
  published: { files: 0, of: 1018 },
  codes: [],
  examples: {
    bad: [{ definition: { '/host': undefined }, at: [''] }],
    good: [{ definition: { '/host': 'tickets.contoso.com:8443' }, at: [] }],
  },
  check({ definition }, report) {
    if ((definition.host ?? '') === '') {
      report(
        definition.host === undefined ? '' : '/host',
        'The definition has no host, expected one such as "api.contoso.com".',
      );
    }
    return {};
  },
};
