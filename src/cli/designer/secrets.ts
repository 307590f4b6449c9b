import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js';
import { redactText } from '../../http/redact.js';
import { isNamedSecret } from '../../lint/secret-texts.js';
import type { Document } from '../../openapi/types.js';

/** The definition with what looks like a secret replaced, so that no card shows one: lint has a finding for each. */
export function withoutSecrets(definition: Document): Document {
  // a document is JSON; only its interfaces lack an index signature
  return hide(definition as unknown as Json, '') as unknown as Document;
}

/** `name` is that of the parameter or property that the value is of. */
function hide(value: Json, name: string): Json {
  if (typeof value === 'string') return redactText(value);
  if (isArray(value)) return value.map((item) => hide(item, name));
  return isObject(value) ? hideIn(value, name) : value;
}

/** What others refer to by its text. */
const kept: ReadonlySet<string> = new Set(['$ref', 'name', 'operationId']);

function hideIn(value: JsonObject, above: string): JsonObject {
  const name = typeof value['name'] === 'string' ? value['name'] : above;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (kept.has(key)) return [key, inner];
      if (key === 'default' && isNamedSecret(name, inner)) return [key, 'REDACTED'];
      return [key, hide(inner, key)];
    }),
  );
}
