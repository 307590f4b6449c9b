import type { Connector } from '../definition/connector.js';
import type { Playbook } from '../sentinel/template/about.js';
import type { UpstreamConnector } from '../upstream/upstream-connector.js';

/** The connectors that the package ships, from their sources. Their committed artifacts are read without it. */
export interface Catalog {
  readonly services: readonly ShippedService[];
  /** Builds one from its source, in its default version unless `version` is given. Both must be in `services`. */
  build(name: string, version?: string): Connector;
  /**
   * Builds the playbooks that the package ships from their sources; those that ask over a connector for that one, where it is given (throws an
   * `Error` that says what it lacks). Absent where it ships none.
   */
  readonly playbooks?: (over?: Connector) => Promise<readonly Playbook[]>;
}

/** One connector that the package ships. */
export interface ShippedService {
  readonly name: string;
  readonly summary: string;
  readonly defaultVersion: string;
  /** Every version of the upstream API that it is built for, the default one included. */
  readonly versions: readonly string[];
  /** What it follows: how `regenerate` makes it for a version. */
  readonly upstream?: UpstreamConnector;
}
