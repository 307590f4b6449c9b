import type { Json } from '../core/json.js';
import type { JsonBody } from './exchange.js';
import { redactJson, type Tally } from './redact.js';

/** A JSON body whose credentials are replaced, and counted in `tally`, when somebody first asks for it without them. */
export function jsonBody(recorded: Json, tally: Tally): JsonBody {
  return new RecordedJson(recorded, tally);
}

/** A class, because a getter in an object literal is defined anew for each of thousands. */
class RecordedJson implements JsonBody {
  readonly kind = 'json';
  private redacted: { readonly value: Json } | undefined;
  constructor(
    readonly recorded: Json,
    private readonly tally: Tally,
  ) {}
  get value(): Json {
    this.redacted ??= { value: redactJson(this.recorded, this.tally) };
    return this.redacted.value;
  }
}
