import type { Json, JsonObject } from '../core/json.js';
import { literal } from '../designer/expression.js';
import { expr, type Expr } from './expression.js';

/** The types that a parameter can have, and what each holds. */
interface Types {
  readonly String: string;
  readonly SecureString: string;
  readonly Int: number;
  readonly Float: number;
  readonly Bool: boolean;
  readonly Array: readonly Json[];
  readonly Object: JsonObject;
  readonly SecureObject: JsonObject;
}

/** A parameter of a workflow: given when it is deployed. */
export interface WorkflowParameter<T = unknown> {
  readonly name: string;
  readonly type: keyof Types;
  readonly defaultValue?: T;
  readonly description?: string;
  readonly value: Expr<T>;
}

/**
 * A parameter of the workflow.
 *
 * @throws Error for a secret with a default: the service would store it in the definition, where whoever reads the workflow reads it.
 */
export function parameter<Type extends keyof Types>(
  name: string,
  type: Type,
  { defaultValue, description }: { readonly defaultValue?: Types[Type]; readonly description?: string } = {},
): WorkflowParameter<Types[Type]> {
  if (type.startsWith('Secure') && defaultValue !== undefined) {
    throw new Error(`The parameter "${name}" is a secret and has a default, which would be stored in the definition.`);
  }
  return {
    name,
    type,
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(description === undefined ? {} : { description }),
    value: expr(`parameters(${literal(name)})`),
  };
}
