import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import type { OperationAt } from './find-operation.js';
import { loseKeyword, mediaTypesOf, readContent, readRoot } from './read-content.js';
import { rawParameters, readParameter, valueShape, type RawParameter } from './read-parameters.js';
import { dereferenced, type At, type Reading } from './reading.js';
import { serverOf } from './server.js';
import type { ContentSurface, OperationSurface, Shape } from './surface.js';

type Responses = OperationSurface['responses'];
type Request = OperationSurface['request'];

/** What an operation takes and gives. How it is secured is no part of a surface: a connector has one way for all operations. */
export function readOperation(reading: Reading, at: OperationAt): OperationSurface {
  const { method, path, operation, pointer } = at;
  loseKeyword(reading, operation, { keyword: 'callbacks', pointer: child(pointer, method) });
  const parameters = rawParameters(reading, at);
  const operationId = own(operation, 'operationId');
  const server = serverOf(reading.spec, at);
  const request = isSwagger2(reading)
    ? formRequest(reading, at, parameters)
    : bodyRequest(reading, {
        value: own(operation, 'requestBody'),
        pointer: child(child(pointer, method), 'requestBody'),
      });
  return {
    ...(typeof operationId === 'string' && { operationId }),
    method,
    path,
    ...(server !== undefined && { server }),
    ...(own(operation, 'deprecated') === true && { deprecated: true }),
    parameters: parameters
      .filter((parameter) => parameter.in !== 'body' && parameter.in !== 'formData')
      .flatMap((parameter) => readParameter(reading, parameter) ?? []),
    ...(request && { request }),
    responses: readResponses(reading, at),
  };
}

function isSwagger2(reading: Reading): boolean {
  return own(reading.spec, 'swagger') === '2.0';
}

/** OpenAPI 3.x: the request body. */
function bodyRequest(reading: Reading, at: At): Request {
  const body = at.value === undefined ? undefined : dereferenced(reading, at);
  if (body === undefined || !isObject(body.value)) return undefined;
  return {
    ...(own(body.value, 'required') === true && { required: true }),
    ...readContent(reading, own(body.value, 'content'), child(body.pointer, 'content')),
  };
}

/** OpenAPI 2.0: the body parameter, or the fields of a form as one object. */
function formRequest(reading: Reading, { operation }: OperationAt, parameters: readonly RawParameter[]): Request {
  const mediaTypes = mediaTypesOf(reading, operation, 'consumes');
  const body = parameters.find((parameter) => parameter.in === 'body');
  if (body !== undefined) {
    return {
      ...(own(body.value, 'required') === true && { required: true }),
      mediaTypes,
      shape: readRoot(reading, { value: own(body.value, 'schema'), pointer: child(body.pointer, 'schema') }),
    };
  }
  const fields = parameters.filter((parameter) => parameter.in === 'formData');
  if (fields.length === 0) return undefined;
  const required = fields.filter(({ value }) => own(value, 'required') === true).map(({ name }) => name);
  const properties = Object.fromEntries(fields.map((field) => [field.name, valueShape(reading, field)] as const));
  return {
    ...(required.length > 0 && { required: true }),
    mediaTypes,
    shape: { type: 'object', ...(required.length > 0 && { required }), properties },
  };
}

function readResponses(reading: Reading, { operation, method, pointer }: OperationAt): Responses {
  const responses = own(operation, 'responses');
  const at = child(child(pointer, method), 'responses');
  const read: [string, Responses[string]][] = [];
  for (const [status, value] of Object.entries(isObject(responses) ? responses : {})) {
    if (status.startsWith('x-')) continue;
    const response = dereferenced(reading, { value, pointer: child(at, status) });
    if (response === undefined || !isObject(response.value)) continue;
    read.push([status, readResponse(reading, operation, { value: response.value, pointer: response.pointer })]);
  }
  return Object.fromEntries(read);
}

function readResponse(
  reading: Reading,
  operation: JsonObject,
  { value, pointer }: { readonly value: JsonObject; readonly pointer: string },
): Responses[string] {
  loseKeyword(reading, value, { keyword: 'links', pointer });
  const headers = readHeaders(reading, { value: own(value, 'headers'), pointer: child(pointer, 'headers') });
  return {
    ...(isSwagger2(reading)
      ? swagger2Content(reading, operation, { value: own(value, 'schema'), pointer: child(pointer, 'schema') })
      : readContent(reading, own(value, 'content'), child(pointer, 'content'))),
    ...(Object.keys(headers).length > 0 && { headers }),
  };
}

function swagger2Content(reading: Reading, operation: JsonObject, schema: At): ContentSurface {
  const mediaTypes = mediaTypesOf(reading, operation, 'produces');
  return schema.value === undefined ? { mediaTypes } : { mediaTypes, shape: readRoot(reading, schema) };
}

function readHeaders(reading: Reading, { value, pointer }: At): Readonly<Record<string, Shape>> {
  const shapes: [string, Shape][] = [];
  for (const [name, header] of Object.entries<Json>(isObject(value) ? value : {})) {
    const at = dereferenced(reading, { value: header, pointer: child(pointer, name) });
    if (at === undefined || !isObject(at.value)) continue;
    shapes.push([name, valueShape(reading, { value: at.value, pointer: at.pointer })]);
  }
  return Object.fromEntries(shapes);
}
