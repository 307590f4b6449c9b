import { MAX_TEXT_LENGTH } from '../../expression/limits.js';
import { failed } from './guarded.js';
import type { Outcome } from './outcome.js';

/** A text of so many UTF-16 code units was to be made. */
export function tooLong(length: number): Outcome {
  const message = `A text of ${length} characters was made, at most ${MAX_TEXT_LENGTH} are possible.`;
  return failed('BadRequest', message, 'LimitExceeded');
}
