import type { Address } from './address.js';
import { apiIdOf, CONNECTION } from './connection-view.js';
import { TIMEOUT_SECONDS } from './dynamic-invoke.js';
import { passed } from './gateway.js';
import { bodyOfMessage, normalCall } from './gateway-call.js';
import { gatewayError, gatewayRefusals } from './gateway-refusals.js';
import { hexOf } from './hex.js';
import type { Emulated, EmulatorRequest, EmulatorWorld, Handled } from './message.js';
import { allOf } from './shelf.js';
import type { EmulatorState, Resource } from './state.js';

const FOLDER = 'apim';

/** Bytes of a request's body. docs: connectors/custom-connectors/faq. */
const MOST_BYTES = 3_182_218;

/** Whether an address is one of the gateway's. */
export function isGateway({ segments }: Address): boolean {
  return segments?.[0] === FOLDER;
}

interface Asked {
  readonly request: EmulatorRequest;
  readonly world: EmulatorWorld;
  readonly address: Address;
}

/** Answers `/apim/<connector>/<connection>/<path of the operation>`; the connection by its hexadecimal digits or its name. */
export function gatewayAnswered(emulated: Emulated, { request, world, address }: Asked): Handled {
  const answer = (response: ReturnType<typeof gatewayError>): Handled => ({ ...emulated, response });
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (!headers['authorization'])
    return answer(gatewayError(gatewayRefusals.noToken, 'The Authorization header is missing.'));
  const bytes = typeof request.body === 'string' ? Buffer.byteLength(request.body) : (request.body?.length ?? 0);
  if (bytes > MOST_BYTES) {
    const message = `The request has ${bytes} bytes, at most ${MOST_BYTES} are allowed.`;
    return answer(gatewayError(gatewayRefusals.tooLarge, message));
  }
  const [, apiHex = '', name = ''] = address.segments ?? [];
  const connection = connectionAt(emulated.state, apiHex, name);
  if (connection === undefined) return answer(gatewayError(gatewayRefusals.notFound, 'Resource not found'));
  const { authorization: _, 'accept-encoding': _encoding, ...rest } = headers;
  const path = `/${address.path.split('/').slice(4).join('/')}`;
  const call = normalCall({
    method: request.method,
    path: address.search === '' ? path : `${path}?${address.search}`,
    headers: rest,
    ...bodyOfMessage(request.body, headers['content-type']),
  });
  const result = passed(emulated, { connection, call, world });
  if (result.response) return { ...result.emulated, response: result.response };
  return {
    ...result.emulated,
    forward: { request: result.request, timeoutSeconds: TIMEOUT_SECONDS, answerAs: 'itself' },
  };
}

function connectionAt(state: EmulatorState, apiHex: string, name: string): Resource | undefined {
  const wanted = name.toLowerCase();
  return [...allOf(state.resources)]
    .map(([, one]) => one)
    .find(
      (one) =>
        one.type === CONNECTION &&
        (one.name.toLowerCase() === wanted || hexOf(one.id) === wanted) &&
        hexOf(apiIdOf(one)) === apiHex.toLowerCase(),
    );
}
