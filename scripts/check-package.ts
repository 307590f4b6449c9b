/** What would be published (in `.ci/run`): which files, how large, and that a TypeScript project can use it without its sources. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** Unpacked, in bytes. */
const largest = 19_500_000;
const wanted = ['README.md', 'package.json', 'dist/bin.cjs', 'dist/index.js', 'dist/types/src/index.d.ts'];
/** No sources: they would import what is not there. */
const allowed = /^(package\.json|README\.md|LICENSE|dist\/.+|(connector|playbooks|samples)\/.+\.(json|md|png|svg))$/;

const [pack] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
);
const files: readonly string[] = pack.files.map(({ path }: { path: string }) => path);
const problems = [...contents(), ...(await published()), ...consumer(), ...jestConsumer()];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

function contents(): string[] {
  return [
    ...files.filter((file) => !allowed.test(file)).map((file) => `${file} does not belong into the package.`),
    ...wanted.filter((file) => !files.includes(file)).map((file) => `${file} is missing from the package.`),
    ...(pack.unpackedSize > largest ? [`The package has ${pack.unpackedSize} bytes, more than ${largest}.`] : []),
  ];
}

/** What publint says of package.json; told the files, because it would pack once more. */
async function published(): Promise<readonly string[]> {
  const packed = files.map((file) => ({ name: `package/${file}`, data: readFileSync(file) }));
  const { messages, pkg = {} } = await publint({ pkgDir: 'package', strict: true, pack: { files: packed } });
  return messages.map((message) => formatMessage(message, pkg) ?? message.code);
}

/** Does something in a project of its own that has the package installed. */
function inProject(what: string, act: (folder: string) => void): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'connector-kit-consumer-'));
  const link = join(folder, 'node_modules/connector-kit');
  try {
    mkdirSync(dirname(link));
    symlinkSync(resolve('.'), link, 'junction');
    act(folder);
    return [];
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string }; // execFileSync adds them
    return [`${what}:\n${stdout}${stderr}${stdout + stderr === '' ? String(error) : ''}`];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Compiles a project of its own, strict about the library's types too, that imports the package by its name. */
function consumer(): string[] {
  const compilerOptions = { module: 'NodeNext', strict: true, noEmit: true, skipLibCheck: false, types: [] };
  return inProject('A project that imports the package does not compile', (folder) => {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    writeFileSync(
      join(folder, 'index.ts'),
      [
        "export * from 'connector-kit';",
        "export * as playbooks from 'connector-kit/playbooks';",
        "export * as matchers from 'connector-kit/jest';",
      ].join('\n'),
    );
    execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
  });
}

/** Runs a test of such a project with Jest as it comes, which loads CommonJS. */
function jestConsumer(): string[] {
  return inProject('A test of such a project fails', (folder) => {
    writeFileSync(join(folder, 'package.json'), '{ "jest": { "transform": {} } }');
    const connector = resolve('connector/openai');
    const test = `require('connector-kit/jest');
const { readConnector, readDocument } = require('connector-kit');
const { readFileSync } = require('node:fs');
test('the connector is clean', async () => {
  const read = (file) => readDocument('read-as.yaml', readFileSync(${JSON.stringify(connector)} + '/' + file, 'utf8'));
  const definition = await read('apiDefinition.swagger.json');
  const properties = await read('apiProperties.json');
  const { connector } = readConnector({ name: 'mine', definition, properties });
  expect(connector).toBeClean();
});`;
    writeFileSync(join(folder, 'it.test.js'), test);
    execFileSync(process.execPath, [resolve('node_modules/jest/bin/jest.js')], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  });
}
