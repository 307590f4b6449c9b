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
  readonly texts: readonly string[];
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
  for (const patterns of byMethod.values()) patterns.sort((one, other) => other.length - one.length);
  return ({ method, path }) => {
    const text = path.replaceAll(/[\r\n]/g, '');
    return byMethod.get(method.toLowerCase())?.find(({ texts }) => matches(texts, text))?.at;
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
  return { at, texts, length };
}

/** Whether a path is the texts with anything between them. */
function matches(texts: readonly string[], path: string): boolean {
  const [first = '', ...rest] = texts;
  const last = rest.pop();
  if (last === undefined) return path === first;
  if (!path.startsWith(first) || !path.endsWith(last) || path.length < first.length + last.length) return false;
  let from = first.length;
  const end = path.length - last.length;
  for (const text of rest) {
    const found = path.indexOf(text, from);
    if (found === -1 || found + text.length > end) return false;
    from = found + text.length;
  }
  return true;
}
