import type { Document, Operation } from '../openapi/types.js';
import { securityRules } from './security-rules.js';
import type { Both, Comparison, Pair } from './comparison.js';
import { operationRules } from './operation-rules.js';
import { report } from './report.js';
import type { DiffRule } from './rule.js';
import { setChange } from './sets.js';
import { wordingRules } from './wording-rules.js';
import { listed } from './words.js';

/** What holds where neither the operation nor the document says anything: the platform speaks JSON over https. */
const standard = { consumes: ['application/json'], produces: ['application/json'], schemes: ['https'] } as const;

type Key = keyof typeof standard;

/** Compares the media types of an operation: its own, or else those of the document. */
export function compareMediaTypes(
  comparison: Comparison,
  pair: Pair,
  { hasBody, ...both }: Both<Operation> & { readonly hasBody: boolean },
): void {
  const { mediaTypesNarrowed, mediaTypesWidened } = operationRules;
  compareList(comparison, pair, {
    key: 'consumes',
    ...both,
    ruleOf(change) {
      if (!hasBody) return [wordingRules.wordingChanged, 'sends'];
      return [change === 'more' ? mediaTypesWidened : mediaTypesNarrowed, 'sends'];
    },
  });
  compareList(comparison, pair, {
    key: 'produces',
    ...both,
    ruleOf: (change) => [change === 'less' ? mediaTypesNarrowed : mediaTypesWidened, 'receives'],
  });
}

/** Compares the schemes of an operation: its own, or else those of the document. */
export function compareSchemes(comparison: Comparison, pair: Pair, both: Both<Operation>): void {
  const { schemesNarrowed, schemesWidened } = securityRules;
  compareList(comparison, pair, {
    key: 'schemes',
    ...both,
    ruleOf: (change) => [change === 'more' ? schemesWidened : schemesNarrowed, 'connects'],
  });
}

type Change = NonNullable<ReturnType<typeof setChange>>;

function compareList(
  { old, new: other }: Comparison,
  pair: Pair,
  {
    key,
    was,
    is,
    ruleOf,
  }: Both<Operation> & {
    readonly key: Key;
    readonly ruleOf: (change: Change) => readonly [DiffRule, 'sends' | 'receives' | 'connects'];
  },
): void {
  const before = listOf(key, was.node, old.definition);
  const after = listOf(key, is.node, other.definition);
  const change = setChange(before, after);
  if (change === undefined) return;
  const [rule, direction] = ruleOf(change);
  const ownsOne = was.node[key] !== undefined || is.node[key] !== undefined;
  const place = (node: Operation, pointer: string, document: object) => {
    if (node[key] !== undefined) return `${pointer}/${key}`;
    if (ownsOne) return pointer;
    return Object.hasOwn(document, key) ? `/${key}` : '';
  };
  report(pair, rule, {
    was: place(was.node, was.pointer, old.definition),
    is: place(is.node, is.pointer, other.definition),
    said: `had the ${key} ${listed(before, 4) || 'none'} and has ${listed(after, 4) || 'none'}.`,
    direction,
  });
}

/** An empty list says as little as none. */
function listOf(key: Key, operation: Operation, document: Document): readonly string[] {
  const list = operation[key] ?? document[key] ?? [];
  return list.length === 0 ? standard[key] : list;
}
