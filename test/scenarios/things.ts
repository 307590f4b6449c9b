import type { Json } from '../../src/core/json.js';
import { writeJson } from '../../src/core/json-write.js';

/** A small definition: `GET /thing` gives an object with a count. */
export const definition = {
  swagger: '2.0',
  info: { title: 'Things', description: 'Gives things.', version: '1.0' },
  host: 'api.contoso.com',
  basePath: '/',
  schemes: ['https'],
  produces: ['application/json'],
  paths: {
    '/thing': {
      get: {
        operationId: 'GetThing',
        summary: 'Get a thing',
        description: 'Gets a thing.',
        responses: {
          200: {
            description: 'The thing.',
            schema: { type: 'object', properties: { count: { type: 'integer' }, label: { type: 'string' } } },
          },
        },
      },
    },
  },
} as const;

/** A recorded `GET /thing`. */
export function sample(body: Json | undefined, status = 200): Json {
  return {
    request: { method: 'GET', url: 'https://api.contoso.com/thing', headers: {} },
    response: { status, headers: { 'content-type': 'application/json' }, ...(body !== undefined && { body }) },
  };
}

export const text = (value: Json): string => writeJson(value);

/** A folder with the connector, and one with a sample that passes. */
export const files = {
  'things/apiDefinition.swagger.json': text(definition),
  'samples/good.json': text(sample({ count: 3, label: 'three' })),
};
