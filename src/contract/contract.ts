import { finding, type Finding } from '../core/finding.js';
import type { Connector } from '../definition/connector.js';
import type { Exchange } from '../http/exchange.js';
import type { OperationAt } from '../openapi/walk.js';
import { router } from '../wire/route.js';
import { coverageOf, type Coverage } from './coverage.js';
import { folder } from './fold.js';
import { checkRequest } from './request.js';
import { checkResponse } from './response.js';
import type { Direction, Matched } from './matched.js';
import { plansOf } from './plan.js';
import { exchangeRules } from './exchange-rules.js';
import { sightings } from './sightings.js';
import { strictly } from './strict.js';

/** Which halves of an exchange are tested, and how severely. */
export interface ContractOptions {
  /** Default `both`. */
  readonly direction?: Direction;
  /** Undeclared properties and statuses are errors. Default false. */
  readonly strict?: boolean;
  /** Is told of each exchange that was tested; what is found of it is as without `strict`. */
  readonly watch?: ((tested: Tested) => void) | undefined;
}

/** An exchange on its operation, and what was found. */
export interface Tested extends Pick<Matched, 'exchange' | 'route'> {
  readonly findings: readonly Finding[];
}

/** What a contract test found. */
export interface ContractResult {
  /** `passed`: matched, and no error. `skipped`: the half to be tested was not recorded. */
  readonly samples: {
    readonly total: number;
    readonly passed: number;
    readonly failed: number;
    readonly unmatched: number;
    readonly skipped: number;
  };
  /**
   * In the order of the exchanges, then of the places within each; equal notes of several exchanges are one, with a count.
   * `file` is the recording's file. `declared` points into the definition, or into `contract.json` where its `file` says so.
   */
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

/** What came of one exchange. */
export type Verdict = 'passed' | 'failed' | 'unmatched' | 'skipped';

/** A contract test under way: exchanges are given one at a time, and none is kept, so there may be any number. */
export interface ContractTest {
  /** Tests one exchange: it is routed to its operation, and both halves are held against what is declared there. */
  add(exchange: Exchange): Verdict;
  /** What all exchanges so far came to. */
  result(): ContractResult;
}

/**
 * Holds recorded exchanges against a connector: each is routed to its operation, its request held against parameters and body,
 * its response against the schema of its status and the expectations of `contract.json`.
 * Reads `exchanges` once and keeps none of them, so a generator may give any number.
 */
export function contract(
  connector: Connector,
  exchanges: Iterable<Exchange>,
  options: ContractOptions = {},
): ContractResult {
  const test = contractTest(connector, options);
  for (const exchange of exchanges) test.add(exchange);
  return test.result();
}

/** Begins a contract test whose exchanges come one at a time. */
export function contractTest(
  connector: Connector,
  { direction = 'both', strict = false, watch }: ContractOptions = {},
): ContractTest {
  const counts = { passed: 0, failed: 0, unmatched: 0, skipped: 0 };
  const findings = folder();
  const seen = sightings();
  const plans = plansOf(connector, seen);
  const routeOf = router(connector);

  const judge = (exchange: Exchange): Verdict => {
    let failed = false;
    const heard: Finding[] = [];
    const report = (found: Finding) => {
      if (watch) heard.push(found);
      const judged = strict ? strictly(found) : found;
      failed ||= judged.severity === 'error';
      findings.add({ ...judged, file: exchange.file, sample: exchange.sample });
    };
    const route = routeOf(exchange.request);
    if ('unmatched' in route) {
      const { unmatched: message } = route;
      report(finding(exchangeRules.unmatchedExchange, { pointer: exchange.pointers.request, message }));
      return 'unmatched';
    }
    if (direction === 'response' && exchange.response === undefined) return 'skipped';
    const operation = operationName(route.at);
    seen.operation(route.at.operation);
    const on = { connector, exchange, route, plans, report: (found: Finding) => report({ ...found, operation }) };
    if (direction !== 'response') checkRequest(on);
    if (direction !== 'request' && exchange.response !== undefined) checkResponse(on, exchange.response, seen);
    watch?.({ exchange, route, findings: heard });
    return failed ? 'failed' : 'passed';
  };

  return {
    add(exchange) {
      const verdict = judge(exchange);
      counts[verdict] += 1;
      return verdict;
    },
    result() {
      const total = counts.passed + counts.failed + counts.unmatched + counts.skipped;
      const none = total > 0 && counts.unmatched === total ? [nothingMatched(total)] : [];
      return {
        samples: { total, ...counts },
        findings: [...findings.all(), ...none],
        coverage: coverageOf(connector.definition, seen, direction),
      };
    },
  };
}

function operationName({ operation, pointer }: OperationAt): string {
  return operation.operationId ?? pointer;
}

function nothingMatched(total: number): Finding {
  const subject =
    total === 1 ? 'The recorded exchange does not belong' : `None of the ${total} recorded exchanges belongs`;
  return finding(exchangeRules.nothingMatched, {
    pointer: '',
    message: `${subject} to an operation of the connector: nothing was tested.`,
  });
}
