import type { Json } from '../core/json.js';
import type { JsonBody } from './exchange.js';
import { redactJson, type Tally } from './redact.js';

/** A JSON body whose credentials are replaced, and counted in `tally`, when somebody first asks for it without them. */
export function jsonBody(recorded: Json, tally: Tally): JsonBody {
  let redacted: { readonly value: Json } | undefined;
  return {
    kind: 'json',
    recorded,
    get value() {
      redacted ??= { value: redactJson(recorded, tally) };
      return redacted.value;
    },
  };
}
