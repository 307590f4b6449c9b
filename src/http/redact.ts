import type { Json } from '../core/json.js';
import { credential, redactNamed, redactString, redactValue } from './redact-parts.js';
import { decodedPart } from './secret-encodings.js';
import { isSecretParameter } from './secret-names.js';
import { mayHoldSecret } from './secret-suspicion.js';

/** How many credentials were replaced. The functions of this file count up the one that they are given. */
export interface Tally {
  redactions: number;
}

/** Replaces the credentials in any text: a body of any kind, a message. What is encoded in it is encoded again where something was replaced. */
export function redactText(text: string, tally: Tally = { redactions: 0 }): string {
  return redactString(text, { tally, layer: 0 });
}

/** Replaces the credentials in a URL or a part of one: `user:password@`, and query parameters such as `key`, `code` and `sig`. */
export function redactUrl(url: string, tally: Tally): string {
  if (WORDS_ONLY.test(url)) return url;
  if (!/[?#@;]/.test(url)) return redactText(url, tally);
  const open = url
    .replace(USER_INFO, (_, before: string, user: string) => `${before}${credential('', user, tally)}@`)
    .replace(PARAMETER, (whole, named: string, value: string) => {
      const name = decodedPart(named.slice(1, -1));
      return isSecretParameter(name) ? named + credential(name, value, tally) : whole;
    });
  return redactText(open, tally);
}

/** A host and a path of short words, as most addresses are: no credential is that short. The careful look costs 3 ms before the first is found. */
const WORDS_ONLY = /^(?:https?:\/\/[\w.-]{1,100}(?::\d{1,5})?)?(?:\/(?:[a-z.-]{0,20}|[\w.-]{0,8}))*$/i;
const USER_INFO = /^((?:[a-z][a-z0-9+.-]*:)?\/\/)([^/?#]+)@/i;
/** In the query and the fragment, and behind a semicolon in the path. */
const PARAMETER = /([?&#][^=&#]+=|;[^=&#;/?]+=)([^&#]+)/g;

/** Headers that hold a URL. */
const URL_HEADER = /^(?:(?:content-|operation-)?location|referer|azure-asyncoperation)$/i;

/**
 * Replaces the credentials in headers, their names in any case. The scheme word of an `authorization` stays: `Bearer REDACTED`.
 * Gives the same object where there can be none.
 */
export function redactHeaders(
  headers: Readonly<Record<string, string>>,
  tally: Tally,
): Readonly<Record<string, string>> {
  if (!mayHoldSecret('', headers)) return headers;
  const redacted = Object.entries(headers).map(([name, value]) => {
    const plain = URL_HEADER.test(name) ? redactUrl(value, tally) : redactNamed(name, value, { tally, layer: 0 });
    return [name, plain] as const;
  });
  return Object.fromEntries(redacted);
}

/** Replaces the credentials in a JSON value: texts and the names of fields by their look, fields by their name. Gives the same value where there can be none. */
export function redactJson(value: Json, tally: Tally): Json {
  return mayHoldSecret('', value) ? redactValue('', value, { tally, layer: 0 }) : value;
}
