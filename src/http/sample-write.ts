import { writeJson } from '../core/json-write.js';
import type { Json, JsonObject } from '../core/json.js';
import type { Body, Exchange } from './exchange.js';
import { SAMPLE_FORMAT_VERSION } from './recorded-exchange.js';
import { redactHeaders, redactJson, redactText, redactUrl, type Tally } from './redact.js';

/** What {@link writeSample} writes: an exchange, and where it comes from. */
export interface SampleSource extends Pick<Exchange, 'request' | 'response'> {
  /** What recorded it, from which server and version, how and when. */
  readonly source: Json;
}

/** The text of a sample file that holds one exchange, with its credentials replaced: canonical JSON, which {@link readSample} reads back. */
export function writeSample({ source, request, response }: SampleSource): string {
  const tally: Tally = { redactions: 0 };
  const { method, url } = request;
  return writeJson({
    formatVersion: SAMPLE_FORMAT_VERSION,
    source: redactJson(source, tally),
    request: { method, url: redactUrl(url, tally), ...parts(request, tally) },
    ...(response && { response: { status: response.status, ...parts(response, tally) } }),
  });
}

function parts(message: { headers: Readonly<Record<string, string>>; body: Body }, tally: Tally): JsonObject {
  const { headers, body } = message;
  return {
    ...(Object.keys(headers).length > 0 && { headers: redactHeaders(headers, tally) }),
    ...bodyParts(body, tally),
  };
}

function bodyParts(body: Body, tally: Tally): JsonObject {
  if (body.kind === 'none') return {};
  if (body.kind === 'bytes') return { bodyBase64: body.base64 };
  if (body.kind === 'text') {
    return { body: redactText(body.text, tally), ...(body.clipped && { bodyClipped: true }) };
  }
  const value = redactJson(body.value, tally);
  return value === null || typeof value === 'string' ? { bodyText: JSON.stringify(value) } : { body: value };
}
