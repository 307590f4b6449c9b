import { namesIn } from './code.js';
import type { Declaration } from './declaration.js';
import { quoted } from './literal.js';
import { MAX_LINE } from './line.js';
import { fileName } from './names.js';
import { printed } from './print-code.js';
import { builderNames } from './program.js';

/** A file of a new project: its path in the project's folder, and what it holds. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

/** How long a program can be that stands in one file, in lines. */
const mostInOne = 300;
/** How long each of several files gets before the next one begins, in lines. */
const mostInEach = 400;

/** A file before its imports are known. */
interface Module {
  /** Without its ending. */
  readonly path: string;
  readonly declarations: readonly Printed[];
}

interface Printed extends Declaration {
  readonly text: string;
  readonly lines: number;
  readonly uses: ReadonlySet<string>;
}

/** The constants as TypeScript modules; the connector is exported by the one called `main`, a path without its ending. */
export function modulesOf(declarations: readonly Declaration[], main: string): readonly ProjectFile[] {
  const all = declarations.map(print);
  const modules = isShort(all) ? [{ path: main, declarations: all }] : split(all, main);
  const homes: ReadonlyMap<string, string> = new Map(
    modules.flatMap(({ path, declarations: own }) => own.map(({ name }) => [name, path] as const)),
  );
  const shared = new Set(
    modules.flatMap((module) => [...usesOf(module)].filter((name) => homes.get(name) !== module.path)),
  );
  return modules.map((module) => ({ path: `${module.path}.ts`, text: textOf(module, { homes, shared }) }));
}

function usesOf({ declarations }: Module): ReadonlySet<string> {
  return new Set(declarations.flatMap(({ uses }) => [...uses]));
}

function isShort(all: readonly Printed[]): boolean {
  return all.reduce((sum, { lines }) => sum + lines, 0) <= mostInOne;
}

function print(declaration: Declaration): Printed {
  const { name, code, type } = declaration;
  const head = `const ${name}${type === undefined ? '' : `: ${type}`} = `;
  const text = `${head}${printed(code, head.length + 'export '.length)};`;
  const uses = namesIn(code);
  if (type !== undefined) uses.add(type);
  return { ...declaration, text, lines: text.split('\n').length + 1, uses };
}

function split(all: readonly Printed[], main: string): readonly Module[] {
  const of = (part: Declaration['part']) => all.filter((each) => each.part === part);
  const given = new Set([main]);
  const groups = groupedBy(of('operations'));
  const operations = [...groups].flatMap(([group, own]) => chunks(own, `operations/${group}`, given));
  return [
    ...chunks(of('definitions'), 'definitions', given),
    ...chunks(of('parameters'), 'parameters', given),
    ...operations,
    { path: main, declarations: of('connector') },
  ];
}

/** One file, or several numbered ones: none is cut between constants of which the first uses a later one. */
function chunks(all: readonly Printed[], path: string, given: Set<string>): readonly Module[] {
  const places = new Map(all.map(({ name }, index) => [name, index]));
  const parts: Printed[][] = [[]];
  let lines = 0;
  let ahead = -1;
  for (const [index, each] of all.entries()) {
    if (lines > 0 && lines + each.lines > mostInEach && ahead < index) {
      parts.push([]);
      lines = 0;
    }
    parts.at(-1)?.push(each);
    lines += each.lines;
    for (const name of each.uses) ahead = Math.max(ahead, places.get(name) ?? -1);
  }
  return parts.filter((part) => part.length > 0).map((part) => ({ path: free(path, given), declarations: part }));
}

function free(path: string, given: Set<string>): string {
  let name = path;
  for (let count = 2; given.has(name); count += 1) name = `${path}-${count}`;
  given.add(name);
  return name;
}

interface Names {
  /** The module of each constant. */
  readonly homes: ReadonlyMap<string, string>;
  /** Those that other modules use. */
  readonly shared: ReadonlySet<string>;
}

function textOf(module: Module, { homes, shared }: Names): string {
  const { path, declarations } = module;
  const uses = usesOf(module);
  const imports = new Map<string, string[]>();
  for (const name of uses) {
    const home = builderNames.includes(name) ? 'connector-kit' : homes.get(name);
    if (home === undefined || home === path) continue;
    const from = home === 'connector-kit' ? home : `${path.includes('/') ? '../' : './'}${home}.js`;
    imports.set(from, [...(imports.get(from) ?? []), name]);
  }
  const own = [...imports].filter(([from]) => from !== 'connector-kit').toSorted(([a], [b]) => (a < b ? -1 : 1));
  const library = imports.get('connector-kit');
  const head = [...(library ? [['connector-kit', library] as const] : []), ...own].map(([from, names]) =>
    importText(from, names),
  );
  const constants = declarations.map(({ name, part, text }) =>
    part === 'connector' || shared.has(name) ? `export ${text}` : text,
  );
  return `${head.join('\n')}\n\n${constants.join('\n\n')}\n`;
}

function importText(from: string, names: readonly string[]): string {
  const sorted = names.toSorted(byLetters).map((name) => (name === 'Schema' ? 'type Schema' : name));
  const line = `import { ${sorted.join(', ')} } from ${quoted(from)};`;
  return line.length <= MAX_LINE ? line : `import {\n  ${sorted.join(',\n  ')},\n} from ${quoted(from)};`;
}

function byLetters(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** By the name of the file that they belong to. */
function groupedBy(operations: readonly Printed[]): ReadonlyMap<string, readonly Printed[]> {
  const groups = new Map<string, Printed[]>();
  for (const each of operations) {
    const name = fileName(each.group ?? '') || 'operations';
    const known = groups.get(name);
    if (known) known.push(each);
    else groups.set(name, [each]);
  }
  return groups;
}
