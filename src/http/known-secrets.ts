import { isArray, isObject, type Json } from '../core/json.js';
import type { Secret } from '../core/secret.js';
import type { Tally } from './redact.js';
import { REDACTED } from './secret-values.js';

/** Replaces secrets that are known by their value, wherever a text has them. */
export interface Hider {
  text(text: string): string;
  /** Texts, names of fields and numbers. */
  json(value: Json): Json;
}

/**
 * What replaces these secrets, and counts how often it does: as they are, and as they stand in JSON, in an address, in base64 and in hexadecimal digits.
 * For what a service says back: it knows nothing of the look or the place of a secret.
 */
export function hider(secrets: readonly Secret[], tally: Tally = { redactions: 0 }): Hider {
  const forms = [...new Set(secrets.flatMap((secret) => formsOf(secret.reveal())))];
  const longestFirst = forms.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(escaped).join('|') || '(?!)', 'giu');
  const text = (given: string) =>
    given.replace(pattern, () => {
      tally.redactions += 1;
      return REDACTED;
    });
  const hasNumbers = longestFirst.some((form) => /^[\d.]+$/.test(form));
  const json = (value: Json): Json => {
    if (typeof value === 'string') return text(value);
    if (hasNumbers && (typeof value === 'number' || typeof value === 'bigint')) {
      const hidden = text(String(value));
      return hidden === String(value) ? value : hidden;
    }
    if (isArray(value)) return value.map(json);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [text(name), json(field)]));
  };
  return { text, json };
}

/** Shorter ones, in characters, stand in any text by chance. */
const SHORTEST = 4;
const SHORTEST_ENCODED = 8;

function formsOf(value: string): string[] {
  if (value.length < SHORTEST) return [];
  const bytes = Buffer.from(value);
  const inJson = JSON.stringify(value).slice(1, -1);
  const encoded = [JSON.stringify(inJson).slice(1, -1), bytes.toString('hex'), ...base64Forms(bytes)];
  const inAddress = encodeURIComponent(bytes.toString());
  return [value, inJson, inAddress, ...encoded.filter(({ length }) => length >= SHORTEST_ENCODED)];
}

/**
 * The bytes in base64, and the characters that stand for them alone, wherever they begin among the bytes around them: RFC 4648 section 4,
 * three bytes are four characters of six bits. In both alphabets.
 */
function base64Forms(bytes: Uint8Array): string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const [from, to] = [Math.ceil((before * 8) / 6), Math.floor((whole.length * 8) / 6)];
    return (['base64', 'base64url'] as const).flatMap((alphabet) => {
      const text = whole.toString(alphabet);
      return before === 0 ? [text, text.slice(from, to)] : [text.slice(from, to)];
    });
  });
}

function escaped(text: string): string {
  return text.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
}
