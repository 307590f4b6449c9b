import { connect, type Socket } from 'node:net';
import { answerHead, type AnswerHead } from './answer-head.js';
import { NetError, whyOf, type NetRequest, type NetResponse } from './send.js';

/** A connection, and the answer that it waits for. */
interface Line {
  readonly socket: Socket;
  /** Whether it is used again. */
  readonly isKept: boolean;
  waiting: Waiting | undefined;
}

interface Waiting {
  readonly parts: Buffer[];
  bytes: number;
  head: AnswerHead | undefined;
  readonly done: (response: NetResponse) => void;
  readonly failed: (error: Error) => void;
}

/**
 * Sends requests to one server on loopback over connections that are kept. The server is our own (`net/listen.ts`), which says of each
 * answer how long it is, so that all of HTTP/1.1 that is needed is here: Node's own client takes four times as long for a request.
 * Rejects with a `NetError` where no whole answer comes.
 */
export function keptLines(origin: string): (request: NetRequest) => Promise<NetResponse> {
  const { hostname, port, host } = new URL(origin);
  const free: Line[] = [];
  const open = (isKept: boolean): Line => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const line: Line = { socket, isKept, waiting: undefined };
    socket.on('data', (part) => heard(line, part, free));
    socket.on('error', (error) => lost(line, new NetError('refused', whyOf(error))));
    socket.on('close', () => {
      const at = free.indexOf(line);
      if (at >= 0) free.splice(at, 1);
      lost(line, new NetError('refused', 'the connection was cut'));
    });
    return line;
  };
  return (request) =>
    new Promise((resolve, reject) => {
      const isKept = request.method !== 'POST'; // one that is lost is not sent again
      const line = (isKept ? free.pop() : undefined) ?? open(isKept);
      const { timeoutSeconds } = request;
      const why = `there was no whole answer within ${timeoutSeconds} seconds`;
      const timer = setTimeout(() => lost(line, new NetError('timed-out', why)), timeoutSeconds * 1000);
      const settled =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(timer);
          settle(value);
        };
      line.waiting = { parts: [], bytes: 0, head: undefined, done: settled(resolve), failed: settled(reject) };
      line.socket.ref();
      write(line.socket, host, request);
    });
}

function lost(line: Line, error: Error): void {
  const { waiting } = line;
  line.waiting = undefined;
  line.socket.destroy();
  waiting?.failed(error);
}

function heard(line: Line, part: Buffer, free: Line[]): void {
  const { waiting } = line;
  if (waiting === undefined) return void line.socket.destroy(); // nobody asked
  waiting.parts.push(part);
  waiting.bytes += part.length;
  try {
    waiting.head ??= answerHead(waiting.parts.length === 1 ? part : Buffer.concat(waiting.parts));
  } catch (error) {
    return lost(line, error instanceof Error ? error : new Error(String(error)));
  }
  const { head } = waiting;
  if (head === undefined || waiting.bytes < head.headBytes + head.bodyBytes) return;
  line.waiting = undefined;
  if (line.isKept && head.headers['connection'] !== 'close') {
    line.socket.unref(); // nobody waits for it: the process may end
    free.push(line);
  } else line.socket.destroy();
  const { status, headers, headBytes } = head;
  const all = waiting.parts.length === 1 ? part : Buffer.concat(waiting.parts);
  waiting.done({ status, headers, body: all.subarray(headBytes, headBytes + head.bodyBytes) });
}

function write(socket: Socket, host: string, { method, url, headers, body }: NetRequest): void {
  const { pathname, search } = new URL(url);
  const content = body === undefined ? undefined : bytesOf(body);
  const length = content === undefined ? '' : `content-length: ${content.length}\r\n`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${method} ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}${length}\r\n`;
  if (content) socket.cork();
  socket.write(head, 'latin1');
  if (content === undefined) return;
  socket.write(content);
  socket.uncork();
}

/** In UTF-16 code units: what holds a key is shorter, and not kept. */
const LARGE = 16_384;
/** The last large body as bytes: the definition of one connector goes to a thousand places. */
let last: { readonly text: string; readonly bytes: Buffer } | undefined;

function bytesOf(body: string | Uint8Array): Uint8Array {
  if (typeof body !== 'string') return body;
  if (body.length < LARGE) return Buffer.from(body);
  if (last?.text !== body) last = { text: body, bytes: Buffer.from(body) };
  return last.bytes;
}
