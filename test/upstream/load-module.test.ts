import { readFileSync } from 'node:fs';
import { memoryWorld } from '../cli/memory-world.js';
import { runIn } from '../scenarios/run.js';
import { parcels } from './example/parcels.js';

const spec = (version: string) => readFileSync(`test/upstream/example/parcels-${version}.yaml`, 'utf8');
const files = { 'p/parcels.ts': '', 'p/v1.yaml': spec('v1'), 'p/v2.yaml': spec('v2') };

test('a module that follows an upstream is a connector: of its default version, or of another that has a surface', async () => {
  const world = memoryWorld({ files, importModule: async () => ({ parcels }) });
  const codes = async (line: string) => {
    const { exit, out, err } = await runIn(world, line);
    return [exit, out.length > 0 ? JSON.parse(out.join('\n')).fault?.code : err];
  };
  expect(await codes('lint p/parcels.ts --json')).toEqual([2, 'not-found']);
  for (const version of ['v2', 'v1']) {
    await runIn(world, `regenerate p/parcels.ts --api-version ${version} --spec p/${version}.yaml`);
  }
  expect(await codes('build p/parcels.ts --check --json')).toEqual([0, undefined]);
  expect(await codes('build p/parcels.ts --api-version v2 --check --json')).toEqual([1, undefined]);
  expect(await codes('diff p/parcels p/parcels.ts --json')).toEqual([0, undefined]);
  expect(await codes('diff p/parcels p/parcels.ts --api-version v2 --json')).toEqual([1, undefined]);
  expect(await codes('lint p/parcels.ts --api-version v3 --json')).toEqual([2, 'not-found']);
});

test('a version is asked of what follows an upstream only', async () => {
  const plain = { name: 'a', definition: {}, properties: {}, contract: {} };
  const world = memoryWorld({ files, importModule: async () => ({ plain }) });
  const { exit, err } = await runIn(world, 'lint p/parcels.ts --api-version v2');
  expect([exit, err[0]]).toEqual([
    2,
    'connector-kit: --api-version goes with a connector that follows an upstream, and the one in "p/parcels.ts" follows none.',
  ]);
});

test.each([
  [{ kind: 'upstream-connector' }, '"p/parcels.ts" exports no connector.'],
  [{ ...parcels, build: () => undefined }, 'parcels cannot be built for v1: its "build" gives no connector.'],
])('what only looks like one: %#', async (made, message) => {
  const world = memoryWorld({ files, importModule: async () => ({ parcels }) });
  await runIn(world, 'regenerate p/parcels.ts --spec p/v1.yaml');
  const other = memoryWorld({
    files: Object.fromEntries(world.files),
    importModule: async () => ({ made }),
  });
  const { exit, err } = await runIn(other, 'lint p/parcels.ts');
  expect([exit, err[0]]).toEqual([2, `connector-kit: ${message}`]);
});
