import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const schemeUnsupported: LintRule = {
  code: 'scheme-unsupported',
  severity: 'error',
  summary: 'The schemes are https and http: a connector does not speak WebSocket.',
  why: 'OpenAPI 2.0 allows "ws" and "wss", connectors do not: the definition is refused.',
  source: validatorPage,
  published: { files: 0, of: 1018 },
  codes: ['SchemeNotSupported'],
  examples: {
    bad: [{ definition: { '/schemes': ['https', 'wss'] }, at: ['/schemes/1'] }],
    good: [{ definition: { '/schemes': ['https'] }, at: [] }],
  },
  check({ definition }, report) {
    const look = (schemes: readonly string[] | undefined, pointer: string) =>
      schemes?.forEach((scheme, index) => {
        if (scheme !== 'ws' && scheme !== 'wss') return;
        report(`${pointer}/schemes/${index}`, `The scheme is ${shorten(scheme)}, expected "https".`);
      });
    look(definition.schemes, '');
    return { operation: having(['schemes'], ({ schemes }, { pointer }) => look(schemes, pointer)) };
  },
};
