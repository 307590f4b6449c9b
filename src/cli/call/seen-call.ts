import { invariant } from '../../core/fault.js';
import type { Exchange } from '../../http/exchange.js';
import { exchangeOnWire } from '../net/wire-exchange.js';
import type { Answered } from './make-call.js';

/** An exchange that was answered. */
export type WholeExchange = Exchange & Pick<Required<Exchange>, 'response'>;

/** A call as it may be seen: credentials replaced, bodies read. It is called by its operation, and stands in no file. */
export function seenCall(
  { request, response, secrets, milliseconds }: Answered,
  operation: string,
): { readonly exchange: WholeExchange; readonly milliseconds: number } {
  const tally = { redactions: 0 };
  const seeing = { file: '', sample: operation, secrets, tally };
  const { response: seen, ...exchange } = exchangeOnWire({ request, response }, seeing);
  invariant(seen !== undefined, 'a call that was answered has an answer');
  return { exchange: { ...exchange, response: seen }, milliseconds };
}
