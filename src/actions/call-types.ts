import type { ConnectorOperation } from '../build/operation.js';
import type { Infer } from '../openapi/infer.js';
import type { BodyParameter, Parameter, Response, Schema } from '../openapi/types.js';
import type { Input } from './expression.js';

/** What a call of an operation is given: its parameters by name, and its body. */
export type CallInputs<Operation extends ConnectorOperation> = ParametersOf<Operation['operation']['parameters']> &
  BodyOf<Operation['operation']['parameters']>;

/** The body of the answer that the designer offers to later steps: of 200, else of 201. */
export type AnswerOf<Operation extends ConnectorOperation> = Operation['operation']['responses'] extends {
  readonly 200: infer Answer;
}
  ? BodyIn<Answer>
  : Operation['operation']['responses'] extends { readonly 201: infer Answer }
    ? BodyIn<Answer>
    : unknown;

type BodyIn<Answer> = Answer extends Response & { readonly schema: infer S } ? Infer<S> : unknown;

/** A body is required unless it is said not to be; the compiler remembers no more of the default than `boolean`. */
type BodyOf<Parameters extends readonly Parameter[]> = [Extract<Parameters[number], BodyParameter>] extends [never]
  ? { readonly body?: never }
  : Extract<Parameters[number], BodyParameter> extends { readonly schema: infer S; readonly required: infer Required }
    ? [Required] extends [false]
      ? { readonly body?: Input<Infer<S>> }
      : { readonly body: Input<Infer<S>> }
    : { readonly body?: Input<Infer<Schema>> };

type Outside<Parameters extends readonly Parameter[]> = Exclude<Parameters[number], BodyParameter>;

/** What must be given has no default; a constant of the connector need not be. */
type Needed<One> = One extends { readonly required: true }
  ? One extends { readonly default?: infer Default }
    ? [Exclude<Default, undefined>] extends [never]
      ? One
      : never
    : One
  : never;

type ParametersOf<Parameters extends readonly Parameter[]> = [Outside<Parameters>] extends [never]
  ? { readonly parameters?: never }
  : [Needed<Outside<Parameters>>] extends [never]
    ? { readonly parameters?: Named<Outside<Parameters>, never> }
    : { readonly parameters: Named<Outside<Parameters>, Needed<Outside<Parameters>>> };

type Named<All extends Parameter, Required extends Parameter> = {
  readonly [One in Required as One['name']]: Input<Infer<One>>;
} & { readonly [One in Exclude<All, Required> as One['name']]?: Input<Infer<One>> };
