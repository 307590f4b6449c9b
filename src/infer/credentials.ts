import { apiKey, basic, type Security } from '../build/security.js';
import { finding, type Finding } from '../core/finding.js';
import { shorten } from '../core/shorten.js';
import { isSecretField, isSecretParameter } from '../http/secret-names.js';
import { spend, type Budget } from './budget.js';
import { inferRules } from './rules.js';
import type { Query } from './traffic.js';

/** A way to prove who calls, and how many requests did so. */
interface Way {
  readonly in: 'header' | 'query';
  readonly name: string;
  /** The word before the credential in an `authorization`. */
  readonly scheme: string;
  count: number;
}

/** The ways in which credentials were sent, by what a message calls them: `header api-key`. */
export type Credentials = Map<string, Way>;

/** Headers that hold a secret and are no key of an API. */
const noKeys: ReadonlySet<string> = new Set(['cookie', 'set-cookie', 'proxy-authorization']);

/** Adds the ways in which a request proves who calls. */
export function addCredentials(
  all: Credentials,
  { headers, query }: { readonly headers: Readonly<Record<string, string>>; readonly query: Query },
  budget: Budget,
): void {
  for (const [name, value] of Object.entries(headers)) {
    if (name === 'authorization') count(all, { in: 'header', name, scheme: schemeOf(value) }, budget);
    else if (isSecretField(name, value) && !noKeys.has(name)) count(all, { in: 'header', name, scheme: '' }, budget);
  }
  for (const name of new Set(query.map(([each]) => each))) {
    if (isSecretParameter(name)) count(all, { in: 'query', name, scheme: '' }, budget);
  }
}

function count(all: Credentials, way: Omit<Way, 'count'>, budget: Budget): void {
  const key = `${way.in} ${way.name} ${way.scheme}`.trimEnd();
  const known = all.get(key);
  if (known !== undefined) known.count += 1;
  else if (spend(budget)) all.set(key, { ...way, count: 1 });
}

/** The word before a credential; none where the key stands alone. */
function schemeOf(authorization: string): string {
  return /^(bearer|basic)(?:\s|$)/i.exec(authorization)?.[1]?.toLowerCase() ?? '';
}

/** The way that the connector takes; undefined where no credential was recorded. */
export function securityOf(all: Credentials, report: (found: Finding) => void): Security | undefined {
  const [[name, way] = [], ...others] = ranked(all);
  if (name === undefined || way === undefined) {
    const message =
      'No credential was recorded, as recorders remove them: write how a caller proves who it is, or that nobody has to.';
    report(finding(inferRules.toBeWritten, { pointer: '/security', message }));
    return undefined;
  }
  if (others.length > 0) {
    const shown = shorten(others.map(([other]) => other));
    const message = `Credentials were recorded in ${others.length + 1} ways; ${shorten(name)} is declared, and not ${shown}.`;
    report(finding(inferRules.severalCredentials, { pointer: '/securityDefinitions', message }));
  }
  return made(way);
}

/** A header made for a key is preferred to `authorization`, which may be a person's sign-in, unless it is far rarer. */
const RARER = 0.5;

function ranked(all: Credentials): readonly (readonly [string, Way])[] {
  const weight = (way: Way) => (way.name === 'authorization' ? RARER * way.count : way.count);
  return [...all].sort(([a, one], [b, other]) => weight(other) - weight(one) || (a < b ? -1 : 1));
}

function made({ in: location, name, scheme }: Way): Security {
  if (scheme === 'basic') return basic();
  const [title, description] =
    scheme === 'bearer'
      ? ['Bearer and API key', 'The word Bearer, a space, and the key: Bearer <key>.']
      : ['API key', 'The API key of the service.'];
  return apiKey({ in: location, name: name === 'authorization' ? 'Authorization' : name, title, description });
}
