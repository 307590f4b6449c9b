import type { BodyOf } from '../build/body.js';
import { narrowing } from '../build/narrowing.js';
import type { ConnectorOperation } from '../build/operation.js';
import type { ParameterOf, ValueSchema } from '../build/parameter.js';
import type { ResponseOf } from '../build/response.js';
import type { Connector } from '../definition/connector.js';
import { operations, parametersOf } from '../openapi/walk.js';
import type { Schema } from '../openapi/types.js';

/** What is used of an operation. */
export interface UsedOperation<Id extends string, Request extends Schema, Answer extends Schema, Path extends string> {
  readonly operationId: Id;
  /** Of the body. */
  readonly request: Request;
  /** Of the answer with status 200. */
  readonly answer: Answer;
  /** The parameters in the path, texts all of them. */
  readonly path?: readonly Path[];
}

/** An operation with the types of what is used of it. */
export type OperationUsed<
  Id extends string,
  Request extends Schema,
  Answer extends Schema,
  Path extends string,
> = ConnectorOperation<
  Id,
  readonly (BodyOf<Request, true> | ([Path] extends [never] ? never : InPath<Path>))[],
  { readonly 200: ResponseOf<Answer> }
>;

type InPath<Path extends string> = Path extends string
  ? ParameterOf<Path, 'path', true, ValueSchema & { readonly type: 'string'; readonly default?: never }>
  : never;

/**
 * An operation of a connector that was read from files or built for one of many versions, typed by what is used of it: proved here, once,
 * so that a version without it fails before anything is written.
 *
 * @throws Error for a connector without the operation, and naming what of its request or answer the version lacks.
 * @example
 * operationOf(connector, { operationId: 'OpenTicket', request: NewTicket, answer: Ticket })
 */
export function operationOf<
  const Id extends string,
  Request extends Schema,
  Answer extends Schema,
  const Path extends string = never,
>(
  connector: Connector,
  { operationId, request, answer, path = [] }: UsedOperation<Id, Request, Answer, Path>,
): OperationUsed<Id, Request, Answer, Path> {
  const { name, definition } = connector;
  const at = operations(definition).find(({ operation }) => operation.operationId === operationId);
  if (at === undefined) throw new Error(`The connector ${name} has no operation "${operationId}".`);
  const parameters = parametersOf(definition, at.item, at.operation).map(({ parameter }) => parameter);
  const lacking = path.find((of) => !parameters.some((one) => one.in === 'path' && one.name === of));
  if (lacking !== undefined) throw new Error(`${operationId} of ${name} has no "${lacking}" in its path.`);
  const body = parameters.find((one) => one.in === 'body');
  proved(`what ${operationId} of ${name} takes`, request, body?.in === 'body' ? body.schema : {});
  const answered = at.operation.responses['200'] ?? {};
  const given = 'schema' in answered ? (answered.schema as Schema | undefined) : undefined; // no reference: a response
  proved(`what ${operationId} of ${name} answers`, answer, given ?? {});
  const operation = { ...at.operation, parameters };
  // proved above
  return { method: at.method, path: at.path, operation } as unknown as OperationUsed<Id, Request, Answer, Path>;
}

function proved(what: string, core: Schema, schema: Schema): void {
  try {
    narrowing(core, schema);
  } catch (error) {
    throw new Error(`In ${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
