/** What would be published (in `.ci/run`): which files, how large, and that a TypeScript project can use it without its sources. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** Unpacked, in bytes. */
const largest = 15_500_000;
const wanted = ['README.md', 'package.json', 'dist/bin.cjs', 'dist/index.js', 'dist/types/src/index.d.ts'];
/** No sources: they would import what is not there. */
const allowed = /^(package\.json|README\.md|LICENSE|dist\/.+|(connector|playbooks|samples)\/.+\.(json|md|png|svg))$/;

const [pack] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
);
const files: readonly string[] = pack.files.map(({ path }: { path: string }) => path);
const problems = [...contents(), ...(await published()), ...consumer()];
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

/** Compiles a project of its own, strict about the library's types too, that imports the package by its name. */
function consumer(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'connector-kit-consumer-'));
  const compilerOptions = { module: 'NodeNext', strict: true, noEmit: true, skipLibCheck: false, types: [] };
  const link = join(folder, 'node_modules/connector-kit');
  try {
    mkdirSync(dirname(link));
    symlinkSync(resolve('.'), link, 'junction');
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    writeFileSync(
      join(folder, 'index.ts'),
      "export * from 'connector-kit';\nexport * as playbooks from 'connector-kit/playbooks';\n",
    );
    execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    return [];
  } catch (error) {
    return [`A project that imports the package does not compile:\n${(error as { stdout?: string }).stdout ?? error}`]; // execFileSync adds it
  } finally {
    rmSync(folder, { recursive: true });
  }
}
