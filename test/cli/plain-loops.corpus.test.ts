import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { transformSync } from 'esbuild';

/** What loops and patterns may look like; `out` gets what they saw. */
const source = `
const out: unknown[] = [];
const numbers: number[] = [1, 2, 3];
const pairs: readonly (readonly [string, number])[] = [['a', 1], ['b', 2]];
const map = new Map<string, number>(pairs);
const growing = [1];
for (const one of growing) if (one < 4) growing.push(one + 1); // for each: it grows
out.push(growing);
for (let one of numbers) { one += 1; if (one === 3) continue; out.push(one); }
all: for (const one of numbers) { for (const [name, value] of pairs) { if (value === one) continue all; out.push(name + one); } }
for (const [name, value] of map) out.push([name, value]);
for (const [, value] of Object.entries({ a: 1, b: 2 })) out.push(value);
for (const letter of 'a\\u{1F600}') out.push(letter);
for (const one of new Set(numbers)) out.push(one);
for (const [first = 7, ...rest] of [[], [1, 2]] as number[][]) out.push([first, rest]);
const later: (() => number)[] = [];
for (const one of numbers) later.push(() => one);
out.push(later.map((call) => call()));
const [first, , third] = numbers;
const [[inner], { length }] = [[5], 'four'] as const;
const [missing] = [] as number[];
out.push([first, third, inner, length, missing]);
out.push(pairs.map(([name, value]) => ({ [name]: value })), pairs.filter(([, value]) => { return value > 1; }));
function* counted() { try { yield 1; yield 2; } finally { out.push('closed'); } }
for (const one of counted()) { out.push(one); break; }
for (const one of [] as number[]) out.push(one);
for (const { length: letters } of ['one', 'three']) out.push(letters);
const find = (wanted: number): number | undefined => { for (const one of numbers) if (one === wanted) return one; };
out.push(find(2), find(9));
`;

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plain-loops-')));
writeFileSync(join(folder, 'loops.ts'), source);
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({
    compilerOptions: { target: 'es2023', strict: true, noUncheckedIndexedAccess: true },
    files: ['loops.ts'],
  }),
);

/** What a program in TypeScript leaves in `out`. */
function ran(text: string): unknown {
  const context = createContext({});
  return JSON.parse(runInContext(`${transformSync(text, { loader: 'ts' }).code}; JSON.stringify(out)`, context));
}

/** Jest loads no ES modules, and TypeScript is some. */
function changedSource(): string {
  const program = `
    import { withPlainLoops } from ${JSON.stringify(resolve('scripts/plain-loops.ts'))};
    console.log(JSON.stringify([...withPlainLoops('tsconfig.json', ['.']).values()]));`;
  writeFileSync(join(folder, 'program.mjs'), program);
  const printed = execFileSync(resolve('node_modules/.bin/jiti'), ['program.mjs'], { cwd: folder, encoding: 'utf8' });
  return JSON.parse(printed).join('');
}

test('loops over arrays and patterns of them go by index, do the same as before, and all others are left as they are', () => {
  const changed = changedSource();
  expect(ran(changed)).toEqual(ran(source));
  expect(changed.match(/for \((?:const|let) [^;]* of .*?\)/g)).toEqual([
    'for (const [name, value] of map)',
    "for (const letter of 'a\\u{1F600}')",
    'for (const one of new Set(numbers)',
    'for (const one of counted()',
  ]);
  expect(changed.match(/(?:const|let) \[.*?\] = [a-z]+/g)).toEqual(['const [first = 7, ...rest] = list']);
});

test('the built command has its loops so', () => {
  const built = readFileSync(join(process.env['CONNECTOR_KIT_BUNDLED'] ?? 'dist', 'lint.cjs'), 'utf8');
  const count = (loops: RegExp) => built.match(loops)?.length ?? 0;
  expect(count(/for\(let index\$/g)).toBeGreaterThan(5 * count(/for\((?:const|let)\s[^;()]+ of /g));
});
