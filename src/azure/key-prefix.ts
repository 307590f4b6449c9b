import { own } from '../core/json.js';
import { Secret } from '../core/secret.js';
import type { Connector } from '../definition/connector.js';
import { topSecurity } from '../wire/connection-key.js';

/** What stands for the key: `<key>`, `{key}`, `[key]`, `YOUR_API_KEY`, `****`. */
const PLACEHOLDER = String.raw`(?:[<{[][^<>{}[\]\n]{1,60}[>}\]]|(?:your|YOUR)[_ -]?[A-Za-z]|[*]{3})`;

/**
 * A scheme and what stands for the key behind it, in the words of the connection's form: `Bearer <key>`; in quotes also any one word,
 * and schemes that are words of the language: `'Token your_token'`. Where nothing says it for sure, nothing is put before a key.
 * Measured: 146 published connectors have a key in Authorization, 70 name the word before it.
 */
const SAID = [
  new RegExp(String.raw`\b(Bearer|SSWS|GenieKey)\s{1,3}${PLACEHOLDER}`),
  new RegExp(
    String.raw`['"](Bearer|Token|ApiKey|Api-Key|Api-Token)\s{1,3}(?:${PLACEHOLDER}|(?!token\b)[\w$-]{3,60}['"])`,
  ),
];

/** Of a text of the form only this much is looked at, in UTF-16 code units. */
const MOST_LOOKED_AT = 2000;

/** What stands before the key in its header, with the space: `Bearer `. What `contract.json` declares, else what the words of the form say; undefined where neither does, or the key goes elsewhere. */
export function keyPrefix({ definition, properties, contract }: Connector, parameter: string): string | undefined {
  const scheme = topSecurity(definition);
  if (scheme?.type !== 'apiKey' || scheme.in !== 'header') return undefined;
  const isStandard = scheme.name.toLowerCase() === 'authorization';
  if (contract.keyPrefix !== undefined && (isStandard || !contract.openKeyHeader)) return contract.keyPrefix;
  if (!isStandard) return undefined;
  const form = own(properties.properties.connectionParameters ?? {}, parameter)?.uiDefinition;
  const words = [form?.description, form?.tooltip, form?.displayName].filter((one) => typeof one === 'string');
  const all = words.flatMap((text) => SAID.map((pattern) => pattern.exec(text.slice(0, MOST_LOOKED_AT))?.[1]));
  const found = all.find((one) => one !== undefined);
  return found === undefined ? undefined : `${found} `;
}

/** The key with its prefix. One that has it already, in any case, stays as it is; white space around a key is no part of it. */
export function withPrefix(key: Secret, prefix: string | undefined): Secret {
  const value = key.reveal().trim();
  const isThere = prefix === undefined || value.toLowerCase().startsWith(prefix.toLowerCase());
  return new Secret(isThere ? value : prefix + value);
}
