import * as http from 'node:http';
import * as https from 'node:https';
import { whyOf } from '../net/send.js';
import { capture, type Room } from './capture.js';
import { byName, endToEnd, readableCodings, type HeaderPair } from './end-to-end.js';
import { passBack } from './pass-back.js';
import type { Pass, Passed } from './pass.js';
import { refuse } from './refuse.js';
import type { Upstream } from './upstream.js';

/** Where requests go on to, and what all of them share. */
export interface Passing {
  readonly upstream: Upstream;
  readonly room: Room;
  /** The port that we listen at ourselves. */
  readonly ownPort: () => number;
}

/** Sends a request on and its answer back, byte for byte as they come, with a copy of both. Never rejects. */
export async function passOn(
  client: http.IncomingMessage,
  answer: http.ServerResponse,
  passing: Passing,
): Promise<Passed> {
  const asked = capture(passing.room);
  const answered = capture(passing.room);
  try {
    return await new Promise<Passed>((done) => pass({ client, answer, asked, answered, done }, passing));
  } catch (error) {
    // what Node reads and will not write
    const message = `The request cannot go on: ${whyOf(error)}.`;
    refuse(answer, 400, { code: 'not-passable', message });
    return { notKept: 'it cannot go on' };
  } finally {
    asked.release();
    answered.release();
  }
}

function pass(taken: Pass, { upstream, ownPort }: Passing): void {
  const { client, answer, asked, done } = taken;
  const headers = requestHeaders(client);
  const path = upstream.basePath + (client.url ?? '/');
  const request = begun(client, upstream, { path, headers });
  request.once('socket', (socket) =>
    socket.once('connect', () => {
      if (socket.remotePort === ownPort() && socket.remoteAddress?.endsWith(LOOPBACK)) request.destroy(LOOP);
    }),
  );
  // once an answer has begun, it tells itself whether it is whole
  request.on('error', (error) => answer.headersSent || failed(error, taken, upstream));
  request.once('response', (response) => {
    const sent = { method: client.method ?? 'GET', url: upstream.origin + path, headers: byName(headers) };
    passBack(response, taken, sent);
  });
  answer.on('error', () => undefined); // the client is gone: its connection is closed, too
  answer.once('close', () => {
    if (answer.writableFinished) return;
    done({ notKept: 'the client went away' });
    request.destroy();
  });
  client.on('data', (chunk: Buffer) => asked.take(chunk));
  client.pipe(request);
}

const LOOPBACK = '127.0.0.1';

/** The upstream is this very server. */
const LOOP = new Error('loop');

function failed(error: Error, { answer, done }: Pass, { host }: Upstream): void {
  const isLoop = error === LOOP;
  const why = isLoop ? 'the upstream is this recorder itself' : whyOf(error);
  done({ notKept: `no answer came: ${why}` });
  const code = isLoop ? 'loop' : 'upstream-unreachable';
  refuse(answer, isLoop ? 508 : 502, { code, message: `No answer came from ${host}: ${why}.` });
}

function begun(
  client: http.IncomingMessage,
  { protocol, hostname, port, agent, host }: Upstream,
  { path, headers }: { readonly path: string; readonly headers: readonly HeaderPair[] },
): http.ClientRequest {
  const { request: ask } = protocol === 'http:' ? http : https;
  // the agent of a proxy looks at the host at once
  const request = ask({ protocol, hostname, port, agent, path, method: client.method, headers: { Host: host } });
  const names = new Map<string, string[]>();
  for (const [name, value] of headers) names.set(name, [...(names.get(name) ?? []), value]);
  for (const [name, values] of names) request.setHeader(name, values);
  // Node gives a body of unknown length no frame where the method usually has none
  if (client.headers['transfer-encoding'] !== undefined) request.setHeader('Transfer-Encoding', 'chunked');
  return request;
}

function requestHeaders({ rawHeaders }: http.IncomingMessage): HeaderPair[] {
  return endToEnd(rawHeaders).flatMap(([name, value]): HeaderPair[] => {
    if (name.toLowerCase() === 'host') return [];
    return [[name, name.toLowerCase() === 'accept-encoding' ? readableCodings(value) : value]];
  });
}
