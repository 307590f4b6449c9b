import { commands } from '../../src/cli/commands.js';
import { defaultsOf } from '../../src/cli/configuration/defaults.js';
import { configRules } from '../../src/cli/configuration/rules.js';
import { readConfiguration } from '../../src/cli/configuration/configuration.js';
import { memoryWorld } from '../cli/memory-world.js';
import { run, runJson } from './run.js';
import { definition, files as base, sample, text } from './things.js';

const files = (yaml: string, more: Readonly<Record<string, string>> = {}) => ({
  ...base,
  'others/apiDefinition.swagger.json': text(definition),
  'recorded/a.json': text(sample({ count: 1 })),
  'connector-kit.yaml': yaml,
  ...more,
});
const id = '11111111-1111-4111-8111-111111111111';

test('a connector and its samples, with a note that says so', async () => {
  const yaml = 'connectors: [things]\nsamples: { ./things: [samples, recorded] }\n';
  const { exit, out, err } = await run('test', { files: files(yaml) });
  expect([exit, out[0], err]).toEqual([
    0,
    'things (things/apiDefinition.swagger.json): 2 samples, requests and responses tested',
    ['From connector-kit.yaml: ./things, --samples ./samples ./recorded.'],
  ]);
});

test.each(['--quiet', '--json', '--format json', '--format=json'])('no note with %s', async (flag) => {
  const { exit, err } = await run(`test ${flag}`, { files: files('connectors: [things]\nsamples: samples\n') });
  expect([exit, err]).toEqual([0, []]);
});

test('what the command line says wins, and nothing is said of the configuration', async () => {
  const yaml = 'connectors: [others]\nsamples: recorded\ntarget: { target: wrong }\n';
  const { exit, err } = await run('test things --samples samples', { files: files(yaml) });
  expect([exit, err]).toEqual([0, []]);
});

test('samples go to the connector that they are of, however it is called', async () => {
  const yaml = 'samples: { things: samples, ../home/others/: recorded, openai: recorded }\n';
  const noteOf = async (line: string) => (await run(line, { files: files(yaml) })).err;
  expect(await noteOf('test /home/things')).toEqual(['From connector-kit.yaml: --samples ./samples.']);
  expect(await noteOf('test ./others')).toEqual(['From connector-kit.yaml: --samples ./recorded.']);
  expect(await noteOf('test ./openai')).toEqual([
    'From connector-kit.yaml: --samples ./recorded.',
    'connector-kit: "./openai" is no shipped name, and no file or folder.',
    'Give a folder, a definition file or a module that exports a connector.',
  ]);
});

test('a file above: its paths begin where it is', async () => {
  const yaml = 'connectors: [home/things, home/others]\n';
  const { exit, err } = await run('lint', {
    files: { ...base, ...files(''), '/connector-kit.yaml': yaml, 'connector-kit.yaml': '' },
  });
  expect([exit, err]).toEqual([2, ['connector-kit: CONNECTOR is missing.', 'See connector-kit lint --help.']]);
  const { 'connector-kit.yaml': _near, ...without } = files('');
  const above = await run('lint', { files: { ...without, '/connector-kit.yaml': yaml } });
  expect([above.exit, above.err]).toEqual([0, ['From ../connector-kit.yaml: ./things, ./others.']]);
});

test('--config names another, --no-config none', async () => {
  const more = { 'sub/mine.yaml': 'connectors: [../things]\nsamples: ../samples\n' };
  const given = files('- nothing', more);
  expect((await run('test --config sub/mine.yaml', { files: given })).err).toEqual([
    'From sub/mine.yaml: ./things, --samples ./samples.',
  ]);
  expect(await run('test --no-config', { files: given })).toEqual({
    exit: 2,
    out: [],
    err: ['connector-kit: CONNECTOR is missing.', 'See connector-kit test --help.'],
  });
  expect((await run('lint things --no-config', { files: given })).err).toEqual([]);
  expect((await run('explain --config none.yaml', { files: given })).err).toEqual([
    'connector-kit: There is no file "none.yaml".',
    'Give --config the path of a file such as connector-kit.yaml.',
  ]);
  expect((await run('explain --config a --no-config', { files: given })).exit).toBe(2);
});

test('a command that takes one is told of several', async () => {
  const { exit, err } = await run('test --samples samples', { files: files('connectors: [things, others]') });
  expect([exit, err]).toEqual([
    2,
    ['connector-kit: connector-kit.yaml names 2, and test takes one.', 'Say which: "./things", "./others".'],
  ]);
});

const target = `target:
  target: emulator
  subscription: ${id}
  resourceGroup: soc
  tags: { owner: soc }
`;

describe('the target', () => {
  test('is where a plan is made for; a deletion names what it deletes', async () => {
    const given = { files: files(`connectors: [things]\n${target}`) };
    const { err } = await run('plan', given);
    const place = `--target emulator, --subscription ${id}, --resource-group soc`;
    expect(err[0]).toEqual(`From connector-kit.yaml: ./things, ${place}, --tags owner=soc.`);
    const gone = await run('unpublish --yes', given);
    expect([gone.exit, gone.err]).toEqual([
      2,
      [
        `From connector-kit.yaml: ${place}.`,
        'connector-kit: CONNECTOR is missing.',
        'See connector-kit unpublish --help.',
      ],
    ]);
  });

  test('--yes comes from no file', async () => {
    const { exit, err } = await run('publish', { files: files(`connectors: [things]\n${target}  yes: true\n`) });
    expect([exit, err]).toEqual([
      2,
      [
        'connector-kit: connector-kit.yaml:7:8 "yes" is no key of the target, expected one of target, subscription, resourceGroup, location, name, tenant, credential, cloud, tags.',
        'Correct the configuration, or give --no-config.',
      ],
    ]);
    const unasked = await run('publish', { files: files(`connectors: [things]\n${target}`) });
    expect([unasked.exit, unasked.err[1]]).toEqual([
      2,
      'connector-kit: There is no terminal to ask whether it shall be done.',
    ]);
  });

  test('a fleet says it itself', async () => {
    const { err } = await run('plan --fleet fleet.yaml', { files: files(`connectors: [things]\n${target}`) });
    expect(err[0]).not.toMatch(/^From/);
  });

  test('a call through no connection has none', async () => {
    const { err } = await run('call things GetThing --dry', { files: files(target) });
    expect(err[0]).not.toMatch(/^From/);
  });

  test('the name is that of the only connector', async () => {
    const named = files(`connectors: [things]\n${target}  name: thing-one\n`);
    const nameIn = async (line: string) => (await run(line, { files: named })).err[0]?.includes('--name thing-one');
    expect([await nameIn('plan'), await nameIn('plan ./things'), await nameIn('plan others')]).toEqual([
      true,
      true,
      false,
    ]);
    const { err } = await run('plan things', { files: files(`connectors: [things, others]\n${target}  name: one\n`) });
    expect(err[0]).toBe(
      'connector-kit: connector-kit.yaml:7:9 The name is that of one connector, and there are 2 connectors.',
    );
  });
});

test.each<[string, string[]]>([
  ['', []],
  ['$schema: https://contoso.com/a.json\n', []],
  ['connectors:\nsamples:\nplaybooks:\ntarget:\nsuppressions:\n', []],
  ['- a', ['config-invalid  The configuration is ["a"], expected a mapping with keys such as connectors.']],
  ['connectors: things', ['config-invalid /connectors The connectors are "things", expected a list.']],
  ['connectors: [7]', ['config-invalid /connectors/0 What stands there is 7, expected a text.']],
  ['playbooks: [""]', ['config-invalid /playbooks/0 What stands there is "", expected a text.']],
  ['samples: { a: 7 }', ['config-invalid /samples/a What stands there is 7, expected a text.']],
  [
    'target: azure',
    ['config-invalid /target The target is "azure", expected a mapping with keys such as resourceGroup.'],
  ],
  [
    'target: { target: azur }',
    ['config-invalid /target/target The target is "azur", expected one of azure, emulator. Did you mean "azure"?'],
  ],
  [
    'target: { subscription: contoso }',
    ['config-invalid /target/subscription The subscription is "contoso", expected its id, a GUID.'],
  ],
  ['target: { name: 7 }', ['config-invalid /target/name The name is 7, expected a text.']],
  ['target: { tags: [a] }', ['config-invalid /target/tags The tags are ["a"], expected a mapping of names to texts.']],
  [
    'target: { tags: { a: 7 } }',
    ['config-invalid /target/tags/a The tag "a" is 7, expected a text: put it in quotes.'],
  ],
  [
    'conectors: [a]',
    [
      'config-key-unknown /conectors "conectors" is no key of connector-kit.yaml, expected connectors, samples, playbooks, target, suppressions. Did you mean "connectors"?',
    ],
  ],
  [
    'constructor: [a]',
    [
      'config-key-unknown /constructor "constructor" is no key of connector-kit.yaml, expected connectors, samples, playbooks, target, suppressions.',
    ],
  ],
])('%j', async (yaml, want) => {
  const { findings } = await readConfiguration(memoryWorld({ files: { 'c.yaml': yaml } }), '/home/c.yaml');
  expect(findings.map(({ code, pointer, message }) => `${code} ${pointer} ${message}`)).toEqual(want);
});

test('a key is refused, and not shown', async () => {
  const canary = 'sk-proj-A1b2C3d4E5f6G7h8I9j0K1l2';
  const yaml = `connectors: [things]\ntarget:\n  apiKey: ${canary}\n  tenant: ${canary}\n`;
  const { exit, out, err } = await run('plan', { files: files(yaml) });
  expect([exit, out, err]).toEqual([
    2,
    [],
    [
      'connector-kit: connector-kit.yaml:3:11 "apiKey" looks like a key, and connector-kit.yaml never holds one: give it with --key-env, --key-stdin or --key-vault. (and 2 more)',
      'Correct the configuration, or give --no-config.',
    ],
  ]);
  const linted = await runJson('lint things', { files: files(yaml) });
  expect(JSON.stringify(linted.result)).not.toContain(canary);
  expect(
    linted.result.findings
      .map(({ code }: { code: string }) => code)
      .filter((code: string) => code.startsWith('config')),
  ).toEqual(['config-secret', 'config-invalid', 'config-secret']);
});

test('a tag is no place for one either', async () => {
  const yaml = `${target.replace('owner: soc', 'owner: soc, password: canary')}`;
  const { findings } = await readConfiguration(memoryWorld({ files: { 'c.yaml': yaml } }), '/home/c.yaml');
  expect(findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(['config-secret /target/tags/password']);
});

test('nor is its line printed', async () => {
  const yaml = 'connectors: [things]\ntarget: { tags: { password: CANARYpw } }\n';
  const { out } = await run('lint things', { files: files(yaml) });
  expect(out.join('\n')).toContain('config-secret');
  expect(out.join('\n')).not.toContain('CANARYpw');
});

test('what is only odd is told on standard error, and the rest is followed', async () => {
  const { exit, err } = await run('test', { files: files('connectors: [things]\nsamples: samples\nplaybook: [a]\n') });
  expect([exit, err]).toEqual([
    0,
    [
      'connector-kit.yaml:3:11 warning "playbook" is no key of connector-kit.yaml, expected connectors, samples, playbooks, target, suppressions. Did you mean "playbooks"?  config-key-unknown',
      'From connector-kit.yaml: ./things, --samples ./samples.',
    ],
  ]);
});

test('a file that is no YAML', async () => {
  const { exit, err } = await run('test', { files: files('connectors: [things') });
  expect([exit, err[0]?.startsWith('connector-kit: connector-kit.yaml:1:'), err[1]]).toEqual([
    2,
    true,
    'Correct the configuration, or give --no-config.',
  ]);
});

test.each(Object.values(configRules))('the examples of $code', async ({ code, examples }) => {
  const codesOf = async (yaml: string) => {
    const { findings } = await readConfiguration(memoryWorld({ files: { 'c.yaml': yaml } }), '/home/c.yaml');
    return findings.map((found) => found.code);
  };
  for (const bad of examples.bad) expect(await codesOf(bad)).toContain(code);
  for (const good of examples.good) expect(await codesOf(good)).toEqual([]);
});

test('each flag in the table of defaults is one of its command, or of none', async () => {
  const unknown: string[] = [];
  for (const [name, { flags = {}, unless, needs }] of Object.entries(defaultsOf)) {
    const command = await commands[name]?.load();
    if (command === undefined) continue;
    const known = (flag: string | undefined) => flag === undefined || Object.hasOwn(command.flags, flag);
    if (!Object.keys(flags).every((flag) => flag in command.flags || flags[flag]?.startsWith('target.')))
      unknown.push(name);
    if (!known(needs) || !known(unless)) unknown.push(name);
  }
  expect(unknown.filter((name) => !name.startsWith('playbook '))).toEqual([]);
});

test('playbooks: what is linted is a path, what is built is a module or a shipped name', async () => {
  const playbook = text({ definition: { triggers: {}, actions: {} } });
  const given = files('playbooks: [flows, mine.ts, three-steps]\n', {
    'flows/a.json': playbook,
    'mine.ts': '',
    '/kit/playbooks/three-steps/azuredeploy.json': playbook,
  });
  expect((await run('playbook lint', { files: given })).err[0]).toBe('From connector-kit.yaml: ./flows, ./mine.ts.');
  expect((await run('playbook build', { files: given })).err[0]).toBe(
    'From connector-kit.yaml: ./mine.ts, three-steps.',
  );
});
