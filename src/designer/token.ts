import type { DynamicSource } from './dynamic.js';
import type { Visibility } from './visibility.js';

/** An output that later steps can pick. */
export interface Token {
  /** Where the value is: `body.$.choices.[*].message`, `header.$.Retry-After`. */
  readonly key: string;
  /** Where it is declared: a JSON Pointer into the definition. */
  readonly pointer: string;
  readonly title: string;
  readonly description?: string;
  /** `any` where nothing is said of it. */
  readonly type: string;
  readonly format?: string;
  readonly visibility: Exclude<Visibility, 'internal'>;
  /** What picking it writes, without the `@`. */
  readonly expression: string;
  /** What it is in, list by list, outermost first: a loop goes over each. */
  readonly loops: readonly string[];
  /** Whether it and all that it is in is required: then its expression fails where an answer lacks it. */
  readonly required: boolean;
  /** What gives the outputs there; none are known before it is asked. */
  readonly dynamic?: DynamicSource;
}
