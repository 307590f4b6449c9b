import type { Json } from '../../core/json.js';
import { Failure } from '../../expression/failure.js';
import { textOf } from '../../expression/text.js';

/** A value as it is written within a text; undefined where it is nested too deep for that. */
export function textIn(value: Json): string | undefined {
  try {
    return textOf(value, () => {});
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
