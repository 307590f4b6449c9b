import type { Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import type { EmulatorResponse } from './message.js';
import { docs, guess, issue, type Source } from './source.js';

/** An error of the gateway. Its shapes are not those of Azure Resource Manager. */
export interface GatewayRefusal {
  readonly status: number;
  readonly when: string;
  readonly source: Source;
}

/** Every error that the gateway answers with. */
export const gatewayRefusals = {
  noToken: {
    status: 401,
    when: 'no Authorization header',
    source: guess('the gateway asks for a token; its answer is not known'),
  },
  noKey: {
    status: 401,
    when: 'the connection has no key, or lost it when the emulator was started anew',
    source: issue('PeterKlapwijk/Microsoft-Logic-Apps#3'),
  },
  notFound: {
    status: 404,
    when: 'no such connection, connector or operation',
    source: issue('Azure/Azure-Sentinel#4082'),
  },
  tooLarge: {
    status: 413,
    when: 'a body above 3,182,218 bytes',
    source: docs('connectors/custom-connectors/faq; the wording is a guess'),
  },
  tooMany: {
    status: 429,
    when: 'more than 500 calls of one connection in a minute',
    source: issue('microsoft/coe-starter-kit#6037; the number: docs, connectors/custom-connectors/faq'),
  },
  noAnswer: {
    status: 502,
    when: 'none of the recorded exchanges belongs to the operation, or the service cannot be reached',
    source: guess('status and wording'),
  },
  timedOut: {
    status: 504,
    when: 'the service did not answer within 120 seconds',
    source: docs('azure/logic-apps/logic-apps-limits-and-configuration; status and wording are guesses'),
  },
} as const satisfies Readonly<Record<string, GatewayRefusal>>;

/** An answer of the gateway itself. */
function gatewayAnswer(status: number, body: Json, headers: Readonly<Record<string, string>> = {}): EmulatorResponse {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: { ...type, ...headers }, body: writeJson(body, { indent: 0 }).trimEnd() };
}

/** An error with a message, in the shape `{ statusCode, message }`. */
export function gatewayError(
  { status }: GatewayRefusal,
  message: string,
  headers?: Readonly<Record<string, string>>,
): EmulatorResponse {
  return gatewayAnswer(status, { statusCode: status, message }, headers);
}

/** The connection has nothing to prove itself with. The shape is that of issue PeterKlapwijk/Microsoft-Logic-Apps#3. */
export function unauthorized(message: string, source: string): EmulatorResponse {
  const { status } = gatewayRefusals.noKey;
  return gatewayAnswer(status, { status, message, error: { message }, source });
}
