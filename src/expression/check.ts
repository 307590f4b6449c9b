import { nearest } from '../core/nearest.js';
import { wrongCount } from './counts.js';
import { functionNames, functionOf } from './functions/table.js';
import { walkExpression, type Call, type Expression } from './syntax.js';
import type { SyntaxProblem } from './problem.js';

/** What is wrong with an expression, whatever it is evaluated with. */
export interface Problem extends SyntaxProblem {
  /** The function that was probably meant. */
  readonly meant?: string;
}

/** The unknown functions of an expression, and the calls with too few or too many arguments. The service finds them in a run only. */
export function checkCalls(expression: Expression): readonly Problem[] {
  const problems: Problem[] = [];
  walkExpression(expression, (node) => {
    const problem = node.kind === 'call' ? problemOf(node) : undefined;
    if (problem) problems.push(problem);
  });
  return problems;
}

/** Functions of other products of the family: the service knows them, and takes them nowhere. */
const elsewhere: ReadonlySet<string> = new Set(['appsetting']);

function problemOf({ name, arguments: given, start }: Call): Problem | undefined {
  const known = functionOf(name);
  if (known) {
    const message = wrongCount(known, name, given.length);
    return message === undefined ? undefined : { message, offset: start };
  }
  if (elsewhere.has(name.toLowerCase())) {
    return { message: `The template function '${name}' is not expected at this location.`, offset: start };
  }
  const meant = nearest(name, functionNames());
  const message = `The template function '${name.slice(0, 100)}' is not defined or not valid.`;
  return { message, offset: start, ...(meant !== undefined && { meant }) };
}
