/** Writes docs/api.md from the types in dist/: what each entry of the library exports, its comment and its declaration. With --check, says where it is stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILE = 'docs/api.md';
const TYPES = 'dist/types/src';
/** By the name that a project imports. */
const ENTRIES = { 'connector-kit': 'index', 'connector-kit/playbooks': 'playbooks', 'connector-kit/jest': 'jest' };

const text = `${[
  '<!-- Generated: npx jiti scripts/api-reference.ts -->',
  '# The library',
  'What the package exports, from the comments and types of its sources. Values are plain data, and nobody changes one that is given.',
  ...Object.entries(ENTRIES).flatMap(([name, entry]) => [`## ${name}`, ...sectionsOf(entry)]),
].join('\n\n')}\n`;

if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) {
  console.error(`${FILE} is stale: npx jiti scripts/api-reference.ts`);
  process.exitCode = 1;
}

/** An entry by its comments: each heads the exports that follow it. */
function sectionsOf(entry: string): readonly string[] {
  const source = readFileSync(`src/${entry}.ts`, 'utf8');
  const own = declarations(`${TYPES}/${entry}.d.ts`);
  const local = [...own.values()].map(written).filter((one) => !one.includes('declare global'));
  const parts = source.matchAll(/^\/\/ (?<head>.+)$|^export (?:type )?\{(?<names>[^}]*)\} from '(?<from>[^']+)';$/gm);
  const blocks = [...parts].flatMap(({ groups = {} }) => {
    const { head, names = '', from = '' } = groups;
    if (head !== undefined) return [`### ${head.replace(/\.$/, '')}`];
    const file = `${join(TYPES, dirname(`${entry}.ts`), from).replace(/\.js$/, '.d.ts')}`;
    const declared = declarations(file);
    return namesIn(names).map(([name, as]) => written({ ...(declared.get(name) ?? missing(name, file)), name: as }));
  });
  return [...local, ...blocks];
}

/** Each name with the one that it is exported as. */
function namesIn(list: string): readonly (readonly [name: string, as: string])[] {
  const names = list.matchAll(/(?:type )?(?<name>\w+)(?: as (?<as>\w+))?(?:,|\s*$)/g);
  return [...names].map(({ groups = {} }) => [groups['name'] ?? '', groups['as'] ?? groups['name'] ?? ''] as const);
}

interface Declared {
  readonly name: string;
  readonly comment: string;
  readonly code: string;
}

/** The exported declarations of a file of types, as TypeScript wrote them: four spaces deep, each from a line that begins with `export`. */
function declarations(file: string): ReadonlyMap<string, Declared> {
  const head =
    /^(?:\/\*\*(?<comment>(?:[^*]|\*(?!\/))*)\*\/\n)?export (?:declare )?(?:function|const|class|interface|type) (?<name>\w+)/gm;
  const source = readFileSync(file, 'utf8');
  const found = new Map<string, Declared>();
  for (const { index, 0: matched, groups = {} } of source.matchAll(head)) {
    const { name = '', comment = '' } = groups;
    const start = index + matched.lastIndexOf('export ');
    // the next line that is not indented and begins something else
    const rest = source
      .slice(start)
      .search(/\n(?:\/\*\*|export |import |declare |type |interface |function |const |\/\/)/);
    const code = source.slice(start, rest === -1 ? undefined : start + rest).trim();
    const before = found.get(name);
    // overloads stand together
    found.set(name, before ? { ...before, code: `${before.code}\n${code}` } : { name, comment, code });
  }
  return found;
}

function written({ name, comment, code }: Declared): string {
  const prose = comment
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .replace(/@example\n(?<example>[\s\S]*)$/, (_, example: string) => `\n\`\`\`ts\n${example.trim()}\n\`\`\``)
    .replaceAll(/@throws /g, '\nThrows: ')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  const shown = code.replace(/^export (?:declare )?/gm, '').replaceAll('    ', '  ');
  return [`#### ${name}`, ...(prose === '' ? [] : [prose]), `\`\`\`ts\n${shown}\n\`\`\``].join('\n\n');
}

function missing(name: string, file: string): never {
  throw new Error(`${file} declares no "${name}".`);
}
