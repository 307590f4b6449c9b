import type { Json } from '../core/json.js';
import type { JsonBody } from './exchange.js';
import { redactJson } from './redact.js';

/** A JSON body whose credentials are replaced when somebody asks for it without them. */
export function jsonBody(recorded: Json): JsonBody {
  let redacted: { readonly value: Json } | undefined;
  return {
    kind: 'json',
    recorded,
    get value() {
      redacted ??= { value: redactJson(recorded, { redactions: 0 }) };
      return redacted.value;
    },
  };
}
