import Ajv from 'ajv-draft-04';
import { faultSchema } from '../../src/cli/schemas.js';
import { lintSchema } from '../../src/cli/schemas/lint.js';
import type { Json } from '../../src/core/json.js';
import { memoryWorld } from '../cli/memory-world.js';
import { run, runIn, runJson } from './run.js';
import { text } from './things.js';

const parameter = {
  name: 'id',
  in: 'path',
  type: 'integer',
  format: 'int32',
  required: true,
  description: 'The number of the thing.',
  'x-ms-summary': 'Thing ID',
  'x-ms-url-encoding': 'single',
};
const answer = {
  type: 'object',
  properties: { count: { type: 'integer', format: 'int32', title: 'Count', description: 'How many there are.' } },
};
const operation = {
  operationId: 'GetThing',
  summary: 'Get a thing',
  description: 'Reads one thing.',
  parameters: [parameter],
  responses: { 200: { description: 'The thing.', schema: answer }, 404: { description: 'There is none.' } },
};

/** A definition of which nothing is to be said, with another operation. */
const definition = (changed: object = {}): Json => ({
  swagger: '2.0',
  info: {
    title: 'Contoso Things',
    description: 'Reads the things of Contoso, one by one.',
    version: '1.0.0',
    contact: { name: 'Contoso', url: 'https://www.contoso.com', email: 'support@contoso.com' },
  },
  host: 'things.contoso.com',
  basePath: '/',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  paths: { '/things/{id}': { get: { ...operation, ...changed } } },
  definitions: {},
  securityDefinitions: {},
  'x-ms-connector-metadata': [
    { propertyName: 'Website', propertyValue: 'https://www.contoso.com' },
    { propertyName: 'Privacy policy', propertyValue: 'https://www.contoso.com/privacy' },
    { propertyName: 'Categories', propertyValue: 'Productivity' },
  ],
});

const at = 'things/apiDefinition.swagger.json';
const clean = { [at]: text(definition()) };
/** No summary. */
const bad = { [at]: text(definition({ summary: '' })) };
const said = [
  `${at}:26:14 warning The operation "GetThing" has no summary.  summary-missing`,
  '   26 | "get": {',
  '      |        ^',
  '',
];
const closing = ['1 warning', 'connector-kit explain summary-missing says what that means.'];

test('a clean connector', async () => {
  const want = { exit: 0, out: ['1 definition linted', 'no findings'], err: [] };
  expect(await run('lint things', { files: clean })).toEqual(want);
});

test('a finding is shown with its line', async () => {
  const want = { exit: 0, out: [...said, '1 definition linted', ...closing], err: [] };
  expect(await run('lint things', { files: bad })).toEqual(want);
  expect(await run(`lint ${at} --fail-on warning`, { files: bad })).toEqual({ ...want, exit: 1 });
});

const codesOf = (findings: readonly { readonly code: string; readonly file?: string; readonly pointer: string }[]) =>
  findings.map(({ code, file, pointer }) => `${code} ${file}#${pointer}`);

test('all connectors below folders, each once; one that cannot be read is a finding, and the others go on', async () => {
  const files = {
    'all/b/apiDefinition.swagger.json': text(definition({ summary: '' })),
    'all/b/apiDefinition.json': '{',
    'all/b/apiProperties.json': text({
      properties: { iconBrandColor: '#123', publisher: 'Contoso', stackOwner: 'Contoso' },
    }),
    'all/a/deep/apiDefinition.swagger.yaml': 'swagger: "2.0"\npaths: {',
    'all/a/contract.json': '{',
    'all/node_modules/c/apiDefinition.swagger.json': '{',
    'all/loop': { link: '../all' },
    'one.json': '[]',
  };
  const { exit, result } = await runJson('lint one.json all all/b all/b/apiProperties.json', { files });
  expect([exit, result.documents, result.counts, result.fixed]).toEqual([1, 1, { error: 2, warning: 1, note: 1 }, []]);
  expect(codesOf(result.findings)).toEqual([
    'yaml-syntax all/a/deep/apiDefinition.swagger.yaml#',
    'summary-missing all/b/apiDefinition.swagger.json#/paths/~1things~1{id}/get',
    'icon-color-invalid all/b/apiProperties.json#/properties/iconBrandColor',
    'definition-not-swagger-2 one.json#',
  ]);
  const { out } = await run('lint all --max-findings 0', { files });
  expect(out).toEqual([
    '1 definition linted, 1 could not be read',
    '… and 3 more: --max-findings says how many are printed.',
    '1 error, 1 warning, 1 note',
  ]);
});

test('what is printed are the worst of all, whichever document they are in', async () => {
  const files = { 'a/apiDefinition.swagger.json': bad[at] ?? '', 'b.json': '{', 'c.json': '{' };
  const { result } = await runJson('lint a b.json c.json --max-findings 1', { files });
  expect([codesOf(result.findings), result.counts]).toEqual([
    ['json-syntax b.json#'],
    { error: 2, warning: 1, note: 0 },
  ]);
});

test('a shipped connector is checked from its files, a module from what it exports', async () => {
  const shipped = { '/kit/connector/things/apiDefinition.swagger.json': bad[at] ?? '' };
  const { result } = await runJson('lint things', { files: shipped });
  expect(codesOf(result.findings)).toEqual([
    'summary-missing ../kit/connector/things/apiDefinition.swagger.json#/paths/~1things~1{id}/get',
  ]);
  const connector = {
    name: 'things',
    definition: definition({ summary: '' }),
    properties: { properties: { iconBrandColor: '#0f5ea8', publisher: 'Contoso', stackOwner: 'Contoso' } },
    contract: { formatVersion: 1, operations: {} },
  };
  const module = await run('lint things.ts', { files: { 'things.ts': '' }, importModule: async () => ({ connector }) });
  expect(module.out[0]).toBe(
    'things.ts#/paths/~1things~1{id}/get warning The operation "GetThing" has no summary.  summary-missing',
  );
});

const { 'x-ms-url-encoding': _encoding, ...unencoded } = parameter;

test('certification asks for more', async () => {
  const files = { [at]: text(definition({ parameters: [unencoded] })) };
  const counts = async (line: string) => (await runJson(line, { files })).result.counts;
  expect([await counts('lint things'), await counts('lint things --profile certification')]).toEqual([
    { error: 0, warning: 0, note: 1 },
    { error: 0, warning: 1, note: 0 },
  ]);
});

test.each<[string, number, string, string]>([
  ['none', 2, '"none" is no shipped name, and no file or folder.', 'not-found'],
  ['empty', 2, 'The folder "empty" has no definition in it or below it.', 'not-a-connector'],
  ['closed', 3, 'The folder "closed" cannot be read: permission denied.', 'not-readable'],
])('lint %s', async (given, want, message, code) => {
  const files = { ...clean, 'empty/': '', 'closed/': { closed: true }, 'closed/x': '' } as const;
  const { exit, result } = await runJson(`lint things ${given}`, { files });
  expect([exit, result.fault.message, result.fault.code]).toEqual([want, message, code]);
});

test('formats', async () => {
  const files = { ...bad, 'b/apiDefinition.swagger.json': clean[at] ?? '', 'b/apiProperties.json': '{' };
  const github = await run('lint things b --format github', { files });
  expect(github.out).toEqual([
    '::error file=b/apiProperties.json,line=1,col=2,title=json-syntax::Found the end of the text where a key in double quotes was expected.',
    `::warning file=${at},line=26,col=14,title=summary-missing::The operation "GetThing" has no summary.`,
    '1 error, 1 warning',
  ]);
  const junit = await run('lint things b --format junit', { files });
  expect(junit.out.filter((line) => /<test/.test(line))).toEqual([
    '<testsuites name="connector-kit lint" tests="3" failures="1" errors="0" skipped="0" time="0">',
    '  <testsuite name="2 definitions" tests="3" failures="1" errors="0" skipped="0" time="0">',
    '    <testcase name="b/apiDefinition.swagger.json" classname="2 definitions" file="b/apiDefinition.swagger.json" time="0"/>',
    '    <testcase name="b/apiProperties.json" classname="2 definitions" file="b/apiProperties.json" time="0">',
    `    <testcase name="${at}" classname="2 definitions" file="${at}" time="0">`,
  ]);
  const markdown = await run('lint things --format markdown', { files });
  expect(markdown.out.slice(0, 5)).toEqual([
    `### connector-kit lint: \`${at}\``,
    '',
    '**1 warning**',
    '',
    '- definitions: `1`',
  ]);
  const sarif = JSON.parse((await run('lint things --format sarif', { files })).out.join('\n'));
  const [{ tool, results }] = sarif.runs;
  expect([
    tool.driver.rules.map(({ id }: { id: string }) => id),
    results[0].locations[0].physicalLocation.region,
  ]).toEqual([['summary-missing'], { startLine: 26, startColumn: 14 }]);
});

test('no key is shown, whatever is said of its line', async () => {
  const key = 'sk-proj-3f9aK2mQ8vXw7Zt5Rb1Ln6Yc4Hd0Ge2U';
  const files = { [at]: text(definition({ description: `Send ${key} with it` })) };
  const { out } = await run('lint things --fix --dry-run', { files });
  const shown = await run('lint things', { files });
  expect([...out, ...shown.out].filter((line) => line.includes(key.slice(8)))).toEqual([]);
  expect(shown.out.length).toBeGreaterThan(3);
});

/** Two spaces where others have four, and a slip. */
const uneven = text(definition({ 'x-ms-visibilty': 'important', parameters: [unencoded] }))
  .replace('"id",', '"id"  ,')
  .trimEnd();
const mended = uneven
  .replace('x-ms-visibilty', 'x-ms-visibility')
  .replace('"x-ms-summary": "Thing ID"', '"x-ms-summary": "Thing ID",\n            "x-ms-url-encoding": "single"');

test('--fix changes what has one right answer, and nothing else', async () => {
  const world = memoryWorld({ files: { [at]: uneven } });
  expect(await runIn(world, 'lint things --fix --fail-on note')).toEqual({
    exit: 0,
    out: [
      `fixed ${at}:39:34 Added "x-ms-url-encoding": "single".  path-encoding-missing`,
      `fixed ${at}:61:28 Renamed "x-ms-visibilty" to "x-ms-visibility".  extension-misspelled`,
      '1 definition linted',
      'no findings',
    ],
    err: [],
  });
  expect([world.files.get(`/home/${at}`), world.written]).toEqual([mended, [`/home/${at}`]]);
  const again = await runIn(world, 'lint things --fix --json');
  expect([JSON.parse(again.out.join('\n')).fixed, world.written.length]).toEqual([[], 1]);
});

test('--fix --dry-run prints the difference, and the exit code is as if nothing was fixed', async () => {
  const world = memoryWorld({ files: { [at]: uneven } });
  const { exit, out } = await runIn(world, 'lint things --fix --dry-run --fail-on note');
  expect([exit, world.written]).toEqual([1, []]);
  expect(out).toEqual([
    `--- ${at}`,
    `+++ ${at}`,
    '@@ -35,7 +35,8 @@',
    '             "format": "int32",',
    '             "required": true,',
    '             "description": "The number of the thing.",',
    '-            "x-ms-summary": "Thing ID"',
    '+            "x-ms-summary": "Thing ID",',
    '+            "x-ms-url-encoding": "single"',
    '           }',
    '         ],',
    '         "responses": {',
    '@@ -57,7 +58,7 @@',
    '             "description": "There is none."',
    '           }',
    '         },',
    '-        "x-ms-visibilty": "important"',
    '+        "x-ms-visibility": "important"',
    '       }',
    '     }',
    '   },',
    `would fix ${at}:39:34 Added "x-ms-url-encoding": "single".  path-encoding-missing`,
    `would fix ${at}:61:28 Renamed "x-ms-visibilty" to "x-ms-visibility".  extension-misspelled`,
    '1 definition linted',
    '1 warning, 1 note',
    'connector-kit explain extension-misspelled says what that means.',
  ]);
});

test('what cannot be written is a fault', async () => {
  const { exit, result } = await runJson('lint things --fix', { files: { [at]: uneven }, readOnly: ['things'] });
  expect([exit, result.fault.message]).toEqual([3, `"${at}" cannot be written: permission denied.`]);
});

const yaml = [
  '# The things of Contoso.',
  ...uneven.replace('"swagger": "2.0",', 'swagger: "2.0", # the version').split('\n'),
].join('\n');

test('--fix changes YAML, and keeps its comments', async () => {
  const world = memoryWorld({ files: { 'things.yaml': yaml } });
  const { out } = await runIn(world, 'lint things.yaml --fix');
  expect(out).toEqual([
    'fixed things.yaml:39:61 Added "x-ms-url-encoding": "single".  path-encoding-missing',
    'fixed things.yaml:61:28 Renamed "x-ms-visibilty" to "x-ms-visibility".  extension-misspelled',
    '1 definition linted',
    'no findings',
  ]);
  const parameter = '"x-ms-summary": "Thing ID"';
  const want = yaml
    .replace('"x-ms-visibilty"', '"x-ms-visibility"')
    .replace(parameter, `${parameter}, "x-ms-url-encoding":"single"`);
  expect(String(world.files.get('/home/things.yaml')).split('\n')).toEqual(want.split('\n'));
});

test('--fix leaves what several places share in YAML, and says so', async () => {
  const lines = [
    'swagger: "2.0"',
    'info: { title: Contoso Things, version: "1" }',
    'host: things.contoso.com',
    'schemes: [https]',
    'basePath: &path /v1/',
    'paths: {}',
    'x-path: *path',
    '',
  ];
  const { out } = await run('lint things.yaml --fix', { files: { 'things.yaml': lines.join('\n') } });
  expect(out.filter((line) => line.includes('fix'))).toEqual([
    'not fixed things.yaml: 1 finding with a fix; a module is not changed, nor what an alias or a merge key of YAML shares',
  ]);
});

test('places behind an item that reading leaves out are those of the file, and --fix changes them', async () => {
  const broken = uneven.replace('"parameters": [', '"parameters": [\n            7,');
  expect(broken).not.toBe(uneven);
  const files = { [at]: broken };
  const { result } = await runJson('lint things', { files });
  expect(result.findings.map(({ code, pointer, line }: Record<string, unknown>) => [code, pointer, line])).toEqual([
    ['definition-shape', '/paths/~1things~1{id}/get/parameters/0', 31],
    ['path-encoding-missing', '/paths/~1things~1{id}/get/parameters/1', 32],
    ['extension-misspelled', '/paths/~1things~1{id}/get/x-ms-visibilty', 61],
  ]);
  const world = memoryWorld({ files });
  await runIn(world, 'lint things --fix');
  expect(world.files.get(`/home/${at}`)).toBe(mended.replace('"parameters": [', '"parameters": [\n            7,'));
});

test('what is missing is said once', async () => {
  const { title: _title, ...info } = (definition() as { readonly info: Record<string, Json> }).info;
  const { result } = await runJson('lint things', { files: { [at]: text({ ...(definition() as object), info }) } });
  expect(codesOf(result.findings)).toEqual([`definition-missing-key ${at}#/info`]);
});

test('--fix leaves a value of which reading left a part out', async () => {
  const security = { security: [{ api_key: ['a', 7] }] };
  const definitions = { securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'X-Key' } } };
  const { result } = await runJson('lint things --fix', {
    files: { [at]: text({ ...(definition(security) as object), ...definitions }) },
  });
  const of = `${at}#/paths/~1things~1{id}/get/security/0/api_key`;
  expect([result.fixed, result.unfixed, codesOf(result.findings)]).toEqual([
    [],
    [],
    [`security-scope-unknown ${of}/0`, `definition-shape ${of}/1`],
  ]);
});

const reason = 'Nobody calls it.';

test('a suppression in the definition', async () => {
  const known = { summary: '', 'x-connector-kit-ignore': [{ code: 'summary-missing', reason }] };
  const { result } = await runJson('lint things', { files: { [at]: text(definition(known)) } });
  expect(result.findings).toEqual([]);
  const other = {
    'x-connector-kit-ignore': [
      { code: 'summary-missing', reason },
      { code: 'sumary-missing', reason },
      { code: 'summary-missing' },
    ],
  };
  const { out } = await run('lint things', { files: { [at]: text(definition(other)) } });
  expect(out.filter((line) => line.startsWith('things'))).toEqual([
    `${at}:62:11 warning The suppression of "summary-missing" matches no finding.  suppression-unused`,
    `${at}:66:11 warning "sumary-missing" is no finding code. Did you mean "summary-missing"?  suppression-invalid`,
    `${at}:70:11 warning The suppression of "summary-missing" has no "reason", expected why its findings are none.  suppression-invalid`,
  ]);
});

test('suppressions in connector-kit.yaml', async () => {
  const contract = text({ formatVersion: 1, operations: {} });
  const yaml = [
    'supressions: []',
    'suppressions:',
    `  - { code: summary-missing, reason: ${reason}, file: home/things, pointer: /paths }`,
    `  - { code: summary-missing, reason: ${reason}, file: home/things/contract.json }`,
    `  - { code: summary-missing, reason: ${reason}, file: home/elsewhere.json }`,
    `  - { code: title-too-long, reason: ${reason} }`,
    '',
  ].join('\n');
  const { exit, out } = await run('lint things', {
    files: { ...bad, '/connector-kit.yaml': yaml, 'things/contract.json': contract, 'elsewhere.json': '{}' },
  });
  expect(exit).toBe(0);
  expect(out).toEqual([
    '../connector-kit.yaml:1:14 warning "supressions" is no key of connector-kit.yaml, expected connectors, samples, playbooks, target, suppressions. Did you mean "suppressions"?  config-key-unknown',
    '    1 | supressions: []',
    '      |              ^',
    '../connector-kit.yaml:4:5 warning The suppression of "summary-missing" matches no finding.  suppression-unused',
    '    4 | - { code: summary-missing, reason: Nobody calls it., file: home/things/contract.js…',
    '      |   ^',
    '../connector-kit.yaml:6:5 warning The suppression of "title-too-long" matches no finding.  suppression-unused',
    '    6 | - { code: title-too-long, reason: Nobody calls it. }',
    '      |   ^',
    '',
    '1 definition linted',
    '3 warnings',
    'connector-kit explain config-key-unknown says what that means.',
  ]);
});

test('a suppression of what only playbooks have is no affair of lint', async () => {
  const yaml = `suppressions:\n  - { code: loop-over-null, reason: ${reason} }\n  - { code: summary-case, reason: ${reason} }\n`;
  const { out } = await run('lint things', { files: { ...clean, '/connector-kit.yaml': yaml } });
  expect(out.filter((line) => line.includes('suppression'))).toEqual([
    '../connector-kit.yaml:3:5 warning The suppression of "summary-case" matches no finding.  suppression-unused',
    'connector-kit explain suppression-unused says what that means.',
  ]);
});

test('a suppression of what does not exist is told, from whatever folder', async () => {
  const yaml = [
    'suppressions:',
    `  - { code: summary-missing, reason: ${reason}, file: home/*/apiDefinition.swagger.json }`,
    `  - { code: summary-missing, reason: ${reason}, file: home/thngs }`,
    `  - { code: summary-missing, reason: ${reason}, file: /home/other/ }`,
    `  - { code: summary-missing, reason: ${reason}, file: 7 }`,
    '  - 7',
    '',
  ].join('\n');
  const { out } = await run('lint things', { files: { ...clean, '/connector-kit.yaml': yaml, 'other/a.json': '{}' } });
  expect(out.filter((line) => line.includes('warning '))).toEqual([
    '../connector-kit.yaml:2:62 warning The suppression is about "home/*/apiDefinition.swagger.json", which is no file or folder; a folder stands for all that is in it, and "*" for nothing else.  suppression-invalid',
    '../connector-kit.yaml:3:62 warning The suppression is about "home/thngs", which is no file or folder.  suppression-invalid',
    '../connector-kit.yaml:5:5 warning The file of the suppression is 7, expected a text.  suppression-invalid',
    '../connector-kit.yaml:6:5 warning The suppression is 7, expected an object with "code" and "reason".  suppression-invalid',
  ]);
});

test.each([
  ['*/apiDefinition.swagger.json', 2],
  ['**/apiDefinition.swagger.json', 3],
  ['th?ngs', 1],
  ['/home/*', 4],
  ['**', 3],
  ['other/deep?/../deep/*.json', 0],
  ['*.yaml', 1],
])('the pattern %s names %s definitions, where no shell has looked', async (pattern, count) => {
  const files = {
    ...clean,
    'other/apiDefinition.swagger.json': clean[at] ?? '',
    'other/deep/apiDefinition.swagger.json': clean[at] ?? '',
    'a.yaml': clean[at] ?? '',
    'empty/': '',
    'node_modules/a/apiDefinition.swagger.json': clean[at] ?? '',
  };
  const { exit, result } = await runJson(`lint ${pattern}`, { files });
  expect([exit, result.documents ?? result.fault.code]).toEqual(count === 0 ? [2, 'not-found'] : [0, count]);
});

test('a suppression of a path from the root', async () => {
  const yaml = `suppressions: [{ code: summary-missing, reason: ${reason}, file: /home/things/ }]`;
  expect((await run('lint things', { files: { ...bad, 'connector-kit.yaml': yaml } })).exit).toBe(0);
});

test('a configuration that cannot be read', async () => {
  const { exit, result } = await runJson('lint things', { files: { ...clean, 'connector-kit.yaml': '- a' } });
  expect([exit, codesOf(result.findings)]).toEqual([1, ['config-invalid connector-kit.yaml#']]);
});

test.each([
  ['lint things', 0],
  ['lint things --fix', 0],
  ['lint things --fix --dry-run --fail-on note', 1],
  ['lint none', 2],
])('%s keeps its schema', async (line, want) => {
  const { exit, result } = await runJson(line, { files: { [at]: uneven } });
  const validate = new Ajv.default({ allErrors: true }).compile(want === 2 ? faultSchema : lintSchema);
  validate(result);
  expect([exit, validate.errors ?? []]).toEqual([want, []]);
});
