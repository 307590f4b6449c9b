import type { Source } from './source.js';

/** An error that Azure answers with. */
export interface Refusal {
  readonly status: number;
  /** `error.code` of the body. */
  readonly code: string;
  readonly when: string;
  readonly source: Source;
}
