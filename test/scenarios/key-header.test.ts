import type { Catalog } from '../../src/cli/catalog.js';
import type { Connector } from '../../src/definition/connector.js';
import { memoryWorld } from '../cli/memory-world.js';
import { runIn } from './run.js';
import { definition, files } from './things.js';

const key = { type: 'securestring', uiDefinition: { displayName: 'Key', description: 'The key.' } } as const;
const closed: Connector = {
  name: 'closed',
  definition,
  properties: { properties: {} },
  contract: { formatVersion: 1, operations: {} },
};
/** Its customer's server decides where the key goes. */
const open: Connector = {
  name: 'open',
  definition: {
    ...definition,
    securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'Authorization' } },
    security: [{ api_key: [] }],
  },
  properties: { properties: { connectionParameters: { api_key: key } } },
  contract: { formatVersion: 1, openKeyHeader: true, operations: {} },
};
const catalog: Catalog = {
  services: [open, closed].map(({ name }) => ({ name, summary: name, defaultVersion: '1', versions: ['1'] })),
  build: (name) => (name === 'open' ? open : closed),
};

async function ran(line: string) {
  const world = memoryWorld({ files });
  const { exit, out, err } = await runIn(world, line, catalog);
  const read = (file: string) => JSON.parse(String(world.files.get(`/home/dist/open/${file}`)));
  return { exit, out, err, written: world.written.map(world.shown), read };
}

test('the key goes into the header that is named', async () => {
  const { exit, read } = await ran('build open --out dist --key-header X-Api-Key');
  const { securityDefinitions, security } = read('apiDefinition.swagger.json');
  const { connectionParameters } = read('apiProperties.json').properties;
  expect([exit, securityDefinitions, security, connectionParameters, read('contract.json').openKeyHeader]).toEqual([
    0,
    { api_key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } },
    [{ api_key: [] }],
    { api_key: key },
    false,
  ]);
});

test('none: the connection asks for no key', async () => {
  const { exit, read } = await ran('build open --out dist --key-header none --endpoint https://example.com/v1');
  const { securityDefinitions, security, host } = read('apiDefinition.swagger.json');
  const { connectionParameters } = read('apiProperties.json').properties;
  expect([exit, securityDefinitions, security, host, connectionParameters]).toEqual([
    0,
    undefined,
    [],
    'example.com',
    {},
  ]);
});

const help = 'Give --key-header NAME with a connector for any server, or leave it out.';

test.each<[line: string, message: string, help: string]>([
  [
    'build closed --out dist --key-header X-Api-Key',
    'The header of the key cannot be chosen: the service of "closed" has its own way.',
    help,
  ],
  [
    'test things --samples samples --key-header X-Api-Key',
    'The header of the key cannot be chosen: the service of "things" has its own way.',
    help,
  ],
  [
    'build open --out dist --key-header X:Y',
    'The key header is not the name of a header, expected one such as "Authorization", or "none".',
    help,
  ],
  [
    'build open --key-header X-Api-Key',
    'open with another key header needs a folder of its own.',
    'Give --out DIR: the shipped connector stays as it is.',
  ],
])('%s is a fault', async (line, message, advice) => {
  const { exit, out, err, written } = await ran(line);
  expect([exit, out, err, written]).toEqual([2, [], [`connector-kit: ${message}`, advice], []]);
});
