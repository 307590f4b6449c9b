import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Json } from '../../src/core/json.js';
import { writeJson } from '../../src/core/json-write.js';
import { readDocument } from '../../src/core/read-document.js';
import { sameJson } from '../../src/core/same-json.js';
import type { Connector } from '../../src/definition/connector.js';
import { readConnector } from '../../src/definition/read.js';
import { modulesOf, type ProjectFile } from '../../src/scaffold/modules.js';
import { programOf } from '../../src/scaffold/program.js';
import { hostile } from './hostile.js';
import { connectorIn, exportsOf } from './run-program.js';

const root = '../shared/data/connectors';
const corpus = existsSync(root) ? describe : describe.skip;

/** Two files are no JSON: a comma behind the end, a brace too many. */
const notReadable = ['CognitiveServicesTextAnalytics', 'Icon Horse'];

/** The folders of published connectors. */
const folders = () =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'apiDefinition.swagger.json')
    .map((file) => join(root, dirname(file)))
    .toSorted();

async function readFolder(folder: string) {
  const document = (file: string) => readDocument(file, readFileSync(join(folder, file), 'utf8'));
  const [definition, properties] = [await document('apiDefinition.swagger.json'), await document('apiProperties.json')];
  const { connector } = readConnector({ name: basename(folder), definition, properties });
  return { connector, definition: definition.value, properties: properties.value };
}

const filesOf = (connector: Connector) => modulesOf(programOf(connector).declarations, 'connector');
const same = (part: object, value: Json | undefined) => sameJson(part as Json, value); // plain data

let work = '';
beforeAll(() => (work = mkdtempSync(join(tmpdir(), 'connector-kit-scaffold-'))));
afterAll(() => rmSync(work, { recursive: true }));

function write(folder: string, files: readonly ProjectFile[]): void {
  for (const { path, text } of files) {
    const file = join(work, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const compilerOptions = {
  ...JSON.parse(readFileSync('tsconfig.json', 'utf8')).compilerOptions,
  types: ['node'],
  typeRoots: [resolve('node_modules/@types')],
  paths: { 'connector-kit': [resolve('src/index.ts')] },
};

/** What the compiler says of all that was written. */
function typesText(): string {
  writeFileSync(join(work, 'tsconfig.json'), writeJson({ compilerOptions, include: ['.'] }));
  writeFileSync(join(work, 'package.json'), '{ "type": "module" }');
  try {
    return execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', work], { encoding: 'utf8' });
  } catch (error) {
    return (error as { readonly stdout: string }).stdout; // execFileSync throws what it ran
  }
}

corpus('published connectors', () => {
  test('the generated code compiles, and builds the same definition and properties', async () => {
    const differing: string[] = [];
    const unread: string[] = [];
    let whole = 0;
    for (const [index, folder] of folders().entries()) {
      const { connector, definition, properties } = await readFolder(folder);
      if (connector === undefined) {
        unread.push(basename(folder));
        continue;
      }
      const files = filesOf(connector);
      write(`published-${index}`, files);
      const built = connectorIn(exportsOf(files));
      const isSame = same(built.definition, definition) && same(built.properties, properties);
      if (isSame) whole += 1;
      else differing.push(basename(folder));
    }
    for (const [index, [, definition]] of hostile.entries()) {
      const source = await readDocument('a.json', writeJson(definition));
      const { connector } = readConnector({ name: 'things', definition: source });
      if (connector) write(`hostile-${index}`, filesOf(connector));
    }
    expect({ whole, differing, unread }).toEqual({ whole: 159, differing: [], unread: notReadable });
    expect(typesText()).toBe('');
  }, 600_000);

  test('219 operations are generated in a second', async () => {
    const { connector } = await readFolder(join(root, 'certified-connectors/Encodian'));
    if (!connector) throw new Error('It can be read.');
    filesOf(connector); // compiled now
    const before = process.cpuUsage();
    expect(filesOf(connector).length).toBeGreaterThan(10);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(1);
  });
});
