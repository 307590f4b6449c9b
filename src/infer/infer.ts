import { Fault } from '../core/fault.js';
import { finding, type Finding } from '../core/finding.js';
import { shorten } from '../core/shorten.js';
import type { Connector } from '../definition/connector.js';
import type { Exchange } from '../http/exchange.js';
import { splitUrl } from '../http/url.js';
import { methods, type Method } from '../openapi/types.js';
import { segmentsOf } from '../wire/path-template.js';
import { addHost, newHosts, type Hosts } from './address.js';
import { MOST_NAMES, newBudget, spend, type Budget } from './budget.js';
import { connectorOf } from './connector.js';
import { addCredentials, type Credentials } from './credentials.js';
import { guessParameters } from './guess-parameters.js';
import { newPaths, trafficAt, type PathNode } from './paths.js';
import { inferRules } from './rules.js';
import { callsOf } from './templates.js';
import { addExchange } from './traffic.js';

/** How a connector is inferred. */
export interface InferOptions {
  /** The id of the one operation that the exchanges are of; else it is made from method and path. */
  readonly operationId?: string;
  /** Whether a text of which few values were seen often is declared as an enum. Default false: the next recording may have another value. */
  readonly enums?: boolean;
}

/** What was inferred. */
export interface Inferred {
  readonly connector: Connector;
  /** What was decided and what a person must still write, in the order of the definition. Pointers lead into it. */
  readonly findings: readonly Finding[];
  readonly exchanges: number;
}

/** An inference under way: exchanges are given one at a time, and none is kept. */
export interface Inference {
  add(exchange: Exchange): void;
  /**
   * What all exchanges so far have in common. Nothing can be added afterwards.
   *
   * @throws Fault where there is no exchange, or an operationId for several operations.
   */
  result(): Inferred;
}

/**
 * A connector that all the exchanges keep: what the portal calls "Import from sample", from any number of samples.
 *
 * Types are merged, nulls become `x-nullable`, what was once absent is optional; where OpenAPI 2.0 cannot say what was seen, `contract.json`
 * does. The exchanges are read once and none is kept. Their order does not matter, unless they have more names in them than can be kept
 * (a finding says so). Credentials are in no result.
 *
 * @throws Fault where there is no exchange, or an operationId for several operations.
 */
export function inferConnector(exchanges: Iterable<Exchange>, options: InferOptions = {}): Inferred {
  const inferring = inference(options);
  for (const exchange of exchanges) inferring.add(exchange);
  return inferring.result();
}

/** Begins an inference whose exchanges come one at a time. */
export function inference({ operationId, enums = false }: InferOptions = {}): Inference {
  const seen: Seen = {
    exchanges: 0,
    hosts: newHosts(),
    credentials: new Map(),
    paths: newPaths(),
    leftOut: new Map(),
    budget: newBudget({ texts: enums }),
  };
  return { add: (exchange) => add(seen, exchange), result: () => inferred(seen, operationId) };
}

/** Everything that the exchanges have in common, as far as it is known. */
interface Seen {
  exchanges: number;
  readonly hosts: Hosts;
  readonly credentials: Credentials;
  readonly paths: PathNode;
  /** Exchanges that can be no operation, by why. */
  readonly leftOut: Map<string, number>;
  readonly budget: Budget;
}

function inferred(seen: Seen, operationId: string | undefined): Inferred {
  guessParameters(seen.paths, seen.budget);
  const calls = callsOf(seen.paths);
  if (calls.length === 0) throw nothingSeen(seen);
  if (operationId !== undefined && calls.length > 1) throw severalOperations(operationId, calls.length);
  const findings: Finding[] = [];
  const report = (found: Finding) => void findings.push(found);
  if (seen.budget.exceeded) report(tooVaried());
  const connector = connectorOf({ ...seen, calls, operationId }, report);
  for (const [why, count] of [...seen.leftOut].sort(([a], [b]) => (a < b ? -1 : 1))) report(leftOutFinding(why, count));
  return { connector, findings, exchanges: seen.exchanges };
}

/** More segments than any path of an API has; the longest published path has 14. */
const MOST_SEGMENTS = 60;

function add(seen: Seen, exchange: Exchange): void {
  const { request } = exchange;
  seen.exchanges += 1;
  const method = methodOf(request.method);
  const { host, path, query } = splitUrl(request.url);
  const segments = segmentsOf(path);
  if (method === undefined) return leaveOut(seen, `The method ${shorten(request.method)}`);
  if (segments.length > MOST_SEGMENTS) return leaveOut(seen, `A path of more than ${MOST_SEGMENTS} segments`);
  const { budget } = seen;
  if (host !== undefined) addHost(seen.hosts, { host, url: request.url }, budget);
  addCredentials(seen.credentials, { headers: request.headers, query }, budget);
  const traffic = trafficAt(seen.paths, { method, segments }, budget);
  if (traffic !== undefined) addExchange(traffic, exchange, { query, budget });
}

function leaveOut({ leftOut, budget }: Seen, why: string): void {
  const count = leftOut.get(why);
  if (count !== undefined || spend(budget)) leftOut.set(why, (count ?? 0) + 1);
}

function methodOf(method: string): Method | undefined {
  return methods.find((known) => known === method.toLowerCase());
}

function leftOutFinding(why: string, count: number): Finding {
  const message = `${why} is none that a definition can have: ${count === 1 ? 'an exchange was' : `${count} exchanges were`} left out.`;
  return finding(inferRules.exchangeLeftOut, { pointer: '/paths', message });
}

function tooVaried(): Finding {
  const message = `The recordings have more than ${MOST_NAMES} different names in them; what came later is not described.`;
  return finding(inferRules.tooVaried, { pointer: '', message });
}

function nothingSeen({ exchanges }: Seen): Fault {
  const message =
    exchanges === 0 ? 'There is no exchange to infer from.' : 'No exchange can be an operation of a definition.';
  return new Fault('nothing-to-do', message, { help: 'Give recordings of calls of the API, with method and URL.' });
}

function severalOperations(operationId: string, count: number): Fault {
  const message = `The operationId ${shorten(operationId)} is of one operation, and the recordings are of ${count}.`;
  return new Fault('called-wrongly', message, { help: 'Leave it out, or give the recordings of one operation.' });
}
