import { keyInPlace } from '../../src/cli/call/connection.js';
import { givenParameters } from '../../src/cli/call/given-parameters.js';
import { usageOf } from '../../src/cli/call/usage.js';
import { isFault } from '../../src/core/fault.js';
import { Secret } from '../../src/core/secret.js';
import type { Json } from '../../src/core/json.js';
import type { Connector } from '../../src/definition/connector.js';
import { jsonBody } from '../../src/http/json-body.js';
import { operations, type OperationAt } from '../../src/openapi/walk.js';
import { memoryWorld } from './memory-world.js';

type Parts = { readonly security?: Json; readonly operation?: Json; readonly words?: string; readonly contract?: Json };

/** A connector with one operation. */
function connector({ security, operation = {}, words, contract = {} }: Parts): Connector {
  const parameter = { type: 'securestring', uiDefinition: { displayName: 'Key', description: words } };
  return {
    name: 'things',
    definition: {
      swagger: '2.0',
      info: { title: 'T', version: '1' },
      host: 'x',
      ...(security !== undefined && { securityDefinitions: { scheme: security } }),
      paths: {
        '/x': { post: { operationId: 'Send', responses: { 200: { description: 'OK' } }, ...Object(operation) } },
      },
    },
    properties: { properties: words === undefined ? {} : { connectionParameters: { api_key: parameter } } },
    contract: { formatVersion: 1, operations: { Send: contract } },
  } as unknown as Connector;
}

function only({ definition }: Connector): OperationAt {
  const [at] = operations(definition);
  if (!at) throw new Error('it has one operation');
  return at;
}

describe('the key goes', () => {
  const inHeader = { type: 'apiKey', in: 'header', name: 'Authorization' };
  const basic = Buffer.from('me:pass:word').toString('base64');
  test.each<[string, Parts, string | undefined, unknown]>([
    ['into a header, as it is', { security: { ...inHeader, name: 'X-Key' } }, 'k', ['header', 'x-key', 'k']],
    ['behind its prefix', { security: inHeader, words: 'Bearer <key>' }, 'k', ['header', 'authorization', 'Bearer k']],
    [
      'behind it once',
      { security: inHeader, words: 'Bearer <key>' },
      'bearer k',
      ['header', 'authorization', 'bearer k'],
    ],
    ['into the query', { security: { type: 'apiKey', in: 'query', name: 'Key' } }, 'k', ['query', 'Key', 'k']],
    [
      'as name and password',
      { security: { type: 'basic' } },
      'me:pass:word',
      ['header', 'authorization', `Basic ${basic}`],
    ],
    [
      'as an access token',
      { security: { type: 'oauth2', flow: 'application', tokenUrl: 'https://x', scopes: {} } },
      't',
      ['header', 'authorization', 'Bearer t'],
    ],
    ['nowhere where none is asked for', {}, undefined, undefined],
    [
      'nowhere where the operation needs none',
      { security: inHeader, operation: { security: [] } },
      undefined,
      undefined,
    ],
    ['nowhere: it is missing', { security: inHeader }, undefined, '"things" asks for a key, and none is given.'],
    ['nowhere: none is asked for', {}, 'k', '"things" asks for no key, and one is given.'],
  ])('%s', (_, parts, key, want) => {
    const made = connector(parts);
    const result = () => {
      try {
        const placed = keyInPlace(made, only(made), key === undefined ? undefined : new Secret(key));
        return placed && [placed.in, placed.name, placed.value.reveal()];
      } catch (error) {
        return isFault(error) ? error.message : error;
      }
    };
    expect(result()).toEqual(want);
  });
});

test('lists word by word or as JSON, files of a form, and unknown names as they are', () => {
  const parameters = [
    { name: 'tags', in: 'query', type: 'array', items: { type: 'string' } },
    { name: 'ids', in: 'query', type: 'array', items: { type: 'integer' } },
    { name: 'one', in: 'query', type: 'array', items: { type: 'string' } },
    { name: 'file', in: 'formData', type: 'file' },
    { name: 'note', in: 'formData', type: 'string' },
  ];
  const made = connector({ operation: { parameters } });
  const at = { document: made.definition, at: only(made) };
  const words = ['tags=a', 'tags=b=c', 'ids=[1,2]', 'one=a,b', 'file=@f', 'note=@f', 'toString=1'];
  const world = memoryWorld({ files: { f: 'hi' } });
  expect(givenParameters(world, at, words)).toEqual({
    tags: ['a', 'b=c'],
    ids: [1, 2],
    one: 'a,b',
    file: { '$content-type': 'application/octet-stream', $content: 'aGk=' },
    note: '@f',
    toString: '1',
  });
});

describe('what a call used', () => {
  const usage = { units: '/used/units', text: '/used/text', none: '/none', deep: '/list/0' };
  test.each<[string, Json, number, Json, unknown]>([
    [
      'is what is a number at its place',
      { responses: { 200: { usage } } },
      200,
      { used: { units: 3, text: '4' }, list: [0] },
      { units: 3, deep: 0 },
    ],
    ['of a range of statuses', { responses: { '2XX': { usage } } }, 201, { list: [1] }, { deep: 1 }],
    ['of any status', { responses: { default: { usage } } }, 500, { list: [1] }, { deep: 1 }],
    ['the status itself goes first', { responses: { 200: {}, default: { usage } } }, 200, { list: [1] }, undefined],
    ['is not there', { responses: { 200: { usage } } }, 200, [], undefined],
    ['is not said', {}, 200, { used: 1 }, undefined],
  ])('%s', (_, contract, status, body, want) => {
    const made = connector({ contract });
    const answer = { status, headers: {}, body: jsonBody(body, { redactions: 0 }) };
    expect(usageOf(made, only(made), answer)).toEqual(want);
  });
});
