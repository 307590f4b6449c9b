import type { Json, JsonObject } from '../../src/core/json.js';
import { exchange } from '../../src/http/make-exchange.js';
import { connectorUse } from '../../src/playbook/check-call.js';
import { recordedAnswers } from '../../src/playbook/recorded.js';
import { connectorOf, runIt } from './run-it.js';

const swagger: JsonObject = {
  swagger: '2.0',
  info: { title: 'Tickets', version: '1' },
  host: 'api.contoso.com',
  basePath: '/v1',
  consumes: ['application/json'],
  produces: ['application/json'],
  paths: {
    '/tickets': {
      post: {
        operationId: 'Add',
        parameters: [
          {
            name: 'body',
            in: 'body',
            required: true,
            schema: {
              type: 'object',
              required: ['title'],
              properties: {
                title: { type: 'string' },
                level: { type: 'integer' },
                from: { type: 'string', default: 'soc', 'x-ms-visibility': 'internal' },
              },
            },
          },
        ],
        responses: {
          200: {
            description: 'It.',
            schema: { type: 'object', properties: { id: { type: 'integer' }, text: { type: 'string' } } },
          },
        },
      },
    },
  },
};

function workflow(body: Json): JsonObject {
  const host = { connection: { name: "@parameters('$connections')['tickets']['connectionId']" } };
  const Add = { type: 'ApiConnection', runAfter: {}, inputs: { host, method: 'post', path: '/tickets', body } };
  return {
    triggers: { manual: { type: 'Request' } },
    actions: { Add },
    parameters: { $connections: { type: 'Object' } },
  };
}

const connected = {
  connectors: new Map([['tickets', connectorUse({ connector: connectorOf(swagger), file: 'tickets.json' })]]),
};

/** What is found of a call and its answer: `severity code file pointer`. */
async function found(body: Json, answer: Json, status = 200): Promise<readonly string[]> {
  const mock = { tickets: [{ status, body: answer }] };
  const { findings } = await runIt({ definition: workflow(body), mock, swagger });
  return findings.map(({ severity, code, file, pointer }) => `${severity} ${code} ${file} ${pointer}`);
}

const inputs = '/definition/actions/Add/inputs/body';

test.each<[string, Json, Json, readonly string[]]>([
  ['what fits', { title: 'x', level: 1 }, { id: 1, text: 'y' }, []],
  ['a property that is missing', { level: 1 }, { id: 1 }, [`error missing-required workflow.json ${inputs}`]],
  ['a wrong type', { title: 1 }, { id: 1 }, [`error wrong-type workflow.json ${inputs}/title`]],
  [
    'what is no longer declared',
    { title: 'x', name: 'y' },
    { id: 1 },
    [`error undeclared-property workflow.json ${inputs}/name`],
  ],
  ['an answer of another type', { title: 'x' }, { id: '1' }, ['error wrong-type mock.json /tickets/0/body/id']],
  [
    'null where it is not declared',
    { title: 'x' },
    { id: 1, text: null },
    ['error null-not-declared mock.json /tickets/0/body/text'],
  ],
  [
    'an answer with more',
    { title: 'x' },
    { id: 1, more: 1 },
    ['note undeclared-property mock.json /tickets/0/body/more'],
  ],
])('%s', async (_, body, answer, want) => {
  expect(await found(body, answer)).toEqual(want);
});

test('a status that is not declared, and the message names the action', async () => {
  const mock = { tickets: [{ status: 404, body: {} }] };
  const { findings } = await runIt({ definition: workflow({ title: 'x' }), mock, swagger });
  expect(findings).toEqual([
    {
      code: 'undeclared-status',
      severity: 'warning',
      message: 'Add: The status 404 is not declared; declared are 200.',
      file: 'mock.json',
      pointer: '/tickets/0/status',
      declared: { pointer: '/paths/~1tickets/post/responses', file: 'tickets.json' },
      operation: 'Add',
    },
  ]);
});

test('a recording that no longer fits is found in its file, as the connector sends the request', async () => {
  const request = {
    method: 'POST',
    url: 'https://api.contoso.com/v1/tickets',
    headers: { 'content-type': 'application/json' },
    body: { title: 'x' },
  };
  const headers = { 'content-type': 'application/json' };
  const setup = {
    ...connected,
    recorded: recordedAnswers([exchange({ request, response: { status: 200, headers, body: { id: 'x' } } })]),
  };
  const { run, findings } = await runIt({ definition: workflow({ title: 'x' }) }, setup);
  expect(run?.calls.map(({ by, operation }) => [by, operation])).toEqual([['replay', 'Add']]);
  expect(findings.map(({ code, file, pointer, sample }) => [code, file, pointer, sample])).toEqual([
    [
      'wrong-type',
      'POST https://api.contoso.com/v1/tickets',
      '/response/body/id',
      'POST https://api.contoso.com/v1/tickets',
    ],
  ]);
});

test('equal findings of a loop are one', async () => {
  const host = { connection: { name: "@parameters('$connections')['tickets']['connectionId']" } };
  const Add = {
    type: 'ApiConnection',
    inputs: { host, method: 'post', path: '/tickets', body: { title: '@item()', no: 1 } },
  };
  const definition = {
    triggers: { manual: { type: 'Request' } },
    actions: { Each: { type: 'Foreach', foreach: "@createArray('a','b','c')", actions: { Add } } },
  };
  const { findings } = await runIt({ definition, mock: { '*': [{ body: { id: 1 } }] }, swagger });
  expect(findings.map(({ code, count }) => [code, count])).toEqual([['undeclared-property', 3]]);
});
