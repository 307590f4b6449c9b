import type { Json } from '../core/json.js';
import { numberText } from './text.js';
import { Failure } from './failure.js';
import { ITEM_WORK, MAX_VALUE_DEPTH } from './limits.js';
import { isDecimal, isFloat, isList, isRecord, isXml, type Value } from './value.js';
import { writeXml } from './xml/write.js';

/** Counts the parts of a value. */
type Spend = (units: number) => void;

/** Counts a value that was put together from several ones: it may be far larger than they are, and whoever goes on with it walks over all of it. */
export function measure(value: Value, spend: Spend, depth = 0): void {
  spend(typeof value === 'string' ? value.length : ITEM_WORK);
  if (depth > MAX_VALUE_DEPTH)
    throw new Failure(`A value is nested deeper than ${MAX_VALUE_DEPTH} levels.`, 'LimitExceeded');
  if (isList(value)) for (const item of value) measure(item, spend, depth + 1);
  else if (isRecord(value)) for (const member of Object.values(value)) measure(member, spend, depth + 1);
}

/** A value as JSON, for whoever goes on with it: floats and decimal numbers as numbers, XML as its text. */
export function plainJson(value: Value): Json {
  if (isList(value)) return value.map(plainJson);
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainJson(member)]));
  if (isFloat(value)) return value.value;
  if (isDecimal(value)) return Number(numberText(value));
  return isXml(value) ? writeXml(value.node) : value;
}
