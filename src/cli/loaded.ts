import type { SourceDocument } from '../core/document.js';
import type { Finding } from '../core/finding.js';
import type { Connector } from '../definition/connector.js';

/** A connector as it was given on the command line. */
export interface Loaded {
  /** What messages call it. */
  readonly name: string;
  /** Undefined where its documents could not be read as a connector; `findings` then has an error. */
  readonly connector: Connector | undefined;
  /** What is wrong with its documents. */
  readonly findings: readonly Finding[];
  /** The documents that it was read from; a module has none. */
  readonly documents: readonly SourceDocument[];
  /** The definition's file, or the module. As it is printed. */
  readonly file: string;
  /** The file of `contract.json`, where there is one. */
  readonly contractFile?: string;
  /** The folder that its artifacts lie in, or would be written to. */
  readonly folder: string;
}
