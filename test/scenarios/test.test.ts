import { memoryWorld } from '../cli/memory-world.js';
import { run, runIn, runJson } from './run.js';
import { definition, files, sample, text } from './things.js';

const bad = { 'samples/bad.json': text(sample({ count: '3', more: 1 })) };
const line = 'test things --samples samples';
const closing = [
  'Seen of what is declared',
  '  operations  1 of 1, 100 %',
  '  statuses    1 of 1, 100 %',
  '  properties  2 of 2, 100 %',
  '  enums       none declared',
];

test('a clean run', async () => {
  expect(await run(line, { files })).toEqual({
    exit: 0,
    out: [
      'things (things/apiDefinition.swagger.json): 1 sample, requests and responses tested',
      '  1 passed, 0 failed, 0 unmatched, 0 skipped',
      ...closing,
      'no findings',
    ],
    err: [],
  });
});

const found = [
  'samples/bad.json:13:16 error /count is the string "3"; an integer is declared.  wrong-type',
  '  declared at things/apiDefinition.swagger.json:29:27',
  'samples/bad.json:14:15 note The property "more" (1) is not declared.  undeclared-property',
  '  declared at things/apiDefinition.swagger.json:25:23',
];
const two = [
  '',
  'things (things/apiDefinition.swagger.json): 2 samples, requests and responses tested',
  '  1 passed, 1 failed, 0 unmatched, 0 skipped',
  ...closing,
];
const explained = 'connector-kit explain wrong-type says what that means.';

test('a run with findings', async () => {
  const { exit, out } = await run(line, { files: { ...files, ...bad } });
  expect([exit, out]).toEqual([1, [...found, ...two, '1 error, 1 note', explained]]);
});

test('--max-findings keeps the worst and counts the rest', async () => {
  const { exit, out } = await run(`${line} --max-findings 1`, { files: { ...files, ...bad } });
  const more = '\u2026 and 1 more: --max-findings says how many are printed.';
  expect([exit, out]).toEqual([1, [...found.slice(0, 2), ...two, more, '1 error, 1 note', explained]]);
});

test('the JSON result', async () => {
  const { exit, result } = await runJson(line, { files: { ...files, ...bad } });
  const declared = { file: 'things/apiDefinition.swagger.json', pointer: '/paths/~1thing/get/responses/200/schema' };
  const common = { file: 'samples/bad.json', sample: 'samples/bad.json', operation: 'GetThing' };
  const all = { declared: 1, seen: 1, percent: 100, missing: [] };
  expect([exit, result]).toEqual([
    1,
    {
      formatVersion: 1,
      ok: false,
      samples: { total: 2, passed: 1, failed: 1, unmatched: 0, skipped: 0 },
      counts: { error: 1, warning: 0, note: 1 },
      findings: [
        {
          ...common,
          code: 'wrong-type',
          severity: 'error',
          message: '/count is the string "3"; an integer is declared.',
          pointer: '/response/body/count',
          line: 13,
          column: 16,
          declared: { ...declared, pointer: `${declared.pointer}/properties/count/type`, line: 29, column: 27 },
        },
        {
          ...common,
          code: 'undeclared-property',
          severity: 'note',
          message: 'The property "more" (1) is not declared.',
          pointer: '/response/body/more',
          line: 14,
          column: 15,
          declared: { ...declared, line: 25, column: 23 },
        },
      ],
      coverage: {
        operations: all,
        statuses: all,
        properties: { ...all, declared: 2, seen: 2 },
        enums: { ...all, declared: 0, seen: 0 },
      },
    },
  ]);
});

const undeclared = { 'samples/more.json': text(sample({ count: 1, more: 1 })) };

test.each<[string, readonly [number, readonly string[]]]>([
  ['', [0, ['note undeclared-property']]],
  ['--fail-on warning', [0, ['note undeclared-property']]],
  ['--fail-on note', [1, ['note undeclared-property']]],
  ['--strict', [1, ['error undeclared-property']]],
  ['--strict --direction request', [0, []]],
  ['--max-findings 0 --fail-on note', [1, []]],
])('undeclared properties with %s', async (flags, want) => {
  const { exit, result } = await runJson(`${line} ${flags}`.trim(), { files: { ...files, ...undeclared } });
  expect([exit, result.findings.map((one: Record<string, string>) => `${one['severity']} ${one['code']}`)]).toEqual(
    want,
  );
});

test.each([
  ['50', 0, []],
  ['50.1', 1, ['The samples show 1 of 2 declared properties, 50 %, and --coverage-min asks for 50.1 %.']],
])('--coverage-min %s', async (least, exit, messages) => {
  const half = { ...files, 'samples/good.json': text(sample({ count: 3 })) };
  const ran = await runJson(`${line} --coverage-min ${least}`, { files: half });
  const tooLow = ran.result.findings.filter(({ code }: { code: string }) => code === 'coverage-too-low');
  expect([ran.exit, tooLow.map(({ message }: { message: string }) => message)]).toEqual([exit, messages]);
});

test('findings come by document, then by place', async () => {
  const several = {
    'samples/a.json': text([sample({ label: 1, count: 'x' }), sample({ count: 'y' })]),
    'b.json': text(sample({ count: 'z' })),
  };
  const { result } = await runJson('test things --samples samples b.json', { files: { ...files, ...several } });
  expect(result.findings.map((one: Record<string, unknown>) => `${one['sample']} ${one['pointer']}`)).toEqual([
    'b.json /response/body/count',
    'samples/a.json#1 /0/response/body/label',
    'samples/a.json#1 /0/response/body/count',
    'samples/a.json#2 /1/response/body/count',
  ]);
});

test('a second place in contract.json has its real path', async () => {
  const contract = {
    formatVersion: 1,
    operations: { GetThing: { responses: { 200: { expect: { required: ['id'] } } } } },
  };
  const { result } = await runJson(line, { files: { ...files, 'things/contract.json': text(contract) } });
  expect(result.findings.map((one: { code: string; declared: object }) => [one.code, one.declared])).toEqual([
    [
      'expectation-not-met',
      {
        file: 'things/contract.json',
        pointer: '/operations/GetThing/responses/200/expect/required',
        line: 8,
        column: 25,
      },
    ],
  ]);
});

test.each(['things/apiDefinition.swagger.json', './things', '/home/things/'])('the connector as %s', async (given) => {
  const { exit, result } = await runJson(`test ${given} --samples samples`, { files });
  expect([exit, result.samples.passed]).toEqual([0, 1]);
});

test('a YAML definition, and places in it', async () => {
  const yaml = [
    'swagger: "2.0"',
    'info: { title: T, version: "1" }',
    'host: api.contoso.com',
    'paths:',
    '  /thing:',
    '    get:',
    '      responses:',
    '        200:',
    '          description: D',
    '          schema:',
    '            properties:',
    '              count: { type: string }',
  ];
  const { result } = await runJson('test y.yaml --samples samples', { files: { ...files, 'y.yaml': yaml.join('\n') } });
  expect(
    result.findings
      .filter(({ code }: { code: string }) => code === 'wrong-type')
      .map((one: { declared: object }) => one.declared),
  ).toEqual([
    { file: 'y.yaml', pointer: '/paths/~1thing/get/responses/200/schema/properties/count/type', line: 12, column: 30 },
  ]);
});

test('--endpoint moves the host', async () => {
  const elsewhere = { 'samples/good.json': text(sample({ count: 1 })).replace('api.contoso.com', 'localhost:8080') };
  const moved = await runJson(`${line} --endpoint http://localhost:8080`, { files: { ...files, ...elsewhere } });
  const unmoved = await runJson(line, { files: { ...files, ...elsewhere } });
  expect([moved.result.samples.passed, unmoved.result.samples.unmatched]).toEqual([1, 1]);
});

const connector = {
  name: 'things',
  definition,
  properties: { properties: {} },
  contract: { formatVersion: 1, operations: {} },
};

test('a module; its places have no line', async () => {
  const importModule = async () => ({ mine: connector, default: connector, other: 1 });
  const { exit, result } = await runJson('test m.ts --samples samples', {
    files: { ...files, ...bad, 'm.ts': '' },
    importModule,
  });
  expect([exit, result.findings[0].declared]).toEqual([
    1,
    { file: 'm.ts', pointer: '/paths/~1thing/get/responses/200/schema/properties/count/type' },
  ]);
});

const cyclic: Record<string, unknown> = { swagger: '2.0' };
cyclic['info'] = cyclic;

test.each<[string, string, () => Promise<unknown>, readonly [string, string]]>([
  ['exports nothing', 'm.ts', async () => ({}), ['not-a-connector', '"m.ts" exports no connector.']],
  [
    'exports what is none',
    'm.ts',
    async () => ({ a: { name: 'x', definition: {} }, b: null, c: () => connector }),
    ['not-a-connector', '"m.ts" exports no connector.'],
  ],
  ['is no module', 'm.js', async () => undefined, ['not-a-connector', '"m.js" exports no connector.']],
  [
    'exports two',
    'm.ts',
    async () => ({ a: connector, b: { ...connector } }),
    ['not-a-connector', '"m.ts" exports 2 connectors.'],
  ],
  [
    'exports another',
    'm.ts#thing',
    async () => ({ things: connector }),
    ['not-a-connector', '"m.ts" exports no connector "thing". Did you mean "things"?'],
  ],
  [
    'throws',
    'm.mjs',
    () => Promise.reject(new TypeError('x is no function')),
    ['module-failed', '"m.mjs" could not be loaded: TypeError: x is no function'],
  ],
  ['throws no error', 'm.ts', () => Promise.reject('no'), ['module-failed', '"m.ts" could not be loaded: no']],
  [
    'names it like a path',
    'm.ts',
    async () => ({ a: { ...connector, name: '../x' } }),
    ['not-a-connector', 'The connector in "m.ts" cannot be named "../x".'],
  ],
])('a module that %s', async (_name, given, importModule, [code, message]) => {
  const world = { files: { ...files, 'm.ts': '', 'm.js': '', 'm.mjs': '' }, importModule };
  const { exit, result } = await runJson(`test ${given} --samples samples`, world);
  expect([exit, result.fault.code, result.fault.message]).toEqual([2, code, message]);
});

test('a module whose connector is no plain data', async () => {
  const importModule = async () => ({ a: { ...connector, definition: cyclic } });
  const { exit, result } = await runJson('test m.ts --samples samples', {
    files: { ...files, 'm.ts': '' },
    importModule,
  });
  expect([exit, result.fault.code]).toEqual([2, 'not-a-connector']);
});

test.each(['m.ts', 'm.ts#default', 'm.ts#mine'])('%s, one connector that is exported twice', async (given) => {
  const importModule = async () => ({ default: connector, mine: connector });
  const { exit } = await run(`test ${given} --samples samples`, { files: { ...files, 'm.ts': '' }, importModule });
  expect(exit).toBe(0);
});

test('one of several exports', async () => {
  const importModule = async () => ({ a: connector, b: { ...connector, name: 'others' } });
  const { out } = await run('test m.ts#b --samples samples', { files: { ...files, 'm.ts': '' }, importModule });
  expect(out[0]).toBe('others (m.ts): 1 sample, requests and responses tested');
});

test('progress is for a terminal, and gone at the end', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 250 }, (_, at) => [`samples/${at}.json`, files['samples/good.json']]),
  );
  const onTerminal = await runIn(
    memoryWorld({ files: { ...files, ...many }, terminal: true, env: { NO_COLOR: '1' } }),
    line,
  );
  const quiet = await runIn(memoryWorld({ files: { ...files, ...many }, terminal: true }), `${line} --quiet`);
  const piped = await run(line, { files: { ...files, ...many } });
  const dumb = await runIn(memoryWorld({ files: { ...files, ...many }, terminal: true, env: { TERM: 'dumb' } }), line);
  expect([onTerminal.err, quiet.err, piped.err, dumb.err]).toEqual([
    ['\r100 of 251 samples\r200 of 251 samples\r\u001B[K'],
    [],
    [],
    [],
  ]);
});

test.each<[Readonly<Record<string, string>>, boolean, boolean]>([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ TERM: 'dumb' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '', NO_COLOR: '1', TERM: 'dumb' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: 'false' }, true, false],
])('colors with %j, on a terminal: %p', async (env, terminal, want) => {
  const world = () => memoryWorld({ files: { ...files, ...bad }, terminal, env });
  const { out } = await runIn(world(), line);
  expect(out[0]?.split(' ')[1]).toBe(want ? '\u001B[31merror\u001B[0m' : 'error');
  const others = ['json', 'sarif', 'junit', 'github', 'markdown'].map((format) =>
    runIn(world(), `${line} --format ${format}`),
  );
  expect((await Promise.all(others)).filter((ran) => ran.out.join('').includes('\u001B'))).toEqual([]);
});
