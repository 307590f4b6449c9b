import Ajv from 'ajv-draft-04';
import { faultSchema } from '../../src/cli/schemas.js';
import * as schemas from '../../src/cli/schemas/publish.js';
import { emulatorLink } from '../../src/cli/emulator/link.js';
import { writeJson } from '../../src/core/json-write.js';
import { definition as things } from './things.js';
import { memoryWorld, type Circumstances, type MemoryWorld } from '../cli/memory-world.js';
import { runIn } from './run.js';

const canary = 'canary-0123456789abcdef';
const group = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/soc';
const api = `${group}/providers/Microsoft.Web/customApis/things`;
const connection = (name: string) => `${group}/providers/Microsoft.Web/connections/${name}`;
const head =
  'The emulator (state: .connector-kit/emulator), subscription 00000000-0000-0000-0000-000000000000, resource group soc in westeurope';
const where = head.replace(' in westeurope', '');

const definition = (more: object = {}) =>
  writeJson({
    ...things,
    securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'Authorization' } },
    ...more,
  });
const properties = writeJson({
  properties: {
    connectionParameters: { api_key: { type: 'securestring' } },
    iconBrandColor: '#0078d4',
    capabilities: [],
    publisher: 'Contoso',
  },
});
const contract = writeJson({ formatVersion: 1, apiVersion: '2026-01-01', keyPrefix: 'Bearer ', operations: {} });
const file = '/home/things/apiDefinition.swagger.json';
const files = {
  'things/apiDefinition.swagger.json': definition(),
  'things/apiProperties.json': properties,
  'things/contract.json': contract,
};
const on = '--target emulator -g soc';

/** A world, a short way to run commands in it, and one to be somebody else. */
function made(circumstances: Circumstances = {}) {
  const world = memoryWorld({ files, env: { KEY: canary }, ...circumstances });
  const run = async (line: string) => runIn(world, line);
  const arm = async (method: 'GET' | 'PUT' | 'DELETE', path: string, body?: object) => {
    const { arm: origin, send } = await emulatorLink(world, {});
    const version = path.includes('Microsoft.Logic') ? '2019-05-01' : '2016-06-01';
    const url = `${origin}${path}?api-version=${version}`;
    const { status, body: text } = await send({
      method,
      url,
      headers: {},
      authorize: true,
      timeoutSeconds: 5,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (status >= 300) throw new Error(`${status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  };
  return { world, run, arm };
}

const change = (world: MemoryWorld, more: object) => void world.files.set(file, definition(more));
const described = { info: { ...things.info, description: 'Gives things, and says so.' } };

test('published, changed, planned, drifted, pulled, removed', async () => {
  const { world, run, arm } = made();
  const publish = `publish things ${on} --connection mine --key-env KEY --yes`;

  expect(await run(publish)).toEqual({
    exit: 0,
    out: [
      head,
      'create (done)      customApis "things": it is not there',
      'create (done)      connections "mine": it is not there',
    ],
    err: [],
  });
  const again = ['none (unchanged)   customApis "things": nothing differs'];
  const kept = 'none (unchanged)   connections "mine": it is there; publishing never touches its key';
  expect((await run(publish)).out).toEqual([head, ...again, kept]);

  // a property is changed: just that is planned
  change(world, described);
  const said =
    '  note The info had the description "Gives things." and has "Gives things, and says so.". (/info/description)  wording-changed';
  expect(await run(`plan things ${on}`)).toEqual({
    exit: 0,
    out: [head, 'update  customApis "things": 1 of its parts differ', '1 difference, none of them breaking:', said],
    err: [],
  });
  expect((await run(`plan things ${on} --exit-code`)).exit).toBe(1);
  const { out } = await run(`publish things ${on} --yes`);
  expect(out.slice(0, 2)).toEqual([head, 'update (done)      customApis "things": 1 of its parts differ']);
  const folder = /^What was replaced is kept in (.*)\.$/.exec(out.at(-1) ?? '')?.[1];
  expect(world.files.get(`/home/${folder}/apiDefinition.swagger.json`)).toContain('"Gives things."');
  expect(await run(`drift things ${on}`)).toEqual({ exit: 0, out: [where, 'Nothing differs.'], err: [] });

  // somebody changes it behind our back, and keeps our tag
  const { tags, location } = await arm('GET', api);
  const swagger = { ...JSON.parse(definition(described)), host: 'evil.example' };
  await arm('PUT', api, {
    location,
    tags,
    properties: {
      ...JSON.parse(properties).properties,
      displayName: 'Things',
      swagger,
      backendService: { serviceUrl: 'https://evil.example' },
    },
  });
  const drift = await run(`drift things ${on} --json`);
  const { drifted, unknown } = JSON.parse(drift.out.join(''));
  expect([drift.exit, unknown]).toEqual([1, []]);
  expect(
    drifted.map(({ changes }: { changes: readonly { code: string; pointer: string }[] }) =>
      changes.map(({ code, pointer }) => `${code} ${pointer}`),
    ),
  ).toEqual([
    [
      'deployed-service-url /properties/backendService/serviceUrl',
      'address-changed /host',
      'deployed-branding /properties/description',
      'deployed-branding /properties/brandColor',
    ],
  ]);

  // what is deployed, as files
  expect((await run(`pull ${on} --name things --out pulled`)).exit).toBe(0);
  const pulled = JSON.parse(String(world.files.get('/home/pulled/apiDefinition.swagger.json')));
  expect(pulled).toEqual(swagger);
  await run(`publish things ${on} --yes --allow-breaking`);
  expect((await run(`pull ${on} --name things --out same`)).out).toEqual([
    'written   same/apiDefinition.swagger.json',
    'written   same/apiProperties.json',
  ]);
  await run('build ./things --out built');
  const bytesOf = (folder: string) => world.files.get(`/home/${folder}/apiDefinition.swagger.json`);
  expect(bytesOf('same')).toBe(bytesOf('built/things'));

  // nobody's connection is deleted but ours
  const body = { location: 'westeurope', properties: { api: { id: api }, parameterValues: { api_key: 'x' } } };
  await arm('PUT', connection('theirs'), body);
  expect(await run(`unpublish things ${on} --yes`)).toEqual({
    exit: 1,
    out: [
      where,
      'delete (stopped)   connections "mine": it was made for the connector',
      'delete (stopped)   customApis "things": it was published by this tool',
      'In the way: A connection of somebody else uses the connector: ["theirs"].  in-use',
      '  Change or remove what uses it first, or give --force.',
      'Nothing was deleted. Something stands in the way.',
    ],
    err: [],
  });
  await arm('DELETE', connection('theirs'));
  expect((await run(`unpublish things ${on} --yes`)).exit).toBe(0);
  expect((await run(`unpublish things ${on} --yes`)).out).toEqual([where, 'There is nothing of it left.']);
  expect(JSON.parse(String(world.files.get('/home/.connector-kit/emulator/state.json'))).resources).toEqual({});

  // and no key anywhere
  const all = [...world.files.values()].filter((content) => typeof content === 'string').join('\n');
  expect(all).not.toContain(canary);
});

test('a breaking change is not published unasked', async () => {
  const { world, run } = made();
  await run(`publish things ${on} --yes`);
  const { get } = things.paths['/thing'];
  change(world, { paths: { '/other': { get } } });
  const { exit, out } = await run(`publish things ${on} --yes`);
  expect([exit, out.at(0), out.at(1), ...out.slice(-4)]).toEqual([
    1,
    head,
    'update (stopped)   customApis "things": 1 of its parts differ',
    '    Leave "GetThing" as it was and add "GetThing_V2" with "x-ms-api-annotation": { "family": "GetThing", "revision": 2 }, on a path of its own; give the old one "x-ms-visibility": "advanced", and later "deprecated": true.',
    'No deployed workflow is hit.',
    'Nothing was sent. One change breaks the workflows that use it.',
    '  Publish it beside the old one and move the workflows one by one: connector-kit publish things --name things-2026-01-01 ... Or give --allow-breaking.',
  ]);
  expect((await run(`publish things ${on} --yes --allow-breaking`)).exit).toBe(0);
});

test('a retired API version needs --force', async () => {
  const { world, run } = made();
  const retired = { ...JSON.parse(contract), retired: { on: '2026-06-01', source: 'https://contoso.com/ends' } };
  world.files.set('/home/things/contract.json', writeJson(retired));
  const { exit, out } = await run(`publish things ${on} --yes`);
  expect([exit, out.slice(1)]).toEqual([
    1,
    [
      'create (stopped)   customApis "things": it is not there',
      'In the way: The API version "2026-01-01" was retired on 2026-06-01: https://contoso.com/ends  api-version-retired',
      '  Choose another --api-version, or give --force.',
      'Nothing was sent. Something stands in the way.',
    ],
  ]);
  expect((await run(`publish things ${on} --yes --force`)).exit).toBe(0);
});

test('a person is asked', async () => {
  const asked = made({ terminal: true, answers: ['n', 'yes'] });
  const no = await asked.run(`publish things ${on}`);
  expect([no.exit, no.out.at(-1), no.err]).toEqual([
    1,
    'Nothing was sent. The answer was no.',
    [head, 'create  customApis "things": it is not there', 'Publish? [y/N] '],
  ]);
  expect((await asked.run(`publish things ${on}`)).exit).toBe(0);
});

test('what is not sound is not sent', async () => {
  const { world, run } = made();
  world.files.set(file, '{ "swagger": "2.0" ');
  for (const line of ['plan', 'publish --yes', 'connect --connection mine', 'drift']) {
    const { exit, out } = await run(`${line.replace(' ', ' things ')}${line.includes(' ') ? '' : ' things'} ${on}`);
    expect([exit, out.at(-1)]).toEqual([1, 'Nothing was sent: the connector has errors.']);
  }
});

const wrong: readonly (readonly [line: string, message: string])[] = [
  ['publish things --yes', 'The target is missing.'],
  [
    'publish things --target azur -g soc --yes',
    '--target is "azur"; it can be azure or emulator. Did you mean "azure"?',
  ],
  ['publish things --target emulator --yes', 'The resource group is missing.'],
  [`publish things ${on}`, 'There is no terminal to ask whether it shall be done.'],
  [
    `publish things ${on} --yes --name .x`,
    'The name of the connector is ".x", expected 1 to 79 letters, digits and "_.()-" that begin with a letter or digit and do not end with a dot.',
  ],
  [`publish things ${on} --yes --tags a`, '"a" is no NAME=VALUE.'],
  [`publish things ${on} --yes --tags a=1 A=2`, '"A=2" names the tag "A" again.'],
  [`publish things ${on} --yes --connection mine`, 'The connection is not there, and cannot be made without its key.'],
  [`publish things ${on} --yes --connection mine --key-env NONE`, 'There is no environment variable "NONE".'],
  [
    `publish things ${on} --yes --connection mine --key-env ${canary}`,
    'What --key-env was given is no name of an environment variable.',
  ],
  [`publish things ${on} --yes --connection mine --key-env KEY --key-stdin`, 'The key is given more than once.'],
  [`publish things ${on} --yes --connection mine --key-vault v`, 'What --key-vault was given is no VAULT/SECRET.'],
  [`connect things ${on} --key-env KEY`, 'The connection is missing.'],
  [
    `connect things ${on} --connection mine --key-env KEY`,
    'There is no connector "things" in the resource group "soc" to connect to.',
  ],
  [`pull ${on} --name things`, 'The folder to write to is missing.'],
  [`pull ${on} --out x`, 'The name of the connector is missing.'],
  [`pull ${on} --name none --out x`, 'There is no connector "none" in the resource group "soc".'],
  ['plan things --target azure -g soc', 'The subscription is missing, and the Azure CLI could not be asked.'],
  ['plan things --target azure -g soc --subscription x', 'The subscription is "x", expected its id, a GUID.'],
];

test.each(wrong)('%s: exit 2', async (line, message) => {
  const { exit, err } = await made().run(line);
  expect([exit, err[0]]).toEqual([2, `connector-kit: ${message}`]);
});

test('each result keeps its schema', async () => {
  const ajv = new Ajv.default({ allErrors: true });
  const { run } = made();
  const lines = [
    [`plan things ${on}`, schemas.planSchema],
    [`publish things ${on} --yes --connection mine --key-env KEY`, schemas.publishSchema],
    [`connect things ${on} --connection mine --key-env KEY`, schemas.connectSchema],
    [`drift things ${on}`, schemas.driftSchema],
    [`pull ${on} --name things --out pulled`, schemas.pullSchema],
    [`unpublish things ${on} --yes`, schemas.unpublishSchema],
    [`publish things ${on}`, faultSchema],
  ] as const;
  for (const [line, schema] of lines) {
    const { out } = await run(`${line} --json`);
    const validate = ajv.compile(schema);
    validate(JSON.parse(out.join('\n')));
    expect([line, validate.errors]).toEqual([line, null]);
  }
});
