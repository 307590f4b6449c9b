import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import type { Agent } from 'node:http';
import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import { plainPipeline } from '../net/send.js';

/** The server that requests go on to. */
export interface Upstream {
  /** Scheme, host and port: `https://api.contoso.com`. */
  readonly origin: string;
  readonly protocol: 'http:' | 'https:';
  readonly hostname: string;
  /** Undefined for that of the scheme. */
  readonly port: number | undefined;
  /** What a header `host` says. */
  readonly host: string;
  /** What stands before every path; without an ending slash. */
  readonly basePath: string;
  /** Connects, once for each request; through the proxy that the environment names. */
  readonly agent: Agent;
}

/** The server at an address. Throws a `Fault` where it is none, or has more in it than a host and a path: a key would go into every recording. */
export async function upstreamAt(given: string): Promise<Upstream> {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw wrong(
      `The upstream is ${shorten(given.replace(/\/\/[^/]*@/, '//'))}, expected an address with http or https.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw wrong(
      'The upstream has a user name or a password in its address, expected none: the clients send their own.',
    );
  }
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(given)) {
    throw wrong(
      'The upstream has a query or a fragment, expected a host and a path: the clients send their own query.',
    );
  }
  return {
    origin: url.origin,
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? undefined : Number(url.port),
    host: url.host,
    basePath: url.pathname.replace(/\/+$/, ''),
    agent: await agentFor(url),
  };
}

/** The agent that the pipeline would use, asked for without sending anything. */
async function agentFor(url: URL): Promise<Agent> {
  const { Agent: HttpAgent } = await import('node:http');
  const { Agent: HttpsAgent } = await import('node:https');
  const request = createPipelineRequest({ url: url.href, allowInsecureConnection: true });
  const response = { request, status: 200, headers: createHttpHeaders() };
  await plainPipeline().sendRequest({ sendRequest: async () => response }, request);
  if (request.agent) return request.agent as Agent; // of the proxy, made by the pipeline for Node
  return url.protocol === 'http:' ? new HttpAgent({ keepAlive: false }) : new HttpsAgent({ keepAlive: false });
}

function wrong(message: string): Fault {
  return new Fault('called-wrongly', message, { help: 'Give --upstream https://HOST or https://HOST/PATH.' });
}
