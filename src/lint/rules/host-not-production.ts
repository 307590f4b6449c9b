import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

const stage = /(?:^|[.-])(?:dev|development|preprod|qa|sandbox|stage|staging|stg|test|testing|uat)\d*(?=[.-])/i;

export const hostNotProduction: LintRule = {
  code: 'host-not-production',
  severity: 'note',
  certification: 'warning',
  summary: 'The host is that of production.',
  why: 'Workflows would call a service that is reset or taken away without notice; certification refuses hosts for development and tests.',
  source: certificationPage,
  published: { files: 4, of: 161 },
  codes: [],
  examples: {
    bad: [{ definition: { '/host': 'staging-tickets.contoso.com' }, at: ['/host'] }],
    good: [{ definition: { '/host': 'latest.contoso.com' }, at: [] }],
  },
  check({ definition, openHost }, report) {
    const { host = '' } = definition;
    if (!openHost && stage.test(host))
      report('/host', `The host ${shorten(host)} has the name of one for tests, expected that of production.`);
    return {};
  },
};
