import type { OperationAt } from '../openapi/walk.js';
import { designerPath } from './designer-path.js';
import { visibilityOf } from './visibility.js';

/** A step as a workflow stores it: no operationId, only what is called. */
export interface StoredStep {
  readonly method: string;
  /** The path, with expressions and values in it, without the base path. */
  readonly path: string;
}

/** Gives the operation that the designer takes a stored step for; undefined where it finds none, and cannot open the step. */
export type Reopen = (stored: StoredStep) => OperationAt | undefined;

interface Pattern {
  readonly at: OperationAt;
  /** What its path begins with, holds one after the other, and ends with; what it begins with is all where it has no parameter. */
  readonly begin: string;
  readonly middle: readonly string[];
  readonly end: string | undefined;
  /** Length of the regular expression that the designer makes of the path. */
  readonly length: number;
}

/**
 * How the designer finds the operation of a stored step again: by method and path, any text for a parameter, the longest pattern first,
 * then important operations, then advanced ones last. Operations that are internal are not found.
 * Source: github:Azure/LogicAppsUX, libs/designer/src/lib/core/utils/swagger/operation.ts.
 */
export function reopening(operations: readonly OperationAt[]): Reopen {
  const byMethod = new Map<string, Pattern[]>();
  for (const at of inOrder(operations)) {
    const patterns = byMethod.get(at.method) ?? [];
    byMethod.set(at.method, patterns);
    patterns.push(patternOf(at));
  }
  const find = new Map([...byMethod].map(([method, patterns]) => [method, finding(patterns)]));
  return ({ method, path }) => find.get(method.toLowerCase())?.(path.replaceAll(/[\r\n]/g, ''));
}

/** Finds the first pattern that a path fits. Most have no parameter, and need not be looked through. */
function finding(patterns: Pattern[]): (path: string) => OperationAt | undefined {
  patterns.sort((one, other) => other.length - one.length);
  const plain = new Map<string, number>();
  const open: number[] = [];
  patterns.forEach(({ begin, end }, index) => {
    if (end !== undefined) open.push(index);
    else if (!plain.has(begin)) plain.set(begin, index);
  });
  return (path) => {
    const same = plain.get(path) ?? patterns.length;
    const first = open.find((index) => index > same || matches(patterns[index] as Pattern, path)) ?? same; // it is one of them
    return patterns[Math.min(first, same)]?.at;
  };
}

/** Of two operations with one operationId the last is known; none without one. */
function inOrder(operations: readonly OperationAt[]): readonly OperationAt[] {
  const rank = ({ operation }: OperationAt) => ['important', 'none', 'advanced'].indexOf(visibilityOf(operation));
  const shown = operations.filter((at) => rank(at) !== -1).toSorted((one, other) => rank(one) - rank(other));
  const byId = new Map<string, OperationAt>();
  for (const at of shown) if (at.operation.operationId !== undefined) byId.set(at.operation.operationId, at);
  return [...byId.values()];
}

/** What the designer escapes in a path; a dot is not. */
const escaped = /[+?^=!:${}()|[\]/\\]/g;

function patternOf(at: OperationAt): Pattern {
  const texts = designerPath(at.path).split(/\{[^{}]*\}/);
  const escapes = texts.reduce((sum, text) => sum + (text.match(escaped)?.length ?? 0), 0);
  const length = texts.reduce((sum, text) => sum + text.length, 0) + escapes + '.*'.length * (texts.length - 1);
  const [begin = '', ...middle] = texts;
  return { at, begin, end: middle.pop(), middle, length };
}

/** Whether a path is the texts with anything between them; the pattern has a parameter. */
function matches({ begin, middle, end = '' }: Pattern, path: string): boolean {
  if (!path.startsWith(begin) || !path.endsWith(end) || path.length < begin.length + end.length) return false;
  let from = begin.length;
  const last = path.length - end.length;
  for (const text of middle) {
    const found = path.indexOf(text, from);
    if (found === -1 || found + text.length > last) return false;
    from = found + text.length;
  }
  return true;
}
