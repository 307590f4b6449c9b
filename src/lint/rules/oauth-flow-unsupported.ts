import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { connectionPage } from '../sources.js';

export const oauthFlowUnsupported: LintRule = {
  code: 'oauth-flow-unsupported',
  severity: 'error',
  summary: 'An OAuth 2 scheme has the flow "accessCode" (or "implicit").',
  why: 'A connection signs a person in: custom connectors support neither client credentials ("application") nor passwords.',
  source: connectionPage,
  published: { files: 0, of: 1018 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/securityDefinitions/api_key': oauth2('application') },
        properties: { '/properties/connectionParameters': { token: signIn() } },
        at: ['/securityDefinitions/api_key/flow'],
      },
    ],
    good: [
      {
        definition: {
          '/securityDefinitions/api_key': {
            ...oauth2('accessCode'),
            authorizationUrl: 'https://login.contoso.com/authorize',
          },
        },
        properties: { '/properties/connectionParameters': { token: signIn() } },
        at: [],
      },
    ],
  },
  check({ definition }, report) {
    for (const [name, scheme] of Object.entries(definition.securityDefinitions ?? {})) {
      if (scheme.type !== 'oauth2' || (scheme.flow !== 'application' && scheme.flow !== 'password')) continue;
      const pointer = `${child('/securityDefinitions', name)}/flow`;
      report(
        pointer,
        `The OAuth flow is ${shorten(scheme.flow)}, which connectors do not support, expected "accessCode".`,
      );
    }
    return {};
  },
};

function oauth2(flow: string) {
  return { type: 'oauth2', flow, tokenUrl: 'https://login.contoso.com/token', scopes: {} };
}

function signIn() {
  return { type: 'oauthSetting', oAuthSettings: { identityProvider: 'oauth2', clientId: 'tickets' } };
}
