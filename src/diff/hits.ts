import { ANY_DEPTH, ANY_ITEM, ANY_NAME, type Hit, type HitPart } from './change.js';
import type { Edit, OperationPair, Pair, Step, Use } from './comparison.js';
import { concernsOf } from './rule.js';
import { isPair } from './words.js';

/** Ways from operations to one edit that are told apart; of more, whole bodies are named. */
const MOST_WAYS = 32;
/** Steps that are gone back while ways are looked for. */
const MOST_STEPS = 1_000;

/** What a playbook has to touch for an edit to concern it. `operations`: all that reach the pair. */
export function hitsOf(
  pair: Pair,
  edit: Edit,
  { operations, ways }: { readonly operations: readonly OperationPair[]; readonly ways: readonly Way[] },
): readonly Hit[] {
  const concerns = concernsOf(edit.rule, pair.direction === 'receives' ? 'receives' : edit.direction);
  if (operations.length === 0) return edit.direction === 'connects' ? [{ concerns: 'every' }] : [];
  const hits = ways.map(({ operation, steps }) => hitOf(operation, edit.step ? [...steps, edit.step] : steps));
  const told = new Set(ways.map(({ operation }) => operation));
  const rest = operations.filter((operation) => !told.has(operation)).map((operation) => wide(operation, pair));
  return [...hits, ...rest].map((hit) => ({ ...hit, concerns }));
}

type Located = Omit<Hit, 'concerns'>;

function named({ method, path, operationId }: OperationPair): Located {
  return { method, path, ...(operationId !== undefined && { operationId }) };
}

/** Anything in what is sent or received. */
function wide(operation: OperationPair, { direction }: Pair): Located {
  const part: HitPart = { in: direction === 'receives' ? 'response' : 'body', fields: [ANY_DEPTH] };
  return { ...named(operation), part };
}

function hitOf(operation: OperationPair, steps: readonly (Step | typeof ANY_DEPTH)[]): Located {
  let part: HitPart | undefined;
  for (const step of steps) {
    if ('step' in step) {
      if (part) part = { ...part, fields: [...part.fields, step] };
    } else part = further(part, step);
  }
  return { ...named(operation), ...(part && { part }) };
}

function further(part: HitPart | undefined, { kind, name, in: place }: Step): HitPart | undefined {
  switch (kind) {
    case 'named':
      return part;
    case 'parameter':
      return { in: place as HitPart['in'], name, fields: [] }; // where a parameter stands, but for a body, which is of its own kind
    case 'body':
      return { in: 'body', fields: [] };
    case 'event':
      return { in: 'event', fields: [] };
    case 'response':
      return { in: 'response', status: name, fields: [] };
    case 'header':
      return { in: 'response-header', name, fields: [], ...(part?.status !== undefined && { status: part.status }) };
    default:
      return (
        part && { ...part, fields: [...part.fields, kind === 'item' ? ANY_ITEM : kind === 'rest' ? ANY_NAME : name] }
      );
  }
}

/** A way from an operation to a pair. */
export interface Way {
  readonly operation: OperationPair;
  readonly steps: readonly (Step | typeof ANY_DEPTH)[];
}

/** The ways from operations to a pair; none goes through a pair twice, and where a pair holds itself, any number of steps may follow it. None where there are too many. */
export function waysTo(pair: Pair): readonly Way[] {
  const recursive = new Set<Pair>();
  const ways = waysBack(pair, recursive);
  // It finds which pairs hold themselves: only the second time that is known before they are passed.
  return recursive.size === 0 ? ways : waysBack(pair, recursive);
}

interface Back {
  readonly at: Pair;
  readonly passed: Back | undefined;
  /** What leads from `at` to the pair that is asked about. */
  readonly steps: Way['steps'];
}

function waysBack(pair: Pair, recursive: Set<Pair>): readonly Way[] {
  const ways: Way[] = [];
  const left: Back[] = [{ at: pair, passed: undefined, steps: [] }];
  let steps = 0;
  for (let back = left.shift(); back !== undefined; back = left.shift()) {
    for (const use of back.at.uses) {
      steps += 1;
      if (steps > MOST_STEPS || ways.length >= MOST_WAYS) return [];
      goBack(back, use, { left, ways, recursive });
    }
  }
  return ways;
}

function goBack(
  back: Back,
  { from, step }: Use,
  { left, ways, recursive }: { readonly left: Back[]; readonly ways: Way[]; readonly recursive: Set<Pair> },
): void {
  if (from === undefined) return;
  const steps = [step, ...(recursive.has(back.at) ? [ANY_DEPTH] : []), ...back.steps];
  if (!isPair(from)) ways.push({ operation: from, steps });
  else if (hasPassed(back, from)) recursive.add(from);
  else left.push({ at: from, passed: back, steps });
}

function hasPassed(back: Back, pair: Pair): boolean {
  for (let one: Back | undefined = back; one !== undefined; one = one.passed) if (one.at === pair) return true;
  return false;
}
