import Ajv from 'ajv-draft-04';
import { faultSchema } from '../../src/cli/schemas.js';
import { playbookRunSchema } from '../../src/cli/schemas/playbook-run.js';
import { badRuns, goodRuns } from '../../src/playbook/example.js';
import { compileOnce } from '../compile-once.js';
import { memoryWorld } from '../cli/memory-world.js';
import { run, runIn, runJson } from './run.js';

compileOnce();

const validate = new Ajv.default({ allErrors: true }).compile(playbookRunSchema);
const isFault = new Ajv.default().compile(faultSchema);

const CANARY = 'canary-31415926';
const [plain, each] = goodRuns;
const [loop] = badRuns.sameCalls;
const { definition: secret } = badRuns.secretInHistory[0];

const template = {
  parameters: { Level: { type: 'int' } },
  resources: [
    {
      type: 'Microsoft.Logic/workflows',
      name: 'One',
      properties: {
        definition: {
          parameters: { Level: { type: 'Int' }, Key: { type: 'SecureString' } },
          triggers: { manual: { type: 'Request' } },
          actions: { A: { type: 'Compose', inputs: "@parameters('Level')", runAfter: {} } },
          outputs: { level: { type: 'Int', value: "@outputs('A')" } },
        },
        parameters: { Level: { value: "[parameters('Level')]" } },
      },
    },
    { type: 'Microsoft.Logic/workflows', name: 'Two', properties: { definition: { triggers: {}, actions: {} } } },
  ],
};

const files = {
  'plain.json': JSON.stringify({ definition: plain?.definition }),
  'each.json': JSON.stringify({ definition: each?.definition }),
  'loop.json': JSON.stringify({ definition: loop.definition }),
  'secret.json': JSON.stringify({ definition: secret }).replaceAll('k-0123456789', CANARY),
  'broken.json': JSON.stringify({ definition: { triggers: {}, actions: { A: { type: 'Liquid', runAfter: {} } } } }),
  'template.json': JSON.stringify(template),
  'module.ts': '',
  'incident.json': JSON.stringify({ body: plain?.incident }),
  'odd.json': JSON.stringify({ body: { object: { id: '/i/1', properties: { title: 1 } } } }),
  'mock.json': JSON.stringify({ '*': [{ body: { ok: true, usage: { tokens: 2 } } }] }),
  'bad-mock.json': '{"*": 1}',
  'expect.yaml': 'status: Succeeded\ncalls: 1\n',
  'fails.yaml': 'status: Failed\n',
  'wrong.yaml': 'comments: 1\n',
  'tickets/apiDefinition.swagger.json': JSON.stringify(badRuns.operationUnknown[0].swagger),
};
const on = '--incident incident.json --mock mock.json --now 2026-01-15T10:30:00Z';

test('the run, the incident, the calls', async () => {
  expect(await run(`playbook run loop.json ${on}`, { files })).toEqual({
    exit: 0,
    out: [
      'Succeeded: loop.json',
      '',
      'Succeeded  Each  (2 rounds)',
      'Succeeded    Ask  (2 times, OK)',
      '',
      'Incident: Phishing',
      '  no severity; no status; owner: nobody; tags: none',
      '',
      'Calls',
      '  Ask: GET api.contoso.com/tickets, 200 from mock (2 times)',
      '  used together: tokens 4',
      '',
      'loop.json:1:614 warning Ask sent 2 equal requests: what it asks does not depend on the item of the loop.  calls-identical',
      '1 warning',
      'connector-kit explain calls-identical says what that means.',
    ],
    err: [],
  });
});

test.each<[string, number, string, readonly string[]]>([
  [`plain.json ${on} --expect expect.yaml`, 0, 'Succeeded', []],
  [`each.json ${on} --seed 7`, 0, 'Succeeded', []],
  ['plain.json --incident incident.json', 1, 'Failed', ['call-not-answered']],
  ['plain.json --incident incident.json --expect fails.yaml', 1, 'Failed', ['call-not-answered']],
  [`plain.json ${on} --expect fails.yaml`, 1, 'Succeeded', ['run-not-as-expected']],
  [`plain.json ${on} --expect wrong.yaml`, 1, 'Succeeded', ['run-not-as-expected']],
  ['plain.json --incident odd.json --mock mock.json', 0, 'Succeeded', ['incident-shape']],
  ['plain.json --incident incident.json --mock bad-mock.json', 1, 'Failed', ['mock-malformed']],
  [`plain.json ${on} --fail-on warning`, 0, 'Succeeded', []],
  [`loop.json ${on} --fail-on warning`, 1, 'Succeeded', ['calls-identical']],
  ['broken.json', 1, 'Failed', ['action-not-supported']],
  ['template.json#One --param Level=7', 1, 'Failed', ['parameter-without-value']],
  ['template.json#One --param Level=7 --param-env Key=KEY', 0, 'Succeeded', []],
])('playbook run %s', async (words, exit, status, codes) => {
  const { exit: got, result } = await runJson(`playbook run ${words}`, { files, env: { KEY: CANARY } });
  const found = result.findings.map(({ code }: { code: string }) => code);
  expect([got, result.status, found]).toEqual([exit, status, codes]);
  validate(result);
  expect(validate.errors ?? []).toEqual([]);
});

test.each<[string, string]>([
  ['none.json', 'There is no file "none.json".'],
  ['plain.json', 'The playbook is started by an incident, and none is given.'],
  ['plain.json --incident none.json', 'There is no file "none.json".'],
  [`plain.json ${on} --now soon`, '--now "soon" is no time.'],
  [`plain.json ${on} --param Leve=1`, 'The workflow has no parameter "Leve".'],
  [`plain.json ${on} --param Leve`, 'A word behind --param is no assignment.'],
  [`plain.json ${on} --param-env a=NONE`, 'There is no environment variable for the parameter "a".'],
  [`plain.json ${on} --replay r --upstream http://127.0.0.1:1`, '--replay and --upstream were both given.'],
  [`plain.json ${on} --record r`, '--record goes with --upstream, and none is given.'],
  [
    `plain.json ${on} --connector azuresentine=./tickets`,
    'The playbook has no connection "azuresentine". Did you mean "azuresentinel"?',
  ],
  [`plain.json ${on} --replay none`, '"none" does not exist.'],
  [`plain.json ${on} --upstream ftp://x`, 'What --upstream was given is no address.'],
  ['template.json', '"template.json" holds 2 workflows.'],
  ['template.json#Tow', '"template.json" holds no workflow "Tow". Did you mean "Two"?'],
])('playbook run %s was called wrongly', async (words, message) => {
  const { exit, result } = await runJson(`playbook run ${words}`, { files });
  expect([exit, result.fault.message]).toEqual([2, message]);
  expect(isFault(result)).toBe(true);
});

test('a module, and what its outputs are', async () => {
  const importModule = async () => ({ playbook: template.resources[0]?.properties });
  const { result } = await runJson('playbook run module.ts --param Level=3 --param-env Key=KEY', {
    files,
    env: { KEY: CANARY },
    importModule,
  });
  expect([result.status, result.outputs]).toEqual(['Succeeded', { level: 3 }]);
});

test('a key is printed nowhere', async () => {
  const world = memoryWorld({ files });
  const printed: string[] = [];
  for (const words of ['', ' --json']) {
    const { exit } = await runIn(world, `playbook run secret.json ${on}${words}`);
    expect(exit).toBe(0);
    printed.push(world.printed.out, world.printed.err);
  }
  expect(printed.join('\n')).toContain('secret-in-run-history');
  expect(printed.join('\n')).not.toContain(CANARY);
});
