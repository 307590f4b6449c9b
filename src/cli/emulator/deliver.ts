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

/** Sends an answer; where something goes wrong with it, half of it or nothing. */
export function deliver(to: ServerResponse, { status, headers, body }: EmulatorResponse, trouble?: Trouble): void {
  if (trouble === 'cut after') return void to.destroy();
  if (trouble === 'hang') return void setTimeout(() => to.destroy(), HANG_MILLISECONDS);
  const bytes = Buffer.from(body);
  const hasBody = status !== 204 && status !== 304;
  to.writeHead(isStatus(status) ? status : 502, {
    ...sendable(headers),
    ...(hasBody && { 'content-length': String(bytes.length) }),
  });
  if (trouble !== 'half') to.end(hasBody ? bytes : undefined);
  else to.write(bytes.subarray(0, bytes.length / 2), () => to.destroy());
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

function sendable(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => !ofConnection.has(name.toLowerCase()) && isHeader(name, value)),
  );
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
