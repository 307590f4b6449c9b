import type { Finding } from '../core/finding.js';
import type { Connector } from '../definition/connector.js';
import type { Exchange } from '../http/exchange.js';
import type { Route } from '../wire/route.js';
import type { Plans } from './plan.js';

/** Which half of an exchange is tested. */
export type Direction = 'request' | 'response' | 'both';

/** One exchange on its operation: what the checks of its two halves share. */
export interface Matched {
  readonly connector: Connector;
  readonly exchange: Exchange;
  readonly route: Exclude<Route, { readonly unmatched: string }>;
  readonly plans: Plans;
  readonly report: (finding: Finding) => void;
}
