import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { isSecretField, isSecretParameter } from './secret-names.js';
import { isSuspicious, replaceSecrets } from './secret-patterns.js';

/** What stands where a credential stood. */
const REDACTED = 'REDACTED';

/** How many credentials were replaced. The functions of this file count up the one that they are given. */
export interface Tally {
  redactions: number;
}

/** Schemes of the IANA registry and of Azure that stand before a credential. */
const SCHEME =
  /^(?:(?:Bearer|Basic|Digest|Negotiate|NTLM|DPoP|OAuth|ApiKey|Api-Key|Token|Key|SharedKey|SharedKeyLite|SharedAccessSignature|AWS4-HMAC-SHA256)(?:\s+|$))?/i;

/** Replaces the credentials in any text: a body that is not JSON, a message. */
export function redactText(text: string, tally: Tally = { redactions: 0 }): string {
  return replaceSecrets(text, REDACTED, () => {
    tally.redactions += 1;
  });
}

/** Replaces the credentials in a URL or a part of one: `user:password@`, and query parameters such as `key`, `code` and `sig`. */
export function redactUrl(url: string, tally: Tally): string {
  const open = /[?#@]/.test(url)
    ? url
        .replace(/^([a-z][a-z0-9+.-]*:\/\/)([^/?#]+)@/i, (_, scheme: string, user: string) => {
          return `${scheme}${credential(user, tally)}@`;
        })
        .replace(/([?&#][^=&#]+=)([^&#]+)/g, (whole, named: string, value: string) => {
          return isSecretParameter(named.slice(1, -1)) ? named + credential(value, tally) : whole;
        })
    : url;
  return redactText(open, tally);
}

/**
 * Replaces the credentials in headers, their names in any case. The scheme word of an `authorization` stays: `Bearer REDACTED`.
 * Gives the same object where there can be none.
 */
export function redactHeaders(
  headers: Readonly<Record<string, string>>,
  tally: Tally,
): Readonly<Record<string, string>> {
  if (!mayHoldSecret('', headers)) return headers;
  const redacted = Object.entries(headers).map(([name, value]) => [name, redactString(name, value, tally)] as const);
  return Object.fromEntries(redacted);
}

/** Replaces the credentials in a JSON value: texts by their look, fields by their name. Gives the same value where there can be none. */
export function redactJson(value: Json, tally: Tally): Json {
  return mayHoldSecret('', value) ? redactUnder('', value, tally) : value;
}

/** A quick pass without copies or counts, so that the careful one is rarely needed. Holds wherever that one replaces something. */
function mayHoldSecret(name: string, value: Json | undefined): boolean {
  if (typeof value === 'string') return isSecretField(name, value) ? hidden(value) !== value : isSuspicious(value);
  if (typeof value !== 'object' || value === null) return false;
  if (isArray(value)) {
    for (const item of value) if (mayHoldSecret(name, item)) return true;
    return false;
  }
  for (const key in value) {
    if (mayHoldSecret(nameOf(key, value), value[key])) return true;
  }
  return false;
}

function redactUnder(name: string, value: Json, tally: Tally): Json {
  if (typeof value === 'string') return redactString(name, value, tally);
  if (isArray(value)) return value.map((item) => redactUnder(name, item, tally));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, redactUnder(nameOf(key, value), field, tally)]),
  );
}

function redactString(name: string, value: string, tally: Tally): string {
  return isSecretField(name, value) ? credential(value, tally) : redactText(value, tally);
}

/** The name that says what a field holds: its own, or in a list of names and values (headers in a HAR, keys of a storage account) the entry's. */
function nameOf(key: string, object: JsonObject): string {
  if (key !== 'value') return key;
  const label = own(object, 'name') ?? own(object, 'key') ?? own(object, 'keyName');
  return typeof label === 'string' ? label : key;
}

function credential(value: string, tally: Tally): string {
  const after = hidden(value);
  if (after !== value) tally.redactions += 1;
  return after;
}

/** What stands for a credential: its scheme word stays, and so does what is empty or replaced already. */
function hidden(value: string): string {
  const scheme = SCHEME.exec(value)?.[0] ?? '';
  return scheme === value ? value : scheme + REDACTED;
}
