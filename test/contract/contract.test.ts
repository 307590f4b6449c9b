import { contract as hold } from '../../src/contract/contract.js';
import type { ContractOptions, ContractResult } from '../../src/contract/contract.js';
import type { Json } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Connector, Contract } from '../../src/definition/connector.js';
import { readSample } from '../../src/http/sample.js';
import type { Document, Schema } from '../../src/openapi/types.js';

const definition: Document = {
  swagger: '2.0',
  info: { title: 'Tickets', version: '1' },
  host: 'api.contoso.com',
  basePath: '/v1',
  consumes: ['application/json'],
  produces: ['application/json'],
  paths: {
    '/tickets/{id}': {
      get: {
        operationId: 'GetTicket',
        parameters: [
          { name: 'id', in: 'path', type: 'integer', minimum: 1, required: true },
          { name: 'expand', in: 'query', type: 'array', items: { type: 'string', enum: ['notes', 'owner'] } },
          { name: 'x-region', in: 'header', type: 'string', required: true },
        ],
        responses: {
          200: { description: 'It.', schema: { $ref: '#/definitions/Ticket' } },
          404: { description: 'None.' },
        },
      },
    },
    '/tickets': {
      post: {
        operationId: 'CreateTicket',
        parameters: [
          {
            name: 'body',
            in: 'body',
            required: true,
            schema: {
              type: 'object',
              required: ['title'],
              properties: { title: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } },
            },
          },
        ],
        responses: { default: { description: 'Any.', schema: { $ref: '#/definitions/Ticket' } } },
      },
    },
  },
  definitions: {
    Ticket: {
      type: 'object',
      properties: {
        id: { type: 'integer' },
        state: { type: 'string', enum: ['open', 'closed'] },
        parent: { $ref: '#/definitions/Ticket' },
        notes: { type: 'array', items: { type: 'object', properties: { text: { type: 'string' } } } },
      },
    },
  },
};

const contract: Contract = {
  formatVersion: 1,
  operations: {
    GetTicket: { responses: { 200: { expect: { required: ['id'], properties: { notes: { minItems: 1 } } } } } },
    CreateTicket: { request: { wider: { '/tags/*': { type: 'integer' } } } },
  },
};

const tickets: Connector = { name: 'tickets', definition, properties: { properties: {} }, contract };

interface Recorded {
  readonly request?: string;
  readonly headers?: Json;
  readonly body?: Json;
  readonly status?: number;
  readonly type?: string;
  readonly answer?: Json;
}

function run(recorded: readonly Recorded[], options?: ContractOptions, connector = tickets): ContractResult {
  const exchanges = recorded.flatMap((of, index) => {
    const [method = '', url = ''] = (of.request ?? 'GET https://api.contoso.com/v1/tickets/7').split(' ');
    const value = {
      request: {
        method,
        url,
        headers: of.headers ?? { 'x-region': 'eu' },
        ...(of.body !== undefined && { body: of.body }),
      },
      response: {
        status: of.status ?? 200,
        headers: { 'content-type': of.type ?? 'application/json' },
        ...(of.answer !== undefined && { body: of.answer }),
      },
    };
    return readSample(readJson(`${index}.json`, writeJson(value))).exchanges;
  });
  return hold(connector, exchanges, options);
}

/** `file severity code pointer -> declared (count)` */
function lines({ findings }: ContractResult): string[] {
  return findings.map(({ file, severity, code, pointer, declared, count }) => {
    const second = declared ? ` -> ${declared.file ?? ''}${declared.pointer}` : '';
    return `${file} ${severity} ${code} ${pointer}${second}${count === undefined ? '' : ` x${count}`}`;
  });
}

test('a ticket that is as declared and expected passes', () => {
  const result = run([{ answer: { id: 7, state: 'open', notes: [{ text: 'a' }], parent: { id: 1 } } }]);
  expect(lines(result)).toEqual([]);
  expect(result.samples).toEqual({ total: 1, passed: 1, failed: 0, unmatched: 0, skipped: 0 });
});

test('an expectation of a range of statuses, and of any', () => {
  const unmet = (status: string) => {
    const GetTicket = { responses: { [status]: { expect: { required: ['notes'] } } } };
    const connector = { ...tickets, contract: { ...contract, operations: { GetTicket } } };
    return lines(run([{ answer: { id: 7 } }], {}, connector));
  };
  const found = (status: string) => [
    `0.json error expectation-not-met /response/body -> contract.json/operations/GetTicket/responses/${status}/expect/required`,
  ];
  expect(['200', '2XX', 'default', '4XX'].map(unmet)).toEqual([found('200'), found('2XX'), found('default'), []]);
});

test.each<[string, Recorded, string[]]>([
  [
    'wrong types in the answer, through references',
    { answer: { id: '7', parent: { parent: { state: 'gone' } } } },
    [
      '0.json error wrong-type /response/body/id -> /definitions/Ticket/properties/id/type',
      '0.json error not-in-enum /response/body/parent/parent/state -> /definitions/Ticket/properties/state/enum',
    ],
  ],
  [
    'what is expected and not there, told once where the definition already refuses it',
    { answer: { state: 'open', notes: [] } },
    [
      '0.json error expectation-not-met /response/body/notes -> contract.json/operations/GetTicket/responses/200/expect/properties/notes/minItems',
      '0.json error expectation-not-met /response/body -> contract.json/operations/GetTicket/responses/200/expect/required',
    ],
  ],
  [
    'an answer that is something else: that, and nothing more',
    { answer: { error: { code: 1 } } },
    ['0.json error unrecognized-answer /response/body -> /paths/~1tickets~1{id}/get/responses/200/schema'],
  ],
  ['a status without schema: its body is not looked at', { status: 404, type: 'text/plain', answer: 'none' }, []],
  [
    'an undeclared status',
    { status: 500, answer: {} },
    ['0.json warning undeclared-status /response/status -> /paths/~1tickets~1{id}/get/responses'],
  ],
  [
    'a stream',
    { type: 'text/event-stream', answer: 'data: {}' },
    ['0.json error wrong-content-type /response/headers/content-type -> /produces'],
  ],
  [
    'parameters: type, bounds, list values, undeclared',
    {
      request: 'GET https://api.contoso.com/v1/tickets/0?expand=notes,mail&trace=1',
      headers: { accept: '*/*' },
      answer: { id: 7 },
    },
    [
      '0.json error out-of-bounds /request/url -> /paths/~1tickets~1{id}/get/parameters/0/minimum',
      '0.json error not-in-enum /request/url -> /paths/~1tickets~1{id}/get/parameters/1/items/enum',
      '0.json error missing-required /request/headers/x-region -> /paths/~1tickets~1{id}/get/parameters/2',
      '0.json note undeclared-parameter /request/url -> /paths/~1tickets~1{id}/get',
    ],
  ],
  ['a recorder that kept no headers says nothing about a header parameter', { headers: {}, answer: { id: 7 } }, []],
  [
    'a request body: required, wider',
    {
      request: 'POST https://api.contoso.com/v1/tickets',
      body: { tags: ['a', 1, true] },
      answer: { id: 7 },
    },
    [
      '0.json error missing-required /request/body -> /paths/~1tickets/post/parameters/0/schema/required',
      '0.json note narrower-than-api /request/body/tags/1 -> contract.json/operations/CreateTicket/request/wider/~1tags~1*',
      '0.json error wrong-type /request/body/tags/2 -> /paths/~1tickets/post/parameters/0/schema/properties/tags/items/type',
    ],
  ],
  [
    'a request that the API refused too: they agree',
    {
      request: 'POST https://api.contoso.com/v1/tickets',
      body: { tags: 'a' },
      status: 400,
      answer: { id: 7 },
    },
    [
      '0.json note missing-required /request/body -> /paths/~1tickets/post/parameters/0/schema/required',
      '0.json note wrong-type /request/body/tags -> /paths/~1tickets/post/parameters/0/schema/properties/tags/type',
    ],
  ],
  [
    'bodies that are not there',
    { request: 'POST https://api.contoso.com/v1/tickets' },
    [
      '0.json error body-missing /request -> /paths/~1tickets/post/parameters/0/schema',
      '0.json error body-missing /response -> /paths/~1tickets/post/responses/default/schema',
    ],
  ],
])('%s', (_, recorded, want) => {
  expect([...lines(run([recorded]))].toSorted()).toEqual(want.toSorted());
});

test('equal notes of several exchanges and list items are one, with a count; errors are not folded', () => {
  const answer = {
    id: 7,
    notes: [
      { text: 'a', by: 'me' },
      { text: 'b', by: 'you' },
    ],
    state: 'gone',
  };
  expect(lines(run([{ answer }, { answer }], { direction: 'response' })).toSorted()).toEqual([
    '0.json error not-in-enum /response/body/state -> /definitions/Ticket/properties/state/enum',
    '0.json note undeclared-property /response/body/notes/0/by -> /definitions/Ticket/properties/notes/items x4',
    '1.json error not-in-enum /response/body/state -> /definitions/Ticket/properties/state/enum',
  ]);
});

test('strict makes errors of what is undeclared', () => {
  const result = run([{ answer: { id: 7, color: 'red' } }, { status: 418, answer: {} }], { strict: true });
  expect(lines(result).map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
    'error undeclared-property',
    'error undeclared-status',
  ]);
  expect(result.samples).toEqual({ total: 2, passed: 0, failed: 2, unmatched: 0, skipped: 0 });
});

test('each half of an exchange can be tested alone', () => {
  const wrong = { request: 'GET https://api.contoso.com/v1/tickets/0', answer: { id: 'x' } };
  expect(lines(run([wrong], { direction: 'request' }))).toEqual([
    '0.json error out-of-bounds /request/url -> /paths/~1tickets~1{id}/get/parameters/0/minimum',
  ]);
  expect(lines(run([wrong], { direction: 'response' }))).toEqual([
    '0.json error wrong-type /response/body/id -> /definitions/Ticket/properties/id/type',
  ]);
});

test('nothing matched is an error, one that did not is a warning', () => {
  const elsewhere = { request: 'GET https://api.fabrikam.com/v1/tickets/7', answer: {} };
  expect(lines(run([elsewhere])).map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
    'warning unmatched-exchange',
    'error nothing-matched',
  ]);
  expect(run([elsewhere, { answer: { id: 1 } }]).samples).toEqual({
    total: 2,
    passed: 1,
    failed: 0,
    unmatched: 1,
    skipped: 0,
  });
});

test('coverage counts operations, statuses, properties and enum values, and names what is missing', () => {
  const { coverage } = run([{ answer: { id: 7, state: 'open', notes: [] } }], { direction: 'response' });
  expect(coverage.operations).toEqual({
    declared: 2,
    seen: 1,
    percent: 50,
    missing: [{ name: 'CreateTicket', pointer: '/paths/~1tickets/post' }],
  });
  expect(coverage.statuses.missing.map(({ name }) => name)).toEqual(['GetTicket 404', 'CreateTicket default']);
  expect({ ...coverage.properties, missing: coverage.properties.missing.map(({ name }) => name) }).toEqual({
    declared: 10,
    seen: 3,
    percent: 30,
    missing: [
      'GetTicket 200 parent',
      'GetTicket 200 notes[].text',
      'CreateTicket default id',
      'CreateTicket default state',
      'CreateTicket default parent',
      'CreateTicket default notes',
      'CreateTicket default notes[].text',
    ],
  });
  expect(coverage.enums.missing.map(({ name }) => name)).toEqual([
    'GetTicket 200 state = "closed"',
    'CreateTicket default state = "open"',
    'CreateTicket default state = "closed"',
  ]);
});

test('an exchange without a response is skipped when the response is tested', () => {
  const { exchanges } = readSample(
    readJson('a.json', '{"request":{"method":"GET","url":"https://api.contoso.com/v1/tickets/1"}}'),
  );
  expect(hold(tickets, exchanges, { direction: 'response' }).samples.skipped).toBe(exchanges.length);
});

test.each([
  [404, 'note'],
  [500, 'note'],
  [200, 'error'],
])('a request that is no JSON and was answered with %d', (status, severity) => {
  const create = {
    request: 'POST https://api.contoso.com/v1/tickets',
    headers: { 'content-type': 'application/json' },
  };
  const result = run([{ ...create, body: '{"title":', status, answer: { id: 1 } }]);
  expect(lines(result)).toEqual([
    `0.json ${severity} body-not-json /request/body -> /paths/~1tickets/post/parameters/0/schema`,
  ]);
});

test('an answer that has nothing of what is declared may be allowed', () => {
  const wider = { '': { type: 'object', maxProperties: 0 } } as const;
  const open: Connector = {
    ...tickets,
    contract: { formatVersion: 1, operations: { GetTicket: { responses: { 200: { wider } } } } },
  };
  const value = (body: Json) => ({
    request: { method: 'GET', url: 'https://api.contoso.com/v1/tickets/7', headers: { 'x-region': 'eu' } },
    response: { status: 200, body },
  });
  const { exchanges } = readSample(readJson('a.json', writeJson([value({}), value({ other: 1 })])));
  expect(hold(open, exchanges).findings.map(({ sample, code }) => [sample, code])).toEqual([
    ['a.json#2', 'unrecognized-answer'],
  ]);
});

describe('a credential decides as it was recorded, and is not shown', () => {
  const login = (password: Schema): Connector => ({
    ...tickets,
    definition: {
      ...definition,
      definitions: { Ticket: { type: 'object', properties: { id: { type: 'integer' }, password } } },
    },
    contract: { formatVersion: 1, operations: {} },
  });
  const messages = (password: Schema) => {
    const sample = {
      request: { method: 'GET', url: 'https://api.contoso.com/v1/tickets/1', headers: { 'x-region': 'eu' } },
      response: { status: 200, headers: {}, body: { id: 1, password: 'hunter2' } },
    };
    const { exchanges } = readSample(readJson('a.json', writeJson(sample)));
    return hold(login(password), exchanges).findings.map(({ message }) => message);
  };

  test.each<[string, Schema, string[]]>([
    ['as long as it may be', { type: 'string', maxLength: 7 }, []],
    [
      'too long',
      { type: 'string', maxLength: 3 },
      ['/password is "REDACTED" with a length of 8; at most 3 is declared.'],
    ],
    [
      'too short, when what stands for it is not',
      { type: 'string', minLength: 8 },
      ['/password is a credential, which is not shown, and is not as declared (wrong-length).'],
    ],
  ])('%s', (_, schema, want) => {
    expect(messages(schema)).toEqual(want);
  });
});

describe('definitions that are made to be difficult', () => {
  const withAnswer = (schema: Schema, more: Partial<Document> = {}): Connector => ({
    name: 'odd',
    definition: {
      ...definition,
      ...more,
      paths: {
        '/odd': {
          get: {
            operationId: 'GetOdd',
            parameters: [{ name: 'state', in: 'query', type: 'string', enum: ['open'] }],
            responses: { 200: { description: 'It.', schema }, 'x-note': { description: 'no status' } },
          },
        },
      },
    },
    properties: { properties: {} },
    contract: { formatVersion: 1, operations: {} },
  });
  const held = (connector: Connector, body: Json, query = '') => {
    const value = { request: { method: 'GET', url: `/odd${query}` }, response: { status: 200, body } };
    return hold(connector, readSample(readJson('a.json', writeJson(value))).exchanges);
  };

  test('ten thousand definitions, each in the next', () => {
    const chain = Array.from({ length: 10_000 }, (_, at): [string, Schema] => [
      `D${at}`,
      { type: 'object', properties: { next: { $ref: `#/definitions/D${at + 1}` } } },
    ]);
    const definitions = Object.fromEntries([...chain, ['D10000', { type: 'object' }]]);
    const { coverage } = held(withAnswer({ $ref: '#/definitions/D0' }, { definitions }), { next: {} });
    expect([coverage.properties.declared, coverage.properties.seen]).toEqual([10_000, 1]);
  });

  test('a root that takes any further property, and a body that has only such', () => {
    const open = withAnswer({ type: 'object', properties: { id: {} }, additionalProperties: { type: 'integer' } });
    expect(held(open, { other: 1 }).findings.map(({ code }) => code)).toEqual(['unrecognized-answer']);
    expect(held(open, { id: 1, other: 1 }).findings).toEqual([]);
  });

  test('the text "unknown" is a text like any other', () => {
    const { findings } = held(withAnswer({ type: 'object' }), {}, '?state=unknown');
    expect(findings.map(({ code }) => code)).toEqual(['not-in-enum']);
  });

  test('an extension among the responses is no status', () => {
    expect(held(withAnswer({ type: 'object' }), {}).coverage.statuses.declared).toBe(1);
  });
});
