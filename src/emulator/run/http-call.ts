import type { Call } from '../../engine/effects.js';
import {
  canonicalOf,
  canonicalOfRecorded,
  isPathOf,
  type CanonicalRequest,
} from '../../engine/outgoing/canonical-request.js';
import { plainRequest } from '../../engine/outgoing/plain-request.js';
import type { Exchange } from '../../http/exchange.js';
import type { Passed } from '../gateway.js';
import type { Emulated, EmulatorWorld } from '../message.js';
import { answerOfRecorded } from '../replay.js';

/** What answers an HTTP action: a recorded answer to an equal request, else to one with the same method and path; the server that stands in for all; undefined where neither is there. */
export function httpAnswer(
  emulated: Emulated,
  { call, world }: { readonly call: Call; readonly world: EmulatorWorld },
): Passed | undefined {
  const { exchanges, upstream } = world;
  if (exchanges) return replayed(emulated, exchanges, call);
  return upstream === undefined ? undefined : { emulated, request: plainRequest(call, upstream) };
}

function replayed(emulated: Emulated, exchanges: readonly Exchange[], call: Call): Passed | undefined {
  const request = plainRequest(call);
  const [exact, redacted] = [canonicalOf(request), canonicalOf(request, true)];
  const samePath = keyed(exchanges).filter(
    ({ exchange, canonical }) => exchange.request.method === request.method && isPathOf(canonical.path, exact.path),
  );
  const equal = samePath.filter(({ canonical: { key } }) => key === exact.key || key === redacted.key);
  const candidates = (equal.length > 0 ? equal : samePath).map(({ exchange }) => exchange);
  const chosen = candidates.find((one) => !emulated.memory.replayed.has(one)) ?? candidates.at(-1);
  if (chosen?.response === undefined) return undefined;
  const memory = { ...emulated.memory, replayed: new Set([...emulated.memory.replayed, chosen]) };
  return { emulated: { ...emulated, memory }, response: answerOfRecorded(chosen.response) };
}

interface Keyed {
  readonly exchange: Exchange;
  readonly canonical: CanonicalRequest;
}

/** For each list of exchanges, made once. */
const known = new WeakMap<readonly Exchange[], readonly Keyed[]>();

function keyed(exchanges: readonly Exchange[]): readonly Keyed[] {
  const all =
    known.get(exchanges) ??
    exchanges
      .filter(({ response }) => response !== undefined)
      .map((exchange) => ({ exchange, canonical: canonicalOfRecorded(exchange.request) }));
  known.set(exchanges, all);
  return all;
}
