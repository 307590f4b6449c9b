import type { OperationAt } from '../openapi/walk.js';
import { designerPath } from './designer-path.js';
import { visibilityOf, type Visibility } from './visibility.js';

/** A step as a workflow stores it: no operationId, only what is called. */
export interface StoredStep {
  readonly method: string;
  /** The path, with expressions and values in it, without the base path. */
  readonly path: string;
}

/** Gives the operation that the designer takes a stored step for; undefined where it finds none, and cannot open the step. */
export type Reopen = (stored: StoredStep) => OperationAt | undefined;

const lineBreaks = /[\r\n]/g;

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
    const patterns = byMethod.get(at.method);
    if (patterns) patterns.push(patternOf(at));
    else byMethod.set(at.method, [patternOf(at)]);
  }
  const find = new Map([...byMethod].map(([method, patterns]) => [method, finding(patterns)]));
  return ({ method, path }) => find.get(method.toLowerCase())?.(path.replaceAll(lineBreaks, ''));
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
    for (const index of open) {
      if (index > same) break;
      const pattern = patterns[index] as Pattern; // it is one of them
      if (matches(pattern, path)) return pattern.at;
    }
    return patterns[same]?.at;
  };
}

/** Of two operations with one operationId the last is known; none without one. */
function inOrder(operations: readonly OperationAt[]): readonly OperationAt[] {
  const byRank = ranks.map((): OperationAt[] => []);
  for (const at of operations) {
    if (at.operation.operationId !== undefined) byRank[ranks.indexOf(visibilityOf(at.operation))]?.push(at);
  }
  const byId = new Map<string | undefined, OperationAt>();
  for (const those of byRank) for (const at of those) byId.set(at.operation.operationId, at);
  return [...byId.values()];
}
/** Which are looked at first. What is internal is not. */
const ranks: readonly Visibility[] = ['important', 'none', 'advanced'];

/** What the designer escapes in a path; a dot is not. */
const escaped = /[+?^=!:${}()|[\]/\\]/g;

function patternOf(at: OperationAt): Pattern {
  const path = designerPath(at.path);
  const texts = path.includes('{') ? path.split(/\{[^{}]*\}/) : [path];
  let length = '.*'.length * (texts.length - 1);
  for (const text of texts) length += text.length + (text.match(escaped)?.length ?? 0);
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
