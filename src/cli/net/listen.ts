import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Fault } from '../../core/fault.js';

/** Answers a request. What it throws is our bug: the connection is cut. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** How a server listens. */
export interface Listening {
  /** 0 for any that is free. */
  readonly port: number;
  readonly answer: Answer;
  /** For TLS: certificate and key in PEM. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Where what `answer` throws goes. */
  readonly onError: (error: unknown) => void;
}

/** A server that listens. */
export interface Listener {
  readonly port: number;
  /** Without an ending slash. */
  readonly url: string;
  /** Takes no more requests, lets those under way end for so long, and then cuts them off. */
  close(graceMilliseconds: number): Promise<void>;
}

/** The only address that we listen at: nobody but this machine reaches it. */
const LOOPBACK = '127.0.0.1';

/** To whom takes the server for a proxy. RFC 9110 section 9.3.6. */
const NO_TUNNEL = 'HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** Listens on loopback. Throws a `Fault` where the port is taken. */
export async function listen({ port, answer, tls, onError }: Listening): Promise<Listener> {
  const handler = (request: IncomingMessage, response: ServerResponse) => {
    // a connection that is kept alive is idle after its answer, and would keep a server that ends waiting
    response.once('close', () => server.listening || void setImmediate(() => server.closeIdleConnections()));
    void (async () => answer(request, response))().catch((error: unknown) => {
      onError(error);
      response.destroy();
    });
  };
  const server: Server = tls ? createTlsServer(tls, handler) : createServer(handler);
  server.on('connect', (_request, socket) => socket.end(NO_TUNNEL));
  server.requestTimeout = 0; // who waits for a slow client is the client's own affair
  const bound = await new Promise<number>((done, failed) => {
    server.once('error', (error) => failed(notListening(port, error)));
    server.listen(port, LOOPBACK, () => done((server.address() as AddressInfo).port)); // a port, so no path
  });
  return {
    port: bound,
    url: `${tls ? 'https' : 'http'}://${LOOPBACK}:${bound}`,
    close: (grace) => closed(server, grace),
  };
}

function notListening(port: number, error: NodeJS.ErrnoException): Fault {
  const taken = error.code === 'EADDRINUSE';
  const why = taken ? 'another program listens there' : `the system said ${error.code ?? error.message}`;
  return new Fault(taken ? 'called-wrongly' : 'not-readable', `Port ${port} cannot be listened at: ${why}.`, {
    help: 'Give another --port, or none for any that is free.',
  });
}

async function closed(server: Server, grace: number): Promise<void> {
  const ended = new Promise<void>((done) => void server.close(() => done()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), grace);
  await ended;
  clearTimeout(timer);
}
