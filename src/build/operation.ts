import type { ExtensionsAt } from '../definition/extensions.js';
import type { NotificationContent, Visibility } from '../definition/extensions-shapes.js';
import type { OperationContract, ResponseContract, Wider } from '../definition/connector.js';
import type { Method, Operation, Parameter, SecurityRequirement } from '../openapi/types.js';
import { checkTemplate, type Fitting, type WholePath } from './path-template.js';
import { present } from './present.js';
import type { Responses } from './response.js';

/** An operation, with what the compiler remembers of it. */
export interface OperationOf<
  Id extends string,
  Parameters extends readonly Parameter[],
  Answers extends Responses,
> extends Operation {
  readonly operationId: Id;
  readonly parameters: Parameters;
  readonly responses: Answers;
}

/** An operation and where it is called: what `action` and the triggers give, and `connector` takes. Plain data. */
export interface ConnectorOperation<
  Id extends string = string,
  Parameters extends readonly Parameter[] = readonly Parameter[],
  Answers extends Responses = Responses,
> {
  readonly method: Method;
  readonly path: string;
  readonly operation: OperationOf<Id, Parameters, Answers>;
  /** What a webhook trigger receives; it stands beside the operation. */
  readonly notification?: NotificationContent;
  /** What OpenAPI cannot say of it: goes to the connector's contract. */
  readonly contract?: OperationContract;
}

/** {@link OperationContract} for the statuses that an operation declares. */
export interface ContractOf<Answers> {
  readonly request?: { readonly wider?: Wider };
  readonly responses?: { readonly [Status in keyof Answers]?: ResponseContract };
}

/** What {@link action} takes, and the triggers with more. */
export interface OperationOptions<
  Id extends string,
  Path extends string,
  Parameters extends readonly Parameter[],
  Answers extends Responses,
> {
  /** Letters and digits, beginning with a capital. Permanent: workflows that exist depend on it. */
  readonly operationId: Id;
  readonly method: Method;
  /** Below the base path; parameters in braces: each needs its `inPath`. */
  readonly path: Path & WholePath<Path, NoInfer<Parameters>>;
  /** What the designer calls it: a phrase in sentence case, at most 80 characters, without a full stop. */
  readonly summary: string;
  /** A sentence that says more than the summary. */
  readonly description: string;
  /** `internal`: for dynamic values only, a workflow cannot use it. */
  readonly visibility?: Visibility;
  readonly parameters?: Parameters & Fitting<Path, Parameters>;
  readonly responses: Answers;
  /** What answers must hold, and where the API takes or gives more than the definition says. */
  readonly contract?: ContractOf<NoInfer<Answers>>;
  readonly tags?: readonly string[];
  readonly deprecated?: boolean;
  /** Media types, where they are other than JSON. Of form data they are set without being asked for. */
  readonly consumes?: readonly string[];
  readonly produces?: readonly string[];
  /** Other than the connector's own: `[]` for an operation that needs no key. */
  readonly security?: readonly SecurityRequirement[];
  readonly extensions?: ExtensionsAt<'operation'>;
}

/**
 * An operation that a workflow calls.
 *
 * @throws Error when the path and the path parameters do not fit.
 * @example
 * action({
 *   operationId: 'GetTicket',
 *   method: 'get',
 *   path: '/tickets/{id}',
 *   summary: 'Get a ticket',
 *   description: 'Reads one ticket.',
 *   parameters: [inPath('id', integer({ title: 'Ticket ID' }))],
 *   responses: { 200: response('The ticket.', Ticket), ...errors(404) },
 *   contract: { responses: { 200: { expect: { required: ['id'] } } } },
 * })
 */
export function action<
  const Id extends string,
  const Path extends string,
  const Answers extends Responses,
  const Parameters extends readonly Parameter[] = readonly [],
>(options: OperationOptions<Id, Path, Parameters, Answers>): ConnectorOperation<Id, Parameters, Answers> {
  const { method, path, contract, visibility, extensions, ...plain } = options;
  const parameters: readonly Parameter[] = plain.parameters ?? [];
  checkTemplate(plain.operationId, path, parameters);
  const consumes = plain.consumes ?? formMediaTypes(parameters);
  const named = present({ consumes, 'x-ms-visibility': visibility });
  const operation = { ...plain, ...named, ...extensions, parameters };
  const made = { method, path, operation, ...present({ contract }) };
  return made as unknown as ConnectorOperation<Id, Parameters, Answers>; // its parts are those of the options
}

/** What a form is sent as: with a file in parts; undefined without a form. */
function formMediaTypes(parameters: readonly Parameter[]): readonly string[] | undefined {
  const fields = parameters.filter((parameter) => parameter.in === 'formData');
  if (fields.length === 0) return undefined;
  const withFile = fields.some((field) => field.in !== 'body' && field.type === 'file');
  return [withFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'];
}
