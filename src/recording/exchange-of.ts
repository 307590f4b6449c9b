import type { Body, Exchange } from '../http/exchange.js';
import { decodeContent } from '../http/content-coding.js';
import { jsonBody } from '../http/json-body.js';
import { bytesBody, textBody } from '../http/recorded-body.js';
import { redactHeaders, redactUrl, type Tally } from '../http/redact.js';
import type { RawBody, RawExchange, RawMessage } from './format.js';

/** What an exchange is called, and where its credentials are counted. */
export interface Naming {
  readonly file: string;
  readonly sample: string;
  /** Counts what is replaced; in JSON bodies only when their `value` is first asked for. */
  readonly tally: Tally;
}

/** The exchange that was recorded: bodies decompressed and read, credentials replaced. */
export function exchangeOf({ request, response }: RawExchange, { file, sample, tally }: Naming): Exchange {
  return {
    sample,
    file,
    request: { method: request.method.toUpperCase(), url: redactUrl(request.url, tally), ...messageOf(request, tally) },
    ...(response && { response: { status: response.status, ...messageOf(response, tally) } }),
    pointers: {
      request: request.pointer,
      requestBody: request.body?.at ?? request.pointer,
      response: response?.pointer ?? request.pointer,
      responseBody: response?.body?.at ?? response?.pointer ?? request.pointer,
    },
  };
}

function messageOf({ headers, body }: RawMessage, tally: Tally): Omit<Exchange['request'], 'method' | 'url'> {
  const contentType = headers['content-type'];
  return {
    headers: redactHeaders(headers, tally),
    contentType,
    body: body === undefined ? { kind: 'none' } : bodyOf(body, { contentType, headers, tally }),
  };
}

function bodyOf(
  body: RawBody,
  { contentType, headers, tally }: Pick<RawMessage, 'headers'> & { contentType: string | undefined; tally: Tally },
): Body {
  if ('json' in body) return jsonBody(body.json, tally);
  if ('text' in body) return textBody(body.text, { contentType, clipped: body.clipped ?? false, tally });
  if (body.bytes.length === 0) return { kind: 'none' };
  const decoded = decodeContent(body.bytes, headers['content-encoding']);
  if ('text' in decoded) return textBody(decoded.text, { contentType, tally });
  return bytesBody(body.bytes, { problem: decoded.problem, tally });
}
