import { hostname } from 'node:os';
import Ajv from 'ajv-draft-04';
import { emulatorLink } from '../../src/cli/emulator/link.js';
import { writeState } from '../../src/cli/emulator/state-text.js';
import { fleetResultSchema } from '../../src/cli/schemas/fleet.js';
import { writeJson } from '../../src/core/json-write.js';
import { freshState } from '../../src/emulator/fresh.js';
import type { EmulatorSettings } from '../../src/emulator/state.js';
import { memoryWorld, type Circumstances } from '../cli/memory-world.js';
import { runIn } from './run.js';
import { definition as things } from './things.js';

const canary = 'canary-0123456789abcdef';
const other = 'canary-fedcba9876543210';
const subscription = (number: number) => `${String(number).padStart(8, '0')}-1111-4111-8111-111111111111`;
const idOf = (number: number, name = 'things', group = 'soc') =>
  `/subscriptions/${subscription(number)}/resourceGroups/${group}/providers/Microsoft.Web/customApis/${name}`;

const definition = (more: object = {}) =>
  writeJson({
    ...things,
    securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    ...more,
  });
const files = {
  'fleets/things/apiDefinition.swagger.json': definition(),
  'fleets/things/apiProperties.json': writeJson({
    properties: {
      connectionParameters: { api_key: { type: 'securestring' } },
      iconBrandColor: '#0078d4',
      capabilities: [],
      publisher: 'Contoso',
    },
  }),
};

const stateWith = (settings: Partial<EmulatorSettings>) => writeState(freshState(settings)).text;

const target = (number: number, more = '') =>
  `  - label: customer ${number}\n    subscription: ${subscription(number)}\n${more}`;
const head = 'defaults:\n  resourceGroup: soc\n  service: things\n  tags: { owner: soc }\ntargets:\n';
const fleetOf = (...targets: readonly string[]) => `${head}${targets.join('')}`;
const on = '--target emulator --fleet fleets/mine.yaml';
const journalFile = '/home/.connector-kit/fleet/mine.yaml.publish.jsonl';

const isValid = new Ajv.default().compile(fleetResultSchema);

function made(fleet: string, circumstances: Circumstances = {}) {
  const world = memoryWorld({
    files: { ...files, 'fleets/mine.yaml': fleet },
    env: { KEY: canary, OTHER: other },
    ...circumstances,
  });
  const run = async (line: string) => runIn(world, line);
  const result = async (line: string) => {
    const { exit, out } = await run(`${line} --json --quiet`);
    const json = JSON.parse(out.join('\n'));
    expect([isValid(json), isValid.errors]).toEqual([true, null]);
    return { exit, json };
  };
  const text = (path: string) => String(world.files.get(path));
  const state = () => JSON.parse(text('/home/.connector-kit/emulator/state.json'));
  const lines = (path = journalFile) =>
    text(path)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  const arm = async (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, version: string, body?: object) => {
    const { arm: origin, send } = await emulatorLink(world, {});
    const url = `${origin}${path}?api-version=${version}`;
    const request = { method, url, headers: {}, authorize: true, timeoutSeconds: 5 };
    return (await send({ ...request, ...(body && { body: JSON.stringify(body) }) })).status;
  };
  return { world, run, result, state, lines, text, arm };
}

test('published, planned, changed, drifted, rotated, removed', async () => {
  const { world, run, result, state, lines } = made(
    fleetOf(
      target(1),
      target(2, '    connection: mine\n    key: { env: KEY }\n    tags: { cost: "42" }\n'),
      target(3, '    name: other\n'),
    ),
  );
  expect(await run(`publish ${on} --yes`)).toEqual({
    exit: 0,
    out: ['3 created'],
    err: ['customer 1: created', 'customer 3: created', 'customer 2: created'], // as they end: the second has a connection, too
  });
  const { resources } = state();
  expect(Object.keys(resources).toSorted()).toEqual(
    [idOf(1), idOf(2), idOf(2).replace('customApis/things', 'connections/mine'), idOf(3, 'other')]
      .map((id) => id.toLowerCase())
      .toSorted(),
  );
  const { tags } = resources[idOf(2).toLowerCase()];
  expect([tags.owner, tags.cost]).toEqual(['soc', '42']);
  expect(lines().map(({ label, result: word, done, steps }) => [label, word, done, steps?.length])).toEqual([
    [undefined, undefined, undefined, undefined],
    ['customer 1', 'created', true, 1],
    ['customer 3', 'created', true, 1],
    ['customer 2', 'created', true, 2],
  ]);

  // again: nothing is to be done; with --resume nothing is even asked
  expect((await result(`publish ${on} --yes`)).json.counts).toEqual({ unchanged: 3 });
  expect((await result(`publish ${on} --yes --resume`)).json.counts).toEqual({ skipped: 3 });
  expect((await result(`plan ${on} --exit-code`)).exit).toBe(0);

  // another version: --resume knows
  world.files.set(
    '/home/fleets/things/apiDefinition.swagger.json',
    definition({ info: { ...things.info, description: 'Better.' } }),
  );
  expect((await run(`plan ${on} --exit-code --quiet`)).out).toEqual([
    '3 update',
    'The journal is .connector-kit/fleet/mine.yaml.plan.jsonl; --resume goes on with what is left.',
  ]);
  const drift = await run(`drift ${on} --quiet`);
  expect([drift.exit, drift.out.slice(0, 2), drift.out.at(-2)]).toEqual([
    1,
    [
      'customer 1, customer 2, customer 3 (3 targets):',
      '  The info had the description "Better." and has "Gives things.".  wording-changed',
    ],
    '3 drifted',
  ]);
  expect((await result(`publish ${on} --yes --resume`)).json.counts).toEqual({ updated: 3 });
  expect((await result(`drift ${on}`)).json.counts).toEqual({ same: 3 });

  // another key for all, from the command line where the file names none
  const connected = await result(`connect ${on} --connection mine --key-env OTHER`);
  expect(connected.json.targets.map(({ result: word }: { result: string }) => word)).toEqual([
    'created',
    'updated',
    'created',
  ]);

  expect((await result(`unpublish ${on} --yes`)).json.counts).toEqual({ deleted: 3 });
  expect((await result(`unpublish ${on} --yes`)).json.counts).toEqual({ absent: 3 });
  expect(state().resources).toEqual({});

  const all = [...world.files.values()].filter((content) => typeof content === 'string').join('\n');
  expect([all.includes(canary), all.includes(other)]).toEqual([false, false]);
});

test('what goes wrong at some targets stops none of the others, and is named with its mend', async () => {
  const none = 'NONE_SUCH';
  const fleet = fleetOf(
    target(1),
    target(2, '    location: marsnorth\n'),
    target(3, '    resourceGroup: denied\n'),
    target(4),
    target(5, `    connection: mine\n    key: { env: ${none} }\n`),
    target(6, '    service: ./retired\n'),
    target(7, '    service: ./broken\n'),
    target(8, '    service: ./missing\n'),
    target(9, '    resource: contoso\n'),
    target(10, '    name: "-"\n'),
    target(11, '    location: marsnorth\n'),
    target(12),
  );
  const { world, run, arm, text } = made(fleet, {
    files: {
      ...files,
      'fleets/mine.yaml': fleet,
      'fleets/retired/apiDefinition.swagger.json': definition(),
      'fleets/retired/contract.json': writeJson({
        formatVersion: 1,
        apiVersion: '2020-01-01',
        retired: { on: '2026-06-01', source: 'https://contoso.com/ends' },
        operations: {},
      }),
      'fleets/broken/apiDefinition.swagger.json': '{ "swagger": "2.0" ',
      '.connector-kit/emulator/state.json': stateWith({
        policies: [{ name: 'deny-all', scope: `/subscriptions/${subscription(3)}` }],
      }),
    },
  });
  expect(await arm('POST', `/subscriptions/${subscription(4)}/providers/Microsoft.Web/unregister`, '2021-04-01')).toBe(
    200,
  );

  const { exit, out } = await run(`publish ${on} --yes --quiet`);
  expect([exit, out]).toEqual([
    1,
    [
      'customer 2, customer 11 (2 targets):',
      '  The region "marsnorth" has no custom connectors, expected one of 59 others. Did you mean "uaenorth"?  region-unavailable',
      '    Name the region of the workflows with --location.',
      'customer 3:',
      expect.stringMatching(
        /^ {2}Writing customApis "things": a policy of the subscription forbids it .*azure-refused$/,
      ),
      expect.stringContaining('The policies: ["deny-all"].'),
      'customer 4:',
      '  The subscription is not registered for "Microsoft.Web": its state is "NotRegistered".  provider-not-registered',
      '    Run "az provider register --namespace Microsoft.Web", and wait until it is done.',
      'customer 5:',
      `  There is no environment variable "${none}".  called-wrongly`,
      '    Put the key into an environment variable, and give --key-env the name of that variable.',
      'customer 6:',
      '  The API version "2020-01-01" was retired on 2026-06-01: https://contoso.com/ends  api-version-retired',
      '    Choose another --api-version, or give --force.',
      'customer 7:',
      '  The connector fleets/broken/apiDefinition.swagger.json has 1 error.  not-a-connector',
      '    Run "connector-kit lint fleets/broken/apiDefinition.swagger.json", and mend them.',
      'customer 8:',
      expect.stringContaining('"fleets/missing" is no shipped name, and no file or folder.'),
      expect.stringContaining('Give a folder, a definition file or a module'),
      'customer 9:',
      expect.stringContaining('so no resource can be named; an endpoint can replace it.  called-wrongly'),
      '    Give --resource NAME or --endpoint https://HOST/PATH.',
      'customer 10:',
      expect.stringContaining('The name of the connector is "-", expected'),
      '    Give it another name.',
      '2 created, 10 failed',
      'The journal is .connector-kit/fleet/mine.yaml.publish.jsonl; --resume goes on with what is left.',
    ],
  ]);

  // mended, the next run does what is left
  world.files.set('/home/fleets/mine.yaml', text('/home/fleets/mine.yaml').replaceAll('marsnorth', 'westeurope'));
  const again = await run(`publish ${on} --yes --quiet --resume`);
  expect([again.exit, again.out.at(-2)]).toEqual([1, '2 created, 8 failed, 2 skipped']);
});

test('a breaking change is not published unasked, and --allow-breaking allows it', async () => {
  const { world, run } = made(fleetOf(target(1), target(2)));
  await run(`publish ${on} --yes`);
  const { get } = things.paths['/thing'];
  world.files.set('/home/fleets/things/apiDefinition.swagger.json', definition({ paths: { '/other': { get } } }));
  const { exit, out } = await run(`publish ${on} --yes --quiet`);
  expect([exit, out.slice(0, 2), out.at(-2)]).toEqual([
    1,
    ['customer 1, customer 2 (2 targets):', '  One change breaks the workflows that use it.  breaking'],
    '2 failed',
  ]);
  expect((await run(`publish ${on} --yes --quiet --allow-breaking`)).out).toEqual(['2 updated']);
});

test('a person is asked once, and sees how far it is', async () => {
  const asked = made(fleetOf(target(1), target(2)), { terminal: true, answers: ['n', 'y'] });
  expect(await asked.run(`publish ${on}`)).toEqual({
    exit: 1,
    out: ['Nothing was sent. The answer was no.'],
    err: ['2 targets:', '2 create', 'Publish? [y/N] '],
  });
  const { exit, out, err } = await asked.run(`publish ${on}`);
  expect([exit, out, err.join('\n').endsWith('\r\u001B[K')]).toEqual([0, ['2 created'], true]);
});

test('a file that is wrong is told with its lines, and nothing is sent', async () => {
  const { world, run, result } = made(
    `default: {}\ntargets:\n${target(1, '    resourcegroup: soc\n')}${target(2, `    key: ${canary}\n`)}`,
  );
  const { exit, out, err } = await run(`publish ${on} --yes`);
  expect([exit, err, out]).toEqual([
    1,
    [],
    [
      'fleets/mine.yaml:1:10 error "default" is no key of a fleet file, expected $schema, defaults, targets. Did you mean "defaults"?  fleet-key-unknown',
      'fleets/mine.yaml:5:20 error "resourcegroup" is no key of a target, expected one of 16 others. Did you mean "resourceGroup"?  fleet-key-unknown',
      'fleets/mine.yaml:8:10 error The key is no mapping, expected where it is: env: NAME, or vault: VAULT/SECRET.  fleet-key-in-file',
      'Nothing was sent: the fleet file has errors.',
    ],
  ]);
  world.files.set('/home/fleets/mine.yaml', fleetOf(target(1), target(2), target(1, '    name: THINGS\n')));
  const same = await result(`publish ${on} --yes`);
  expect(same.json.findings.map(({ code, line }: { code: string; line: number }) => [code, line])).toEqual([
    ['fleet-target-duplicate', 10],
  ]);
  world.files.set('/home/fleets/mine.yaml', `targets:\n${target(1)}`);
  expect((await run(`publish ${on} --yes`)).out[0]).toBe(
    'fleets/mine.yaml:2:5 error The target "customer 1" has no resourceGroup, and --resource-group is not given.  fleet-target-incomplete',
  );
  // what the file leaves out the command line may say
  expect((await run(`publish fleets/things ${on} -g soc --yes --quiet`)).out).toEqual(['1 created']);
});

test('shards: each target in one of them, each with a journal of its own', async () => {
  const count = 12;
  const { result, state, lines } = made(fleetOf(...Array.from({ length: count }, (_, at) => target(at + 1))));
  const journals = [1, 2, 3].map((number) => journalFile.replace('.jsonl', `.${number}-of-3.jsonl`));
  const done: string[] = [];
  for (const [at, journal] of journals.entries()) {
    const { json } = await result(`publish ${on} --yes --shard ${at + 1}/3`);
    expect(json.journal).toBe(journal.replace('/home/', ''));
    const [beginning, ...entries] = lines(journal);
    expect(beginning.shard).toEqual({ number: at + 1, of: 3 });
    expect([beginning.targets, json.counts.created]).toEqual([entries.length, entries.length]);
    done.push(...json.targets.map(({ label }: { label: string }) => label));
  }
  expect(done.toSorted()).toEqual(Array.from({ length: count }, (_, at) => `customer ${at + 1}`).toSorted());
  expect(Object.keys(state().resources).length).toBe(count);
  expect((await result(`publish ${on} --yes`)).json.counts).toEqual({ unchanged: count });
  expect((await result(`publish ${on} --yes --shard 2/3 --resume`)).json.counts.skipped).toBe(
    lines(journals[1]).length - 2,
  );
});

test('a second run is kept away while the first one works', async () => {
  const { world, run } = made(fleetOf(target(1)));
  const held = { pid: process.pid, host: hostname(), since: '2026-01-01T00:00:00.000Z', token: 'x' };
  const lock = `${journalFile}.lock`;
  world.files.set(lock, writeJson(held));
  const { exit, err } = await run(`publish ${on} --yes`);
  expect([exit, err[0]]).toEqual([
    2,
    `connector-kit: Another run works on this fleet: process ${process.pid} on ${hostname()}, since 2026-01-01T00:00:00.000Z.`,
  ]);
  world.files.set(lock, writeJson({ ...held, pid: 999_999_999 }));
  expect((await run(`publish ${on} --yes`)).exit).toBe(0);
  expect(world.files.has(lock)).toBe(false);
});

test('a journal that was cut off is gone on with', async () => {
  const { world, result, lines, text } = made(fleetOf(target(1), target(2), target(3)));
  await result(`publish ${on} --yes`);
  const cut = text(journalFile).split('\n');
  world.files.set(journalFile, [...cut.slice(0, 2), cut[2]?.slice(0, 40)].join('\n'));
  expect((await result(`publish ${on} --yes --resume`)).json.counts).toEqual({ skipped: 1, unchanged: 2 });
  expect(text(journalFile).split('\n')).toHaveLength(7); // two, the one that was cut off, a beginning, two, and the end of the last
  const before = text(journalFile);
  expect((await result(`publish ${on} --yes`)).json.counts).toEqual({ unchanged: 3 });
  expect(text(`${journalFile}.1`)).toBe(before);
  expect(lines()).toHaveLength(4);
});

const wrong: readonly (readonly [line: string, message: string])[] = [
  ['publish --target emulator --yes', 'CONNECTOR is missing.'],
  ['publish --target emulator --fleet none.yaml --yes', 'There is no fleet file none.yaml.'],
  [`publish ${on}`, 'There is no terminal to ask whether it shall be done.'],
  ['publish --fleet fleets/mine.yaml --yes', 'The target is missing.'],
  [`publish ${on} --yes --concurrency 0`, '--concurrency is "0"; it has to be a whole number from 1 to 200.'],
  [`publish ${on} --yes --shard 3/2`, '--shard is "3/2", expected I/N, such as 2/8, with at most 256 shards.'],
  ['publish things --target emulator -g soc --yes --concurrency 5', '--concurrency was given without --fleet.'],
  ['plan things --target emulator -g soc --resume', '--resume was given without --fleet.'],
  ['connect things --target emulator -g soc --connection x --shard 1/2', '--shard was given without --fleet.'],
  ['drift things --target emulator -g soc --shard 1/2', '--shard was given without --fleet.'],
  ['unpublish things --target emulator -g soc --resume', '--resume was given without --fleet.'],
];
test.each(wrong)('%s: %s', async (line, message) => {
  const { err, exit } = await made(fleetOf(target(1))).run(line);
  expect([exit, err[0]]).toEqual([2, `connector-kit: ${message}`]);
});
