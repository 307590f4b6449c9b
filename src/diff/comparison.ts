import type { Connector } from '../definition/connector.js';
import type { Located } from '../openapi/refs.js';
import type { Direction } from './impact.js';
import type { DiffRule } from './rule.js';

/** How one part of the interface hangs on another, by what a playbook calls it. */
export interface Step {
  readonly kind: 'parameter' | 'body' | 'response' | 'header' | 'event' | 'field' | 'item' | 'rest' | 'named';
  /** A name or a status; of `named` the whole subject of a message. */
  readonly name: string;
  /** Where a parameter stands. */
  readonly in?: string;
}

/** An operation that both versions have. Its names are those of the old version. */
export interface OperationPair {
  readonly method: string;
  readonly path: string;
  readonly operationId: string | undefined;
  /** The operationId, or method and path. */
  readonly name: string;
}

/** A node of the old version held against one of the new version. Shared definitions are held against each other once for each direction. */
export interface Pair {
  readonly direction: Direction;
  /** Where it is used: from which pair, by which step. The first one names it in messages. */
  readonly uses: Use[];
  readonly edits: Edit[];
  /** Whether one of its uses is required: what is hidden then is missed. */
  required: boolean;
}

/** One use of a pair: from an operation or from another pair. */
export interface Use {
  readonly from: Pair | OperationPair | undefined;
  readonly step: Step;
}

/** A place in one of the files of a version. */
export interface FilePlace {
  readonly file: 'definition' | 'properties';
  readonly pointer: string;
}

/** One thing that differs. One of its places is there, and both where both versions have it. */
export interface Edit {
  readonly rule: DiffRule;
  readonly direction: Direction;
  readonly was: FilePlace | undefined;
  readonly is: FilePlace | undefined;
  /** What a message says of the subject: `is removed.` */
  readonly said: string;
  /** Instead of the subject of the pair. */
  readonly subject?: string;
  /** A part of the pair that is not there any more, or newly: what a playbook would name. */
  readonly step?: Step;
}

/** What is known while two versions are held against each other. Filled and read by the functions of this folder only. */
export interface Comparison {
  readonly old: Connector;
  readonly new: Connector;
  /** Pairs by old node, new node and direction. */
  readonly pairs: Map<object, Map<object, Partial<Record<Direction, Pair>>>>;
  /** In the order in which they were met. */
  readonly all: Pair[];
  /** What is left to compare: a chain of references can be as long as a document, too long for recursion. */
  readonly left: (() => void)[];
  /** What is to be done when nothing is left. */
  readonly last: (() => void)[];
  /** The nodes of both versions that were compared, also as parts of others. */
  readonly seen: Set<object>;
  /** Of the pairs beyond {@link MAX_PAIRS}, the first; there is one at most. */
  readonly beyond: Both<object>[];
}

/** A node of each version. */
export interface Both<Node> {
  readonly was: Located<Node>;
  readonly is: Located<Node>;
}

/** A comparison that has not begun. */
export function newComparison(old: Connector, other: Connector): Comparison {
  return { old, new: other, pairs: new Map(), all: [], left: [], last: [], seen: new Set(), beyond: [] };
}

/** Pairs of definitions that are held against each other at most. Two recursive definitions of different periods have the product of these. */
export const MAX_PAIRS = 100_000;

/**
 * The pair of two nodes, used at one more place. `compare` is called for it later, the first time that it is met.
 */
export function meet<Node extends object>(
  comparison: Comparison,
  { was, is }: Both<Node>,
  how: {
    readonly use: Use;
    readonly direction: Direction;
    readonly required?: boolean;
    readonly compare: (pair: Pair) => void;
  },
): void {
  let news = comparison.pairs.get(was.node);
  if (news === undefined) comparison.pairs.set(was.node, (news = new Map()));
  let known = news.get(is.node);
  if (known === undefined) news.set(is.node, (known = {}));
  let pair = known[how.direction];
  if (pair === undefined) {
    if (comparison.all.length >= MAX_PAIRS) {
      if (comparison.beyond.length === 0) comparison.beyond.push({ was, is });
      return;
    }
    const made: Pair = newPair(how.direction);
    known[how.direction] = pair = made;
    comparison.all.push(made);
    comparison.left.push(() => how.compare(made));
  }
  pair.uses.push(how.use);
  pair.required ||= how.required ?? false;
}

/** A pair without uses. */
export function newPair(direction: Direction): Pair {
  return { direction, uses: [], edits: [], required: false };
}

/** Compares all that is left, and what is met on the way. */
export function workOff({ left, last }: Comparison): void {
  for (let at = 0; at < left.length; at += 1) left[at]?.();
  for (const act of last) act();
}
