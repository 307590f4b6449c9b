import type { Json } from '../../core/json.js';
import type { Inputs } from './inputs.js';

/** The host that inputs of a connector name: read by itself, because a workflow can be run without its connections. */
export interface ReadyHost {
  readonly inputs: Inputs;
  /** The key in `$connections`, where it is known. */
  readonly connection: string | undefined;
}

/** The trigger of a workflow. */
export interface ReadyTrigger {
  readonly name: string;
  readonly type: string;
  /** All but the host. */
  readonly inputs: Inputs;
  readonly host: ReadyHost | undefined;
  readonly splitOn?: Inputs & { readonly source: string };
  readonly conditions: readonly Inputs[];
  readonly hidesInputs: boolean;
  readonly hidesOutputs: boolean;
}

/** A parameter of a workflow. */
export interface ReadyParameter {
  readonly name: string;
  readonly fallback: Json | undefined;
  /** Whether it is a SecureString or a SecureObject. */
  readonly isSecret: boolean;
}
