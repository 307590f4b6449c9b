import Ajv from 'ajv-draft-04';
import { faultSchema } from '../../src/cli/schemas.js';
import { playbookLintSchema } from '../../src/cli/schemas/playbook-lint.js';
import { changed, type ValueChanges } from '../../src/core/changed.js';
import type { Json } from '../../src/core/json.js';
import { exampleWorkflow } from '../../src/workflow/refused/example-workflow.js';
import { run, runJson } from './run.js';
import { text } from './things.js';

const workflow = (changes: ValueChanges = {}): Json => changed(exampleWorkflow, changes);
const clean = { 'triage.json': text(workflow()) };
const say = '/definition/actions/Say/inputs';
const bad = { 'triage.json': text(workflow({ [say]: "@variables('counts')", '/definition/actions/Tell': undefined })) };

const codesOf = (findings: readonly { readonly code: string; readonly file?: string; readonly pointer: string }[]) =>
  findings.map(({ code, file, pointer }) => `${code} ${file}#${pointer}`);

test('a clean workflow', async () => {
  const want = { exit: 0, out: ['1 workflow linted', 'no findings'], err: [] };
  expect(await run('playbook lint triage.json', { files: clean })).toEqual(want);
});

test('what a module exports is checked where the module is named', async () => {
  const importModule = async () => ({ triage: workflow({ [say]: "@variables('counts')" }) });
  const { result } = await runJson('playbook lint triage.ts', { files: { 'triage.ts': '' }, importModule });
  expect(codesOf(result.findings)).toEqual([
    `variable-unknown triage.ts#${say}`,
    'variable-unused triage.ts#/definition/actions/Count/inputs/variables/0',
  ]);
});

test('a finding is shown with its line', async () => {
  const { exit, out, err } = await run('playbook lint triage.json', { files: bad });
  expect({ exit, err }).toEqual({ exit: 1, err: [] });
  expect(out).toEqual([
    'triage.json:31:16 warning None of the 2 calls has an action that runs when it fails, expected one with "Failed" and "TimedOut" in its "runAfter".  failure-unhandled',
    '   31 | "actions": {',
    '      |            ^',
    'triage.json:36:13 note The variable "count" is never read.  variable-unused',
    '   36 | {',
    '      | ^',
    'triage.json:107:19 error The variable "counts" is initialized nowhere, expected an InitializeVariable for it. Did you mean "count"?  variable-unknown',
    '  107 | "inputs": "@variables(\'counts\')",',
    '      |           ^',
    '',
    '1 workflow linted',
    '1 error, 1 warning, 1 note',
    'connector-kit explain variable-unknown says what that means.',
  ]);
});

test('the line of what may be a key is not shown', async () => {
  const files = {
    'triage.json': text(
      workflow({
        '/definition/actions/Count/inputs/variables/-': { name: 'password', type: 'string', value: 'Summer2024' },
        [say]: "@concat(variables('count'), variables('password'))",
      }),
    ),
  };
  const { exit, out } = await run('playbook lint triage.json', { files });
  expect(exit).toBe(1);
  expect(out.join('\n')).not.toContain('Summer2024');
  expect(out).toHaveLength(5);
});

const template = (definition: Json): string =>
  text({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    resources: [{ type: 'Microsoft.Logic/workflows', name: "[parameters('Name')]", properties: { definition } }],
  });

test('folders, patterns and templates, each file once; what is found and no workflow is passed over', async () => {
  const definition = { triggers: {}, actions: { Say: { type: 'Compose', inputs: "@body('None')" } } };
  const files = {
    'all/a/azuredeploy.json': template(definition),
    'all/b.json': text({ definition }),
    'all/package.json': '{}',
    'all/notes.json': '{',
    'all/broken.json': '{ "triggers": {',
    'all/node_modules/c.json': text({ definition }),
    'all/loop': { link: '../all' },
    'clean.json': text(workflow()),
  };
  const { exit, result } = await runJson('playbook lint all all/b.json *.json', { files });
  expect([exit, result.documents, result.workflows, result.counts]).toEqual([
    1,
    3,
    3,
    { error: 3, warning: 0, note: 0 },
  ]);
  expect(codesOf(result.findings)).toEqual([
    'action-unknown all/a/azuredeploy.json#/resources/0/properties/definition/actions/Say/inputs',
    'action-unknown all/b.json#/definition/actions/Say/inputs',
    'json-syntax all/broken.json#',
  ]);
  expect(new Ajv.default().validate(playbookLintSchema, result)).toBe(true);
});

test.each([
  ['playbook lint none.json', 'not-found'],
  ['playbook lint empty', 'nothing-to-do'],
  ['playbook lint no*.json', 'nothing-to-do'],
])('%s: %s', async (line, code) => {
  const { exit, result } = await runJson(line, { files: { 'empty/x.txt': '' } });
  expect([exit, result.fault.code]).toEqual([2, code]);
  expect(new Ajv.default().validate(faultSchema, result)).toBe(true);
});

test('a file that is named and no workflow is a finding', async () => {
  const { exit, result } = await runJson('playbook lint x.json', { files: { 'x.json': '{}' } });
  expect([exit, codesOf(result.findings)]).toEqual([1, ['workflow-shape x.json#']]);
});

describe('suppressions', () => {
  const ignore = (code: string) => ({ 'x-connector-kit-ignore': [{ code, reason: 'It is meant so.' }] });
  const files = (changes: ValueChanges, more: Readonly<Record<string, string>> = {}) => ({
    'triage.json': text(workflow({ [say]: "@body('Nobody')", ...changes })),
    ...more,
  });

  test.each([
    ['in the metadata of the action', '/definition/actions/Say/metadata'],
    ['in the metadata of the definition', '/definition/metadata'],
  ])('%s', async (_name, at) => {
    const { exit, result } = await runJson('playbook lint triage.json', {
      files: files({ [at]: ignore('action-unknown') }),
    });
    expect([exit, codesOf(result.findings)]).toEqual([
      0,
      ['variable-unused triage.json#/definition/actions/Count/inputs/variables/0'],
    ]);
  });

  test('one that matches nothing, and one of no code', async () => {
    const metadata = [
      ...ignore('html-unescaped')['x-connector-kit-ignore'],
      { code: 'htlm-unescaped', reason: 'None.' },
    ];
    const { result } = await runJson('playbook lint triage.json', {
      files: {
        'triage.json': text(workflow({ '/definition/actions/Say/metadata': { 'x-connector-kit-ignore': metadata } })),
      },
    });
    const at = 'triage.json#/definition/actions/Say/metadata/x-connector-kit-ignore';
    expect(codesOf(result.findings)).toEqual([`suppression-unused ${at}/0`, `suppression-invalid ${at}/1`]);
  });

  test('in connector-kit.yaml; those of lint are its own affair', async () => {
    const configuration = [
      'suppressions:',
      '  - { code: action-unknown, file: triage.json, reason: It is meant so. }',
      '  - { code: loop-over-null, file: triage.json, reason: It is never null. }',
      '  - { code: summary-case, reason: The service writes it so. }',
      '',
    ].join('\n');
    const { exit, result } = await runJson('playbook lint triage.json', {
      files: files({}, { 'connector-kit.yaml': configuration }),
    });
    expect([exit, codesOf(result.findings)]).toEqual([
      0,
      [
        'suppression-unused connector-kit.yaml#/suppressions/1',
        'variable-unused triage.json#/definition/actions/Count/inputs/variables/0',
      ],
    ]);
  });
});

test.each(['sarif', 'github', 'junit', 'markdown'])('as %s', async (format) => {
  const { exit, out, err } = await run(`playbook lint triage.json --format ${format}`, { files: bad });
  expect({ exit, err }).toEqual({ exit: 1, err: [] });
  expect(out.join('\n')).toContain('variable-unknown');
});

test('a version that a shipped connector knows to be over', async () => {
  const uri = (version: string) => `https://triage.contoso.example/answers?api-version=${version}`;
  const http = (version: string) => ({
    type: 'Http',
    inputs: { method: 'GET', uri: uri(version) },
    runAfter: { Read: ['Succeeded'] },
  });
  const files = {
    '/kit/connector/things/apiDefinition.swagger.json': text({ swagger: '2.0', host: 'your-things.contoso.example' }),
    '/kit/connector/things/contract.json': text({ apiVersion: '2024-01-01' }),
    '/kit/connector/things/2020-01-01/apiDefinition.swagger.json': text({ host: 'your-things.contoso.example' }),
    '/kit/connector/things/2020-01-01/contract.json': text({
      apiVersion: '2020-01-01',
      openHost: true,
      retired: { on: '2021-05-01' },
    }),
    'triage.json': text(
      workflow({ '/definition/actions/Old': http('2020-01-01'), '/definition/actions/New': http('2024-01-01') }),
    ),
  };
  const { result } = await runJson('playbook lint triage.json', { files });
  expect(result.findings.map(({ code, message }: { code: string; message: string }) => [code, message])).toEqual([
    [
      'api-version-over',
      'The address names the version "2020-01-01", which its service has answered no more since 2021-05-01.',
    ],
  ]);
});

test('explain knows the codes of both kinds', async () => {
  const { result } = await runJson('explain loop-over-null');
  expect([result.rule.code, result.rule.why.endsWith('of 8 published workflows break it.')]).toEqual([
    'loop-over-null',
    true,
  ]);
  expect((await runJson('explain ends-in-loop')).result.rule.why).toMatch(
    /The service answers InvalidWorkflowRunAction\.$/,
  );
});
