import type { Json } from '../../src/core/json.js';
import type { Connector } from '../../src/definition/connector.js';
import { exchange, type ExchangeParts } from '../../src/http/make-exchange.js';
import { inferConnector, type InferOptions } from '../../src/infer/infer.js';
import type { Operation } from '../../src/openapi/types.js';

const url = 'https://api.contoso.com/tickets';

/** An exchange in short: `GET /tickets`, answered with `{"id":1}`. */
type Short = { readonly url?: string; readonly method?: string } & Omit<
  Partial<ExchangeParts['request']>,
  'url' | 'method'
> & {
    readonly status?: number;
    readonly answer?: Json;
    readonly type?: string;
  };

function infer(recorded: readonly Short[], options?: InferOptions) {
  const exchanges = recorded.map(({ url: at = url, method = 'GET', status = 200, answer, type, ...request }) => {
    const message = {
      ...(type !== undefined && { headers: { 'content-type': type } }),
      ...(answer !== undefined && { body: answer }),
    };
    return exchange({ request: { method, url: at, ...request }, response: { status, ...message } });
  });
  return inferConnector(exchanges, options);
}

function operation({ definition }: Connector): Operation {
  const [item] = Object.values(definition.paths);
  const [first] = Object.values(item ?? {});
  return first as Operation; // nothing else is made
}

const parametersOf = (recorded: readonly Short[]) => operation(infer(recorded).connector).parameters;
const guesses = (recorded: readonly Short[]) =>
  infer(recorded)
    .findings.filter(({ code }) => code !== 'to-be-written')
    .map(({ code, pointer, message }) => [code, pointer, message]);

describe('parameters outside the body', () => {
  const query = (...queries: readonly string[]) => parametersOf(queries.map((text) => ({ url: `${url}?${text}` })));
  const words = { 'x-ms-summary': 'A', description: 'The a.' };
  const a = { ...words, name: 'a', in: 'query', required: true, 'x-ms-visibility': 'important' };

  test.each<[string, readonly string[], unknown]>([
    ['whole numbers', ['a=1', 'a=-2', 'a=0'], [{ ...a, type: 'integer' }]],
    ['numbers', ['a=1', 'a=2.5'], [{ ...a, type: 'number' }]],
    ['numbers with zeros in front are names', ['a=007', 'a=1'], [{ ...a, type: 'string' }]],
    ['numbers that do not fit', ['a=12345678901234567890', 'a=1'], [{ ...a, type: 'string' }]],
    ['true and false', ['a=true', 'a=false'], [{ ...a, type: 'boolean' }]],
    ['texts', ['a=true', 'a=1'], [{ ...a, type: 'string' }]],
    ['no value', ['a', 'a='], [{ ...a, type: 'string' }]],
    ['a list', ['a=1&a=2', 'a=1'], [{ ...a, type: 'array', items: { type: 'integer' }, collectionFormat: 'multi' }]],
    ['once absent', ['a=x', ''], [{ ...a, type: 'string', required: false, 'x-ms-visibility': 'advanced' }]],
    ['seen in one request only', ['a=x'], [{ ...a, type: 'string', required: false }]],
    ['no name', ['=x', '&'], undefined],
    [
      'by name',
      ['b=1&a=1'],
      [
        { ...a, type: 'integer', required: false },
        { ...a, 'x-ms-summary': 'B', description: 'The b.', name: 'b', type: 'integer', required: false },
      ],
    ],
  ])('%s', (_name, queries, want) => {
    expect(query(...queries)).toEqual(want);
  });

  test('a version is a constant', () => {
    const { connector } = infer([{ url: `${url}?api-version=2024-10-21` }]);
    expect(operation(connector).parameters).toEqual([
      {
        name: 'api-version',
        in: 'query',
        'x-ms-summary': 'Api version',
        description: 'The api version.',
        required: true,
        type: 'string',
        default: '2024-10-21',
        'x-ms-visibility': 'internal',
      },
    ]);
    expect(connector.contract).toEqual({ formatVersion: 1, apiVersion: '2024-10-21', operations: {} });
  });

  test('of several versions the commonest, of equally common ones the latest', () => {
    const versions = ['2023-05-15', '2024-10-21', '2024-10-21', '2025-01-01'].map((version) => ({
      url: `${url}?api-version=${version}`,
    }));
    expect(parametersOf(versions)?.[0]).toMatchObject({ default: '2024-10-21' });
    expect(parametersOf(versions.slice(0, 2))?.[0]).toMatchObject({ default: '2024-10-21' });
    expect(guesses(versions)).toEqual([
      [
        'several-versions',
        '/paths/~1tickets/get/parameters/0/default',
        'The recordings are of several versions; "2024-10-21", the commonest, is sent, and not 2025-01-01, 2023-05-15.',
      ],
    ]);
  });

  test('a header with a dated version, and no other', () => {
    const headers = {
      'x-api-version': '2024-10-21',
      'x-client-version': '1.2.3',
      accept: 'application/json',
      traceparent: '1',
    };
    expect(parametersOf([{ headers }, { headers }, {}])).toEqual([
      {
        name: 'x-api-version',
        in: 'header',
        'x-ms-summary': 'X api version',
        description: 'The x api version.',
        required: true,
        type: 'string',
        default: '2024-10-21',
        'x-ms-visibility': 'internal',
      },
    ]);
  });

  test('what joins in one path has its parameters together', () => {
    const answer = { id: 1, title: 'Printer', open: true };
    const at = (queue: string, search: string) => ({
      url: `https://api.contoso.com/queues/${queue}/tickets?${search}`,
      answer,
    });
    const recorded = [at('alpha', 'a=1&b=1'), at('alpha', 'a=2'), at('beta', 'a=3&a=4&c=1'), at('gamma', 'a=5')];
    expect(parametersOf(recorded)?.slice(1)).toEqual([
      { ...a, type: 'array', items: { type: 'integer' }, collectionFormat: 'multi' },
      ...['b', 'c'].map((name) => ({
        name,
        in: 'query',
        'x-ms-summary': name.toUpperCase(),
        description: `The ${name}.`,
        required: false,
        type: 'integer',
        'x-ms-visibility': 'advanced',
      })),
    ]);
    expect(guesses([at('2', 'a=1'), at('1', 'a=1'), ...recorded])).toEqual([
      [
        'guessed-path-parameter',
        '/paths/~1queues~1{queue}~1tickets/get/parameters/0',
        'The path parameter "queue" stands for "1", "2", "alpha": is it one, and what is its name?',
      ],
    ]);
  });

  test('a path parameter', () => {
    expect(parametersOf([{ url: `${url}/7` }])).toEqual([
      {
        name: 'ticket',
        in: 'path',
        'x-ms-summary': 'Ticket',
        description: 'The ticket.',
        required: true,
        type: 'string',
        'x-ms-url-encoding': 'single',
      },
    ]);
  });
});

describe('answers', () => {
  const responses = (recorded: readonly Short[]) => operation(infer(recorded).connector).responses;
  const schema = { type: 'object', properties: { a: { type: 'integer', 'x-ms-summary': 'A', description: 'The a.' } } };

  test('one success has a schema, failures have none', () => {
    const recorded = [
      { status: 202, answer: { a: 1 } },
      { status: 201, answer: { a: 1 } },
      { status: 204 },
      { status: 404, answer: { error: 'x' } },
      { status: 418, answer: 'teapot', type: 'text/plain' },
    ];
    expect(responses(recorded)).toEqual({
      201: { description: 'The answer.', schema },
      202: { description: 'The answer.' },
      204: { description: 'Nothing more is answered.' },
      404: { description: 'There is no such resource.' },
      418: { description: 'The status 418.' },
    });
    expect(guesses(recorded)).toEqual([
      [
        'body-not-described',
        '/paths/~1tickets/get/responses/202',
        'A second success under the status 202 is not described.',
      ],
    ]);
  });

  test('a text is not described, and its type is produced', () => {
    const recorded = [
      { answer: { a: 1 }, type: 'application/json; charset=utf-8' },
      { answer: 'data: {}', type: 'text/event-stream' },
    ];
    expect(operation(infer(recorded).connector).produces).toEqual(['application/json', 'text/event-stream']);
    expect(responses(recorded)).toEqual({ 200: { description: 'The answer.', schema } });
    expect(guesses(recorded)).toEqual([
      [
        'body-not-described',
        '/paths/~1tickets/get/responses/200',
        '1 of 2 answers are no JSON or have no body: these are not described.',
      ],
    ]);
  });

  test('JSON is produced where a recording has no type', () => {
    const recorded = [{ answer: { a: 1 } }, { answer: 'data: {}', type: 'text/event-stream' }];
    expect(operation(infer(recorded).connector).produces).toEqual(['application/json', 'text/event-stream']);
  });

  test('only failures', () => {
    expect(responses([{ status: 401, answer: { error: 'x' } }])).toEqual({
      401: { description: 'The credentials are missing or wrong.' },
    });
    expect(guesses([{ status: 401 }])).toEqual([
      [
        'no-success-recorded',
        '/paths/~1tickets/get',
        'No success was recorded, only 401: write what the operation answers, or leave it out.',
      ],
    ]);
  });

  test('no answer at all', () => {
    const { connector } = inferConnector([exchange({ request: { method: 'GET', url } })]);
    expect(operation(connector).responses).toEqual({ 200: { description: 'The answer.' } });
  });
});

describe('bodies of requests', () => {
  const post = (body: Json, status = 200): Short => ({ method: 'POST', body, status });
  const names = (recorded: readonly Short[]) => {
    const [body] = parametersOf(recorded) ?? [];
    return body !== undefined && 'schema' in body ? [body.required, Object.keys(body.schema.properties ?? {})] : body;
  };

  test('what the API called wrong says nothing', () => {
    expect(names([post({ a: 1 }), post({ b: 1 }, 400), post({ c: 1 }, 422), post({ d: 1 }, 500)])).toEqual([
      true,
      ['a', 'd'],
    ]);
  });
  test('unless there is nothing else', () => {
    expect(names([post({ b: 1 }, 400)])).toEqual([true, ['b']]);
  });
  test('once absent', () => {
    expect(names([post({ a: 1 }), { method: 'POST' }])).toEqual([false, ['a']]);
  });
  test('a GET has none', () => {
    const recorded = [{ body: { a: 1 } }];
    expect(parametersOf(recorded)).toBe(undefined);
    expect(guesses(recorded)).toEqual([
      [
        'body-not-described',
        '/paths/~1tickets/get/parameters/0',
        'The body of a request that can have none is not described: write the parameters.',
      ],
    ]);
  });
  test('a form is not described', () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const recorded = [{ method: 'POST', headers, body: 'a=1' }];
    expect(operation(infer(recorded).connector).consumes).toEqual(['application/x-www-form-urlencoded']);
    expect(guesses(recorded)).toEqual([
      [
        'body-not-described',
        '/paths/~1tickets/post/parameters/0',
        'application/x-www-form-urlencoded is not described: write the parameters.',
      ],
    ]);
  });
});

describe('who calls', () => {
  const security = (recorded: readonly Short[]) => {
    const { definition, properties } = infer(recorded).connector;
    const fields = properties.properties.connectionParameters ?? {};
    return [
      definition.securityDefinitions,
      definition.security,
      Object.values(fields).map(({ uiDefinition }) => uiDefinition?.displayName),
    ];
  };
  const key = (name: string, location = 'header') => ({ api_key: { type: 'apiKey', in: location, name } });
  const needed = [{ api_key: [] }];

  test.each<[string, readonly Short[], unknown]>([
    ['nobody knows', [{}], [undefined, [], []]],
    [
      'a bearer',
      [{ headers: { Authorization: 'Bearer abc' } }],
      [key('Authorization'), needed, ['Bearer and API key']],
    ],
    ['a bare key', [{ headers: { authorization: 'abc' } }], [key('Authorization'), needed, ['API key']]],
    [
      'a password',
      [{ headers: { authorization: 'Basic YTpi' } }],
      [{ basic: { type: 'basic' } }, [{ basic: [] }], ['User name', 'Password']],
    ],
    ['a header of its own', [{ headers: { 'X-Api-Key': 'abc' } }], [key('x-api-key'), needed, ['API key']]],
    ['a key in the query', [{ url: `${url}?api_key=abc` }], [key('api_key', 'query'), needed, ['API key']]],
    ['a cookie is no key', [{ headers: { cookie: 'a=b' } }], [undefined, [], []]],
    [
      'a header of its own beside a bearer',
      [{ headers: { authorization: 'Bearer abc', 'api-key': 'abc' } }],
      [key('api-key'), needed, ['API key']],
    ],
    [
      'a header of its own that is not rare',
      [1, 2, 3, 4, 5].map((at) => ({ headers: at < 3 ? { 'api-key': 'abc' } : { authorization: 'Bearer abc' } })),
      [key('api-key'), needed, ['API key']],
    ],
    [
      'a bearer where the other is rare',
      [{ headers: { 'api-key': 'abc' } }, ...[1, 2, 3].map(() => ({ headers: { authorization: 'Bearer abc' } }))],
      [key('Authorization'), needed, ['Bearer and API key']],
    ],
  ])('%s', (_name, recorded, want) => {
    expect(security(recorded)).toEqual(want);
  });

  test('a key in the query is no parameter, and no key is in the result', () => {
    const { connector, findings } = infer(
      [{ url: `${url}?api_key=S3CR3T&a=1`, headers: { cookie: 'S3CR3T' }, answer: { password: 'S3CR3T' } }],
      { enums: true },
    );
    expect(operation(connector).parameters?.map((parameter) => 'name' in parameter && parameter.name)).toEqual(['a']);
    expect(JSON.stringify([connector, findings])).not.toContain('S3CR3T');
  });
});

describe('the address', () => {
  const address = (...urls: readonly string[]) => {
    const { definition, contract } = infer(urls.map((at) => ({ url: at }))).connector;
    return [definition.schemes, definition.host, contract.openHost];
  };
  test.each<[readonly string[], unknown]>([
    [['https://API.contoso.com:443/a'], [['https'], 'api.contoso.com', undefined]],
    [['http://127.0.0.1:8080/a'], [['http'], '127.0.0.1:8080', undefined]],
    [
      ['http://a.com/a', 'https://a.com/a'],
      [['https'], 'a.com', undefined],
    ],
    [
      ['https://b.com/a', 'https://a.com/a'],
      [['https'], 'a.com', true],
    ],
    [
      ['https://b.com/a', 'https://b.com/a', 'https://a.com/a'],
      [['https'], 'b.com', true],
    ],
    [['/a'], [['https'], undefined, undefined]],
    [['https://[::1]/a'], [['https'], undefined, undefined]],
    [['https://<name>.contoso.com/a'], [['https'], undefined, undefined]],
  ])('%j', (urls, want) => {
    expect(address(...urls)).toEqual(want);
  });
});

describe('names of the connector', () => {
  test.each([
    ['https://api.contoso.com/a', 'Contoso', 'contoso'],
    ['https://www.help-desk.co.uk/a', 'Help desk', 'help-desk'],
    ['https://127.0.0.1:80/a', 'Inferred connector', 'inferred-connector'],
    [`https://${'a'.repeat(60)}.com/a`, `A${'a'.repeat(29)}`, `a${'a'.repeat(29)}`],
  ])('%s', (at, title, name) => {
    const { connector } = infer([{ url: at }]);
    expect([connector.definition.info.title, connector.name]).toEqual([title, name]);
  });

  test('an operationId is that of one operation', () => {
    expect(operation(infer([{}], { operationId: 'List' }).connector).operationId).toBe('List');
    expect(() => infer([{}, { url: `${url}/open` }], { operationId: 'List' })).toThrow(
      'The operationId "List" is of one operation, and the recordings are of 2.',
    );
  });
});
