import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isFault } from '../../core/fault.js';
import {
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  proxyPolicy,
  proxyPolicyName,
  type HttpMethods,
  type Pipeline,
  type PipelinePolicy,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { plural } from '../../report/counts.js';

/** A request, complete: it may hold a key, and is never to be shown. */
export interface NetRequest {
  /** Upper case. */
  readonly method: string;
  /** Absolute, `http:` or `https:`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For the whole answer, the body's last byte included. */
  readonly timeoutSeconds: number;
  /** Bytes of the answer's body at most. */
  readonly most?: number;
}

/** The whole answer, its body as it came: a content coding is not undone. */
export interface NetResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** No whole answer came. Its message is the end of a sentence, and names neither the address nor a header. */
export class NetError extends Error {
  readonly kind: 'refused' | 'timed-out' | 'too-large';

  constructor(kind: NetError['kind'], why: string) {
    super(why);
    this.name = 'NetError';
    this.kind = kind;
  }
}

/** Bytes of an answer, where no other limit is given. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A connection for each request: one that is kept may be closed by the other side just when it is used again. */
const agents = { 'http:': new HttpAgent({ keepAlive: false }), 'https:': new HttpsAgent({ keepAlive: false }) };

/** Connections that are kept, for many requests to few hosts: what is lost with one has to be sent again by whoever asks. */
const keepingAgents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };

/** How requests are sent. */
export interface Connecting {
  /** Whether connections are kept and used again. Never for a request that must not be sent twice. */
  readonly isKeeping?: boolean;
}

/** What stands before the network: the proxy that the environment names (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), and nothing else. No redirect is followed, nothing is sent again. */
export function plainPipeline(connecting: Connecting = {}): Pipeline {
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(proxyPolicy());
  pipeline.addPolicy(ownAgent(connecting), { afterPolicies: [proxyPolicyName] });
  return pipeline;
}

/** The same without the proxy: loopback is reached directly. */
export function loopbackPipeline(connecting: Connecting = {}): Pipeline {
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(ownAgent(connecting));
  return pipeline;
}

/** Where no proxy stands between: a policy, because an agent that is there keeps the proxy from being used. */
function ownAgent({ isKeeping = false }: Connecting): PipelinePolicy {
  const ours = isKeeping ? keepingAgents : agents;
  return {
    name: 'ownAgent',
    sendRequest: (request, next) => {
      request.agent ??= ours[request.url.startsWith('http:') ? 'http:' : 'https:'];
      return next(request);
    },
  };
}

const client = createDefaultHttpClient();

/** Sends a request, once. Rejects with a `NetError` where no whole answer comes, and with what a policy of the pipeline throws. */
export async function send(request: NetRequest, pipeline: Pipeline = plainPipeline()): Promise<NetResponse> {
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), request.timeoutSeconds * 1000);
  try {
    return await whole(await begun(request, { pipeline, signal: timer.signal }), request.most ?? MOST_BYTES);
  } catch (error) {
    if (!timer.signal.aborted) throw error;
    throw new NetError('timed-out', `there was no whole answer within ${plural(request.timeoutSeconds, 'second')}`);
  } finally {
    clearTimeout(timeout);
  }
}

/** An answer of which the head is there, and the body comes. */
interface Begun {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: NodeJS.ReadableStream | undefined;
}

/** Sends a request and gives the answer as soon as its head is there. Rejects as `send` does. */
async function begun(
  { method, url, headers, body }: Pick<NetRequest, 'method' | 'url' | 'headers' | 'body'>,
  { pipeline = plainPipeline(), signal }: { readonly pipeline?: Pipeline; readonly signal?: AbortSignal } = {},
): Promise<Begun> {
  const request = createPipelineRequest({
    // a method is a text on the wire; the type lists the usual ones
    method: method as HttpMethods,
    url,
    headers: createHttpHeaders({ ...headers }),
    allowInsecureConnection: url.startsWith('http:'),
    streamResponseStatusCodes: new Set([Number.POSITIVE_INFINITY]),
    ...(body !== undefined && { body }),
    ...(signal && { abortSignal: signal }),
  });
  let response: PipelineResponse;
  try {
    response = await pipeline.sendRequest(client, request);
  } catch (error) {
    throw isOfNetwork(error) ? new NetError('refused', whyOf(error)) : error;
  }
  return { status: response.status, headers: response.headers.toJSON(), body: response.readableStreamBody };
}

async function whole({ status, headers, body }: Begun, most: number): Promise<NetResponse> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body ?? []) {
      chunks.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes > most) throw new NetError('too-large', `the answer has more than ${most} bytes`);
    }
  } catch (error) {
    throw error instanceof NetError ? error : new NetError('refused', whyOf(error));
  }
  return { status, headers, body: Buffer.concat(chunks) };
}

/** What the network did, told from what a policy threw: those of ours and of the credential have no code of the system. */
function isOfNetwork(error: unknown): boolean {
  return (
    !isFault(error) &&
    error instanceof Error &&
    (error.name === 'RestError' || error.name === 'AbortError' || 'code' in error)
  );
}

/** Why there is no answer, for the codes that a user meets. The system's own words may name the address, which may be signed. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  ETIMEDOUT: 'the connection took too long',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  HPE_INVALID_CONSTANT: 'what came back is no HTTP',
  ERR_INVALID_CHAR: 'a header has a character that none may have',
  ERR_INVALID_URL: 'its address is none',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody that this machine trusts',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody that this machine trusts',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody that this machine trusts',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/** Why a connection failed, as the end of a sentence. Names neither the address nor a header. */
export function whyOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (Object.hasOwn(reasons, code)) return `${reasons[code]} (${code})`;
  return code === '' ? 'the connection failed' : `the connection failed (${code})`;
}
