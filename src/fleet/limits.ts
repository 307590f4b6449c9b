/** What Azure Resource Manager counts apart. */
export type Kind = 'reads' | 'writes' | 'deletes';

/**
 * How many requests of a kind one account may send to one subscription: at once, and then in each second.
 * Source: learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling, "Regional throttling and token bucket algorithm".
 */
const limits: Readonly<Record<Kind, { readonly atOnce: number; readonly perSecond: number }>> = {
  reads: { atOnce: 250, perSecond: 25 },
  writes: { atOnce: 200, perSecond: 10 },
  deletes: { atOnce: 200, perSecond: 10 },
};

/** Time, in milliseconds. */
interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Waits until a request may be sent to a subscription. */
export type Turn = (subscription: string, kind: Kind) => Promise<void>;

/** A bucket for each subscription and kind: what it holds at a time. Below zero, that many are promised already. */
interface Bucket {
  readonly kind: Kind;
  readonly held: number;
  readonly at: number;
}

/** Buckets that are full again are forgotten when there are this many. */
const MOST_BUCKETS = 1000;

/** Keeps the limits of each subscription: who comes too early waits, and keeps its place. */
export function turns({ now, sleep }: Clock): Turn {
  const buckets = new Map<string, Bucket>();
  let most = MOST_BUCKETS;
  return async (subscription, kind) => {
    const at = now();
    if (buckets.size >= most) {
      for (const [key, bucket] of buckets) if (heldAt(bucket, at) >= limits[bucket.kind].atOnce) buckets.delete(key);
      most = Math.max(MOST_BUCKETS, 2 * buckets.size);
    }
    const key = `${kind} ${subscription.toLowerCase()}`;
    const bucket = buckets.get(key);
    const held = (bucket ? heldAt(bucket, at) : limits[kind].atOnce) - 1;
    buckets.set(key, { kind, held, at });
    if (held < 0) await sleep(Math.ceil((-held * 1000) / limits[kind].perSecond));
  };
}

function heldAt({ kind, held, at }: Bucket, now: number): number {
  const { atOnce, perSecond } = limits[kind];
  return Math.min(atOnce, held + (Math.max(0, now - at) * perSecond) / 1000);
}

/** Which subscription a request is about, and how Azure counts it; undefined where it is about none. */
export function countedAs(
  method: string,
  url: string,
): { readonly subscription: string; readonly kind: Kind } | undefined {
  const subscription = /\/subscriptions\/([^/?#]+)/i.exec(url)?.[1];
  if (subscription === undefined) return undefined;
  const kind = method === 'GET' || method === 'HEAD' ? 'reads' : method === 'DELETE' ? 'deletes' : 'writes';
  return { subscription, kind };
}
