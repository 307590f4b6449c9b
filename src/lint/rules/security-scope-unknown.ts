import { own } from '../../core/json.js';
import { didYouMean } from '../../core/nearest.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import type { SecurityRequirement, SecurityScheme } from '../../openapi/types.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const securityScopeUnknown: LintRule = {
  code: 'security-scope-unknown',
  severity: 'note',
  certification: 'error',
  summary: 'A security requirement lists scopes of its OAuth scheme, and for any other scheme none.',
  why: 'A scope that the scheme does not have is never asked for; a key has no scopes at all.',
  source: validatorPage,
  published: { files: 0, of: 161 },
  codes: ['OAuthSecurityRequirementValueMustBeScopeName', 'SecurityRequirementMustHaveEmptyValue'],
  examples: {
    bad: [{ definition: { '/security/0/api_key': ['read'] }, at: ['/security/0/api_key/0'] }],
    good: [{ definition: { '/security/0/api_key': [] }, at: [] }],
  },
  check({ definition }, report) {
    const { securityDefinitions = {} } = definition;
    const look = (security: readonly SecurityRequirement[] | undefined, pointer: string) =>
      security?.forEach((requirement, index) => {
        for (const [name, scopes] of Object.entries(requirement)) {
          const scheme = own(securityDefinitions, name);
          if (scheme === undefined) continue;
          scopes.forEach((scope, at) => {
            const problem = problemOf(scope, scheme);
            const list = child(`${pointer}/security/${index}`, name);
            const fix = scheme.type !== 'oauth2' && { set: list, value: [] };
            if (problem !== undefined) report(child(list, at), problem, fix ? { fix } : {});
          });
        }
      });
    look(definition.security, '');
    return { operation: having(['security'], ({ security }, { pointer }) => look(security, pointer)) };
  },
};

function problemOf(scope: string, scheme: SecurityScheme): string | undefined {
  if (scheme.type !== 'oauth2')
    return `The scope ${shorten(scope)} is asked of a scheme of type "${scheme.type}", expected none.`;
  if (own(scheme.scopes, scope) !== undefined) return undefined;
  const near = didYouMean(scope, Object.keys(scheme.scopes).slice(0, 50));
  return `The scope ${shorten(scope)} is none of those of the scheme.${near}`;
}
