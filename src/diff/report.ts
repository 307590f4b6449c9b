import type { Json } from '../core/json.js';
import type { Edit, FilePlace, Pair, Step } from './comparison.js';
import type { Direction } from './impact.js';
import type { DiffRule } from './rule.js';
import { hadHas } from './words.js';

/** What is said of an edit. Pointers lead into the definition, unless a place is given as one. */
export interface Said {
  readonly was?: string | FilePlace | undefined;
  readonly is?: string | FilePlace | undefined;
  readonly said: string;
  /** Other than that of the pair. */
  readonly direction?: Direction;
  readonly subject?: string;
  readonly step?: Step;
}

/** Notes an edit of a pair, in the direction of the pair, or in the only one that its kind has. */
export function report(pair: Pair, rule: DiffRule, { was, is, direction, ...said }: Said): void {
  const usual = rule.directions.includes(pair.direction) ? pair.direction : (rule.directions[0] ?? pair.direction);
  const edit: Edit = { rule, direction: direction ?? usual, was: placed(was), is: placed(is), ...said };
  pair.edits.push(edit);
}

function placed(at: string | FilePlace | undefined): FilePlace | undefined {
  return typeof at === 'string' ? { file: 'definition', pointer: at } : at;
}

/** Notes that a keyword has another value. */
export function reportKeyword(
  pair: Pair,
  rule: DiffRule,
  {
    noun,
    from,
    to,
    ...said
  }: Omit<Said, 'said'> & { readonly noun: string; readonly from: Json | undefined; readonly to: Json | undefined },
): void {
  report(pair, rule, { ...said, said: hadHas(noun, from, to) });
}
