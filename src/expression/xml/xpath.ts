import { Failure } from '../failure.js';
import { ITEM_WORK } from '../limits.js';
import { textContent } from './content.js';
import type { XmlNode } from './tree.js';
import { callXPath } from './xpath-functions.js';
import { along, placed, type Place } from './xpath-nodes.js';
import { parseXPath } from './xpath-parse.js';
import type { Operator, PathStep, XPath } from './xpath-syntax.js';
import { toBoolean, toNumber, toText, type XPathValue } from './xpath-value.js';

/** Where an expression is evaluated. */
interface Here {
  readonly at: Place;
  readonly root: Place;
  /** From 1, of as many as `size`. */
  readonly position: number;
  readonly size: number;
  readonly spend: (units: number) => void;
}

/** What a path of XPath 1.0 gives in a document: a number, a text, a boolean, or nodes in document order. Throws a failure for what is no path. */
export function evaluateXPath(
  path: string,
  document: XmlNode,
  spend: (units: number) => void,
): number | string | boolean | XmlNode[] {
  const root = placed(document, spend);
  const found = evaluated(parseXPath(path), { at: root, root, position: 1, size: 1, spend });
  return typeof found === 'object' ? found.map(({ node }) => node) : found;
}

function evaluated(of: XPath, here: Here): XPathValue {
  here.spend(2 * ITEM_WORK);
  switch (of.kind) {
    case 'number':
    case 'text':
      return of.value;
    case 'minus':
      return -toNumber(evaluated(of.of, here));
    case 'call': {
      const { at, position, size, spend } = here;
      return callXPath(
        of.name,
        of.arguments.map((one) => evaluated(one, here)),
        { at, position, size, spend },
      );
    }
    case 'operation':
      return operated(of.operator, of, here);
    case 'path':
      return selected(of, here);
  }
}

function selected({ from, predicates, steps }: XPath & { kind: 'path' }, here: Here): XPathValue {
  const start = from === 'root' ? [here.root] : from === 'here' ? [here.at] : evaluated(from, here);
  if (typeof start !== 'object') {
    if (steps.length === 0 && predicates.length === 0) return start;
    throw new Failure(
      "The template language function 'xpath' parameters are invalid: the expression must evaluate to a node-set.",
    );
  }
  let nodes = filtered(start, predicates, here);
  for (const step of steps) nodes = inOrder(nodes.flatMap((node) => stepped(step, node, here)));
  return nodes;
}

/** Each node once, in document order. */
function inOrder(nodes: readonly Place[]): Place[] {
  const unique = new Map(nodes.map((node) => [node.order, node]));
  return Array.from(unique.values()).sort((a, b) => a.order - b.order);
}

function stepped({ axis, test, predicates }: PathStep, from: Place, here: Here): readonly Place[] {
  const found: Place[] = [];
  for (const node of along(axis, from)) {
    here.spend(2 * ITEM_WORK);
    if (passes(node, test, axis === 'attribute')) found.push(node);
  }
  return filtered(found, predicates, here);
}

function passes({ node }: Place, test: string, isAttribute: boolean): boolean {
  switch (test) {
    case 'node()':
      return true;
    case 'text()':
      return node.type === 'text';
    case 'comment()':
      return node.type === 'comment';
    case 'processing-instruction()':
      return node.type === 'instruction';
    default:
  }
  if (node.type !== (isAttribute ? 'attribute' : 'element')) return false;
  if (test === '*') return true;
  if (test.includes(':')) {
    throw new Failure(
      'Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.',
    );
  }
  return node.name === test && node.namespace === '';
}

function filtered(nodes: readonly Place[], predicates: readonly XPath[], here: Here): readonly Place[] {
  let kept = nodes;
  for (const predicate of predicates) {
    const size = kept.length;
    kept = kept.filter((at, index) => {
      const value = evaluated(predicate, { ...here, at, position: index + 1, size });
      return typeof value === 'number' ? value === index + 1 : toBoolean(value);
    });
  }
  return kept;
}

function operated(operator: Operator, { left, right }: { left: XPath; right: XPath }, here: Here): XPathValue {
  if (operator === 'or') return toBoolean(evaluated(left, here)) || toBoolean(evaluated(right, here));
  if (operator === 'and') return toBoolean(evaluated(left, here)) && toBoolean(evaluated(right, here));
  const [a, b] = [evaluated(left, here), evaluated(right, here)];
  if (operator === '|') {
    if (typeof a === 'object' && typeof b === 'object') return inOrder([...a, ...b]);
    throw new Failure(
      "The template language function 'xpath' parameters are invalid: the expression must evaluate to a node-set.",
    );
  }
  const calculate = arithmetic.get(operator);
  return calculate ? calculate(toNumber(a), toNumber(b)) : compared(operator, a, b);
}

const arithmetic: ReadonlyMap<Operator, (a: number, b: number) => number> = new Map([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['div', (a, b) => a / b],
  ['mod', (a, b) => a % b],
]);

/** Of nodes it is enough that one fits. */
function compared(operator: Operator, a: XPathValue, b: XPathValue): boolean {
  if (typeof a === 'object' && typeof b !== 'boolean') {
    return a.some(({ node }) => compared(operator, textContent(node), typeof b === 'object' ? b : b));
  }
  if (typeof b === 'object' && typeof a !== 'boolean')
    return b.some(({ node }) => compared(operator, a, textContent(node)));
  switch (operator) {
    case '=':
      return same(a, b);
    case '!=':
      return !same(a, b);
    case '<':
      return toNumber(a) < toNumber(b);
    case '<=':
      return toNumber(a) <= toNumber(b);
    case '>':
      return toNumber(a) > toNumber(b);
    default:
      return toNumber(a) >= toNumber(b);
  }
}

function same(a: XPathValue, b: XPathValue): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return toBoolean(a) === toBoolean(b);
  if (typeof a === 'number' || typeof b === 'number') return toNumber(a) === toNumber(b);
  return toText(a) === toText(b);
}
