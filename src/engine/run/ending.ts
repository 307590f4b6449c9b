import type { Json } from '../../core/json.js';
import type { RunError, Status } from '../record.js';

/** How an action has ended. */
export interface Ending {
  readonly status: Status;
  readonly code?: string | undefined;
  readonly inputs?: Json | undefined;
  readonly outputs?: Json | undefined;
  readonly error?: RunError | undefined;
  /** Whether its inputs were made of what the service hides. */
  readonly secretInputs?: boolean;
  /** Whether its outputs were. */
  readonly secretOutputs?: boolean;
  readonly retries?: number;
  /** How the rounds of a loop ended. */
  readonly iterations?: readonly Status[];
}
