import type { IncomingMessage } from 'node:http';
import type { WireExchange } from '../net/wire-exchange.js';
import { byName, endToEnd } from './end-to-end.js';
import type { Pass, Passed } from './pass.js';

/** Sends an answer back as it comes. What is cut off on its way is cut off for the client, too. */
export function passBack(response: IncomingMessage, taken: Pass, sent: Omit<WireExchange['request'], 'body'>): void {
  const { answer, answered, done } = taken;
  const cut = () => {
    done({ notKept: 'the answer was cut off' });
    answer.destroy();
  };
  response.once('error', cut);
  response.once('close', () => response.complete || cut());
  response.on('data', (chunk: Buffer) => answered.take(chunk));
  response.once('end', () => {
    if (!response.complete) return cut();
    if (response.rawTrailers.length > 0) answer.addTrailers(endToEnd(response.rawTrailers).map(([...pair]) => pair));
    answer.end();
    done(wholeOf(response, taken, sent));
  });
  answer.sendDate = false;
  const headers = endToEnd(response.rawHeaders);
  try {
    answer.writeHead(response.statusCode ?? 502, response.statusMessage, headers.flat());
  } catch {
    return cut(); // what Node reads and will not write
  }
  answer.flushHeaders(); // before the first byte of the body: a stream may take its time
  response.pipe(answer, { end: false });
}

/** RFC 9110 section 15: the classes end with 5xx. */
const HIGHEST_STATUS = 599;

function wholeOf(
  response: IncomingMessage,
  { client, asked, answered }: Pass,
  sent: Omit<WireExchange['request'], 'body'>,
): Passed {
  const [requestBody, body] = [asked.bytes(), answered.bytes()];
  if (!client.complete) return { notKept: 'the answer came before the whole request was there' };
  if (requestBody === undefined || body === undefined) return { notKept: 'a body of it is too large to hold' };
  const { statusCode: status = 0, rawHeaders } = response;
  if (status > HIGHEST_STATUS) return { notKept: `${status} is no status` };
  const headers = byName(endToEnd(rawHeaders));
  return { exchange: { request: { ...sent, body: requestBody }, response: { status, headers, body } } };
}
