import { HOLE } from '../../arm/hole.js';
import type { Call } from '../effects.js';

/** What stands in an address for something that is yet to be filled in: `<AzureResourceName>`, `{name}`, what only the deployment knows. */
const PLACEHOLDER = /<[^<>/]{1,100}>|\{[^{}/]{1,100}\}|%3C[^/]{1,100}%3E/i;

/** The placeholder that a call's address still holds; undefined where it has none. */
export function placeholderIn({ uri }: Pick<Call, 'uri'>): string | undefined {
  if (uri.includes(HOLE)) return '…';
  return PLACEHOLDER.exec(uri.split(/[?#]/, 1)[0] ?? '')?.[0];
}

/** The host of an HTTP action's address, in lower case, with its port; what stands in its place where it is none. */
export function hostOf({ type, uri }: Pick<Call, 'type' | 'uri'>): string | undefined {
  if (type !== 'Http') return undefined;
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(uri)?.[1];
  return authority?.slice(authority.lastIndexOf('@') + 1).toLowerCase();
}

/** The path of a call, without queries. */
export function pathOf({ uri }: Pick<Call, 'uri'>): string {
  const whole = uri.split(/[?#]/, 1)[0] ?? '';
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(whole)?.[0];
  if (scheme === undefined) return whole.startsWith('/') ? whole : `/${whole}`;
  const slash = whole.indexOf('/', scheme.length);
  return slash === -1 ? '/' : whole.slice(slash);
}

/** How a call is named in a message: its method, and its address without queries, which may hold a key. */
export function shownCall(call: Pick<Call, 'method' | 'type' | 'uri' | 'connection'>): string {
  const host = hostOf(call);
  const where = call.connection === undefined ? (host ?? '') : `"${call.connection}" `;
  return `${call.method} ${where}${pathOf(call)}`.replaceAll(HOLE, '…');
}
