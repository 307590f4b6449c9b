import type { Json } from '../core/json.js';
import type { Header, Response, Schema } from '../openapi/types.js';
import type { ValueSchema } from './parameter.js';
import { present } from './present.js';

/** Answers by status, or `default`. */
export type Responses = Readonly<Record<string, Response>>;

/** An answer with a body, with what the compiler remembers of its schema. */
export interface ResponseOf<S extends Schema> extends Response {
  readonly schema: S;
}

/** What {@link response} takes beside its schema. */
export interface ResponseOptions {
  readonly headers?: Readonly<Record<string, ValueSchema>>;
  /** By media type. */
  readonly examples?: Readonly<Record<string, Json>>;
}

/**
 * An answer with a body. The designer offers only the body of a 200 or a 201 to later steps, and only of one answer.
 *
 * @example
 * response('The ticket.', Ticket, { headers: { Location: string({ description: 'Where it is.' }) } })
 */
export function response<S extends Schema>(
  description: string,
  schema: S,
  { headers, examples }: ResponseOptions = {},
): ResponseOf<S> {
  // A schema that a parameter can have is what a header can have.
  return {
    description,
    schema,
    ...present({ headers: headers as Readonly<Record<string, Header>> | undefined, examples }),
  };
}

/** What goes wrong, in a sentence each, with the names of RFC 9110 (429: RFC 6585). */
const failures = {
  400: 'The request is malformed.',
  401: 'The credentials are missing or wrong.',
  402: 'A payment is required.',
  403: 'The credentials do not allow this.',
  404: 'There is no such resource.',
  405: 'The method is not allowed here.',
  406: 'The answer cannot have the wanted form.',
  408: 'The request took too long to arrive.',
  409: 'The request conflicts with the state of the resource.',
  410: 'The resource is gone.',
  412: 'A precondition of the request does not hold.',
  413: 'The content is too large.',
  415: 'The content has a type that is not supported.',
  422: 'The content is understood and cannot be processed.',
  423: 'The resource is locked.',
  429: 'Too many requests were sent.',
  500: 'The service failed.',
  501: 'The service cannot do this.',
  502: 'A service behind the service failed.',
  503: 'The service is not available now.',
  504: 'A service behind the service took too long.',
} as const;

/**
 * Failures by status, without a schema: only one answer of an operation may have one.
 *
 * @example
 * responses: { 200: response('The ticket.', Ticket), ...errors(400, 401, 404, 429, 500) }
 */
export function errors<const Status extends keyof typeof failures>(
  ...statuses: readonly Status[]
): { readonly [Each in Status]: Response } {
  const entries = statuses.map((status) => [status, { description: failures[status] }]);
  return Object.fromEntries(entries) as { readonly [Each in Status]: Response }; // one entry for each status
}
