import type { JsonObject } from '../core/json.js';
import type { OAuth2 } from '../openapi/types.js';
import { topSecurity } from '../wire/connection-key.js';
import type { Exported } from './exported.js';

/** How the requests of a collection prove who calls, and the variables that are to be filled in. */
export interface PostmanAuth {
  readonly auth: JsonObject;
  readonly secrets: readonly string[];
}

/** The kinds of OAuth 2.0 in the words of Postman. */
const grants = {
  accessCode: 'authorization_code',
  implicit: 'implicit',
  password: 'password_credentials',
  application: 'client_credentials',
} as const;

/** What the definition says of security, as Postman has it. */
export function postmanAuth({ connector, inputs }: Exported): PostmanAuth {
  const scheme = topSecurity(connector.definition);
  if (scheme === undefined) return { auth: { type: 'noauth' }, secrets: [] };
  if (scheme.type === 'basic') {
    const auth = of('basic', [
      ['username', '{{username}}'],
      ['password', '{{password}}'],
    ]);
    return { auth, secrets: ['username', 'password'] };
  }
  if (scheme.type === 'oauth2') return oauth(scheme);
  const prefix = inputs.given.find((one) => one.prefix !== undefined)?.prefix ?? '';
  if (prefix.toLowerCase() === 'bearer ' && scheme.in === 'header' && scheme.name.toLowerCase() === 'authorization') {
    return { auth: of('bearer', [['token', '{{apiKey}}']]), secrets: ['apiKey'] };
  }
  const auth = of('apikey', [
    ['key', scheme.name],
    ['value', `${prefix}{{apiKey}}`],
    ['in', scheme.in],
  ]);
  return { auth, secrets: ['apiKey'] };
}

function oauth(scheme: OAuth2): PostmanAuth {
  const auth = of('oauth2', [
    ['addTokenTo', 'header'],
    ['grant_type', grants[scheme.flow]],
    ...('authorizationUrl' in scheme ? [['authUrl', scheme.authorizationUrl] as const] : []),
    ...('tokenUrl' in scheme ? [['accessTokenUrl', scheme.tokenUrl] as const] : []),
    ['scope', Object.keys(scheme.scopes ?? {}).join(' ')],
    ['clientId', '{{clientId}}'],
    ['clientSecret', '{{clientSecret}}'],
  ]);
  return { auth, secrets: ['clientId', 'clientSecret'] };
}

function of(type: string, values: readonly (readonly [key: string, value: string])[]): JsonObject {
  return { type, [type]: values.map(([key, value]) => ({ key, value, type: 'string' })) };
}
