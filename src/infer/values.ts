import { spend, type Budget } from './budget.js';

/** All values of one parameter outside a body. */
export interface Values {
  /** How many messages have it. */
  count: number;
  integers: number;
  numbers: number;
  booleans: number;
  /** How many messages have it more than once. */
  repeated: number;
  /** Short values with how often each was seen; undefined once there were too many. Kept of versions only. */
  texts: Map<string, number> | undefined;
}

/** The values of parameters, by name. */
export type ValuesByName = Map<string, Values>;

/** More versions of an API than this are no versions. */
const MOST_TEXTS = 50;
const LONGEST_TEXT = 64;

/** Integers that a number holds exactly and that are written in one way only: a text of digits may be a name with zeros in front. */
const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
const NUMBER = /^(?:0|-?[1-9]\d{0,14})(?:\.\d{1,15})?$/;

/** Adds what one message has under a name. */
export function addValues(
  all: ValuesByName,
  {
    name,
    values,
    remembered,
  }: { readonly name: string; readonly values: readonly string[]; readonly remembered: boolean },
  budget: Budget,
): void {
  const known = entry(all, name, budget);
  if (known === undefined) return;
  known.count += 1;
  if (values.length > 1) known.repeated += 1;
  if (values.every((value) => INTEGER.test(value))) known.integers += 1;
  if (values.every((value) => NUMBER.test(value))) known.numbers += 1;
  if (values.every((value) => value === 'true' || value === 'false')) known.booleans += 1;
  if (remembered) for (const value of values) countText(known, value, 1);
}

function entry(all: ValuesByName, name: string, budget: Budget): Values | undefined {
  const known = all.get(name);
  if (known !== undefined || !spend(budget)) return known;
  const made: Values = { count: 0, integers: 0, numbers: 0, booleans: 0, repeated: 0, texts: new Map() };
  all.set(name, made);
  return made;
}

function countText(values: Values, text: string, times: number): void {
  if (text.length > LONGEST_TEXT) values.texts = undefined;
  values.texts?.set(text, (values.texts.get(text) ?? 0) + times);
  if (values.texts !== undefined && values.texts.size > MOST_TEXTS) values.texts = undefined;
}

/** Adds all that `other` has seen. */
export function addAllValues(all: ValuesByName, other: ValuesByName, budget: Budget): void {
  for (const [name, values] of other) {
    const known = entry(all, name, budget);
    if (known === undefined) continue;
    known.count += values.count;
    known.integers += values.integers;
    known.numbers += values.numbers;
    known.booleans += values.booleans;
    known.repeated += values.repeated;
    if (values.texts === undefined) known.texts = undefined;
    else for (const [text, times] of values.texts) countText(known, text, times);
  }
}
