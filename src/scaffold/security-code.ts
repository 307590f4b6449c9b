import { apiKey, basic, oauth2, type Security } from '../build/security.js';
import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { Connector } from '../definition/connector.js';
import type { SecurityScheme } from '../openapi/types.js';
import { members } from './code.js';
import { connectionParameter } from './connection-shapes.js';
import { built, gapOf, literal, optional, record, type Made } from './made.js';

/** The security of a connector as code: `none` where there is not exactly one scheme. What it does not say, the connector's own code does. */
export function securityCode({ definition, properties, contract }: Connector): Made {
  const [entry, ...more] = Object.entries(definition.securityDefinitions ?? {});
  if (entry === undefined || more.length > 0) return literal('none');
  const [name, scheme] = entry;
  const scopes = definition.security?.[0] && own(definition.security[0], name);
  const asked = own(properties.properties as JsonObject, 'connectionParameters'); // read: JSON
  const connectionParameters = askedFor(scheme, asked);
  const wanted = {
    name,
    scheme: scheme as unknown as Json, // read: JSON
    scopes: scopes ?? [],
    connectionParameters,
    ...(contract.keyPrefix !== undefined && { keyPrefix: contract.keyPrefix }),
  };
  const made = schemeCode(scheme, connectionParameters, contract.keyPrefix);
  const gap = made ? gapOf(made.value as JsonObject, wanted) : []; // plain data
  if (made === undefined || gap.length > 2) return literal(wanted);
  if (gap.length === 0) return made;
  const more2 = record(gap);
  if (more2.code.kind !== 'members') return literal(wanted);
  return {
    code: members([{ value: made.code }, ...more2.code.members]),
    value: { ...(made.value as object), ...(more2.value as object) }, // both are objects
  };
}

/** The names under which connections ask for what a scheme needs. */
const names = { apiKey: ['api_key'], basic: ['username', 'password'], oauth2: ['token'] };

/** Those of a scheme, as far as the types of the builders know them. */
function askedFor({ type }: SecurityScheme, asked: Json | undefined): JsonObject {
  if (!isObject(asked)) return {};
  const found = Object.entries(asked).filter(([name, each]) => names[type].includes(name) && connectionParameter(each));
  return Object.fromEntries(found);
}

function schemeCode(scheme: SecurityScheme, asked: JsonObject, prefix: string | undefined): Made | undefined {
  if (scheme.type === 'basic') {
    const options = optional([
      ['username', fieldCode(own(asked, 'username'))],
      ['password', fieldCode(own(asked, 'password'))],
    ]);
    return built('basic', basic, options);
  }
  if (scheme.type === 'apiKey') {
    const place = [
      ['in', literal(scheme.in)],
      ['name', literal(scheme.name)],
      ['prefix', prefix === undefined ? undefined : literal(prefix)],
    ] as const;
    return built('apiKey', apiKey, optional([...place, ...fieldOptions(own(asked, 'api_key'))]));
  }
  return scheme.flow === 'accessCode' ? oauthCode(scheme, own(asked, 'token')) : undefined;
}

type AccessCode = Extract<SecurityScheme, { readonly flow: 'accessCode' }>;

function oauthCode(scheme: AccessCode, token: Json | undefined): Made | undefined {
  const settings = isObject(token) ? own(token, 'oAuthSettings') : undefined;
  if (!isObject(settings) || typeof settings['clientId'] !== 'string') return undefined;
  const { authorizationUrl, tokenUrl, scopes } = scheme;
  const base = { authorizationUrl, tokenUrl, scopes, clientId: settings['clientId'] };
  const refreshUrl = refreshOf(settings);
  const given = { ...base, ...(refreshUrl !== undefined && refreshUrl !== tokenUrl && { refreshUrl }) };
  const plain = (oauth2(given) as Security).connectionParameters['token']?.oAuthSettings;
  const gap = gapOf((plain ?? {}) as JsonObject, settings); // plain data
  const isMore = gap.every(([, each]) => each.value !== undefined);
  if (!isMore) return undefined;
  const options = Object.entries(given).map(([key, each]) => [key, literal(each)] as const);
  return built('oauth2', oauth2, record([...options, ...(gap.length > 0 ? [['settings', record(gap)] as const] : [])]));
}

function refreshOf(settings: JsonObject): string | undefined {
  const parameters = own(settings, 'customParameters');
  const refresh = isObject(parameters) ? (own(parameters, 'refreshUrl') ?? own(parameters, 'refreshURL')) : undefined;
  const url = isObject(refresh) ? own(refresh, 'value') : undefined;
  return typeof url === 'string' ? url : undefined;
}

function fieldCode(asked: Json | undefined): Made | undefined {
  return optional(fieldOptions(asked));
}

/** The words of a field of the connection's form. */
function fieldOptions(asked: Json | undefined) {
  const shown = isObject(asked) ? own(asked, 'uiDefinition') : undefined;
  if (!isObject(shown)) return [];
  const texts = [
    ['title', shown['displayName']],
    ['description', shown['description']],
    ['tooltip', shown['tooltip'] === shown['description'] ? undefined : shown['tooltip']],
  ] as const;
  return texts.map(([key, value]) => [key, typeof value === 'string' ? literal(value) : undefined] as const);
}
