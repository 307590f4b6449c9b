import type { Json } from '../core/json.js';
import type { Context } from './context.js';
import { Failure, type FailureCode } from './failure.js';
import type { Scope } from './function.js';
import { functionOf } from './functions/table.js';
import { measure, plainJson } from './json-of.js';
import { MAX_TEXT_LENGTH, MAX_WORK } from './limits.js';
import { prepare, type Prepared } from './prepare.js';
import { select } from './select.js';
import type { Access, Call, Expression } from './syntax.js';
import { textOf } from './text.js';
import { float, isList, isSpecial, typeName, type Value } from './value.js';

/** What a value of a workflow comes to. */
export type Evaluated =
  /** `secret`: something in it came from what the service hides. */
  | { readonly ok: true; readonly value: Json; readonly secret: boolean }
  | { readonly ok: false; readonly error: EvaluationError; readonly secret: boolean };

/** Why there is no value. */
export interface EvaluationError {
  readonly code: FailureCode;
  /** In the service's words where they are known. May show what the context holds, shortened. */
  readonly message: string;
  /** What was probably meant. */
  readonly help?: string;
}

/** How to evaluate. */
export interface EvaluateOptions {
  /** The action whose inputs they are: the message of an error names it, as in a run. */
  readonly action?: string;
}

/**
 * Evaluates the expressions in a value of a workflow: a text, or anything that holds texts. `@expression` keeps its type, a text with
 * `@{expression}` in it is a text. Throws nothing; takes a bounded time.
 */
export function evaluate(value: Json, context: Context, options: EvaluateOptions = {}): Evaluated {
  const { prepared, problems } = prepare(value);
  const [problem] = problems;
  if (!problem) return evaluatePrepared(prepared, context, options);
  const help = problem.meant === undefined ? {} : { help: `Did you mean "${problem.meant}"?` };
  return {
    ok: false,
    error: { code: 'InvalidTemplate', message: worded(problem.message, options), ...help },
    secret: false,
  };
}

/** As {@link evaluate}, of what {@link prepare} has read and found nothing wrong with. */
export function evaluatePrepared(prepared: Prepared, context: Context, options: EvaluateOptions = {}): Evaluated {
  const run: Run = { context, spent: 0, isSecret: false, isSpecial: false, finds: 0 };
  try {
    const value = valueOf(prepared, { run, scope: scopeOf(run) });
    // What was found once cannot have been multiplied.
    if (run.isSpecial || run.finds > 1) measure(value, (units) => spend(run, units));
    const json = run.isSpecial ? plainJson(value) : (value as Json); // no value was made that JSON does not have
    return { ok: true, value: json, secret: run.isSecret };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ok: false, error: { code: error.code, message: worded(error.message, options) }, secret: run.isSecret };
  } finally {
    context.spent?.(run.spent);
  }
}

/** As the service words what is wrong with the inputs of an action. Line and column are those of a run. */
function worded(message: string, { action }: EvaluateOptions): string {
  if (action === undefined) return message;
  return `Unable to process template language expressions in action '${action}' inputs at line '0' and column '0': '${message}'.`;
}

interface Run {
  readonly context: Context;
  spent: number;
  isSecret: boolean;
  /** Whether a value that JSON does not have was made. */
  isSpecial: boolean;
  /** How often the context was asked. */
  finds: number;
}

/** Where an expression stands: the text around it, for messages. */
interface Here {
  readonly run: Run;
  readonly scope: Scope;
}

interface At extends Here {
  readonly source: string;
}

function scopeOf(run: Run): Scope {
  return {
    context: run.context,
    spend: (units) => spend(run, units),
    find: (source, name) => {
      const answer = run.context.find(source, name);
      run.finds += 1;
      if (answer?.secret) run.isSecret = true;
      return answer?.value;
    },
  };
}

function spend(run: Run, units: number): void {
  run.spent += units;
  if (run.spent > MAX_WORK) throw new Failure(`The evaluation takes more than ${MAX_WORK} steps.`, 'LimitExceeded');
}

function valueOf(prepared: Prepared, here: Here): Value {
  switch (prepared.kind) {
    case 'constant':
      return prepared.value;
    case 'expression':
      return evaluated(prepared.expression, { ...here, source: prepared.source });
    case 'interpolation':
      return interpolated(prepared.parts, { ...here, source: prepared.source });
    case 'array':
      return prepared.items.map((item) => valueOf(item, here));
    case 'object':
      return Object.fromEntries(prepared.members.map(([key, value]) => [keyText(key, here), valueOf(value, here)]));
  }
}

/** A key that is an expression must come to a text. */
function keyText(key: Prepared, here: Here): string {
  const value = valueOf(key, here);
  if (typeof value === 'string') return value;
  throw new Failure(`The name of a property is of type '${typeName(value)}', a text was expected.`);
}

function interpolated(parts: readonly (string | Expression)[], at: At): string {
  const texts = parts.map((part) => (typeof part === 'string' ? part : textOf(evaluated(part, at), at.scope.spend)));
  return bounded(texts.join(''));
}

function evaluated(node: Expression, at: At): Value {
  switch (node.kind) {
    case 'float':
      return noted(float(finite(node.value)), at);
    case 'call':
      return noted(called(node, at), at);
    case 'access':
      return accessed(node, at);
    default:
      return node.value;
  }
}

/** A result of a function, or a number: where values come from that JSON does not have, and texts that are too long. */
function noted(value: Value, { run }: At): Value {
  if (isSpecial(value)) run.isSpecial = true;
  return typeof value === 'string' ? bounded(value) : value;
}

function bounded(text: string): string {
  if (text.length <= MAX_TEXT_LENGTH) return text;
  throw new Failure(
    `A text of ${text.length} characters was made, at most ${MAX_TEXT_LENGTH} are possible.`,
    'LimitExceeded',
  );
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new Failure('Value was either too large or too small for a Double.');
}

function called({ name, arguments: given }: Call, at: At): Value {
  const known = functionOf(name);
  if (!known) throw new Failure(`The template function '${name}' is not defined or not valid.`);
  if (known.lazily) {
    return known.lazily({
      name,
      count: given.length,
      at: (index) => {
        const argument = given[index];
        return argument === undefined ? null : evaluated(argument, at);
      },
    });
  }
  const values = given.map((argument) => evaluated(argument, at));
  // Most functions read all of a text or an array.
  at.scope.spend(
    values.reduce<number>((sum, value) => sum + (typeof value === 'string' || isList(value) ? value.length : 1), 1),
  );
  return known.evaluate?.({ of: known, name, values, scope: at.scope }) ?? null;
}

function accessed({ from, steps, start, end }: Access, at: At): Value {
  const source = at.source.slice(start, end);
  let value = evaluated(from, at);
  for (const { key, optional } of steps) {
    at.scope.spend(1);
    value = select(value, { key: evaluated(key, at), optional, source, scope: at.scope });
  }
  return value;
}
