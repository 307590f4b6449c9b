import { run, runIn, runJson } from './run.js';
import { memoryWorld } from '../cli/memory-world.js';
import { definition, sample, text } from './things.js';

const key = 'k'.repeat(8);
const call = (path: string, body: string) => ({
  startedDateTime: '2026-11-22T00:00:00Z',
  request: {
    method: 'GET',
    url: `https://api.contoso.com${path}`,
    headers: [{ name: 'X-Api-Key', value: key }],
    queryString: [],
  },
  response: {
    status: 200,
    headers: [{ name: 'Content-Type', value: 'application/json' }],
    content: { size: body.length, mimeType: 'application/json', text: body },
  },
});
const har = (...entries: unknown[]) =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 'Recorder', version: '1' }, entries } });
const two = har(call('/thing', '{"count":1}'), call('/thing', '{"count":"2"}'));
const written = (count: string, at: number) =>
  text({
    formatVersion: 1,
    source: 'HAR, Recorder 1, 2026-11-22T00:00:00Z',
    request: { method: 'GET', url: 'https://api.contoso.com/thing', headers: { 'x-api-key': 'REDACTED' } },
    response: { status: 200, headers: { 'content-type': 'application/json' }, body: { count: JSON.parse(count) } },
  }).replace('#', `${at}`);

test('a recording of a browser becomes samples, which are tested', async () => {
  const world = memoryWorld({ files: { 'a.har': two, 'things/apiDefinition.swagger.json': text(definition) } });
  expect(await runIn(world, 'import a.har --out samples')).toEqual({
    exit: 0,
    out: [
      'written samples/a-1.json',
      'written samples/a-2.json',
      '2 samples written, 2 credentials replaced',
      'no findings',
    ],
    err: [],
  });
  expect(['/home/samples/a-1.json', '/home/samples/a-2.json'].map((file) => world.files.get(file))).toEqual([
    written('1', 1),
    written('"2"', 2),
  ]);
  const tested = await runIn(world, 'test things --samples samples');
  expect([tested.exit, tested.out.slice(0, 2)]).toEqual([
    1,
    [
      'samples/a-2.json:17:16 error /count is the string "2"; an integer is declared.  wrong-type',
      '  declared at things/apiDefinition.swagger.json:29:27',
    ],
  ]);
  const direct = await runIn(world, 'test things --samples a.har');
  expect([direct.exit, direct.out.slice(0, 1)]).toEqual([
    1,
    ['a.har:1:743 error /count is the string "2"; an integer is declared.  wrong-type'],
  ]);
});

test('what is there is left alone', async () => {
  const world = memoryWorld({ files: { 'a.har': two, 'samples/a-2.json': '{}' } });
  const first = await runIn(world, 'import a.har --out samples');
  expect(first).toEqual({
    exit: 1,
    out: [
      'samples/a-2.json:1:1 error The file is there and holds something else: it was left alone. Give --force to replace it.  file-occupied',
      '',
      'written samples/a-1.json',
      '1 sample written, 2 credentials replaced',
      '1 error',
      'connector-kit explain file-occupied says what that means.',
    ],
    err: [],
  });
  const second = await runIn(world, 'import a.har --out samples --force');
  expect(second.out).toEqual([
    'written samples/a-2.json',
    '1 sample written, 1 unchanged, 2 credentials replaced',
    'no findings',
  ]);
});

test('the JSON result', async () => {
  const files = { 'in/a.har': two, 'in/index.json': '[]', 'in/own.json': text(sample({ count: 1 })) };
  expect(await runJson('import in --out out', { files })).toEqual({
    exit: 0,
    result: {
      formatVersion: 1,
      ok: true,
      written: ['out/a-1.json', 'out/a-2.json', 'out/own.json'],
      unchanged: [],
      skipped: ['in/index.json'],
      redactions: 2,
      counts: { error: 0, warning: 0, note: 1 },
      findings: [
        {
          code: 'not-a-sample',
          severity: 'note',
          message: 'The file holds no recorded exchange in a format that is known.',
          file: 'in/index.json',
          pointer: '',
          line: 1,
          column: 1,
          sample: 'in/index.json',
        },
      ],
    },
  });
});

test('what cannot be read is said, and the others go on', async () => {
  const { exit, result } = await runJson('import a.har b.json --out out', {
    files: { 'a.har': har({}, call('/thing', '{}')), 'b.json': '{' },
  });
  const codes = result.findings.map(({ code, sample: name, pointer }: Record<string, string>) => [code, name, pointer]);
  expect([exit, result.written, result.skipped, codes]).toEqual([
    1,
    ['out/a-2.json'],
    ['b.json'],
    [
      ['recording-malformed', 'a.har#1', '/log/entries/0/request'],
      ['json-syntax', 'b.json', ''],
    ],
  ]);
});

test.each<[string, number, string]>([
  ['import a.har', 2, 'connector-kit: import writes files, and needs a folder for them.'],
  ['import none.har --out out', 2, 'connector-kit: "none.har" does not exist.'],
  ['import a.har --out closed/x', 3, 'connector-kit: "closed/x/a-1.json" cannot be written: permission denied.'],
])('%s', async (line, exit, message) => {
  const ran = await run(line, { files: { 'a.har': two }, readOnly: ['closed'] });
  expect([ran.exit, ran.out, ran.err[0]]).toEqual([exit, [], message]);
});
