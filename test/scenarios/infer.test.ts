import Ajv from 'ajv-draft-04';
import { inferSchema } from '../../src/cli/schemas/infer.js';
import { memoryWorld, type Content } from '../cli/memory-world.js';
import { run, runIn, runJson } from './run.js';
import { files, sample, text } from './things.js';
import { compileOnce } from '../compile-once.js';

compileOnce();

const recorded = {
  'samples/a.json': text(sample({ count: 1, label: 'one' })),
  'samples/b.json': text(sample({ count: 2, label: null })),
  'samples/c.json': text(sample({ error: 'gone' }, 404)),
};
const answer = {
  type: 'object',
  properties: {
    count: { type: 'integer', description: 'The count.', 'x-ms-summary': 'Count' },
    label: { type: 'string', description: 'The label; it can be null.', 'x-ms-summary': 'Label', 'x-nullable': true },
  },
};
const expect200 = { responses: { 200: { expect: { required: ['count', 'label'] } } } };

test('a definition on standard output, the rest on standard error', async () => {
  const { exit, out, err } = await run('infer samples', { files: recorded });
  expect(exit).toBe(0);
  expect(JSON.parse(out.join('\n'))).toEqual({
    swagger: '2.0',
    info: { title: 'Contoso', description: 'Calls api.contoso.com. Made from recordings.', version: '1.0.0' },
    host: 'api.contoso.com',
    basePath: '/',
    schemes: ['https'],
    consumes: ['application/json'],
    produces: ['application/json'],
    paths: {
      '/thing': {
        get: {
          summary: 'Get thing',
          description: 'Calls GET /thing.',
          operationId: 'GetThing',
          responses: {
            200: { description: 'The answer.', schema: answer },
            404: { description: 'There is no such resource.' },
          },
        },
      },
    },
    security: [],
  });
  expect(err).toEqual([
    '#/info/description note The title and the description are made from the host: write what the service does.  to-be-written',
    '#/paths/~1thing/get/description note The summary and the description of GetThing are made from its path: write what it does.  to-be-written',
    '#/paths/~1thing/get/responses/200/schema/properties/count/description note The description of "count" is made from its name: write what it means.  to-be-written',
    '#/paths/~1thing/get/responses/200/schema/properties/label/description note The description of "label" is made from its name: write what it means.  to-be-written',
    '#/security note No credential was recorded, as recorders remove them: write how a caller proves who it is, or that nobody has to.  to-be-written',
    '',
    'inferred from 3 exchanges',
    '  GetThing GET /thing',
    '  0 decisions to look at, 5 places to write',
    '5 notes',
    'connector-kit explain to-be-written says what that means.',
  ]);
});

test('files, which test takes, and once more', async () => {
  const world = memoryWorld({ files: recorded });
  const line = 'infer samples --out mine/apiDefinition.swagger.json --max-findings 0';
  const paths = ['apiDefinition.swagger.json', 'apiProperties.json', 'contract.json'].map((name) => `mine/${name}`);
  const summary = ['inferred from 3 exchanges', '  GetThing GET /thing', '  0 decisions to look at, 5 places to write'];
  const closing = ['… and 5 more: --max-findings says how many are printed.', '5 notes'];
  const written = paths.map((path) => `written ${path}`);
  expect(await runIn(world, line)).toEqual({ exit: 0, out: [...summary, ...written, ...closing], err: [] });
  expect(world.written.map(world.shown)).toEqual(paths);
  expect(JSON.parse(String(world.files.get('/home/mine/contract.json')))).toEqual({
    formatVersion: 1,
    operations: { GetThing: expect200 },
  });
  const { exit, out } = await runIn(world, 'test mine --samples samples');
  expect([exit, out.slice(0, 2)]).toEqual([
    0,
    [
      'mine (mine/apiDefinition.swagger.json): 3 samples, requests and responses tested',
      '  3 passed, 0 failed, 0 unmatched, 0 skipped',
    ],
  ]);
  expect(await runIn(world, line)).toEqual({ exit: 0, out: [...summary, ...closing], err: [] });
  expect(world.written).toHaveLength(3);
});

test('a folder that exists gets the three files, and findings their lines', async () => {
  const world = memoryWorld({ files: { ...recorded, 'mine/': '' } });
  const { out } = await runIn(world, 'infer samples --out mine --max-findings 1');
  expect(out[0]).toBe(
    'mine/apiDefinition.swagger.json:5:24 note The title and the description are made from the host: write what the service does.  to-be-written',
  );
  expect(world.written.map(world.shown)).toEqual(
    ['apiDefinition.swagger.json', 'apiProperties.json', 'contract.json'].map((name) => `mine/${name}`),
  );
});

test.each<[string, Readonly<Record<string, Content>>, string]>([
  [
    '--out things/apiDefinition.swagger.json',
    { 'things/apiDefinition.swagger.json': '{}' },
    'was not made by this tool, and would be replaced.',
  ],
  ['--out mine.json', { 'mine.json': '{}' }, 'is there already, and holds something else.'],
  ['--out mine.json', { 'contract.json': '{}' }, 'is there already, and holds something else.'],
])('%s does not replace what is not ours, unless with --force', async (flags, more, message) => {
  const [path = ''] = Object.keys(more);
  const world = memoryWorld({ files: { ...recorded, ...more } });
  const { exit, err } = await runIn(world, `infer samples ${flags}`);
  expect([exit, err[0], world.written]).toEqual([3, `connector-kit: "${path}" ${message}`, []]);
  expect((await runIn(world, `infer samples ${flags} --force`)).exit).toBe(0);
  expect(world.written).toHaveLength(3);
});

describe('pasted bodies', () => {
  const pasted = { 'asked.json': '{"label":"one"}', 'answered.json': '{"id":7,"api_key":"S3CR3T"}' };
  const line =
    'infer --request asked.json --response answered.json --method post --url https://api.contoso.com/v1/things?sig=S3CR3T';

  test('give a definition', async () => {
    const { exit, result } = await runJson(`${line} --status 201 --operation-id OpenThing`, { files: pasted });
    const { paths, basePath } = result.definition;
    const { operationId, parameters, responses } = paths['/things'].post;
    expect([exit, result.exchanges, basePath, operationId]).toEqual([0, 1, '/v1', 'OpenThing']);
    expect(Object.keys(parameters[0].schema.properties)).toEqual(['label']);
    expect(Object.keys(responses['201'].schema.properties)).toEqual(['id', 'api_key']);
    expect(result.definition.securityDefinitions).toEqual({ api_key: { type: 'apiKey', in: 'query', name: 'sig' } });
    expect(JSON.stringify(result)).not.toContain('S3CR3T');
  });

  test('only an address', async () => {
    const { exit, result } = await runJson('infer --method GET --url /things');
    expect([exit, Object.keys(result.definition.paths)]).toEqual([0, ['/things']]);
  });

  test('that are no JSON', async () => {
    const { exit, result } = await runJson(line, { files: { ...pasted, 'asked.json': '{"label":' } });
    expect([
      exit,
      result.definition,
      result.findings.map((one: Record<string, unknown>) => [one['file'], one['code'], one['line']]),
    ]).toEqual([1, null, [['asked.json', 'json-syntax', 1]]]);
  });
});

test('a sample that cannot be read is an error, and the others go on', async () => {
  const world = memoryWorld({ files: { ...recorded, 'samples/x.json': '{' } });
  const { exit, out } = await runIn(world, 'infer samples --out mine/apiDefinition.swagger.json --max-findings 1');
  expect([exit, out[0], out[2]]).toEqual([
    1,
    'samples/x.json:1:2 error Found the end of the text where a key in double quotes was expected.  json-syntax',
    'inferred from 3 exchanges',
  ]);
  expect(world.written).toHaveLength(3);
});

test.each<[string, readonly [string, string]]>([
  ['infer', ['called-wrongly', 'There is no SAMPLE.']],
  ['infer samples --method GET', ['called-wrongly', 'There are samples and a pasted exchange, expected one of them.']],
  ['infer --response a.json --url /a', ['called-wrongly', '--method is missing for pasted bodies.']],
  ['infer --response a.json --method GET', ['called-wrongly', '--url is missing for pasted bodies.']],
  ['infer --response a.json --method GET --url /a', ['not-found', '"a.json" does not exist.']],
  [
    'infer --method {} --url /a',
    ['called-wrongly', 'The exchange cannot be used: The request\'s method is "{}", expected one such as "POST".'],
  ],
  ['infer --method PURGE --url /a', ['nothing-to-do', 'No exchange can be an operation of a definition.']],
  ['infer none', ['not-found', '"none" does not exist.']],
  ['infer things', ['nothing-to-do', 'Nothing was inferred: no exchange was recorded.']],
  ['infer samples --operation-id 7', ['called-wrongly', '--operation-id is "7", which no operation can be called.']],
])('%s is a fault', async (line, want) => {
  const { exit, result } = await runJson(line, { files });
  expect([exit, result.fault.code, result.fault.message]).toEqual([2, ...want]);
});

test.each(['infer samples', 'infer samples/x.json', 'infer --method GET --url /a'])(
  '%s keeps its schema',
  async (line) => {
    const { result } = await runJson(line, { files: { ...recorded, 'samples/x.json': '{' } });
    const validate = new Ajv.default({ allErrors: true }).compile(inferSchema);
    validate(result);
    expect(validate.errors ?? []).toEqual([]);
  },
);
