import { own } from '../core/json.js';
import { compareNumbers, numberOf } from './arguments.js';
import { Failure } from './failure.js';
import { ITEM_WORK, MAX_VALUE_DEPTH } from './limits.js';
import { numberText } from './text.js';
import { isList, isRecord, isXml, type Value, type ValueObject } from './value.js';

/** Counts values that are looked at. */
type Spend = (units: number) => void;

/**
 * A text that two values have in common exactly where the service takes them for equal: of the same type, texts and keys with their case,
 * the order of keys not counting, 1 and 1.0 one number.
 */
export function canonical(value: Value, spend: Spend, depth = 0): string {
  spend(ITEM_WORK);
  if (depth > MAX_VALUE_DEPTH)
    throw new Failure(`A value is nested deeper than ${MAX_VALUE_DEPTH} levels.`, 'LimitExceeded');
  if (typeof value === 'string') {
    spend(value.length);
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map((item) => canonical(item, spend, depth + 1)).join()}]`;
  if (isRecord(value)) {
    const members = Object.entries(value).map(
      ([key, member]) => `${JSON.stringify(key)}:${canonical(member, spend, depth + 1)}`,
    );
    return `{${members.sort().join()}}`;
  }
  if (isXml(value)) return 'xml';
  return (
    numberText(value)
      ?.replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '') ?? String(value)
  );
}

/** Whether the service takes two values for equal, as {@link canonical} has it. */
export function isEqual(a: Value, b: Value, spend: Spend): boolean {
  spend(ITEM_WORK);
  if (a === b) return true;
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x && y) return compareNumbers(x, y) === 0;
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index] ?? null, spend));
  return isRecord(a) && isRecord(b) && sameMembers(a, b, spend);
}

function sameMembers(a: ValueObject, b: ValueObject, spend: Spend): boolean {
  const keys = Object.keys(a);
  spend(ITEM_WORK * keys.length);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isEqual(own(a, key) ?? null, own(b, key) ?? null, spend));
}

/** A text in which case does not tell characters apart, each as long as before. */
export function folded(text: string): string {
  const upper = text.toUpperCase();
  if (upper.length === text.length) return upper;
  return Array.from(text, (character) =>
    character.toUpperCase().length === character.length ? character.toUpperCase() : character,
  ).join('');
}

/** The key of an object that a name selects: the same, else the first that differs in case only. */
export function keyOf(record: { readonly [key: string]: unknown }, name: string, spend: Spend): string | undefined {
  if (Object.hasOwn(record, name)) return name;
  const keys = Object.keys(record);
  spend(4 * ITEM_WORK * keys.length);
  const wanted = name.toLowerCase();
  return keys.find((key) => key.length === name.length && key.toLowerCase() === wanted);
}
