import type { OperationContract } from '../definition/connector.js';
import type { Method, Parameter, Reference, Response } from '../openapi/types.js';
import type { ConnectorOperation } from './operation.js';
import { present } from './present.js';

/** Keywords by their names in the file; `undefined` takes one away. */
export type Keywords = Readonly<Record<string, unknown>>;

/**
 * What a builder gave, with keywords that no option says, as they are: for definitions that exist. The compiler goes on
 * believing what it knew of `node`. Of an operation they are those of the operation itself.
 *
 * @example
 * verbatim(string({ title: 'Opened' }), { format: 'datetime' })
 * verbatim(object({ id: integer() }), { type: undefined })
 */
export function verbatim<Node extends object>(node: Node, keywords: Keywords): Node {
  if (!isOperation(node)) return present({ ...node, ...keywords }) as Node; // as the caller says
  return { ...node, operation: present({ ...node.operation, ...keywords }) };
}

function isOperation(node: object): node is ConnectorOperation {
  return 'operation' in node && 'method' in node && 'path' in node;
}

/** What {@link plainOperation} takes: keywords of the operation beside where it is called. */
export interface PlainOperation {
  readonly method: Method;
  readonly path: string;
  readonly notification?: Keywords;
  readonly contract?: OperationContract;
  readonly operationId?: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly responses: Readonly<Record<string, Response | Reference>>;
  readonly [keyword: string]: unknown;
}

/**
 * An operation as it is: nothing is checked and nothing added. For definitions that exist, with parameters that several
 * operations share by `$ref`, or without a summary; `action` and the triggers are for all others.
 *
 * @example
 * plainOperation({
 *   method: 'get',
 *   path: '/tickets',
 *   operationId: 'ListTickets',
 *   parameters: [{ $ref: '#/parameters/page' }],
 *   responses: { 200: response('The tickets.', array(Ticket)) },
 * })
 */
export function plainOperation(options: PlainOperation): ConnectorOperation {
  const { method, path, notification, contract, ...operation } = options;
  const made = { method, path, operation, ...present({ notification, contract }) };
  return made as unknown as ConnectorOperation; // as the caller says
}
