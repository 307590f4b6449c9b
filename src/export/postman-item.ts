import type { Json, JsonObject } from '../core/json.js';
import { matches } from '../openapi/check-value.js';
import { resolve } from '../openapi/refs.js';
import type { Document, Parameter, Response, ValueParameter } from '../openapi/types.js';
import { parametersOf, type OperationAt } from '../openapi/walk.js';
import { exampleBody, type ExampleBody } from './example-body.js';
import { asText, exampleValue } from './example-value.js';
import { postmanBody } from './postman-body.js';
import { postmanUrl } from './postman-url.js';

/** An operation as a request with an example of its answer. */
export function postmanItem(document: Document, at: OperationAt): JsonObject {
  const { operation, item, method } = at;
  const parameters = parametersOf(document, item, operation).map(({ parameter }) => parameter);
  const body = postmanBody(document, operation, parameters);
  const declared = headers(document, parameters);
  const isTyped = declared.some(({ key }) => key.toLowerCase() === 'content-type');
  const request = {
    method: method.toUpperCase(),
    header: [...declared, ...(body?.contentType && !isTyped ? [contentType(body.contentType)] : [])],
    ...(body && { body: body.body }),
    url: postmanUrl(document, at.path, parameters),
    ...(operation.description !== undefined && { description: operation.description }),
  };
  return {
    name: operation.summary ?? operation.operationId ?? `${request.method} ${at.path}`,
    request,
    response: answers(document, at, request),
  };
}

function headers(
  document: Document,
  parameters: readonly Parameter[],
): readonly (JsonObject & { readonly key: string })[] {
  return parameters
    .filter((one): one is ValueParameter => one.in === 'header')
    .map((one) => ({
      key: one.name,
      value: asText(exampleValue(document, one, { name: one.name, whole: false })),
      ...(one.required !== true && { disabled: true }),
      ...(one.description !== undefined && { description: one.description }),
    }));
}

function contentType(value: string): JsonObject {
  return { key: 'Content-Type', value };
}

/** The first answer that says that all went well, made from its schema. */
function answers(document: Document, { operation, pointer }: OperationAt, request: JsonObject): readonly Json[] {
  const [status, written] = Object.entries(operation.responses ?? {}).find(([one]) => /^2\d\d$/.test(one)) ?? [];
  const response = resolve<Response>(document, written, `${pointer}/responses/${status}`)?.node;
  if (status === undefined || response === undefined) return [];
  const types = operation.produces ?? document.produces ?? [];
  const body = response.schema ? bodyOf(document, response, types) : undefined;
  if (response.schema && body === undefined) return [];
  return [
    {
      name: `${status}, made from the definition`,
      originalRequest: request,
      code: Number(status),
      _postman_previewlanguage: body?.isJson ? 'json' : 'text',
      header: body === undefined ? [] : [contentType(body.contentType)],
      cookie: [],
      body: body?.text ?? '',
    },
  ];
}

function bodyOf(
  document: Document,
  { schema = {}, examples = {} }: Response,
  types: readonly string[],
): ExampleBody | undefined {
  const given = types.flatMap((type) => (Object.hasOwn(examples, type) ? [examples[type] ?? null] : []));
  const known = given.find((value) => matches(document, schema, value));
  return exampleBody(known ?? exampleValue(document, schema, { name: 'text', whole: true }), types);
}
