import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const basePathEndsInSlash: LintRule = {
  code: 'base-path-ends-in-slash',
  severity: 'note',
  summary: 'The base path does not end with "/", unless it is "/" alone.',
  why: 'A path begins with "/" and is appended to it: the address then has "//" in it, which some services do not find.',
  source: `OpenAPI 2.0, https://spec.openapis.org/oas/v2.0.html; ${validatorPage}`,
  published: { files: 156, of: 1018 },
  codes: [],
  examples: {
    bad: [{ definition: { '/basePath': '/v1/' }, at: ['/basePath'] }],
    good: [{ definition: { '/basePath': '/' }, at: [] }],
  },
  check({ definition }, report) {
    const { basePath = '/' } = definition;
    if (basePath.length > 1 && basePath.startsWith('/') && basePath.endsWith('/')) {
      let end = basePath.length;
      while (end > 1 && basePath[end - 1] === '/') end -= 1;
      const value = basePath.slice(0, end);
      const message = `The base path is ${shorten(basePath)}, expected ${shorten(value)}: paths begin with "/".`;
      report('/basePath', message, { fix: { set: '/basePath', value } });
    }
    return {};
  },
};
