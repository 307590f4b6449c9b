import { remembered } from '../core/remembered.js';
import { shorten } from '../core/shorten.js';
import { patternCost } from './pattern-cost.js';
import type { Schema } from './types.js';

/** How many ways of matching one text we let the engine try: about 10 ms (V8, Node 20). */
const maxWays = 1_000_000;

interface Pattern {
  readonly expression: RegExp;
  /** The longest text that is held against it, in UTF-16 code units. */
  readonly maxLength: number;
}

/** The patterns of schemas, read once each; a text says why one is not read. */
const known = remembered<Schema, Pattern | string>();

/**
 * Whether a text matches the `pattern` of a schema, as JavaScript reads it (with the `u` flag where it can); where that cannot be told, a sentence that says why.
 *
 * JavaScript's engine backtracks and cannot be interrupted, so a pattern that may take exponential time (a group with a choice in it,
 * repeated without bound) is not tested at all, and another only on texts short enough for its number of quantifiers.
 */
export function matchesPattern(schema: Schema, text: string): boolean | string {
  let pattern = known.get(schema);
  if (pattern === undefined) known.set(schema, (pattern = read(schema.pattern ?? '')));
  if (typeof pattern === 'string') return pattern;
  if (text.length > pattern.maxLength) {
    return `The pattern ${shorten(schema.pattern ?? '')} is not held against texts of more than ${pattern.maxLength} characters: it may take too long.`;
  }
  try {
    return pattern.expression.test(text);
  } catch {
    return `The pattern ${shorten(schema.pattern ?? '')} is too large to be held against values.`; // V8 says so at the first use
  }
}

function read(source: string): Pattern | string {
  const expression = compiled(source, 'u') ?? compiled(source, '');
  if (expression === undefined) {
    return `The pattern ${shorten(source)} is no regular expression; values are not held against it.`;
  }
  const cost = patternCost(source);
  const ways = cost === undefined ? 0 : maxWays / cost.factor;
  if (cost === undefined || ways < 1) {
    return `The pattern ${shorten(source)} may take exponential time; values are not held against it.`;
  }
  return { expression, maxLength: cost.degree === 0 ? Infinity : Math.floor(ways ** (1 / cost.degree) + 1e-9) };
}

function compiled(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
