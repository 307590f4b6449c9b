import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { expressionIn, unescapeText } from './escape.js';
import { functions } from './functions.js';
import { HOLE, ofAnyCase, selected } from './hole.js';
import { parseArm, type ArmExpression } from './parse.js';

/** How many variables may lead to one another. */
const MAX_CHAIN = 50;
/** How much all results of a template's expressions may have together: UTF-16 code units of texts, values of lists and objects. */
export const MAX_RESULTS = 8 * 1024 * 1024;

/** What a template's expressions can refer to, and what was wrong with those that were read. */
export interface ArmScope {
  readonly parameter: (name: string) => Json;
  readonly variable: (name: string) => Json;
  readonly problems: ArmProblem[];
  /** How much results may still have. */
  readonly budget: { left: number };
  /** What a function gives beyond what every template's text gives, by its name in lower case: what is known of a deployment. */
  readonly known?: (name: string, given: readonly Json[]) => Json | undefined;
}

/** An expression that cannot be read, and where it stands. */
export interface ArmProblem {
  /** Relative to the value that was resolved. */
  readonly pointer: string;
  readonly message: string;
}

/**
 * The scope of a template: its parameters, by what is `given` for them or else their default values, and its variables.
 * What is neither given nor declared is a hole.
 */
export function armScope(
  template: JsonObject,
  given: JsonObject = {},
  above?: Pick<ArmScope, 'problems' | 'budget' | 'known'>,
): ArmScope {
  const parameters = own(template, 'parameters');
  const variables = own(template, 'variables');
  const scope: ArmScope = {
    parameter: remembered((name) => {
      const value = ofAnyCase(given, name);
      if (value !== undefined) return value;
      const declared = isObject(parameters) ? ofAnyCase(parameters, name) : undefined;
      const fallback = isObject(declared) ? ofAnyCase(declared, 'defaultValue') : undefined;
      return fallback === undefined ? HOLE : resolved(fallback, scope);
    }),
    variable: remembered((name) => {
      const value = isObject(variables) ? ofAnyCase(variables, name) : undefined;
      return value === undefined ? HOLE : resolved(value, scope);
    }),
    problems: above?.problems ?? [],
    budget: above?.budget ?? { left: MAX_RESULTS },
    ...(above?.known && { known: above.known }),
  };
  return scope;
}

/** Looks a name up once, whatever its case. One that leads to itself, or by too long a way, is a hole. */
function remembered(find: (name: string) => Json): (name: string) => Json {
  const known = new Map<string, Json>();
  let chain = 0;
  return (name) => {
    const key = name.toLowerCase();
    const before = known.get(key);
    if (before !== undefined || chain > MAX_CHAIN) return before ?? HOLE;
    known.set(key, HOLE);
    chain += 1;
    const value = find(name);
    chain -= 1;
    known.set(key, value);
    return value;
  };
}

/** The value with each expression in it replaced by what it gives; where only a part is known, a text with holes. */
export function resolved(value: Json, scope: ArmScope, pointer = ''): Json {
  if (typeof value === 'string') return resolvedText(value, scope, pointer);
  if (isArray(value)) return value.map((item, index) => resolved(item, scope, child(pointer, index)));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolved(item, scope, child(pointer, key))]),
  );
}

function resolvedText(text: string, scope: ArmScope, pointer: string): Json {
  const expression = expressionIn(text);
  if (expression === undefined) return unescapeText(text);
  const parsed = parseArm(expression);
  if ('problem' in parsed) {
    scope.problems.push({ pointer, message: parsed.problem });
    return HOLE;
  }
  return evaluated(parsed.expression, scope);
}

function evaluated(expression: ArmExpression, scope: ArmScope): Json {
  if (expression.kind === 'text' || expression.kind === 'integer') return expression.value;
  if (expression.kind === 'access') {
    return expression.keys.reduce(
      (value, key) => selected(value, evaluated(key, scope)),
      evaluated(expression.from, scope),
    );
  }
  const given = expression.arguments.map((argument) => evaluated(argument, scope));
  const name = expression.name.toLowerCase();
  const [first] = given;
  if (name === 'parameters' && typeof first === 'string') return affordable(scope.parameter(first), scope);
  if (name === 'variables' && typeof first === 'string') return affordable(scope.variable(first), scope);
  const result = scope.known?.(name, given) ?? functions.get(name)?.(given);
  return affordable(result === undefined ? HOLE : result, scope);
}

/** The result, or a hole where all results together would take too much. */
function affordable(result: Json, { budget }: ArmScope): Json {
  if (budget.left > 0) budget.left -= sizeOf(result, budget.left);
  return budget.left > 0 ? result : HOLE;
}

/** The size of a value, looked at until it is beyond `limit`. */
function sizeOf(value: Json, limit: number): number {
  if (typeof value === 'string') return value.length + 1;
  if (typeof value !== 'object' || value === null) return 1;
  let size = 1;
  for (const item of isArray(value) ? value : Object.values(value)) {
    if (size > limit) break;
    size += sizeOf(item, limit - size);
  }
  return size;
}
