/** An address that was asked for, taken apart. */
export interface Address {
  /** As it came, without scheme and host, query and fragment; begins with `/`. */
  readonly path: string;
  /** Of the path, percent-decoded, none of them empty as it came; undefined where an escape is broken. */
  readonly segments: readonly string[] | undefined;
  /** The first of each name, in lower case, percent-decoded as far as possible. */
  readonly query: ReadonlyMap<string, string>;
  /** As it came, without `?`. */
  readonly search: string;
}

const ORIGIN = /^[a-z][a-z0-9+.-]{0,20}:\/\/[^/?#]*/i;

/** The address that was taken apart last: whoever decides about a request asks for it more than once. */
let last: { readonly url: string; readonly address: Address } | undefined;

/**
 * Takes an address apart. Slashes that are repeated, or at the end, do not count: @azure/arm-resources 7.0.0 asks for `//subscriptions/...`.
 * Dots in a path stay as they are: nothing is above anything here.
 */
export function addressOf(url: string): Address {
  if (last?.url !== url) last = { url, address: takenApart(url) };
  return last.address;
}

function takenApart(url: string): Address {
  const [whole = ''] = (url.startsWith('/') ? url : url.replace(ORIGIN, '')).split('#', 1);
  const mark = whole.indexOf('?');
  const before = mark < 0 ? whole : whole.slice(0, mark);
  const path = `/${before.replace(/^\/+/, '')}`;
  const search = mark < 0 ? '' : whole.slice(mark + 1);
  const parts = path.split('/').filter((part) => part !== '');
  return { path, segments: path.includes('%') ? allDecoded(parts) : parts, query: queryOf(search), search };
}

function allDecoded(parts: readonly string[]): readonly string[] | undefined {
  const sound = parts.map(decoded).filter((segment) => segment !== undefined);
  return sound.length === parts.length ? sound : undefined;
}

function queryOf(search: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const field of search.split('&')) {
    if (field === '') continue;
    const mark = field.indexOf('=');
    const text = (part: string) => decoded(part.replaceAll('+', ' ')) ?? part;
    const name = text(mark < 0 ? field : field.slice(0, mark)).toLowerCase();
    if (!query.has(name)) query.set(name, mark < 0 ? '' : text(field.slice(mark + 1)));
  }
  return query;
}

function decoded(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
