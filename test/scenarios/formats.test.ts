import type { Json } from '../../src/core/json.js';
import { run, runJson } from './run.js';
import { files, sample, text } from './things.js';

const line = 'test things --samples samples';
const bad = { ...files, 'samples/bad.json': text(sample({ count: '3', more: 1 })) };
const at = 'things/apiDefinition.swagger.json';

test('github', async () => {
  expect(await run(`${line} --format github`, { files: bad })).toEqual({
    exit: 1,
    out: [
      `::error file=samples/bad.json,line=13,col=16,title=wrong-type::/count is the string "3"; an integer is declared. Declared at ${at}:29:27.`,
      `::notice file=samples/bad.json,line=14,col=15,title=undeclared-property::The property "more" (1) is not declared. Declared at ${at}:25:23.`,
      '1 error, 1 note',
    ],
    err: [],
  });
});

test('junit', async () => {
  expect(await run(`${line} --format=junit`, { files: bad })).toEqual({
    exit: 1,
    out: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="connector-kit test" tests="2" failures="1" errors="0" skipped="0" time="0">',
      '  <testsuite name="things" tests="2" failures="1" errors="0" skipped="0" time="0">',
      '    <testcase name="samples/bad.json" classname="things" file="samples/bad.json" time="0">',
      '      <failure type="wrong-type" message="/count is the string &quot;3&quot;; an integer is declared.">samples/bad.json:13:16 error /count is the string &quot;3&quot;; an integer is declared.  wrong-type',
      `  declared at ${at}:29:27</failure>`,
      '      <system-out>samples/bad.json:14:15 note The property &quot;more&quot; (1) is not declared.  undeclared-property',
      `  declared at ${at}:25:23</system-out>`,
      '    </testcase>',
      '    <testcase name="samples/good.json" classname="things" file="samples/good.json" time="0"/>',
      '  </testsuite>',
      '</testsuites>',
    ],
    err: [],
  });
});

test('junit names what no exchange came of, and what is not about an exchange', async () => {
  const more = {
    ...files,
    'samples/all.json': text([sample({ count: 1 }), elsewhere]),
    'samples/broken.json': '{',
    'samples/index.json': '{"files":[]}',
  };
  const { exit, out } = await run(`${line} --format junit --coverage-min 100 --direction request`, { files: more });
  expect([exit, outcomes(out)]).toEqual([
    1,
    [
      'samples/broken.json failure json-syntax',
      'samples/index.json skipped',
      'samples/all.json#1 passed',
      'samples/all.json#2 skipped',
      'samples/good.json passed',
    ],
  ]);
});

const elsewhere = {
  request: { method: 'GET', url: 'https://api.contoso.com/other', headers: {} },
  response: { status: 200, headers: {} },
} satisfies Json;

/** Each case with what its element holds, and a failure's type. */
function outcomes(lines: readonly string[]): readonly string[] {
  return [...lines.join('\n').matchAll(/<testcase name="([^"]*)".*?(\/>|>\n\s*<(\w+-?\w*)(?: type="([^"]*)")?)/g)].map(
    ([, name, , element = 'passed', type]) => [name, element, type].filter((word) => word !== undefined).join(' '),
  );
}

test('coverage that is too low is a failed case of the definition', async () => {
  const half = { ...files, 'samples/good.json': text(sample({ count: 3 })) };
  const { exit, out } = await run(`${line} --format junit --coverage-min 60`, { files: half });
  expect([exit, outcomes(out)]).toEqual([1, [`${at} failure coverage-too-low`, 'samples/good.json passed']]);
});

test('a case fails by --fail-on, as the command does', async () => {
  const other = { ...files, 'samples/good.json': text(sample({ count: 3 }, 418)) };
  const lenient = await run(`${line} --format junit`, { files: other });
  const strict = await run(`${line} --format junit --fail-on warning`, { files: other });
  expect([lenient.exit, outcomes(lenient.out), strict.exit, outcomes(strict.out)]).toEqual([
    0,
    ['samples/good.json system-out'],
    1,
    ['samples/good.json failure undeclared-status'],
  ]);
});

test('markdown', async () => {
  expect(await run(`${line} --format markdown`, { files: bad })).toEqual({
    exit: 1,
    out: [
      '### connector-kit test: `things`',
      '',
      '**1 error, 1 note**',
      '',
      '- samples: `2: 1 passed, 1 failed, 0 unmatched, 0 skipped`',
      '- operations: `1 of 1, 100 %`',
      '- statuses: `1 of 1, 100 %`',
      '- properties: `2 of 2, 100 %`',
      '- enums: `none declared`',
      '',
      '| Severity | Place | Finding | Code |',
      '| --- | --- | --- | --- |',
      `| error | \`samples/bad.json:13:16\`<br>declared at \`${at}:29:27\` | \`/count is the string "3"; an integer is declared.\` | \`wrong-type\` |`,
      `| note | \`samples/bad.json:14:15\`<br>declared at \`${at}:25:23\` | \`The property "more" (1) is not declared.\` | \`undeclared-property\` |`,
    ],
    err: [],
  });
});

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly version: string; readonly rules: readonly { readonly id: string }[] };
    };
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly exitCode: number }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
    }[];
  }[];
}

async function sarif(words: string, circumstances: Parameters<typeof run>[1]) {
  const { exit, out, err } = await run(`${words} --format sarif`, circumstances);
  const log: Log = JSON.parse(out.join('\n'));
  return { exit, err, run: log.runs[0] };
}

test('sarif', async () => {
  const { exit, err, run: one } = await sarif(line, { files: bad });
  expect([exit, err, one?.tool.driver.version, one?.invocations]).toEqual([
    1,
    [],
    '1.2.3',
    [{ executionSuccessful: true, exitCode: 1 }],
  ]);
  expect(one?.tool.driver.rules.map(({ id }) => id)).toEqual(['wrong-type', 'undeclared-property']);
  expect(one?.results.map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex])).toEqual([
    ['wrong-type', 0],
    ['undeclared-property', 1],
  ]);
});

test.each([
  [{}, 'samples/bad.json'],
  [{ GITHUB_WORKSPACE: '/home' }, 'samples/bad.json'],
  [{ GITHUB_WORKSPACE: '/' }, 'home/samples/bad.json'],
  [{ GITHUB_WORKSPACE: '/elsewhere' }, 'samples/bad.json'],
])('GitHub looks for files from the root of the repository: %j', async (env, want) => {
  const { run: one } = await sarif(line, { files: bad, env });
  expect(one?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)).toEqual([
    want,
    want,
  ]);
  const { out } = await run(`${line} --format github`, { files: bad, env });
  expect(out.slice(0, 2).map((said) => /file=([^,]*)/.exec(said)?.[1])).toEqual([want, want]);
});

test.each(['sarif', 'junit', 'markdown', 'github'])('%s of a clean run', async (format) => {
  const { exit, out, err } = await run(`${line} --format ${format}`, { files });
  expect([exit, out.length > 0, err]).toEqual([0, true, []]);
});

test('a connector that cannot be read', async () => {
  const { exit, out } = await run('test d.json --samples samples --format junit', {
    files: { ...files, 'd.json': '{' },
  });
  expect([exit, outcomes(out)]).toEqual([1, ['d.json failure json-syntax']]);
});

test.each([
  ['--json --format sarif', 0],
  ['--format sarif --json', 0],
  ['--format sarif --format json', 0],
])('%s is JSON', async (flags, want) => {
  const { exit, out } = await run(`${line} ${flags}`, { files });
  expect([exit, Object.keys(JSON.parse(out.join('\n')))[0]]).toEqual([want, 'formatVersion']);
});

const told = ['connector-kit: "none" does not exist.', 'Give files or folders that exist.'];

test('a fault in each format; standard error says it too where standard output is a file', async () => {
  const faulty = 'test things --samples none';
  expect(await run(`${faulty} --format github`, { files })).toEqual({
    exit: 2,
    out: ['::error title=not-found::"none" does not exist.%0AGive files or folders that exist.'],
    err: [],
  });
  const junit = await run(`${faulty} --format junit`, { files });
  expect([junit.exit, junit.out[4], junit.err]).toEqual([
    2,
    '      <error type="not-found" message="&quot;none&quot; does not exist.">&quot;none&quot; does not exist.',
    told,
  ]);
  const markdown = await run(`${faulty} --format markdown`, { files });
  expect([markdown.exit, markdown.out[3], markdown.err]).toEqual([2, '"none" does not exist.', told]);
  const { exit, err, run: one } = await sarif(faulty, { files });
  expect([exit, err, one?.invocations[0]?.executionSuccessful, one?.results]).toEqual([2, told, false, []]);
});

test.each(['build ./things', 'explain wrong-type'])('%s has no report formats', async (words) => {
  const { exit, err } = await run(`${words} --format junit`, { files });
  expect([exit, err[0]]).toEqual([2, 'connector-kit: --format is "junit"; it can be text, json.']);
});

test('a format that nothing has is told as text', async () => {
  const { exit, out, err } = await run(`${line} --format xml`, { files });
  expect([exit, out, err[0]]).toEqual([
    2,
    [],
    'connector-kit: --format is "xml"; it can be text, json, sarif, github, junit, markdown, html.',
  ]);
});

test('help is help', async () => {
  const { exit, out, err } = await run('test --help --format junit');
  expect([exit, out[2]?.startsWith('Usage: connector-kit test'), err]).toEqual([0, true, []]);
});

test('as many findings for a program as there are, and 100 for a person', async () => {
  const many = { ...files, 'samples/bad.json': text(Array.from({ length: 120 }, () => sample({ count: '3' }))) };
  const github = await run(`${line} --format github`, { files: many });
  const { run: one } = await sarif(line, { files: many });
  const { result } = await runJson(line, { files: many });
  expect([github.out.length, github.out.at(-1), one?.results.length, result.findings.length]).toEqual([
    101,
    '120 errors, 20 not printed: --max-findings says how many are',
    120,
    120,
  ]);
});
