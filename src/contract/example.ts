import type { Json } from '../core/json.js';
import type { Contract } from '../definition/connector.js';
import type { Document, Schema } from '../openapi/types.js';

/** A connector and a recorded exchange: what the contract test judges. */
export interface ContractExample {
  readonly definition: Document;
  readonly contract: Contract;
  readonly exchange: { readonly request: Json; readonly response: Json };
}

/** One exchange with the operation `GetThing`, in short: what differs from case to case. */
export interface Case {
  /** The response's schema. */
  readonly schema: Schema;
  /** The response's body. */
  readonly body?: Readonly<Record<string, Json | undefined>>;
  /** A response body that is not JSON. */
  readonly text?: string;
  /** Whether the recorder kept only that part of it. */
  readonly clipped?: boolean;
  readonly contentType?: string;
  readonly status?: number;
  readonly path?: string;
  readonly query?: string;
  readonly expect?: Schema;
  readonly wider?: Readonly<Record<string, Schema>>;
}

/** The examples of a rule: one case that breaks it, one that keeps it. */
export function examples({ bad, good }: { readonly bad: Case; readonly good: Case }) {
  return { bad: [bad], good: [good] };
}

/** A whole example of a contract rule from its `Case`: a definition with one operation, its contract, and one exchange. */
export function example(of: Case): ContractExample {
  const {
    schema,
    body,
    text,
    clipped,
    contentType = 'application/json',
    status = 200,
    path = '/thing',
    query = 'api-version=2024-10-21',
  } = of;
  const content =
    text ??
    (body &&
      Object.fromEntries(Object.entries(body).filter((entry): entry is [string, Json] => entry[1] !== undefined)));
  return {
    definition: {
      swagger: '2.0',
      info: { title: 'Things', version: '1.0' },
      host: 'api.contoso.com',
      basePath: '/',
      produces: ['application/json'],
      paths: {
        '/thing': {
          get: {
            operationId: 'GetThing',
            parameters: [
              {
                name: 'api-version',
                in: 'query',
                type: 'string',
                required: true,
                default: '2024-10-21',
                'x-ms-visibility': 'internal',
              },
            ],
            responses: { 200: { description: 'The thing.', schema } },
          },
        },
      },
    },
    contract: {
      formatVersion: 1,
      operations: {
        GetThing: {
          responses: { 200: { ...(of.expect && { expect: of.expect }), ...(of.wider && { wider: of.wider }) } },
        },
      },
    },
    exchange: {
      request: { method: 'GET', url: `https://api.contoso.com${path}?${query}`, headers: {} },
      response: {
        status,
        headers: { 'content-type': contentType },
        ...(content !== undefined && { body: content }),
        ...(clipped && { bodyClipped: true }),
      },
    },
  };
}
