import type { Finding } from '../../core/finding.js';
import type { ContractResult } from '../../contract/contract.js';
import type { Connector } from '../../definition/connector.js';
import type { Exchange } from '../../http/exchange.js';

/** A connector to be shown. */
export interface Previewed {
  /** What looks like a secret in it has been replaced. */
  readonly connector: Connector;
  /** Its definition, as it is printed. */
  readonly file: string;
  /** What is said of its documents, with line and column. */
  readonly findings: readonly PreviewFinding[];
  /** A `data:` URL of a PNG. */
  readonly icon?: string | undefined;
  /** What recordings showed of it. */
  readonly tested?: Recorded | undefined;
}

/** A finding, and whether `lint --fix` mends it. */
export interface PreviewFinding extends Finding {
  readonly isFixable?: boolean;
}

/** What recordings showed of a connector. */
export interface Recorded {
  readonly result: Pick<ContractResult, 'samples' | 'coverage'>;
  /** One exchange of an operation, by the pointer of the operation. */
  readonly calls: ReadonlyMap<string, RecordedCall>;
}

/** An exchange, and what its address holds. */
export interface RecordedCall {
  readonly exchange: Exchange;
  /** Path parameters by name. */
  readonly pathValues: ReadonlyMap<string, string>;
  readonly query: readonly (readonly [name: string, value: string])[];
}
