import { readJson } from '../core/json-read.js';
import { writeJson } from '../core/json-write.js';
import type { Json } from '../core/json.js';
import { decodeContent } from '../http/content-coding.js';
import { isJsonType, mediaType } from '../http/media-type.js';
import { gatewayError, gatewayRefusals } from './gateway-refusals.js';
import type { EmulatorResponse, Forward } from './message.js';
import { statusName } from '../http/status-name.js';

/** The answer to a call that was forwarded. Headers that belong to one connection are the caller's to leave out. */
export function answerOf({ answerAs }: Pick<Forward, 'answerAs'>, response: EmulatorResponse): EmulatorResponse {
  return answerAs === 'itself' ? response : wrapped(response);
}

/** The answer where the service did not answer in time. */
export function timedOut({ answerAs, timeoutSeconds }: Forward): EmulatorResponse {
  const message = `The service did not answer within ${timeoutSeconds} seconds.`;
  return answerOf({ answerAs }, gatewayError(gatewayRefusals.timedOut, message));
}

/** The answer where the service could not be reached at all; `why` in a few words, such as `ECONNREFUSED`. */
export function unreachable({ answerAs }: Forward, why: string): EmulatorResponse {
  const message = `The service cannot be reached: ${why}.`;
  return answerOf({ answerAs }, gatewayError(gatewayRefusals.noAnswer, message));
}

/** As `dynamicInvoke` hands an answer on. Source: github:Azure/LogicAppsUX, base/connector.ts. */
export function wrapped(given: EmulatorResponse): EmulatorResponse {
  const { statusCode, ...rest } = valueOf(given);
  const response: Json = { statusCode: statusName(statusCode) ?? statusCode, ...rest };
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: writeJson({ response }, { indent: 0 }).trimEnd(),
  };
}

/** An answer as a workflow has it. */
export function valueOf(given: EmulatorResponse): {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Json;
} {
  const { status, headers, body } = withoutCoding(given);
  return { statusCode: status, headers, ...bodyIn(headers['content-type'], body) };
}

/** A service may compress its answer without being asked to: inside of JSON nobody could undo that. */
function withoutCoding(response: EmulatorResponse): EmulatorResponse {
  const { 'content-encoding': coding, ...headers } = response.headers;
  if (coding === undefined) return response;
  const decoded = decodeContent(Buffer.from(response.body), coding);
  return 'text' in decoded ? { ...response, headers, body: decoded.text } : response;
}

/** JSON as a value, a text as it is, anything else in base64: as in the inputs and outputs of a workflow. */
function bodyIn(contentType: string | undefined, body: string | Uint8Array): { readonly body?: Json } {
  if (body.length === 0) return {};
  const type = mediaType(contentType) ?? 'application/octet-stream';
  const bytes = Buffer.from(body);
  if (isJsonType(type)) {
    const { value } = readJson('', bytes.toString());
    return { body: value ?? bytes.toString() };
  }
  if (typeof body === 'string' || type.startsWith('text/')) return { body: bytes.toString() };
  return { body: { '$content-type': type, $content: bytes.toString('base64') } };
}
