/** What goes wrong with a request: instead of it, or after it was carried out. */
export type Trouble = (typeof troubles)[number];

const troubles = [
  /** 429 with `Retry-After: 1`. */
  'busy',
  /** 500. */
  'error',
  /** 503. */
  'unavailable',
  /** 200 with a page in HTML, as a proxy sends it. */
  'page',
  /** The connection is cut, and nothing was done. */
  'cut before',
  /** It is done, and the connection is cut. */
  'cut after',
  /** It is done, and half of the answer's body comes. */
  'half',
  /** It is done, and nothing comes until the connection is cut. */
  'hang',
] as const;

/** How often something goes wrong. */
export interface Odds {
  /** Of all requests, 0 to 1. */
  readonly share: number;
  /** The same seed gives the same troubles in the same order. */
  readonly seed: number;
}

/** Throws dice for one request after the other; undefined where nothing goes wrong. */
export function dice({ share, seed }: Odds): () => Trouble | undefined {
  const next = numbers(seed);
  return () => {
    const [isTrouble, which] = [next() < share, next()];
    return isTrouble ? troubles[Math.floor(which * troubles.length)] : undefined;
  };
}

/** Numbers from 0 to below 1 that look like chance: the generator mulberry32 of Tommy Ettinger, in the public domain. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
