import { isObject, own, type Json } from '../core/json.js';
import type { CallReferences } from '../definition/extensions-shapes.js';
import type { Parameter } from '../openapi/types.js';
import type { AnswerOf, ItemOf, PathOf } from './answer.js';
import type { Dynamic } from './keywords.js';
import type { ConnectorOperation } from './operation.js';
import { present } from './present.js';

/** A literal, or the value that the user gave the calling operation's parameter of that name. */
export type Argument = Json | { readonly parameter: string };

type ParametersOf<Op extends ConnectorOperation> = Op['operation']['parameters'][number];

/** The parameters that a call must give: required, and without a default. */
type NeededNames<P extends Parameter> = P extends {
  readonly name: infer Name extends string;
  readonly required: true;
  readonly default?: never;
  readonly in: 'path' | 'query' | 'header';
}
  ? Name
  : never;

/** Arguments by the names of the parameters; those of an operation with a body by any path into it too. */
type Arguments<P extends Parameter> = { readonly [Name in NeededNames<P>]: Argument } & {
  readonly [Name in 'body' extends P['in'] ? string : P['name']]?: Argument;
};

type CallOptions<P extends Parameter> = [NeededNames<P>] extends [never]
  ? { readonly parameters?: Arguments<P> }
  : { readonly parameters: Arguments<P> };

/** Where in an answer the values and their titles are. Paths have `/` between names. */
interface ListOptions<Answer, Collection extends string> {
  /** The path to the list. Left out, the answer is the list. */
  readonly collection?: Collection;
  /** The path in an item to what is sent. */
  readonly value: PathOf<ItemOf<Answer, Collection>>;
  /** The path in an item to what is shown. */
  readonly title: PathOf<ItemOf<Answer, Collection>>;
}

/**
 * A drop-down that the designer fills by calling an operation (`x-ms-dynamic-values`).
 *
 * @example
 * string({ title: 'Queue', dynamic: dynamicValues(ListQueues, { collection: 'queues', value: 'id', title: 'name' }) })
 */
export function dynamicValues<
  Op extends ConnectorOperation,
  const Collection extends PathOf<AnswerOf<Op>> & string = never,
>(operation: Op, options: ListOptions<AnswerOf<Op>, Collection> & CallOptions<ParametersOf<Op>>): Dynamic {
  const { collection, value, title, parameters } = options;
  const places = { ...present({ 'value-collection': collection }), 'value-path': value, 'value-title': title };
  return { 'x-ms-dynamic-values': { ...call(operation, parameters), ...places } };
}

/**
 * The newer form of {@link dynamicValues} (`x-ms-dynamic-list`): an argument `{ parameter: 'body/project/id' }` may reach into a body.
 * For older designers give both: `dynamic: { ...dynamicValues(...), ...dynamicList(...) }`.
 */
export function dynamicList<
  Op extends ConnectorOperation,
  const Collection extends PathOf<AnswerOf<Op>> & string = never,
>(operation: Op, options: ListOptions<AnswerOf<Op>, Collection> & CallOptions<ParametersOf<Op>>): Dynamic {
  const { collection, value, title, parameters } = options;
  const places = { ...present({ itemsPath: collection }), itemValuePath: value, itemTitlePath: title };
  return { 'x-ms-dynamic-list': { ...callByReference(operation, parameters), ...places } };
}

/**
 * A schema that the designer gets by calling an operation (`x-ms-dynamic-schema`); `path` is where in the answer it is.
 *
 * @example
 * object({}, { dynamic: dynamicSchema(GetForm, { path: 'schema', parameters: { form: { parameter: 'form' } } }) })
 */
export function dynamicSchema<Op extends ConnectorOperation>(
  operation: Op,
  options: { readonly path?: PathOf<AnswerOf<Op>> } & CallOptions<ParametersOf<Op>>,
): Dynamic {
  const { path, parameters } = options;
  return { 'x-ms-dynamic-schema': { ...call(operation, parameters), ...present({ 'value-path': path }) } };
}

/** The newer form of {@link dynamicSchema} (`x-ms-dynamic-properties`): an argument may reach into a body. */
export function dynamicProperties<Op extends ConnectorOperation>(
  operation: Op,
  options: { readonly path?: PathOf<AnswerOf<Op>> } & CallOptions<ParametersOf<Op>>,
): Dynamic {
  const { path, parameters } = options;
  return {
    'x-ms-dynamic-properties': { ...callByReference(operation, parameters), ...present({ itemValuePath: path }) },
  };
}

type Given = Readonly<Record<string, Argument>>;

function call({ operation: { operationId } }: ConnectorOperation, parameters: Given | undefined) {
  return { operationId, ...present({ parameters }) };
}

function callByReference({ operation: { operationId } }: ConnectorOperation, given: Given | undefined) {
  if (given === undefined) return { operationId };
  const references = Object.entries(given).map(([name, argument]) => [name, reference(argument)]);
  return { operationId, parameters: Object.fromEntries(references) as CallReferences }; // one reference an argument
}

function reference(argument: Argument): CallReferences[string] {
  const parameter = isObject(argument) ? own(argument, 'parameter') : undefined;
  return typeof parameter === 'string' ? { parameterReference: parameter } : { value: argument };
}
