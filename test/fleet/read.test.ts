import { readDocument } from '../../src/core/read-document.js';
import { readFleet } from '../../src/fleet/read.js';
import { fleetRules } from '../../src/fleet/rules.js';
import { over } from '../../src/fleet/target.js';

const read = async (text: string, file = 'fleet.yaml') => readFleet(await readDocument(file, text));
const said = async (text: string) =>
  (await read(text)).findings.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`);
const canary = 'sk-canary-0123456789';

test('a whole file', async () => {
  const { defaults, targets, findings } = await read(`
$schema: ./fleet.schema.json
defaults:
  tenant: contoso.onmicrosoft.com
  credential: cli
  key: { vault: partner-vault/all, tenant: partner.onmicrosoft.com, credential: environment }
  tags: { Owner: soc, cost: '1' }
targets:
  - label: contoso
    subscription: 11111111-1111-4111-8111-111111111111
    tags: { owner: contoso }
    key:
      env: CONTOSO_KEY
    connection:
  - name: two
`);
  expect(findings).toEqual([]);
  expect(targets).toEqual([
    {
      label: 'contoso',
      subscription: '11111111-1111-4111-8111-111111111111',
      key: { env: 'CONTOSO_KEY' },
      tags: { owner: 'contoso' },
    },
    { name: 'two' },
  ]);
  expect(over({ name: 'one', tenant: 'x', tags: { a: '1' } }, defaults, targets[0] ?? {})).toEqual({
    name: 'one',
    label: 'contoso',
    tenant: 'contoso.onmicrosoft.com',
    credential: 'cli',
    subscription: '11111111-1111-4111-8111-111111111111',
    key: { env: 'CONTOSO_KEY' },
    tags: { a: '1', Owner: 'contoso', cost: '1' },
  });
});

const wrong: readonly (readonly [text: string, said: readonly string[]])[] = [
  ['[]', ['fleet-invalid : The fleet is [], expected a mapping with the key targets.']],
  ['{}', ['fleet-invalid : The targets are missing, expected a list of one or more.']],
  ['targets: {}', ['fleet-invalid /targets: The targets are {}, expected a list of one or more.']],
  ['targets: [soc]', ['fleet-invalid /targets/0: The target is "soc", expected a mapping.']],
  ['defaults: []\ntargets: [{}]', ['fleet-invalid /defaults: The defaults are [], expected a mapping.']],
  [
    'defaults: { label: all }\ntargets: [{ names: x, __proto__: y }]',
    [
      'fleet-key-unknown /defaults/label: "label" is no key of the defaults, expected one of 15 others.',
      'fleet-key-unknown /targets/0/names: "names" is no key of a target, expected one of 16 others. Did you mean "name"?',
      'fleet-key-unknown /targets/0/__proto__: "__proto__" is no key of a target, expected one of 16 others.',
    ],
  ],
  [
    'targets: [{ name: 42, subscription: contoso, cloud: china, credential: client, location: "" }]',
    [
      'fleet-invalid /targets/0/credential: The credential is "client", expected one of default, cli, environment, managed-identity, workload-identity.',
      'fleet-invalid /targets/0/cloud: The cloud is "china", expected one of public, usgov.',
      'fleet-invalid /targets/0/subscription: The subscription is "contoso", expected its id, a GUID.',
      'fleet-invalid /targets/0/location: The location is "", expected a text.',
      'fleet-invalid /targets/0/name: The name is 42, expected a text: put it in quotes.',
    ],
  ],
  [
    'targets: [{ tags: { cost: 42, Cost: "1" } }, { tags: [] }]',
    [
      'fleet-invalid /targets/0/tags/cost: The tag "cost" is 42, expected a text: put it in quotes.',
      'fleet-invalid /targets/0/tags/Cost: The tag "Cost" is there twice: the case of a name does not count.',
      'fleet-invalid /targets/1/tags: The tags are [], expected a mapping of names to texts.',
    ],
  ],
  [
    `targets: [{ key: ${canary} }, { key: { env: ${canary} } }, { key: { vault: ${canary} } }, { key: {} }]`,
    [
      'fleet-key-in-file /targets/0/key: The key is no mapping, expected where it is: env: NAME, or vault: VAULT/SECRET.',
      'fleet-key-in-file /targets/1/key/env: What stands there is no name of an environment variable, expected env: NAME.',
      'fleet-key-in-file /targets/2/key/vault: What stands there is no secret of a vault, expected vault: VAULT/SECRET.',
      'fleet-key-in-file /targets/3/key: Where the key is must be said once, expected env: NAME or vault: VAULT/SECRET.',
    ],
  ],
  [
    `targets: [{ key: { env: A, vault: vault/b } }, { key: { vault: vault/b, tenant: "${canary} x" } }, { key: { vault: vault/b, credential: ${canary} } }]`,
    [
      'fleet-key-in-file /targets/0/key: Where the key is must be said once, expected env: NAME or vault: VAULT/SECRET.',
      'fleet-key-in-file /targets/1/key/tenant: What stands there is no tenant, expected its id.',
      'fleet-key-in-file /targets/2/key/credential: What stands there is no credential, expected such as "cli".',
    ],
  ],
];

test.each(wrong)('%s', async (text, expected) => {
  const messages = await said(text);
  expect(messages).toEqual(expected);
  expect(messages.join('')).not.toContain(canary);
});

/** What is missing, or stands twice, is known only with the command line: test/scenarios/fleet.test.ts has those rules. */
const here = Object.values(fleetRules).filter(({ code }) => !code.startsWith('fleet-target'));

test.each(here.map((rule) => [rule.code, rule] as const))('%s: its examples', async (code, { examples }) => {
  for (const text of examples.bad) expect((await read(text)).findings.map((one) => one.code)).toContain(code);
  for (const text of examples.good) expect((await read(text)).findings).toEqual([]);
});

test('what cannot be read is told as it is', async () => {
  expect(await said('targets: [')).toHaveLength(1);
  expect((await read('{ "targets": [ {} ] }', 'fleet.json')).targets).toEqual([{}]);
});
