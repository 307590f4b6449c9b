import { isObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const beta = /(?:^|[/._-])(?:alpha|beta|preview)(?=$|[/._-])/i;

export const productionOnBeta: LintRule = {
  code: 'production-on-beta',
  severity: 'note',
  certification: 'warning',
  summary: 'A connector to a service that is in beta does not call itself "Production".',
  why: 'What the service may still change, workflows that were built on it lose.',
  source: validatorPage,
  published: { files: 0, of: 161 },
  codes: ['ProductionStatusOnBetaService'],
  examples: {
    bad: [
      {
        definition: { '/info/x-ms-api-annotation': { status: 'Production' }, '/basePath': '/beta' },
        at: ['/info/x-ms-api-annotation/status'],
      },
    ],
    good: [{ definition: { '/info/x-ms-api-annotation': { status: 'Preview' }, '/basePath': '/beta' }, at: [] }],
  },
  check({ definition }, report) {
    const { info, host = '', basePath = '' } = definition;
    const annotation = info['x-ms-api-annotation'];
    const service = [host, basePath].find((part) => beta.test(part));
    if (service !== undefined && isObject(annotation) && annotation['status'] === 'Production') {
      report(
        '/info/x-ms-api-annotation/status',
        `The status is "Production" and the service is at ${shorten(service)}, expected "Preview".`,
      );
    }
    return {};
  },
};
