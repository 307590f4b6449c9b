import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a server got. */
export interface Got {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server on loopback for one test. */
export interface Served {
  readonly url: string;
  readonly port: number;
  readonly got: Got[];
  close(): Promise<void>;
}

/** Serves on any port that is free. `answer` is asked when the whole request is there. */
export async function serve(answer: (response: ServerResponse, got: Got) => void): Promise<Served> {
  const got: Got[] = [];
  const server = createServer(async (incoming, response) => {
    response.on('error', () => undefined);
    let body = '';
    try {
      for await (const chunk of incoming) body += String(chunk);
    } catch {
      return;
    }
    const { method = '', url = '', headers } = incoming;
    got.push({ method, url, headers, body });
    answer(response, { method, url, headers, body });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    got,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** An answer in JSON. */
export function json(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}) {
  response.sendDate = false;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}

/** What a client saw. */
export interface Seen {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Whether the answer was cut off. */
  readonly isCut: boolean;
}

/** Sends a request as plainly as it can be sent. Rejects where no answer begins. */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Seen> {
  return new Promise((done, failed) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      const end = () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
          isCut: !response.complete,
        });
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', end);
      response.on('end', end);
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
