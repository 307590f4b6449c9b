import type { IncomingMessage } from 'node:http';
import type { EmulatorRequest } from '../../emulator/message.js';

/** Bytes of a body that are looked at: one more than Azure Resource Manager takes. What is behind them is read and dropped, so that the answer is heard. */
const KEPT_BYTES = 4_194_305;
/** Bytes of a body after which the connection is cut. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A request with its body; undefined where the client went away, or sends without end. */
export async function incoming(message: IncomingMessage): Promise<EmulatorRequest | undefined> {
  const body = await bodyOf(message);
  const { method = 'GET', url = '/' } = message;
  return body && { method, url, headers: headersOf(message), ...(body.length > 0 && { body }) };
}

async function bodyOf(message: IncomingMessage): Promise<Uint8Array | undefined> {
  if (!hasBody(message)) return NOTHING;
  const chunks: Buffer[] = [];
  let kept = 0;
  let bytes = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) return undefined;
      const part = chunk.subarray(0, KEPT_BYTES - kept);
      kept += part.length;
      if (part.length > 0) chunks.push(part);
    }
  } catch {
    return undefined; // the client went away
  }
  return Buffer.concat(chunks);
}

const NOTHING = new Uint8Array();

/** RFC 9112 section 6.3: a request has a body where one of the two says so. Most have none, and nothing is waited for then. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const { 'set-cookie': cookies, ...rest } = headers;
  const texts = rest as Record<string, string>; // Node joins all others that come more than once
  return cookies ? { ...texts, 'set-cookie': cookies.join(', ') } : texts;
}

/** Where the request came to, as `HOST:PORT`; undefined where its name is another: a page in a browser that got its own name to lead here. */
export function hostOf({ headers }: IncomingMessage): string | undefined {
  const { host = '' } = headers;
  return /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/i.test(host) ? host.toLowerCase() : undefined;
}
