import { own } from '../../core/json.js';
import { didYouMean } from '../../core/nearest.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import type { SecurityRequirement } from '../../openapi/types.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const securityUndefined: LintRule = {
  code: 'security-undefined',
  severity: 'warning',
  summary: 'Every security requirement names a scheme of securityDefinitions.',
  why: 'A scheme that nobody describes cannot be met: no key is asked for, or the one of another scheme is sent.',
  source: validatorPage,
  published: { files: 23, of: 1018 },
  codes: ['SecurityRequirementMustBeDefined'],
  examples: {
    bad: [
      { definition: { '/security': [{ apiKey: [] }] }, at: ['/security/0/apiKey'] },
      {
        definition: { '/paths/~1queues/get/security': [{ api_kye: [] }] },
        at: ['/paths/~1queues/get/security/0/api_kye'],
      },
    ],
    good: [{ definition: { '/paths/~1queues/get/security': [{ api_key: [] }] }, at: [] }],
  },
  check({ definition }, report) {
    const { securityDefinitions = {} } = definition;
    const names = Object.keys(securityDefinitions).slice(0, 50);
    const look = (security: readonly SecurityRequirement[] | undefined, pointer: string) =>
      security?.forEach((requirement, index) => {
        for (const name of Object.keys(requirement)) {
          if (own(securityDefinitions, name) !== undefined) continue;
          const message = `The security requirement ${shorten(name)} is no scheme of securityDefinitions.${didYouMean(name, names)}`;
          report(child(`${pointer}/security/${index}`, name), message);
        }
      });
    look(definition.security, '');
    return { operation: having(['security'], ({ security }, { pointer }) => look(security, pointer)) };
  },
};
