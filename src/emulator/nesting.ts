import { isArray, isObject, type Json } from '../core/json.js';
import { MAX_DEPTH } from '../core/limits.js';

/** Levels that stand above a body where it is kept: in the emulator's state, and in a definition's own file. */
const LEVELS_ABOVE = 10;

/** Whether a value is nested so deep that it could not be read again where it is kept. */
export function isTooDeep(value: Json, levels = MAX_DEPTH - LEVELS_ABOVE): boolean {
  if (!isArray(value) && !isObject(value)) return false;
  return levels === 0 || Object.values(value).some((one) => isTooDeep(one, levels - 1));
}
