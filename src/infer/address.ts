import { finding, type Finding } from '../core/finding.js';
import { shorten } from '../core/shorten.js';
import { spend, type Budget } from './budget.js';
import { inferRules } from './rules.js';

/** The hosts that were called. */
export interface Hosts {
  /** How often, by name and port. */
  readonly counts: Map<string, number>;
  /** Those that were called with https, or without a scheme at all. */
  readonly secure: Set<string>;
}

/** No hosts yet. */
export function newHosts(): Hosts {
  return { counts: new Map(), secure: new Set() };
}

/** Adds the host of a recorded URL, as `splitUrl` gives it. */
export function addHost({ counts, secure }: Hosts, { host, url }: { host: string; url: string }, budget: Budget): void {
  const name = host.replace(/:(?:443|80)$/, '');
  const count = counts.get(name);
  if (count === undefined && !spend(budget)) return;
  counts.set(name, (count ?? 0) + 1);
  if (!/^\s*http:/i.test(url)) secure.add(name);
}

/** Where the connector calls. */
export interface Address {
  readonly host: string | undefined;
  readonly schemes: readonly string[];
  /** Whether there were several hosts, of which this is one. */
  readonly openHost: boolean;
}

/** The commonest host. OpenAPI 2.0 has no addresses of IPv6. */
export function addressOf({ counts, secure }: Hosts, report: (found: Finding) => void): Address {
  const hosts = [...counts]
    .filter(([host]) => !host.startsWith('['))
    .sort(([a, often], [b, oftenB]) => oftenB - often || (a < b ? -1 : 1))
    .map(([host]) => host);
  const [host, ...others] = hosts;
  if (host === undefined) {
    report(finding(inferRules.toBeWritten, { pointer: '/host', message: 'No host was recorded: write the host.' }));
  }
  if (host !== undefined && others.length > 0) {
    const shown = shorten(others);
    const message = `${hosts.length} hosts were recorded; ${shorten(host)}, the commonest, is declared, and not ${shown}.`;
    report(finding(inferRules.severalHosts, { pointer: '/host', message }));
  }
  const isPlain = host !== undefined && !secure.has(host);
  return { host, schemes: [isPlain ? 'http' : 'https'], openHost: counts.size > 1 };
}
