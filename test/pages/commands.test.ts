import Ajv from 'ajv-draft-04';
import { previewSchema } from '../../src/cli/schemas/preview.js';
import { memoryWorld, type Circumstances } from '../cli/memory-world.js';
import { run, runIn, runJson } from '../scenarios/run.js';
import { definition } from './tickets.js';

const text = JSON.stringify(definition);
const sample = (id: unknown) =>
  JSON.stringify({
    formatVersion: 1,
    source: 'test',
    request: {
      method: 'GET',
      url: 'https://tickets.example.com/tickets/7?token=s3cr3t-s3cr3t-s3cr3t-s3cr3t',
      headers: {},
    },
    response: { status: 200, headers: { 'content-type': 'application/json' }, body: { id, notes: [] } },
  });

const files = {
  'tickets/apiDefinition.swagger.json': text,
  'recorded/one.json': sample(7),
  'broken.json': '{',
};
const world = (more: Circumstances['files'] = {}) => memoryWorld({ files: { ...files, ...more } });
const titleOf = (page: unknown) => /<title>(.*)<\/title>/.exec(String(page))?.[1];

test('preview writes a page', async () => {
  const { result, exit } = await runJson('preview tickets --out page.html', { files });
  const { counts, findings, bytes, ...rest } = result;
  expect([exit, rest]).toEqual([
    0,
    {
      formatVersion: 1,
      ok: true,
      file: 'page.html',
      connectors: [{ name: 'tickets', file: 'tickets/apiDefinition.swagger.json', operations: 2 }],
    },
  ]);
  expect(findings.length).toBe(counts.error + counts.warning + counts.note);
  const made = world();
  expect(await runIn(made, 'preview tickets --out page.html --quiet')).toEqual({
    exit: 0,
    out: [
      `page.html: 1 connector, 2 operations, ${counts.warning} warnings, ${counts.note} notes, ${Math.ceil(bytes / 1000)} kB`,
    ],
    err: [],
  });
  expect(titleOf(made.files.get('/home/page.html'))).toBe('Tickets - preview');
});

test.each([
  ['preview tickets --out page.html', 0],
  ['preview broken.json --out page.html', 1],
])('%s keeps its schema', async (line, want) => {
  const { result, exit } = await runJson(line, { files });
  const validate = new Ajv.default({ allErrors: true }).compile(previewSchema);
  validate(result);
  expect([exit, validate.errors ?? []]).toEqual([want, []]);
});

test('preview prints the page', async () => {
  const { out, exit } = await run('preview tickets --out - --quiet', { files });
  expect([exit, out[0], titleOf(out.join('\n'))]).toEqual([0, '<!doctype html>', 'Tickets - preview']);
});

test('a page of ours is replaced, a file of somebody else is not, unless it is to be', async () => {
  const made = world({ 'mine.html': '<p>mine</p>' });
  const line = 'preview tickets --out mine.html --quiet';
  const refused = {
    exit: 3,
    out: [],
    err: [
      'connector-kit: "mine.html" was not made by this tool, and would be replaced.',
      'Give --force to replace it, or --out with another name.',
    ],
  };
  expect(await runIn(made, line)).toEqual(refused);
  expect((await runIn(made, `${line} --force`)).exit).toBe(0);
  expect((await runIn(made, line)).exit).toBe(0);
});

test.each([
  ['preview tickets', ['connector-kit: --out is missing.', 'Name the page with --out FILE; - prints it.'], 2],
  [
    'preview tickets --out tickets',
    ['connector-kit: "tickets" is a folder.', 'Give --out with the name of the file, such as preview.html.'],
    3,
  ],
])('%s is refused', async (line, err, exit) => {
  expect(await run(`${line} --quiet`, { files })).toEqual({ exit, out: [], err });
});

test('what cannot be read is a finding, and the others are shown', async () => {
  const made = world();
  const { exit, out } = await runIn(made, 'preview broken.json tickets --out page.html --quiet');
  expect([
    exit,
    out.length,
    out[0]?.startsWith('broken.json:1:2 error'),
    titleOf(made.files.get('/home/page.html')),
  ]).toEqual([1, 2, true, 'Tickets - preview']);
});

test('with recordings the page marks what they showed, and holds no credential', async () => {
  const { out } = await run('preview tickets --out - --quiet --samples recorded', { files });
  const page = out.join('\n');
  const marks = [...page.matchAll(/<span class="badge[^"]*">(recorded|not recorded)<\/span>/g)].map(([, mark]) => mark);
  expect(marks).toEqual(['recorded', 'not recorded']);
  const seen = [
    ...page.matchAll(/<li\s+class="t [^>]*data-k="([^"]*)"(?:(?!<\/li>)[^])*?<span class="(seen|unseen)">/g),
  ].map(([, key, mark]) => `${key} ${mark}`);
  expect(seen).toEqual(['body.$.id seen', 'body.$.notes seen', 'body.$.notes.[*].text unseen']);
  expect([page.includes('s3cr3t'), page.includes('GET https://tickets.example.com/tickets/7?token=REDACTED')]).toEqual([
    false,
    true,
  ]);
});

test('test, diff and a run are pages too', async () => {
  const test = await run('test tickets --samples recorded --format html --quiet', { files });
  expect([test.exit, test.err, titleOf(test.out.join('\n'))]).toEqual([0, [], 'tickets - contract test']);
  const failed = await run('test tickets --samples recorded --format html --quiet', {
    files: { ...files, 'recorded/two.json': sample('7') },
  });
  const verdicts = [...failed.out.join('\n').matchAll(/<span class="badge (?:good|error)">(\w+)<\/span>/g)].map(
    ([, verdict]) => verdict,
  );
  expect([failed.exit, verdicts]).toEqual([1, ['failed', 'passed', 'failed']]);
  const diff = await run('diff tickets other --format html --quiet', {
    files: { ...files, 'other/apiDefinition.swagger.json': text.replace('"enum":["all","some"]', '"enum":["some"]') },
  });
  const changes = [...diff.out.join('\n').matchAll(/<summary>\s*<b>([^<]*)<\/b>[^<]*<code>([^<]*)<\/code>/g)].map(
    ([, said, code]) => `${said} ${code}`,
  );
  expect([diff.exit, titleOf(diff.out.join('\n')), changes]).toEqual([
    1,
    'tickets to other - diff',
    ['Breaks enum-narrowed'],
  ]);
});

const workflow = {
  definition: {
    $schema:
      'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
    contentVersion: '1.0.0.0',
    triggers: { Manual: { type: 'Request', kind: 'Http' } },
    actions: {
      Made: { type: 'Compose', inputs: '<b>&</b>', runAfter: {} },
      Wait: { type: 'Wait', inputs: { interval: { count: 90, unit: 'Second' } }, runAfter: {} },
      Choice: {
        type: 'If',
        expression: { equals: [1, 2] },
        actions: { Never: { type: 'Compose', inputs: 1, runAfter: {} } },
        else: { actions: { Always: { type: 'Compose', inputs: 2, runAfter: {} } } },
        runAfter: { Made: ['Succeeded'], Wait: ['Succeeded'] },
      },
    },
  },
};

test('a run is shown action by action', async () => {
  const { out, exit } = await run('playbook run w.json --format html --quiet', {
    files: { 'w.json': JSON.stringify(workflow) },
  });
  const page = out.join('\n');
  const actions = [
    ...page.matchAll(/<p class="branch">([^<]*)|<span class="st \w+">[^<]* (\w+)<\/span\s*><b>(\w+)<\/b/g),
  ];
  expect([exit, titleOf(page), actions.map(([, branch, status, name]) => branch ?? `${name} ${status}`)]).toEqual([
    0,
    'w.json - run',
    ['Made Succeeded', 'Wait Succeeded', 'Choice Succeeded', 'True', 'Never Skipped', 'False', 'Always Succeeded'],
  ]);
  expect(page.includes('&quot;&lt;b&gt;&amp;&lt;/b&gt;&quot;')).toBe(true);
  expect([...page.matchAll(/class="soft small">([^<]*)</g)].map(([, said]) => said)).toContain('1 min 30 s');
});
