import { existsSync, readdirSync, readFileSync } from 'node:fs';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const project = read('package.json');
const exact = /^\d+\.\d+\.\d+$/;

describe.each(['.', 'scripts/peers'])('the packages that %s installs', (folder) => {
  const { dependencies = {}, devDependencies = {} } = read(`${folder}/package.json`);

  test('have exact versions', () => {
    const versions: [name: string, version: string][] = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.filter(([, version]) => !exact.test(version))).toEqual([]);
  });

  test('are those of the lock file', () => {
    const { packages } = read(`${folder}/package-lock.json`);
    expect(packages[''].dependencies).toEqual(dependencies);
    expect(packages[''].devDependencies ?? {}).toEqual(devDependencies);
  });
});

test('each package that is installed with ours is explained in the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(Object.keys(project.dependencies).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test('every script is a file', () => {
  const commands: string[] = Object.values(project.scripts);
  const files = commands.flatMap((command) => /scripts\/\S+/.exec(command)?.[0] ?? []);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test('text files have the same line ends everywhere', () => {
  expect(readFileSync('.gitattributes', 'utf8')).toContain('* text=auto eol=lf');
});

test('every folder of tests is one of those that npm test runs', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const tests = files.filter((file) => /(?<!\.corpus)\.test\.ts$/.test(file) && file.includes('/'));
  const folders = new Set(tests.map((file) => file.slice(0, file.lastIndexOf('/'))));
  const suites = files.filter((file) => file.endsWith('.suite.ts')).map((file) => readFileSync(`test/${file}`, 'utf8'));
  const named = suites.flatMap((text) => [...text.matchAll(/(?<=[(,] ?)'([\w/]+)'/g)].map(([, folder]) => folder));
  expect(named.toSorted()).toEqual([...folders].toSorted());
});
