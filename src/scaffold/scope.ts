import type { Unsaid } from '../build/unsaid.js';
import type { Parameter } from '../openapi/types.js';
import type { Made } from './made.js';

/** What code of one part can use of the others. */
export interface Scope {
  /** The constant that a `$ref` names; undefined where no constant stands for it. */
  reference(text: string): Made | undefined;
  /** The constant of a parameter that several operations have. */
  shared(parameter: Parameter): Made | undefined;
  /** What the connector leaves out of its definition. */
  readonly unsaid: readonly Unsaid[];
}
