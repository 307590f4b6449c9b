import { isArray, isObject, type Json } from '../core/json.js';
import { child } from '../core/pointer.js';
import { checkCalls, type Problem } from './check.js';
import { MAX_VALUE_DEPTH } from './limits.js';
import type { Expression } from './syntax.js';
import { readTemplate } from './template.js';

/** A value of a workflow with its expressions read: to be evaluated any number of times. */
export type Prepared =
  | { readonly kind: 'constant'; readonly value: Json }
  | { readonly kind: 'expression'; readonly source: string; readonly expression: Expression }
  | { readonly kind: 'interpolation'; readonly source: string; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'array'; readonly items: readonly Prepared[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [key: Prepared, value: Prepared])[] };

/** What is wrong with an expression, and in which text of the value. */
export interface PlacedProblem extends Problem {
  /** JSON Pointer to the text, or to the member whose key it is. */
  readonly pointer: string;
}

/** A value that was read, and what is wrong with its expressions. */
export interface Preparation {
  readonly prepared: Prepared;
  /** In document order; what has one cannot be evaluated. */
  readonly problems: readonly PlacedProblem[];
}

/**
 * Reads the expressions in all texts of a value, keys too, and finds what the service would refuse in any run: no expression, an unknown
 * function, a wrong number of arguments.
 */
export function prepare(value: Json): Preparation {
  const problems: PlacedProblem[] = [];
  return { prepared: prepared(value, { pointer: '', depth: 0, problems }), problems };
}

/** Where a value stands, and the problems that were found so far. */
interface Place {
  readonly pointer: string;
  readonly depth: number;
  readonly problems: PlacedProblem[];
}

function prepared(value: Json, { pointer, depth, problems }: Place): Prepared {
  if (typeof value === 'string') return preparedText(value, pointer, problems);
  if (depth > MAX_VALUE_DEPTH) {
    problems.push({ message: `A value is nested deeper than ${MAX_VALUE_DEPTH} levels.`, offset: 0, pointer });
    return { kind: 'constant', value: null };
  }
  const inner = (member: Json, at: string) => prepared(member, { pointer: at, depth: depth + 1, problems });
  if (isArray(value)) {
    const items = value.map((item, index) => inner(item, child(pointer, index)));
    const isSame = items.every((item, index) => is(item, value[index]));
    return isSame ? { kind: 'constant', value } : { kind: 'array', items };
  }
  if (!isObject(value)) return { kind: 'constant', value };
  const written = Object.entries(value);
  const members = written.map(([key, member]) => {
    const at = child(pointer, key);
    return [preparedText(key, at, problems), inner(member, at)] as const;
  });
  const isSame = members.every(
    ([key, member], index) => is(key, written[index]?.[0]) && is(member, written[index]?.[1]),
  );
  return isSame ? { kind: 'constant', value } : { kind: 'object', members };
}

/** Whether it is the value itself: it holds no expression, and nothing was escaped in it. */
function is(of: Prepared, value: Json | undefined): boolean {
  return of.kind === 'constant' && of.value === value;
}

function preparedText(source: string, pointer: string, problems: PlacedProblem[]): Prepared {
  if (!source.includes('@')) return { kind: 'constant', value: source };
  const template = readTemplate(source);
  if (template.kind === 'text') return { kind: 'constant', value: template.text };
  if (template.kind === 'broken') {
    problems.push({ ...template.problem, pointer });
    return { kind: 'constant', value: source };
  }
  const expressions =
    template.kind === 'expression' ? [template.expression] : template.parts.filter((part) => typeof part !== 'string');
  for (const expression of expressions)
    for (const problem of checkCalls(expression)) problems.push({ ...problem, pointer });
  return template.kind === 'expression'
    ? { kind: 'expression', source, expression: template.expression }
    : { kind: 'interpolation', source, parts: template.parts };
}
