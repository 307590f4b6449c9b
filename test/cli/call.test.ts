import Ajv from 'ajv-draft-04';
import { callSchema } from '../../src/cli/schemas/call.js';
import { writeJson } from '../../src/core/json-write.js';
import { compileOnce } from '../compile-once.js';
import { runIn } from '../scenarios/run.js';
import { json, serve, type Got, type Served } from './loopback.js';
import { memoryWorld, type Circumstances } from './memory-world.js';
import type { ServerResponse } from 'node:http';

compileOnce();

const KEY = 'canary-31415926';

/** A connector with an action that has everything, one that only the designer calls, and a trigger. */
const definition = {
  swagger: '2.0',
  info: { title: 'Things', description: 'Gives things.', version: '1.0' },
  host: 'api.contoso.com',
  basePath: '/v1',
  schemes: ['http'],
  consumes: ['application/json'],
  produces: ['application/json'],
  securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'Authorization' } },
  security: [{ api_key: [] }],
  paths: {
    '/things/{id}': {
      post: {
        operationId: 'SendThing',
        summary: 'Send a thing',
        description: 'Sends a thing.',
        parameters: [
          { name: 'id', in: 'path', required: true, type: 'string', 'x-ms-url-encoding': 'single' },
          { name: 'v', in: 'query', required: true, type: 'string', default: '2', 'x-ms-visibility': 'internal' },
          { name: 'tag', in: 'query', type: 'array', collectionFormat: 'multi', items: { type: 'string' } },
          { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Thing' } },
        ],
        responses: {
          200: { description: 'Sent.', schema: { type: 'object', properties: { count: { type: 'integer' } } } },
          401: { description: 'No.' },
        },
      },
    },
    '/kinds': {
      get: { operationId: 'ListKinds', 'x-ms-visibility': 'internal', responses: { 200: { description: 'Kinds.' } } },
    },
  },
  definitions: {
    Thing: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, size: { type: 'integer', default: 1 } },
    },
  },
};

const form = { displayName: 'Key', description: 'The word Bearer, a space, and the key: Bearer <key>.' };
const properties = { properties: { connectionParameters: { api_key: { type: 'securestring', uiDefinition: form } } } };
const contract = {
  formatVersion: 1,
  operations: { SendThing: { responses: { 200: { usage: { units: '/count', none: '/none' } } } } },
};

const files = {
  'things/apiDefinition.swagger.json': writeJson(definition),
  'things/apiProperties.json': writeJson(properties),
  'things/contract.json': writeJson(contract),
};

let served: Served | undefined;
afterEach(async () => served?.close());

/** Runs a command line against a server that answers so; `URL` in it is the server's address. */
async function call(
  line: string,
  answer: (response: ServerResponse, got: Got) => void,
  circumstances: Circumstances = {},
) {
  await served?.close();
  served = await serve(answer);
  const { url, got } = served;
  const world = memoryWorld({ env: { KEY }, ...circumstances, files: { ...files, ...circumstances.files } });
  const ran = await runIn(world, line.replaceAll('URL', url));
  expect([ran.out, ran.err, [...world.files.values()]].flat().join('\n')).not.toContain(KEY);
  return {
    ...ran,
    out: ran.out
      .join('\n')
      .replaceAll(url, 'URL')
      .replaceAll(/\b\d+ ms/g, 'N ms'),
    got,
    world,
  };
}

const good = (response: ServerResponse) => json(response, 200, { count: 3 });
const SEND = 'call ./things SendThing --endpoint URL/v1 --param id=a/b --set name=5 --key-env KEY';

describe('a call', () => {
  test('is sent as the connector sends it', async () => {
    const { exit, out, err, got } = await call(`${SEND} --param tag=x tag=y`, good);
    expect([exit, err]).toEqual([0, []]);
    expect(out.split('\n')).toEqual([
      'POST URL/v1/things/a%2Fb?v=2&tag=x&tag=y',
      '200 in N ms; units 3',
      '{',
      '  "count": 3',
      '}',
      'no findings',
    ]);
    expect(got.map(({ method, url, headers, body }) => [method, url, headers.authorization, JSON.parse(body)])).toEqual(
      [['POST', '/v1/things/a%2Fb?v=2&tag=x&tag=y', `Bearer ${KEY}`, { name: '5', size: 1 }]],
    );
  });

  test('in JSON, which keeps its schema; what the service says of the key is not shown', async () => {
    const { exit, out } = await call(`${SEND} --json`, (response, { headers }) =>
      json(
        response,
        200,
        { count: '3', said: headers.authorization, [KEY]: Buffer.from(KEY).toString('base64') },
        { 'x-said': `key ${KEY}` },
      ),
    );
    const result = JSON.parse(out);
    const validate = new Ajv.default({ allErrors: true }).compile(callSchema);
    validate(result);
    expect(validate.errors ?? []).toEqual([]);
    const { milliseconds, findings, ...rest } = result;
    expect([exit, typeof milliseconds]).toEqual([1, 'number']);
    expect(rest).toEqual({
      formatVersion: 1,
      ok: false,
      operation: 'SendThing',
      request: {
        method: 'POST',
        url: 'URL/v1/things/a%2Fb?v=2',
        headers: { 'content-type': 'application/json', authorization: 'Bearer REDACTED' },
        body: { name: '5', size: 1 },
      },
      response: {
        status: 200,
        headers: expect.objectContaining({ 'content-type': 'application/json', 'x-said': 'key REDACTED' }),
        body: { count: '3', said: 'Bearer REDACTED', REDACTED: 'REDACTED' },
      },
      counts: { error: 1, warning: 0, note: 2 },
    });
    const inDefinition = { file: 'things/apiDefinition.swagger.json', line: expect.any(Number) };
    const at = { severity: expect.anything(), message: expect.anything(), operation: 'SendThing' };
    const declared = expect.objectContaining(inDefinition);
    expect(findings).toEqual([
      { ...at, code: 'wrong-type', pointer: '/response/body/count', declared },
      { ...at, code: 'undeclared-property', pointer: '/response/body/said', declared },
      { ...at, code: 'undeclared-property', pointer: '/response/body/REDACTED', declared },
    ]);
  });

  test('is kept under a new name, and can be tested then', async () => {
    const { exit, out, world } = await call(
      `${SEND} --record kept`,
      (response) => json(response, 200, { count: 'x' }),
      {
        files: { 'kept/SendThing-7.json': '{}' },
      },
    );
    expect([exit, world.written, out.split('\n').slice(4)]).toEqual([
      1,
      ['/home/kept/SendThing-8.json'],
      [
        '}',
        'recorded in kept/SendThing-8.json',
        'kept/SendThing-8.json:27:16 error /count is the string "x"; an integer is declared.  wrong-type',
        '  declared at things/apiDefinition.swagger.json:78:27',
        '1 error',
        'connector-kit explain wrong-type says what that means.',
      ],
    ]);
    const again = await runIn(
      world,
      `test ./things --endpoint ${served?.url}/v1 --samples kept/SendThing-8.json --json`,
    );
    expect(JSON.parse(again.out.join('\n')).samples).toEqual({
      total: 1,
      passed: 0,
      failed: 1,
      unmatched: 0,
      skipped: 0,
    });
  });

  test('of the only action needs no name, and one in another case is found', async () => {
    const { got } = await call('call ./things --endpoint URL/v1 --param id=1 --body {} --key-env KEY', good);
    const { exit } = await call('call ./things listkinds --endpoint URL/v1 --key-env KEY', good);
    expect([got.map(({ body }) => body), exit, served?.got.map(({ url }) => url)]).toEqual([['{}'], 0, ['/v1/kinds']]);
  });

  test('tells what the contract says of the request alone', async () => {
    const { exit, out } = await call(
      'call ./things --endpoint URL/v1 --param id=1 --body {} --key-env KEY --direction request',
      good,
    );
    expect([exit, out.split('\n').slice(5)]).toEqual([
      1,
      [
        '#/request/body error The value has no property "name"; it is required.  missing-required',
        '  declared at things/apiDefinition.swagger.json:104:19',
        '1 error',
        'connector-kit explain missing-required says what that means.',
      ],
    ]);
  });
});

describe('an answer that is no success ends with 1 and says what it means', () => {
  test.each<[string, number, unknown, Record<string, string>, readonly string[]]>([
    [
      'a wrong key',
      401,
      { error: 'no' },
      {},
      [
        'The service refuses the key (401).',
        'Give another key; see that it is of the same resource and account, and of the form that the connection asks for.',
      ],
    ],
    [
      'keys are disabled',
      403,
      { error: { code: 'AuthenticationTypeDisabled' } },
      {},
      [
        'Keys are disabled on the resource: it takes Microsoft Entra ID only (403).',
        'Allow keys on the resource (disableLocalAuth: false), or call it from a workflow with a managed identity.',
      ],
    ],
    [
      'too many',
      429,
      {},
      { 'retry-after': '1' },
      ['The key is taken, but its quota is used up (429).', 'Wait, or raise the quota. It asks to wait 1 second.'],
    ],
    ['a wrong request', 400, {}, {}, ['The service finds the request wrong (400).', 'See what its answer says.']],
    [
      'elsewhere',
      307,
      {},
      { location: `http://127.0.0.1:1/x?code=${KEY}` },
      [
        'The service sends the call elsewhere to "http://127.0.0.1:1/x?code=REDACTED", and no redirect is followed (307).',
        'Give the address that it names.',
      ],
    ],
    ['a fault', 503, {}, {}, ['The service has a fault of its own (503).', 'Make the call again later.']],
  ])('%s', async (_, status, body, headers, want) => {
    const { exit, out, got } = await call(`${SEND} --max-findings 0`, (response) =>
      json(response, status, body, headers),
    );
    expect([exit, got.length, out.split('\n').slice(1, 4)]).toEqual([1, 1, [`${status} in N ms`, ...want]]);
  });
});

describe('an answer that is odd', () => {
  test.each<[string, (response: ServerResponse) => void, number, readonly string[]]>([
    [
      'no JSON',
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"count":\u001b[2J'),
      1,
      [
        '{"count":\\u001b[2J',
        '#/response/body error',
        '  declared at things/apiDefinition.swagger.json:74:23',
        '1 error',
      ],
    ],
    [
      'nothing',
      (response) => response.writeHead(204).end(),
      0,
      ['#/response/status warning', '  declared at things', '1 warning'],
    ],
    [
      'bytes',
      (response) =>
        response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(Buffer.from([0xff, 0, 1])),
      1,
      ['3 bytes that are no text', '#/response/headers/content-type error', '  declared at things', '1 error'],
    ],
    [
      'very long',
      (response) => json(response, 200, { count: 1, more: Array.from({ length: 300 }, () => 1) }),
      0,
      [
        '{',
        '  "count": 1,',
        '  "more": [',
        ...Array.from({ length: 197 }, () => '    1,'),
        '… and 726 characters more',
      ],
    ],
  ])('%s', async (_, answer, exit, want) => {
    const ran = await call(SEND, answer);
    const lines = ran.out.split('\n').slice(2, 2 + want.length);
    expect([ran.exit, lines.map((line, at) => line.slice(0, want[at]?.length))]).toEqual([exit, want]);
  });
});

describe('no whole answer ends with 3', () => {
  test.each<[string, (response: ServerResponse) => void, string]>([
    ['a reset', (response) => response.socket?.resetAndDestroy(), 'the connection was cut (ECONNRESET)'],
    [
      'half an answer',
      (response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"count"', () => response.destroy());
      },
      'the connection was cut (ECONNRESET)',
    ],
    [
      'no HTTP',
      (response) => response.socket?.end('220 ready\r\n'),
      'what came back is no HTTP (HPE_INVALID_CONSTANT)',
    ],
  ])('%s', async (_, answer, why) => {
    const { exit, out } = await call(`${SEND} --json`, answer);
    expect([exit, JSON.parse(out.replace('URL', '')).fault]).toEqual([
      3,
      {
        code: 'service-unreachable',
        message: `The call to 127.0.0.1:${served?.port} failed: ${why}.`,
        help: 'See that the address is right, that the server runs, and that the network (HTTPS_PROXY, NO_PROXY) lets it through.',
      },
    ]);
  });

  test('nobody there', async () => {
    const { exit, err } = await runIn(
      memoryWorld({ files, env: { KEY } }),
      'call ./things --endpoint http://127.0.0.1:1/v1 --param id=1 --body {} --key-env KEY',
    );
    expect([exit, err[0]]).toEqual([
      3,
      'connector-kit: The call to 127.0.0.1:1 failed: nothing listens there (ECONNREFUSED).',
    ]);
  });
});

describe('a call that cannot be made ends with 2', () => {
  const at = '--endpoint http://127.0.0.1:1/v1';
  const open = { ...definition, host: undefined };
  const two = { ...definition, paths: { ...definition.paths, '/x': { get: { operationId: 'GetX', responses: {} } } } };
  const keyless = { ...definition, securityDefinitions: undefined, security: undefined };
  const basic = { ...definition, securityDefinitions: { basic: { type: 'basic' } }, security: [{ basic: [] }] };
  const more = {
    'open.json': writeJson(JSON.parse(JSON.stringify(open))),
    'two.json': writeJson(two),
    'keyless.json': writeJson(JSON.parse(JSON.stringify(keyless))),
    'basic.json': writeJson(basic),
    full: 'a file',
  };
  test.each([
    ['call', 'called-wrongly', 'CONNECTOR [OPERATION] is missing.'],
    [`call ./things SendThin ${at}`, 'not-found', '"things" has no operation "SendThin". Did you mean "SendThing"?'],
    [`call two.json ${at}`, 'called-wrongly', '"two" has 2 operations, expected the name of one.'],
    [
      `call ./things ${at} --set name=a --key-env KEY`,
      'called-wrongly',
      'The path parameter "id" is missing; it is required.',
    ],
    [
      `call ./things ${at} --param id= --set name=a`,
      'called-wrongly',
      'The path parameter "id" is missing; it is required.',
    ],
    [
      `call ./things ${at} --param id=1 tags=a --set name=a`,
      'called-wrongly',
      'The operation has no parameter "tags". Did you mean "tag"?',
    ],
    [
      `call ./things ${at} --param id=1 id=2`,
      'called-wrongly',
      'The parameter "id" is given 2 times, and takes one value.',
    ],
    [`call ./things ${at} --param id`, 'called-wrongly', '--param "id" is no assignment, expected name=value.'],
    [`call ./things ListKinds ${at} --body {}`, 'called-wrongly', 'The operation takes no body, expected none.'],
    [`call ./things ListKinds ${at}`, 'called-wrongly', '"things" asks for a key, and none is given.'],
    [
      `call keyless.json ListKinds ${at} --key-env KEY`,
      'called-wrongly',
      '"keyless" asks for no key, and one is given.',
    ],
    [
      `call basic.json ListKinds ${at} --key-env KEY`,
      'called-wrongly',
      'The connector asks for a user name and a password, and the key has no colon.',
    ],
    [`call ./things ListKinds ${at} --key-env NONE`, 'called-wrongly', 'There is no environment variable "NONE".'],
    [
      'call open.json ListKinds --key-env KEY',
      'called-wrongly',
      '"open" has no host of its own, so there is nobody to call.',
    ],
    [
      `call ./things ListKinds ${at} --key-env KEY --record full`,
      'called-wrongly',
      '"full" is no folder: it is a file.',
    ],
  ])('%s', async (line, code, message) => {
    const world = memoryWorld({ files: { ...files, ...more }, env: { KEY } });
    const { exit, out } = await runIn(world, `${line} --json`);
    const { fault } = JSON.parse(out.join('\n'));
    expect([exit, fault.code, fault.message]).toEqual([2, code, message]);
  });
});
