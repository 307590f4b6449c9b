import type { Content } from '../cli/memory-world.js';
import { run, runJson } from './run.js';
import { definition, files, sample, text } from './things.js';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255]);
const MIB = 1024 * 1024;
const deep = '['.repeat(200_000);
const withDefinitions = (definitions: Parameters<typeof text>[0]) => text({ ...definition, definitions });
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghij'].map((key, at) => `${key}: &${key} [${`*${'abcdefghi'[at]}, `.repeat(9)}]`),
].join('\n');

interface Case {
  readonly files: Readonly<Record<string, Content>>;
  /** Default: the connector `things` against the folder `samples`. */
  readonly line?: string;
  /** `file:line:column severity code` of every finding. */
  readonly found: readonly string[];
  /** Passed, failed, unmatched, skipped. */
  readonly samples: readonly number[];
}

const found: readonly (readonly [string, Case])[] = [
  [
    'a truncated sample',
    {
      files: { 'samples/x.json': '{"request": {' },
      found: ['samples/x.json:1:14 error json-syntax'],
      samples: [1, 1, 0, 0],
    },
  ],
  [
    'an empty sample',
    { files: { 'samples/x.json': '' }, found: ['samples/x.json:1:1 error json-syntax'], samples: [1, 1, 0, 0] },
  ],
  [
    'a sample of 200 MB',
    {
      files: { 'samples/x.json': { huge: 200 * MIB } },
      found: ['samples/x.json:1:1 error document-too-large'],
      samples: [1, 1, 0, 0],
    },
  ],
  [
    'a binary sample',
    { files: { 'samples/x.json': png }, found: ['samples/x.json:1:1 error text-not-utf8'], samples: [1, 1, 0, 0] },
  ],
  [
    'a sample of 200,000 nested lists',
    {
      files: { 'samples/x.json': deep },
      found: ['samples/x.json:1:201 error document-too-deep'],
      samples: [1, 1, 0, 0],
    },
  ],
  [
    'a sample that is closed',
    {
      files: { 'samples/x.json': { closed: true } },
      found: ['samples/x.json:1:1 error file-unreadable'],
      samples: [1, 1, 0, 0],
    },
  ],
  [
    'a sample without a body',
    {
      files: { 'samples/x.json': text(sample(undefined)) },
      found: ['samples/x.json:7:15 error body-missing'],
      samples: [1, 1, 0, 0],
    },
  ],
  [
    'a sample without a request',
    {
      files: { 'samples/x.json': '{"response": {"status": 200}}' },
      found: ['samples/x.json:1:1 error sample-malformed'],
      samples: [1, 1, 0, 0],
    },
  ],
  [
    'a key __proto__ in a sample',
    {
      files: {
        'samples/x.json': text(sample({ count: 1 })).replace('"count"', '"__proto__": { "count": "x" }, "count"'),
      },
      found: ['samples/x.json:13:20 note undeclared-property'],
      samples: [2, 0, 0, 0],
    },
  ],
  [
    'a file in a folder that is no sample',
    { files: { 'samples/x.json': '{"a": 1}' }, found: ['samples/x.json:1:1 note not-a-sample'], samples: [1, 0, 0, 1] },
  ],
  [
    'a file that is named and no sample',
    {
      files: { 'x.json': '{"a": 1}' },
      line: 'test things --samples x.json',
      found: ['x.json:1:1 error not-a-sample'],
      samples: [0, 1, 0, 0],
    },
  ],
  [
    'a device in place of a sample',
    {
      files: { pipe: { device: true } },
      line: 'test things --samples pipe',
      found: ['pipe:1:1 error file-unreadable'],
      samples: [0, 1, 0, 0],
    },
  ],
  [
    'a truncated definition',
    {
      files: { 'd.json': '{"swagger": "2.0",' },
      line: 'test d.json --samples samples',
      found: ['d.json:1:19 error json-syntax'],
      samples: [0, 0, 0, 0],
    },
  ],
  [
    'a definition of 200 MB',
    {
      files: { 'd.json': { huge: 200 * MIB } },
      line: 'test d.json --samples samples',
      found: ['d.json:1:1 error document-too-large'],
      samples: [0, 0, 0, 0],
    },
  ],
  [
    'a binary definition',
    {
      files: { 'd.json': png },
      line: 'test d.json --samples samples',
      found: ['d.json:1:1 error text-not-utf8'],
      samples: [0, 0, 0, 0],
    },
  ],
  [
    'a definition that is closed',
    {
      files: { 'd.json': { closed: true } },
      line: 'test d.json --samples samples',
      found: ['d.json:1:1 error file-unreadable'],
      samples: [0, 0, 0, 0],
    },
  ],
  [
    'a definition that is a folder',
    {
      files: { 'd/apiDefinition.swagger.json/x': '' },
      line: 'test d --samples samples',
      found: ['d/apiDefinition.swagger.json:1:1 error file-unreadable'],
      samples: [0, 0, 0, 0],
    },
  ],
  [
    'a definition that is a list',
    {
      files: { 'd.json': '[]' },
      line: 'test d.json --samples samples',
      found: ['d.json:1:1 error definition-not-swagger-2'],
      samples: [0, 0, 0, 0],
    },
  ],
  [
    'an OpenAPI 3 definition',
    {
      files: { 'd.json': '{"openapi": "3.0.0"}' },
      line: 'test d.json --samples samples',
      found: ['d.json:1:13 error definition-not-swagger-2'],
      samples: [0, 0, 0, 0],
    },
  ],
  [
    'a YAML alias bomb',
    {
      files: { 'd.yaml': bomb },
      line: 'test d.yaml --samples samples',
      found: ['d.yaml:6:8 error yaml-alias-limit'],
      samples: [0, 0, 0, 0],
    },
  ],
  [
    'a $ref to another host, and one to a file of the system',
    {
      files: {
        'd.json': withDefinitions({ A: { $ref: 'https://example.com/a.json' }, B: { $ref: '../../etc/passwd' } }),
      },
      line: 'test d.json --samples samples',
      found: ['d.json:43:15 error ref-external', 'd.json:46:15 error ref-external'],
      samples: [1, 0, 0, 0],
    },
  ],
  [
    'a circle of $refs',
    {
      files: { 'd.json': withDefinitions({ A: { $ref: '#/definitions/B' }, B: { $ref: '#/definitions/A' } }) },
      line: 'test d.json --samples samples',
      found: ['d.json:43:15 error ref-loop', 'd.json:46:15 error ref-loop'],
      samples: [1, 0, 0, 0],
    },
  ],
  [
    'what lies beside a definition',
    {
      files: { 'things/apiProperties.json': '{', 'things/contract.json': png },
      found: ['things/apiProperties.json:1:2 error json-syntax', 'things/contract.json:1:1 error text-not-utf8'],
      samples: [1, 0, 0, 0],
    },
  ],
];

test.each(found)(
  '%s is a finding',
  async (_name, { files: more, line = 'test things --samples samples', found, samples }) => {
    const { exit, result } = await runJson(line, { files: { ...files, ...more } });
    const places = result.findings.map(
      (one: Record<string, unknown>) =>
        `${one['file']}:${one['line']}:${one['column']} ${one['severity']} ${one['code']}`,
    );
    const { total, ...parts } = result.samples;
    expect({ found: places, samples: Object.values(parts), total, exit }).toEqual({
      found,
      samples,
      total: samples.reduce((sum, part) => sum + part, 0),
      exit: found.some((one) => one.includes(' error ')) ? 1 : 0,
    });
    for (const { message } of result.findings) expect(message).toMatch(/^[^\n]{10,300}[.?]$/);
  },
);

const shipped = {
  '/kit/connector/things/apiDefinition.swagger.json': text(definition),
  '/kit/connector/things/contract.json': text({ formatVersion: 1, apiVersion: '2', operations: {} }),
  '/kit/connector/things/1/apiDefinition.swagger.json': text(definition),
  '/kit/connector/upstream/x.json': '',
};
const kinds = 'Give a folder, a definition file or a module that exports a connector';

test.each<[string, Readonly<Record<string, Content>>, readonly [number, string, string]]>([
  ['test none.json --samples samples', {}, [2, '"none.json" is no shipped name, and no file or folder.', `${kinds}.`]],
  [
    'test thing --samples samples',
    shipped,
    [2, '"thing" is no shipped name, and no file or folder. Did you mean "things"?', `${kinds}, or one of things.`],
  ],
  [
    'test __proto__ --samples samples',
    shipped,
    [2, '"__proto__" is no shipped name, and no file or folder.', `${kinds}, or one of things.`],
  ],
  [
    'test d.json#x --samples samples',
    { 'd.json': '{}' },
    [2, '"d.json#x" is no shipped name, and no file or folder.', `${kinds}.`],
  ],
  [
    'test empty --samples samples',
    { 'empty/readme.md': '' },
    [2, 'The folder "empty" has no definition in it.', "A connector's folder has apiDefinition.swagger.json in it."],
  ],
  [
    'test loop --samples samples',
    { loop: { link: 'loop' } },
    [3, '"loop" cannot be read: its links lead in a circle.', 'Check the permissions of the path.'],
  ],
  ['test things --samples none', {}, [2, '"none" does not exist.', 'Give files or folders that exist.']],
  [
    'test things --samples empty',
    { 'empty/': '' },
    [
      2,
      '"empty" has no samples in it.',
      'In a folder, recordings are files that end in .json, .har, .yaml, .yml or .curl.',
    ],
  ],
  [
    'test locked --samples samples',
    { 'locked/': { closed: true } },
    [3, 'The folder "locked" cannot be read: permission denied.', 'Check the permissions of the folder.'],
  ],
  [
    'test things --samples closed',
    { 'closed/': { closed: true } },
    [3, '"closed" cannot be read: permission denied.', 'Check the permissions of the path.'],
  ],
  [
    'test things --samples others',
    { 'others/a.json': '{}', 'others/b.json': '[]' },
    [
      2,
      'Nothing was tested: all of the 2 files have no recording to test.',
      'A sample is an object with "request" and "response", or an array of them.',
    ],
  ],
  [
    'test things --samples samples --api-version 1',
    {},
    [2, '--api-version goes with a shipped name or a module, and "things" is neither.', `${kinds}.`],
  ],
  ['test things --samples samples --api-version 3', shipped, [2, 'things has no version "3".', 'It has 1, 2.']],
  [
    'test things --samples samples --resource a',
    {},
    [
      2,
      'The connector "things" has one host for everybody ("api.contoso.com"), so no resource can be named; an endpoint can replace it.',
      'Give --resource NAME or --endpoint https://HOST/PATH.',
    ],
  ],
])('%s is a fault', async (line, more, [exit, message, help]) => {
  const ran = await run(line, { files: { ...files, ...more } });
  expect(ran).toEqual({ exit, out: [], err: [`connector-kit: ${message}`, help] });
});

test.each(['1', '2'])('version %s of a shipped connector', async (version) => {
  const { exit, result } = await runJson(`test things --samples samples --api-version ${version}`, {
    files: { ...files, ...shipped },
  });
  expect([exit, result.samples.passed]).toEqual([0, 1]);
});
