/**
 * How the built command loads its parts: dist/load-chunk.cjs, which stands for `require` there.
 *
 * Compiling what `lint` needs takes 25 ms of processor time, where Node itself starts in 60; reading what V8 made of it when it was built, 7.
 * V8 looks at that only where its version and its flags are the same, and else compiles as always: Node 20 is one version of V8.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Script } from 'node:vm';

/** The chunk that every run begins with: many need no other. */
const FIRST = 'command.cjs';

/**
 * What V8 is told before another chunk that was compiled when it was built; a version of V8 that does not know a flag ignores it.
 *
 * Most runs end before code that V8 optimizes has paid for that: with more than its usual budget before it does, 2,000 samples take a tenth less
 * processor time, and 8,000 as much as before; `lint` of a large definition takes a third less, and of 161 in one run a quarter (measured on
 * Node 20; 200,000 gives half of that).
 * A regular expression that is used twice is compiled twice, for an interpreter first: without that, `lint` of 29 KB takes a tenth fewer instructions.
 */
const flags: readonly string[] = ['--interrupt-budget=400000', '--no-regexp-tier-up'];

/**
 * What it is told before a certain chunk. `lint` runs much code, and each part of it for a moment. A function that V8 optimizes together with
 * those that it calls takes 10 ms, and alone 3: so 161 definitions in one run take a tenth fewer instructions, and a sixth fewer than where next to nothing is
 * optimized. With one thread for each processor there is none left that could optimize beside them: with four times the budget such a run takes
 * a twelfth less time. Room for new objects that grows at once spares half of the looks for those that are gone; with one thread that looks for them instead
 * of several, a definition of 1.1 MB takes a twentieth less. (Not `--single-threaded-gc`: set so late, it ends the process.)
 * The look through the whole heap comes once in 161 definitions with one thread, and not at all with two: in one go and not bit by bit, these take
 * 4 of 100 instructions less where nothing helps with it, and 1 where V8's own threads do.
 * Workers find the same flags: one that is changed while another thread runs can end the process too.
 */
const flagsOf: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'lint.cjs',
    [
      '--interrupt-budget=1600000',
      '--max-inlined-bytecode-size-cumulative=0',
      '--semi-space-growth-factor=16',
      '--no-parallel-scavenge',
      '--no-incremental-marking',
    ],
  ],
]);

/** Loading `node:v8` takes as long as a tenth of Node's own start: it is loaded here. */
function setFlags(file: string): void {
  const name = basename(file);
  if (name === FIRST) return;
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  for (const flag of [...flags, ...(flagsOf.get(name) ?? [])]) setFlagsFromString(flag);
}

/** Where what V8 made of a chunk is kept. */
const cacheOf = (file: string): string => `${file}.v8`;

interface Chunk {
  exports: unknown;
}
const chunks = new Map<string, Chunk>();

/** What a chunk (`./lint.cjs`) or any other module exports. */
export function load(name: string): unknown {
  const file = `${__dirname}/${name.slice('./'.length)}`;
  if (!name.startsWith('./') || !existsSync(cacheOf(file))) return require(name);
  let chunk = chunks.get(file);
  if (chunk === undefined) {
    chunks.set(file, (chunk = { exports: {} }));
    const run = compile(file, readFileSync(cacheOf(file))).runInThisContext();
    run.call(chunk.exports, chunk.exports, load, chunk, file, dirname(file));
  }
  return chunk.exports;
}

/**
 * The function that Node makes of a CommonJS module. esbuild writes ASCII only, and that is read fastest so.
 * The name that stacks show goes into what is kept: no folder of the machine that builds is in it.
 */
function compile(file: string, cachedData?: Buffer): Script {
  setFlags(file);
  const source = readFileSync(file, 'latin1');
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  return new Script(wrapped, { filename: `connector-kit/${basename(file)}`, ...(cachedData && { cachedData }) });
}

/** Has V8 compile all of a chunk, now and not function by function, and keeps what it makes of it. For the build. */
export function keepCompiled(file: string): void {
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  setFlagsFromString('--no-lazy');
  const script = compile(file);
  setFlagsFromString('--lazy'); // the flags must be those of a run
  writeFileSync(cacheOf(file), script.createCachedData());
}
