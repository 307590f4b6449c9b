import { isObject } from '../core/json.js';
import type { Severity } from '../core/severity.js';
import { contract, type ContractOptions } from '../contract/contract.js';
import type { Connector } from '../definition/connector.js';
import { withHost } from '../definition/host.js';
import { diff } from '../diff/diff.js';
import type { Exchange } from '../http/exchange.js';
import { lint, type LintOptions } from '../lint/lint.js';
import { rank } from '../report/counts.js';
import { assertReceived, findingLines, matched, type Matched } from './matched.js';

/** How an exchange is held against a connector. */
export interface SatisfyOptions extends Pick<ContractOptions, 'direction' | 'strict'> {
  /** The address that stands in for the connector's, as `--endpoint` does: for recordings of another server. */
  readonly endpoint?: string;
}

/** What a connector may be told of, and how it is checked. */
export interface CleanOptions extends Pick<LintOptions, 'profile' | 'hasProperties'> {
  /** The least severity that counts. Default `error`. */
  readonly failOn?: Severity;
}

/** The exchange keeps the contract of the connector: no error is found. */
export function toSatisfyConnector(
  exchange: Exchange,
  connector: Connector,
  { endpoint, ...options }: SatisfyOptions = {},
): Matched {
  assertReceived(isExchange(exchange), 'toSatisfyConnector', 'an exchange');
  const on = at(connector, endpoint);
  const { samples, findings } = contract(on, [exchange], options);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const pass = samples.passed === 1;
  const half = samples.skipped === 1 ? 'Nothing was tested: the recording has not that half.' : findingLines(errors);
  return matched(pass, () =>
    pass
      ? `Expected the exchange not to satisfy ${connector.name}, and it does.`
      : `Expected the exchange to satisfy ${connector.name}.\n${half}`,
  );
}

/** The linter finds nothing of this severity or above. */
export function toBeClean(connector: Connector, { failOn = 'error', ...options }: CleanOptions = {}): Matched {
  assertReceived(isConnector(connector), 'toBeClean', 'a connector');
  const findings = lint(connector, options).filter(({ severity }) => rank(severity) <= rank(failOn));
  const pass = findings.length === 0;
  return matched(pass, () =>
    pass
      ? `Expected findings in ${connector.name}, and there are none.`
      : `Expected no findings in ${connector.name}.\n${findingLines(findings)}`,
  );
}

/** Playbooks that use the old version go on with the new one. */
export function toBeReplaceableBy(old: Connector, other: Connector): Matched {
  assertReceived(isConnector(old), 'toBeReplaceableBy', 'a connector');
  const { breaking, bump, changes } = diff(old, other);
  const breaks = changes.filter((change) => change.breaking);
  return matched(!breaking, () =>
    breaking
      ? `Expected ${old.name} to be replaceable by the other version; playbooks break.\n${findingLines(breaks)}`
      : `Expected the other version of ${old.name} to break playbooks, and it does not (${bump}).`,
  );
}

function at(connector: Connector, endpoint: string | undefined): Connector {
  if (endpoint === undefined) return connector;
  const hosted = withHost(connector, { endpoint });
  if ('problem' in hosted) throw new Error(hosted.problem);
  return hosted.connector;
}

function isExchange(value: unknown): boolean {
  return isObject(value) && isObject(value['request']);
}

function isConnector(value: unknown): boolean {
  return isObject(value) && isObject(value['definition']) && isObject(value['properties']);
}
