import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { definition, sample, text } from '../scenarios/things.js';

let folder = '';

/** A path in the folder of these tests: `kit` is the package, bundled as it is shipped, `work` a user's folder beside it. */
export const at = (name: string) => join(folder, name);

/** Makes the folder before the tests of a file, and removes it. */
export function shippedPackage(): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'connector-kit-'));
    mkdirSync(at('kit'));
    mkdirSync(at('work'));
    copyFileSync('package.json', at('kit/package.json'));
    symlinkSync(resolve('node_modules'), at('kit/node_modules'));
    bundle(at('kit/dist'));
    writeFileSync(at('work/things.json'), text(definition));
    writeFileSync(at('work/good.json'), text(sample({ count: 3 })));
    writeFileSync(at('work/bad.json'), text(Array.from({ length: 1000 }, () => sample({ count: 'three' }))));
    execFileSync('mkfifo', [at('work/pipe')]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
}

/** `npm test` has bundled already, and names the folder; else it is done here, which takes seconds. */
function bundle(to: string): void {
  const made = process.env['CONNECTOR_KIT_BUNDLED'];
  if (made !== undefined) return cpSync(made, to, { recursive: true });
  execFileSync('node_modules/.bin/jiti', ['scripts/bundle.ts'], { env: { ...process.env, CONNECTOR_KIT_DIST: to } });
}

/** Runs a shell line in `work`; `$KIT` is the command. */
export function shell(line: string) {
  const env = { ...process.env, KIT: `node ${at('kit/dist/bin.cjs')}` };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: at('work'), env, maxBuffer: 2 ** 26 });
  return { status, out: stdout.toString(), err: stderr.toString() };
}

/** A module that exports a connector. */
export const thingsModule = [
  "import { action, connector, object, response, integer, type Connector } from 'connector-kit';",
  "const answer = object({ count: integer({ title: 'Count' }) });",
  'export const things: Connector = connector({',
  "  name: 'things', title: 'Things', description: 'Gives things.', version: '1.0', host: 'api.contoso.com', security: 'none',",
  "  operations: [action({ operationId: 'GetThing', method: 'get', path: '/thing', summary: 'Get', description: 'Gets.',",
  "    responses: { 200: response('The thing.', answer) } })],",
  '});',
].join('\n');
