import type { JsonObject } from '../core/json.js';
import { literal } from '../designer/expression.js';
import type { Connection } from './connection.js';
import { expr, type Expr } from './expression.js';

/** How an action may have ended when another runs after it. */
export type Ended = 'Succeeded' | 'Failed' | 'Skipped' | 'TimedOut';

/** An action of a workflow, made; what runs before it is said where it is put. */
export interface Step<Body = unknown> {
  readonly kind: 'step';
  /** As the definition has it: blanks are underscores. */
  readonly name: string;
  /** The action without its `runAfter`. */
  readonly value: JsonObject;
  /** Its body in later steps: of an answer, of a ParseJson, a Compose, a Select, ... */
  readonly body: Expr<Body>;
  /** Of a call: the status of the answer. */
  readonly statusCode: Expr<number | null>;
  /** What it runs after, where that is not simply what stands before it. */
  readonly after?: readonly After[];
  /** The connections that it uses, and what is in it. */
  readonly connections: readonly Connection[];
}

/** A step and how it must have ended. */
export interface After {
  readonly name: string;
  readonly ended: readonly Ended[];
}

/** What every step may say besides. */
export interface StepOptions {
  /** What it is for: the designer shows it. */
  readonly description?: string;
  /** What the run history must not show. */
  readonly secure?: readonly ('inputs' | 'outputs')[];
}

/** What a step is made of. */
interface StepParts extends StepOptions {
  readonly value: JsonObject;
  readonly connections?: readonly Connection[];
  /** The function whose value `body` is: `outputs` of a Compose, else `body`. */
  readonly bodyOf?: 'body' | 'outputs';
}

/**
 * A step of this name.
 *
 * @throws Error for a name that the service refuses: longer than 80 characters, or with one of `< > * % & : \ ? /`.
 */
export function step<Body>(title: string, parts: StepParts): Step<Body> {
  const { value, description, secure = [], connections = [], bodyOf = 'body' } = parts;
  const name = actionName(title);
  const runtime = secure.length === 0 ? {} : { runtimeConfiguration: { secureData: { properties: secure } } };
  return {
    kind: 'step',
    name,
    value: { ...value, ...(description === undefined ? {} : { description }), ...runtime },
    body: expr(`${bodyOf}(${literal(name)})`),
    statusCode: expr<Answered>(`outputs(${literal(name)})`).at('statusCode'),
    connections,
  };
}

interface Answered {
  readonly statusCode?: number;
}

/** Longest name of an action. Source: Microsoft's page on limits of Logic Apps. */
const MAX_NAME = 80;

/** A title as the name of an action: blanks are underscores. Throws as {@link step}. */
export function actionName(title: string): string {
  const name = title.replaceAll(' ', '_');
  const [refused] = /[<>*%&:\\?/]/.exec(name) ?? [];
  if (refused !== undefined) throw new Error(`The name "${title}" has ${refused} in it, which the service refuses.`);
  if (name.length === 0 || name.length > MAX_NAME) {
    throw new Error(`The name "${title}" has ${name.length} characters: 1 to ${MAX_NAME} are expected.`);
  }
  return name;
}

/**
 * The step, run when another has ended so, whatever stands before it.
 *
 * @example
 * [attempt, runAfter(attempt, ['Failed', 'TimedOut'], report)]
 */
export function runAfter<S extends Step>(other: Step, ended: readonly Ended[], later: S): S {
  return { ...later, after: [...(later.after ?? []), { name: other.name, ended }] };
}
