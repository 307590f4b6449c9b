import Ajv from 'ajv-draft-04';
import { faultSchema } from '../../src/cli/schemas.js';
import { diffSchema } from '../../src/cli/schemas/diff.js';
import type { Json } from '../../src/core/json.js';
import { run, runJson } from './run.js';
import { definition, text } from './things.js';

const at = (folder: string) => `${folder}/apiDefinition.swagger.json`;
const changed = (operation: object): Json => ({
  ...definition,
  paths: { '/thing': { get: { ...definition.paths['/thing'].get, ...operation } } },
});
const old = { [at('old')]: text(definition) };
/** Breaks: the operationId. Does not: the summary. */
const files = { ...old, [at('new')]: text(changed({ operationId: 'ReadThing', summary: 'Read a thing' })) };
const same = { ...old, [at('new')]: text(definition) };

test('no difference', async () => {
  const out = [`old (${at('old')}) and new (${at('new')}): operations 1 and 1, 1 in both`, 'no difference'];
  expect(await run('diff old new', { files: same })).toEqual({ exit: 0, out, err: [] });
});

const remedy =
  'Leave "GetThing" as it was and add "GetThing_V2" with "x-ms-api-annotation": { "family": "GetThing", "revision": 2 }, on a path of its own; give the old one "x-ms-visibility": "advanced", and later "deprecated": true.';

test('changes by operation, those that break first', async () => {
  expect(await run('diff old new', { files })).toEqual({
    exit: 1,
    out: [
      'GetThing',
      `  ${at('new')}:19:24 error The operation "GetThing" had the operationId "GetThing" and has "ReadThing".  operation-id-renamed`,
      `    declared at ${at('old')}:19:24`,
      `    ${remedy}`,
      `  ${at('new')}:20:20 note The operation "GetThing" had the summary "Get a thing" and has "Read a thing".  wording-changed`,
      `    declared at ${at('old')}:20:20`,
      `old (${at('old')}) and new (${at('new')}): operations 1 and 1, 1 in both`,
      '2 changes, 1 of them breaking: the next version is a major one',
      '1 error, 1 note',
      'connector-kit explain operation-id-renamed says what that means.',
    ],
    err: [],
  });
});

test('as JSON, as its schema says', async () => {
  const { exit, result } = await runJson('diff old new', { files });
  const { changes, ...rest } = result;
  expect(exit).toBe(1);
  expect(rest).toEqual({
    formatVersion: 1,
    ok: false,
    breaking: true,
    bump: 'major',
    operations: { old: 1, new: 1, common: 1 },
    counts: { error: 1, warning: 0, note: 1 },
    findings: [],
  });
  expect(changes[0]).toEqual({
    code: 'operation-id-renamed',
    severity: 'error',
    message: 'The operation "GetThing" had the operationId "GetThing" and has "ReadThing".',
    file: at('new'),
    pointer: '/paths/~1thing/get/operationId',
    line: 19,
    column: 24,
    declared: { file: at('old'), pointer: '/paths/~1thing/get/operationId', line: 19, column: 24 },
    operation: 'GetThing',
    effect: 'renames',
    direction: 'shows',
    breaking: true,
    bump: 'major',
    operations: ['GetThing'],
    help: remedy,
  });
  expect(new Ajv.default({ strict: false }).validate(diffSchema, result)).toBe(true);
});

test('only harmless changes end well, unless notes fail', async () => {
  const harmless = { ...old, [at('new')]: text(changed({ summary: 'Read a thing' })) };
  expect((await runJson('diff old new', { files: harmless })).result).toMatchObject({
    ok: true,
    breaking: false,
    bump: 'patch',
  });
  expect((await run('diff old new --fail-on note', { files: harmless })).exit).toBe(1);
});

test('what is gone stands in the old file', async () => {
  const { result } = await runJson('diff old new', {
    files: { ...old, [at('new')]: text({ ...definition, paths: {} }) },
  });
  expect(
    result.changes.map(({ code, file, pointer }: { code: string; file: string; pointer: string }) => [
      code,
      file,
      pointer,
    ]),
  ).toEqual([['operation-removed', at('old'), '/paths/~1thing/get']]);
  expect(result.operations).toEqual({ old: 1, new: 0, common: 0 });
});

test('as Markdown for a pull request', async () => {
  const { exit, out } = await run('diff old new --format markdown', { files });
  expect([exit, out]).toEqual([
    1,
    [
      '### connector-kit diff: `old` to `new`',
      '',
      '**2 changes, 1 of them breaking: the next version is a major one**',
      '',
      '| Operation | Change | Place |',
      '| --- | --- | --- |',
      `| \`GetThing\` | \`The operation "GetThing" had the operationId "GetThing" and has "ReadThing".\`<br>\`${remedy}\` | \`${at('new')}:19:24\` |`,
      '',
      '<details><summary>1 more that break nothing</summary>',
      '',
      '| Operation | Change | Place |',
      '| --- | --- | --- |',
      `| \`GetThing\` | \`The operation "GetThing" had the summary "Get a thing" and has "Read a thing".\` | \`${at('new')}:20:20\` |`,
      '',
      '</details>',
    ],
  ]);
});

test('as SARIF and as annotations', async () => {
  const sarif = JSON.parse((await run('diff old new --format sarif', { files })).out.join('\n'));
  expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
    'operation-id-renamed',
    'wording-changed',
  ]);
  const { out } = await run('diff old new --format github', { files });
  expect(out.map((line) => line.split('::')[1]?.split(' ')[0])).toEqual(['error', 'notice', undefined]);
});

test('many operations that are gone are told in one line', async () => {
  const paths = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [
      `/${index}`,
      { get: { operationId: `Get${index}`, responses: { 200: { description: '' } } } },
    ]),
  );
  const { out } = await run('diff old new', {
    files: { [at('old')]: text({ ...definition, paths }), [at('new')]: text(definition) },
  });
  expect(out[0]).toBe(
    '9 operations are gone: "Get0", "Get1", "Get2", "Get3", "Get4", "Get5", "Get6", "Get7" and 1 more.  operation-removed',
  );
  expect(out).toContain('no operation in common; 10 changes, 9 of them breaking: the next version is a major one');
});

test('a version that cannot be read is a finding, and nothing is compared', async () => {
  const { exit, result } = await runJson('diff old new', { files: { ...old, [at('new')]: '{' } });
  expect([exit, result.changes, result.findings.map(({ code }: { code: string }) => code)]).toEqual([
    1,
    [],
    ['json-syntax'],
  ]);
});

test('called wrongly', async () => {
  const { exit, result } = await runJson('diff old', { files: old });
  expect([exit, result.fault.message]).toEqual([2, 'OLD NEW is missing.']);
  expect(new Ajv.default({ strict: false }).validate(faultSchema, result)).toBe(true);
  expect((await run('diff old none', { files: old })).exit).toBe(2);
});

const playbook = {
  definition: {
    triggers: {},
    actions: {
      Read: {
        type: 'ApiConnection',
        inputs: {
          host: { connection: { name: "@parameters('$connections')['things']['connectionId']" } },
          method: 'get',
          path: '/thing',
        },
        runAfter: {},
      },
      Use: { type: 'Compose', inputs: "@body('Read')?['count']", runAfter: { Read: ['Succeeded'] } },
    },
  },
};

test('the actions of playbooks that a breaking change hits', async () => {
  const responses = {
    200: { description: 'The thing.', schema: { type: 'object', properties: { label: { type: 'string' } } } },
  };
  const { result } = await runJson('diff old new --playbooks flows', {
    files: { ...old, [at('new')]: text(changed({ responses })), 'flows/a.json': text(playbook), 'flows/b.json': '{}' },
  });
  expect(result.playbooks).toEqual([
    {
      file: 'flows/a.json',
      actions: [
        {
          action: 'Read',
          operation: 'GetThing',
          code: 'output-removed',
          message: 'The output "count" of "GetThing" is gone.',
          pointer: '/definition/actions/Read',
          line: 5,
          column: 15,
          places: [{ action: 'Use', pointer: '/definition/actions/Use/inputs', certain: true, line: 20, column: 19 }],
        },
      ],
    },
  ]);
});
