import type { Json, JsonObject } from '../core/json.js';

/** A small sound definition with `changes`, for the examples of rules. */
export function definitionWith(changes: JsonObject): JsonObject {
  return { swagger: '2.0', info: { title: 'Messages', version: '1.0' }, paths: {}, ...changes };
}

/** A small sound definition whose one operation, `GET /messages/{id}`, has `changes`. */
export function operationWith(changes: JsonObject): JsonObject {
  return pathWith({ get: { parameters: [idParameter], responses, ...changes } });
}

/** A small sound definition whose one path, `/messages/{id}`, is `item`. */
export function pathWith(item: JsonObject): JsonObject {
  return definitionWith({ paths: { '/messages/{id}': item } });
}

/** A small sound definition whose one answer has the schema `schema`. */
export function schemaWith(schema: Json): JsonObject {
  return operationWith({ responses: { '200': { description: 'The message.', schema } } });
}

/** The parameter of the path in these examples. */
export const idParameter = { name: 'id', in: 'path', required: true, type: 'string' } as const;

/** A sound set of responses. */
export const responses = { '200': { description: 'The message.' } } as const;
