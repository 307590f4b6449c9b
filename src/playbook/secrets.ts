import type { Call } from '../engine/effects.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { isSecretField, isSecretName, isSecretParameter } from '../http/secret-names.js';
import { isPlaceholder } from '../http/secret-values.js';
import { splitUrl } from '../http/url.js';
import type { Playbook } from './playbook.js';

/** A secret that a run was given or sent, and what it is. Never to be printed. */
export interface KnownSecret {
  readonly value: string;
  /** `header "api-key" of "HTTP"`. */
  readonly what: string;
}

/** Shorter ones, in characters, stand in any text by chance. */
const SHORTEST = 4;

/** Words that stand before a credential. */
const SCHEME = /^(?:Bearer|Basic|Token|Api-?Key|SharedKey|SharedAccessSignature)\s+/i;

/** The secrets among the parameters: those of a secure type, and those that are called as secrets are. */
export function secretParameters({ workflow }: Playbook, values: JsonObject): readonly KnownSecret[] {
  const declared = own(workflow.definition, 'parameters');
  return Object.entries(values).flatMap(([name, value]) => {
    const parameter = isObject(declared) ? own(declared, name) : undefined;
    const type = isObject(parameter) ? own(parameter, 'type') : undefined;
    const isSecure = typeof type === 'string' && /^secure/i.test(type);
    const isCalledSo = typeof value === 'string' && isSecretField(name, value);
    if (!isSecure && !isCalledSo) return [];
    return textsIn(value).map((text) => ({ value: text, what: `parameter "${name}"` }));
  });
}

/** The credentials that a call carries: in its headers, its queries, its authentication. */
export function secretsOfCall({ action, uri, headers, queries, authentication = {} }: Call): readonly KnownSecret[] {
  const of = (place: string, name: string, value: Json) =>
    textsIn(value).map((text) => ({ value: text, what: `${place} "${name}" of "${action}"` }));
  return [
    ...Object.entries(headers).flatMap(([name, value]) => (isSecretName(name) ? of('header', name, value) : [])),
    ...Object.entries(queries).flatMap(([name, value]) => (isSecretParameter(name) ? of('query', name, value) : [])),
    ...queriesIn(uri).flatMap(([name, value]) => (isSecretParameter(name) ? of('query', name, value) : [])),
    ...Object.entries(authentication).flatMap(([name, value]) =>
      authenticationSecrets.has(name) ? of('authentication', name, value) : [],
    ),
  ];
}

/** The queries that the path of a connector's action has in itself. */
function queriesIn(uri: string): ReturnType<typeof splitUrl>['query'] {
  return uri.includes('?') ? splitUrl(uri).query : [];
}

/** Of all kinds of authentication of an HTTP action. Source: "Add authentication", learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app. */
const authenticationSecrets: ReadonlySet<string> = new Set(['password', 'secret', 'pfx', 'value']);

function textsIn(value: Json): string[] {
  if (typeof value === 'string') {
    const bare = value.replace(SCHEME, '').trim();
    return bare.length < SHORTEST || isPlaceholder(bare) ? [] : [bare];
  }
  if (isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** How many secrets are looked for by their value: others are known by their place. */
const MOST_SECRETS = 200;

/** Each secret once. */
export function distinctSecrets(all: readonly KnownSecret[]): readonly KnownSecret[] {
  const byValue = new Map<string, KnownSecret>();
  for (const one of all) if (byValue.size < MOST_SECRETS && !byValue.has(one.value)) byValue.set(one.value, one);
  return [...byValue.values()];
}
