/** Of one connection, not of the message. RFC 9110 section 7.6.1, and what older software sends. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/** A name in any case and a value, in the order in which they came. */
export type HeaderPair = readonly [name: string, value: string];

/** The headers of a message that go on with it, of the flat list that Node gives: without those of the connection, and those that it names. */
export function endToEnd(rawHeaders: readonly string[]): HeaderPair[] {
  const pairs = rawHeaders.flatMap((name, at): HeaderPair[] =>
    at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : [],
  );
  const named = pairs.filter(([name]) => name.toLowerCase() === 'connection').flatMap(([, value]) => value.split(','));
  const dropped = new Set(named.map((name) => name.trim().toLowerCase()));
  return pairs.filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()) && !dropped.has(name.toLowerCase()));
}

/** The headers by name in lower case; several values of one name are one. RFC 9110 section 5.3. */
export function byName(pairs: readonly HeaderPair[]): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  for (const [name, value] of pairs) {
    const known = headers.get(name.toLowerCase());
    headers.set(name.toLowerCase(), known === undefined ? value : `${known}, ${value}`);
  }
  return Object.fromEntries(headers);
}

/** Content codings that a recording can be made of. */
const READABLE: ReadonlySet<string> = new Set(['gzip', 'x-gzip', 'deflate', 'br', 'identity']);

/** A header `accept-encoding` without the codings that nobody here can undo; `identity` where nothing is left. */
export function readableCodings(value: string): string {
  const codings = value.split(',').map((one) => one.trim());
  const kept = codings.filter((one) => READABLE.has((one.split(';', 1)[0] ?? '').trim().toLowerCase()));
  return kept.length === 0 ? 'identity' : kept.join(', ');
}
