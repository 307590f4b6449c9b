import { Fault, invariant, isFault } from '../../core/fault.js';
import { Secret } from '../../core/secret.js';
import type { Reply } from '../../engine/effects.js';
import { isSecretName } from '../../http/secret-names.js';
import { splitUrl } from '../../http/url.js';
import { responseOf } from '../../playbook/recorded.js';
import type { Asked, Upstream } from '../../playbook/setup.js';
import { withKeyRevealed, type WireRequest } from '../../wire/request-of.js';
import { keyInPlace } from '../call/connection.js';
import type { WholeExchange } from '../call/seen-call.js';
import { NetError, send, type NetResponse } from '../net/send.js';
import { exchangeOnWire } from '../net/wire-exchange.js';

/** learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config: the time limit of a synchronous call. */
const TIMEOUT_SECONDS = 120;

/** What asks a server, and what went wrong while it did. */
export interface Asking {
  readonly upstream: Upstream;
  /** Why a call could not be made: the first time; nothing is asked after it. */
  fault(): Fault | undefined;
  /** What the answers may repeat, and nobody may see. */
  readonly secrets: readonly Secret[];
}

/** How a server is asked. */
export interface AskOptions {
  readonly url: string;
  readonly key: Secret | undefined;
  /** Is given each exchange, credentials replaced. */
  readonly keep: ((exchange: WholeExchange) => void) | undefined;
}

/** Asks a server for what nobody else answers. That it could not be reached is a fault, and no matter of the playbook; that it took too long is. */
export function askUpstream({ url, key, keep }: AskOptions): Asking {
  let fault: Fault | undefined;
  const ask = async (asked: Asked): Promise<Reply> => {
    if (fault) return failed(fault);
    try {
      const { response, exchange } = await answerTo(asked, key);
      if (response === undefined) return tooLate;
      keep?.(exchange);
      return responseOf(exchange.response);
    } catch (error) {
      if (!isFault(error)) throw error;
      fault = error;
      return failed(error);
    }
  };
  return { upstream: { url, ask }, fault: () => fault, secrets: key ? [key] : [] };
}

const failed = ({ message }: Fault): Reply => ({ failure: { code: 'ServiceUnavailable', message } });

/** The words of the service for an answer that did not come in time, seen in forums. */
const tooLate: Reply = {
  failure: { code: 'BadRequest', message: 'Http request failed: the server did not respond within the timeout limit.' },
};

type Given =
  | { readonly response: NetResponse; readonly exchange: WholeExchange }
  | { readonly response: undefined; readonly exchange?: never };

async function answerTo({ action, request, on }: Asked, key: Secret | undefined): Promise<Given> {
  const placed = on ? keyInPlace(on.connected.connector, on.at, key) : undefined;
  const wire = placed ? withKeyRevealed({ ...request, key: placed }) : withOwnKey(request, key, on !== undefined);
  const response = await sent(wire);
  if (response === undefined) return { response };
  const { method, url, headers, body = '' } = wire;
  const secrets = key ? [key, ...(placed ? [placed.value] : [])] : [];
  const { response: seen, ...exchange } = exchangeOnWire(
    { request: { method, url, headers, body: Buffer.from(body) }, response },
    { file: '', sample: action, secrets, tally: { redactions: 0 } },
  );
  invariant(seen !== undefined, 'a call that was answered has an answer');
  return { response, exchange: { ...exchange, response: seen } };
}

/** Undefined where the answer took too long. */
async function sent(request: Omit<WireRequest, 'key'>): Promise<NetResponse | undefined> {
  try {
    return await send({ ...request, timeoutSeconds: TIMEOUT_SECONDS });
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    if (error.kind === 'timed-out') return undefined;
    const message = `The call to ${splitUrl(request.url).host ?? 'the server'} failed: ${error.message}.`;
    const help = 'See that what --upstream names is right, and that the server runs.';
    throw new Fault('service-unreachable', message, { help });
  }
}

/** A scheme word, which stays. */
const SCHEME = /^(?:Bearer|Basic|Token|Api-?Key)\s+/i;

/** The request with the key in place of the credentials that its headers have, or as a bearer token where it has none. */
function withOwnKey(
  { key: _none, ...request }: WireRequest,
  key: Secret | undefined,
  isKnown: boolean,
): Omit<WireRequest, 'key'> {
  if (key === undefined || isKnown) return request;
  const names = Object.keys(request.headers).filter(isSecretName);
  const replaced = (names.length === 0 ? ['authorization'] : names).map((name) => {
    const scheme = names.length === 0 ? 'Bearer ' : (SCHEME.exec(request.headers[name] ?? '')?.[0] ?? '');
    return [name, scheme + key.reveal()] as const;
  });
  return { ...request, headers: { ...request.headers, ...Object.fromEntries(replaced) } };
}
