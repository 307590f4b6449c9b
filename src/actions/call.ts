import type { ConnectorOperation } from '../build/operation.js';
import type { Json, JsonObject } from '../core/json.js';
import { storedPathWith } from '../designer/designer-path.js';
import type { Document, ValueParameter } from '../openapi/types.js';
import type { AnswerOf, CallInputs } from './call-types.js';
import { hostOf, type CustomConnection } from './connection.js';
import { isExpr, type Input } from './expression.js';
import { unfit } from './fitting.js';
import { step, type Step, type StepOptions } from './step.js';
import { written } from './written.js';

/** How a call is sent again. */
export interface RetryPolicy {
  readonly type: 'none' | 'fixed' | 'exponential';
  readonly count?: number;
  /** ISO 8601, such as `PT10S`. */
  readonly interval?: string;
}

/** What is called, and over which connection. */
interface Called<Operation extends ConnectorOperation> {
  readonly connection: CustomConnection;
  readonly operation: Operation;
}

/** What a call says besides. */
export interface CallOptions extends StepOptions {
  readonly retryPolicy?: RetryPolicy;
}

/**
 * A call of an operation of one of our connectors, as the designer stores it for a Consumption workflow: the path with its parameters encoded, and
 * what the connector always sends.
 *
 * @throws Error for an operation that the connector does not have, and for inputs that do not fit it: what TypeScript cannot see of a version.
 * @example
 * call('Ask for steps', { connection: completion, operation: Completion, body: { messages: [{ role: 'user', content: question }] } })
 */
export function call<Operation extends ConnectorOperation>(
  title: string,
  inputs: Called<Operation> & CallInputs<Operation> & CallOptions,
): Step<AnswerOf<Operation>> {
  const { connection, operation } = inputs;
  const { definition, name } = connection.api.custom;
  const { method, path, operation: declared } = operation;
  const given: Given = inputs as Given; // the types say the same, for this operation
  const problems = [...problemsOf(operation, given, definition)];
  if (!isIn(definition, operation)) problems.unshift(`${name} has no ${method.toUpperCase()} ${path}.`);
  if (problems.length > 0)
    throw new Error(`The action "${title}" does not fit ${declared.operationId}: ${problems.join(' ')}`);
  const { description, secure, retryPolicy } = inputs;
  const value = {
    type: 'ApiConnection',
    inputs: {
      host: hostOf(connection),
      method,
      path: pathOf(operation, given),
      ...named(operation, given, 'query'),
      ...named(operation, given, 'header'),
      ...(given.body === undefined ? {} : { body: written(given.body) }),
      ...(retryPolicy === undefined ? {} : { retryPolicy: { ...retryPolicy } }),
    },
  };
  const options = {
    ...(description === undefined ? {} : { description }),
    ...(secure === undefined ? {} : { secure }),
  };
  return step(title, { value, connections: [connection], ...options });
}

interface Given {
  readonly parameters?: Readonly<Record<string, Input<Json>>>;
  readonly body?: Input<Json>;
}

function isIn(definition: Document, { method, path, operation }: ConnectorOperation): boolean {
  return definition.paths[path]?.[method]?.operationId === operation.operationId;
}

function problemsOf(
  { operation }: ConnectorOperation,
  { parameters = {}, body }: Given,
  document: Document,
): readonly string[] {
  return operation.parameters.flatMap((parameter) => {
    if (parameter.in === 'body') {
      if (body !== undefined) return unfit(document, parameter.schema, body);
      return parameter.required === true ? ['It lacks the body.'] : [];
    }
    const value = parameters[parameter.name];
    const { required, name, in: where, ...schema } = parameter;
    if (value !== undefined) return unfit(document, schema, value).map((problem) => `${name} in ${where}: ${problem}`);
    return required === true && schema.default === undefined ? [`It lacks ${name}.`] : [];
  });
}

function valueOf(parameter: ValueParameter, { parameters = {} }: Given): Input<Json> | undefined {
  return parameters[parameter.name] ?? (parameter.required === true ? parameter.default : undefined);
}

function outside({ operation }: ConnectorOperation): readonly ValueParameter[] {
  return operation.parameters.filter((parameter): parameter is ValueParameter => parameter.in !== 'body');
}

/** A value that is known stands encoded in the path; one that a run gives is encoded there. */
function pathOf(operation: ConnectorOperation, given: Given): string {
  const byName = new Map(outside(operation).map((parameter) => [parameter.name, parameter]));
  return storedPathWith(operation.path, (name) => {
    const parameter = byName.get(name);
    const value = parameter && valueOf(parameter, given);
    const isTwice = parameter?.['x-ms-url-encoding'] === 'double';
    if (isExpr(value ?? '')) {
      const once = `encodeURIComponent(${(value as { source: string }).source})`;
      return `@{${isTwice ? `encodeURIComponent(${once})` : once}}`;
    }
    const once = encodeURIComponent(String(value));
    return isTwice ? encodeURIComponent(once) : once;
  });
}

const members = { query: 'queries', header: 'headers' } as const;

function named(operation: ConnectorOperation, given: Given, where: keyof typeof members): JsonObject {
  const entries = outside(operation).flatMap((parameter) => {
    const value = parameter.in === where ? valueOf(parameter, given) : undefined;
    return value === undefined ? [] : [[parameter.name, written(value)] as const];
  });
  return entries.length === 0 ? {} : { [members[where]]: Object.fromEntries(entries) };
}
