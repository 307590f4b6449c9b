import type { ArmRequest, ArmResponse } from './message.js';

/** How often a request is sent at most. With one of three lost, eight fail one time in 6,500. */
export const MOST_ATTEMPTS = 8;
/** The first wait, where the service names none; each is twice the one before. */
const FIRST_WAIT_MILLISECONDS = 500;
/** The longest wait of our own. */
const LONGEST_WAIT_MILLISECONDS = 30_000;
/** The longest wait that a service may ask for: its limits are by minutes and hours, and nobody waits for an hour. */
const LONGEST_ASKED_MILLISECONDS = 300_000;

/** How a request went. */
export type Sent =
  /** A whole answer; `value` is undefined where it has no body. */
  | { readonly kind: 'answer'; readonly response: ArmResponse; readonly value: unknown }
  /** An answer that is not the JSON that it should be. */
  | { readonly kind: 'garbled'; readonly response: ArmResponse }
  /** No answer: a connection that was refused or lost, a time-out. */
  | { readonly kind: 'lost'; readonly why: string };

/**
 * How many milliseconds to wait before a request is sent again; undefined where it is not.
 * A POST that may have been carried out is not repeated: it is a call of the customer's service, which may cost something.
 */
export function waitBefore(
  sent: Sent,
  { attempt, method, now }: { readonly attempt: number; readonly method: ArmRequest['method']; readonly now: number },
): number | undefined {
  if (attempt >= MOST_ATTEMPTS) return undefined;
  const own = Math.min(FIRST_WAIT_MILLISECONDS * 2 ** (attempt - 1), LONGEST_WAIT_MILLISECONDS);
  if (sent.kind !== 'answer') return method === 'POST' ? undefined : own;
  const { status, headers } = sent.response;
  const isSafe = method !== 'POST' || status === 429 || status === 503;
  if (!isSafe || !(status === 408 || status === 429 || status >= 500)) return undefined;
  if (status === 501) return undefined;
  const asked = retryAfter(headers, now);
  if (asked === undefined) return own;
  return asked > LONGEST_ASKED_MILLISECONDS ? undefined : Math.max(asked, 0);
}

/** RFC 9110 section 10.2.3: seconds, or a date; Azure also has it in milliseconds. */
function retryAfter(headers: ArmResponse['headers'], now: number): number | undefined {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const text = Object.hasOwn(headers, name) ? headers[name] : undefined;
    if (text !== undefined && /^\d{1,9}$/.test(text)) return Number(text);
  }
  const text = Object.hasOwn(headers, 'retry-after') ? headers['retry-after'] : undefined;
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : date - now;
}
