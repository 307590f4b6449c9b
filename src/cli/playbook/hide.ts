import { HOLE } from '../../arm/hole.js';
import { isArray, isObject, type Json } from '../../core/json.js';
import type { Secret } from '../../core/secret.js';
import { hider } from '../../http/known-secrets.js';
import { redactJson, redactText } from '../../http/redact.js';

/** Makes what a run holds fit to be printed: no secret in it, and `…` for what only the deployment knows. */
export interface Hide {
  json(value: Json): Json;
  text(text: string): string;
}

/** For what a run holds: secrets are known by their value, their place and their look. */
export function hideIn(secrets: readonly Secret[]): Hide {
  const known = hider(secrets);
  const hasSecrets = secrets.length > 0;
  const tally = { redactions: 0 };
  return {
    json: (value) => {
      const redacted = redactJson(value, tally);
      return withoutHoles(hasSecrets ? known.json(redacted) : redacted);
    },
    text: (text) => (hasSecrets ? known.text(redactText(text)) : redactText(text)).replaceAll(HOLE, '…'),
  };
}

function withoutHoles(value: Json): Json {
  if (typeof value === 'string') return value.includes(HOLE) ? value.replaceAll(HOLE, '…') : value;
  if (isArray(value)) return value.map(withoutHoles);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.replaceAll(HOLE, '…'), withoutHoles(one)]));
}
