import { validateHeaderName, validateHeaderValue, type ServerResponse } from 'node:http';
import { own } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import type { EmulatorResponse } from '../../emulator/message.js';
import type { Trouble } from './dice.js';

/** How long a request that is to hang does. */
const HANG_MILLISECONDS = 3000;

/** Answers with a trouble that comes in place of doing anything; false where the trouble is another, or none. */
export function deliverInstead(to: ServerResponse, trouble: Trouble | undefined): boolean {
  const answer = trouble === undefined ? undefined : own<EmulatorResponse>(instead, trouble);
  if (answer) deliver(to, answer);
  else if (trouble === 'cut before') to.destroy();
  else return false;
  return true;
}

/** Sends an answer whose headers can be sent; where something goes wrong with it, half of it or nothing. */
export function deliver(to: ServerResponse, { status, headers, body }: EmulatorResponse, trouble?: Trouble): void {
  if (trouble === 'cut after') return void to.destroy();
  if (trouble === 'hang') return void setTimeout(() => to.destroy(), HANG_MILLISECONDS);
  const hasBody = status !== 204 && status !== 304;
  const content = bodyOf(body);
  to.writeHead(isStatus(status) ? status : 502, {
    ...headers,
    ...(hasBody && { 'content-length': String(Buffer.byteLength(content)) }),
  });
  if (trouble !== 'half') return void to.end(hasBody ? content : undefined);
  const bytes = Buffer.from(content);
  to.write(bytes.subarray(0, bytes.length / 2), () => to.destroy());
}

/** In UTF-16 code units. A shorter text goes out with the head, in one piece. */
const LARGE = 16_384;
/** The last large body: the definition of one connector, asked for at a thousand places, becomes bytes once. */
let last: { readonly text: string; readonly bytes: Buffer } | undefined;

function bodyOf(body: string | Uint8Array): string | Uint8Array {
  if (typeof body !== 'string' || body.length < LARGE) return body;
  if (last?.text !== body) last = { text: body, bytes: Buffer.from(body) };
  return last.bytes;
}

/** What a recorded answer may have, and the last answer of a request cannot. */
function isStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 200 && status <= 599;
}

/** RFC 9110 section 7.6.1: what belongs to the connection that an answer came on, and not to the answer. */
const ofConnection: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'proxy-connection',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** An answer of a service, or a recorded one, with those of its headers that can be sent again. */
export function sendable({ headers, ...rest }: EmulatorResponse): EmulatorResponse {
  const all = Object.entries(headers);
  const kept = all.filter(([name, value]) => !ofConnection.has(name.toLowerCase()) && isHeader(name, value));
  return { ...rest, headers: Object.fromEntries(kept) };
}

/** What is no header a recording may have all the same. */
function isHeader(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

function error(status: number, code: string, headers: Readonly<Record<string, string>> = {}): EmulatorResponse {
  const message = 'One of the troubles that the emulator was started with (--faults).';
  const body = writeJson({ error: { code, message } }, { indent: 0 }).trimEnd();
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}

const instead = {
  busy: error(429, 'TooManyRequests', { 'retry-after': '1' }),
  error: error(500, 'InternalServerError'),
  unavailable: error(503, 'ServiceUnavailable'),
  page: { status: 200, headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html><title>Sign in</title>' },
} satisfies Partial<Record<Trouble, EmulatorResponse>>;
