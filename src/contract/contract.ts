import { finding, type Finding } from '../core/finding.js';
import type { Connector } from '../definition/connector.js';
import type { Exchange } from '../http/exchange.js';
import type { OperationAt } from '../openapi/walk.js';
import { router } from '../wire/route.js';
import { coverageOf, type Coverage } from './coverage.js';
import { folder } from './fold.js';
import { checkRequest } from './request.js';
import { checkResponse } from './response.js';
import type { Direction } from './matched.js';
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

/**
 * Holds recorded exchanges against a connector: each is routed to its operation, its request held against parameters and body,
 * its response against the schema of its status and the expectations of `contract.json`.
 * Reads `exchanges` once and keeps none of them, so a generator may give any number.
 */
export function testContract(
  connector: Connector,
  exchanges: Iterable<Exchange>,
  { direction = 'both', strict = false }: ContractOptions = {},
): ContractResult {
  const samples = { total: 0, passed: 0, failed: 0, unmatched: 0, skipped: 0 };
  const findings = folder();
  const seen = sightings();
  const plans = plansOf(connector, seen);
  const routeOf = router(connector);

  for (const exchange of exchanges) {
    samples.total += 1;
    let failed = false;
    const report = (found: Finding) => {
      const judged = strict ? strictly(found) : found;
      failed ||= judged.severity === 'error';
      findings.add({ ...judged, file: exchange.file, sample: exchange.sample });
    };
    const route = routeOf(exchange.request);
    if ('unmatched' in route) {
      samples.unmatched += 1;
      report(
        finding(exchangeRules.unmatchedExchange, { pointer: exchange.pointers.request, message: route.unmatched }),
      );
    } else if (direction === 'response' && exchange.response === undefined) {
      samples.skipped += 1;
    } else {
      const named = operationName(route.at);
      seen.operation(route.at.operation);
      const on = {
        connector,
        exchange,
        route,
        plans,
        report: (found: Finding) => report({ ...found, operation: named }),
      };
      if (direction !== 'response') checkRequest(on);
      if (direction !== 'request' && exchange.response !== undefined) checkResponse(on, exchange.response, seen);
      samples[failed ? 'failed' : 'passed'] += 1;
    }
  }
  if (samples.total > 0 && samples.unmatched === samples.total) findings.add(nothingMatched(samples.total));
  return { samples, findings: findings.all(), coverage: coverageOf(connector.definition, seen, direction) };
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
