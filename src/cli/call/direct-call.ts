import { Fault } from '../../core/fault.js';
import { Secret } from '../../core/secret.js';
import { shorten } from '../../core/shorten.js';
import type { Connector } from '../../definition/connector.js';
import { splitUrl } from '../../http/url.js';
import { REDACTED } from '../../http/secret-values.js';
import type { OperationAt } from '../../openapi/walk.js';
import type { PlacedKey } from '../../wire/connection-key.js';
import { requestOf, withKeyRevealed, type WireRequest } from '../../wire/request-of.js';
import { NetError, send, type NetResponse } from '../net/send.js';
import type { World } from '../world.js';
import type { MakeCall } from './make-call.js';

/** What a call goes to, and with what. */
export interface DirectCall {
  readonly connector: Connector;
  readonly at: OperationAt;
  readonly key: PlacedKey | undefined;
  readonly timeoutSeconds: number;
}

/** Makes calls from this machine to the connector's own host, as the platform would make them. */
export function directCall(world: World, { connector, at, key, timeoutSeconds }: DirectCall): MakeCall {
  return async (call) => {
    const request = requestOf(connector, { at, call, key });
    const started = world.now();
    const response = await answerTo(withKeyRevealed(request), timeoutSeconds);
    const { method, url, headers, body = '' } = withKeyRevealed(shown(request));
    return {
      request: { method, url, headers, body: Buffer.from(body) },
      response,
      milliseconds: world.now() - started,
      secrets: key ? secretsOf(key.value.reveal()) : [],
    };
  };
}

/** Throws a `Fault` where nobody can know which host is meant. */
export function checkHost({ name, definition, contract }: Connector): void {
  const isOpen = contract.openHost === true || contract.openBasePath === true;
  if (!isOpen && definition.host !== undefined && definition.host !== '') return;
  const help =
    contract.openBasePath || !isOpen
      ? 'Give --endpoint https://HOST/PATH.'
      : 'Give --resource NAME or --endpoint https://HOST/PATH.';
  throw new Fault('called-wrongly', `${shorten(name)} has no host of its own, so there is nobody to call.`, { help });
}

async function answerTo(request: Omit<WireRequest, 'key'>, timeoutSeconds: number): Promise<NetResponse> {
  try {
    return await send({ ...request, timeoutSeconds });
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    const message = `The call to ${splitUrl(request.url).host ?? 'the service'} failed: ${error.message}.`;
    throw new Fault('service-unreachable', message, { help: helps[error.kind] });
  }
}

const helps: Readonly<Record<NetError['kind'], string>> = {
  refused:
    'See that the address is right, that the server runs, and that the network (HTTPS_PROXY, NO_PROXY) lets it through.',
  'timed-out': 'Give it more time with --timeout SECONDS.',
  'too-large': 'Ask for less.',
};

/** Words that stand before a key, or before a user name and a password. */
const SCHEME = /^(?:Bearer|Basic|Token|Api-?Key|Api-Token|SSWS|GenieKey) /i;

function shown({ key, ...request }: WireRequest): WireRequest {
  if (key === undefined) return request;
  const scheme = SCHEME.exec(key.value.reveal())?.[0] ?? '';
  return { ...request, key: { ...key, value: new Secret(scheme + REDACTED) } };
}

/** The key with its scheme and without, and a password that went in base64. */
function secretsOf(value: string): readonly Secret[] {
  const bare = value.replace(SCHEME, '');
  const pair = value.startsWith('Basic ') ? Buffer.from(bare, 'base64').toString() : '';
  const password = pair.slice(pair.indexOf(':') + 1);
  return [value, bare, pair, password].filter((one) => one !== '').map((one) => new Secret(one));
}
