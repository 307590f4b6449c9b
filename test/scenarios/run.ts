import type { Catalog } from '../../src/cli/catalog.js';
import { main } from '../../src/cli/main.js';
import { memoryWorld, type Circumstances, type MemoryWorld } from '../cli/memory-world.js';

/** What a command line did. Output is in lines, so that a difference is easy to see. */
export interface Ran {
  readonly exit: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

const nothingShipped: Catalog = {
  services: [],
  build: () => {
    throw new Error('nothing is shipped');
  },
};

/** Runs a command line, its words separated by spaces, in a world that holds the files and nothing else. */
export async function run(
  line: string,
  circumstances: Circumstances & { readonly catalog?: Catalog } = {},
): Promise<Ran> {
  return runIn(memoryWorld(circumstances), line, circumstances.catalog);
}

/** Runs it in a world that may have run others. */
export async function runIn(world: MemoryWorld, line: string, catalog = nothingShipped): Promise<Ran> {
  world.printed.out = '';
  world.printed.err = '';
  const exit = await main(line === '' ? [] : line.split(' '), world, async () => catalog);
  return { exit, out: linesOf(world.printed.out), err: linesOf(world.printed.err) };
}

/** The JSON result of a command line; its `--json` is added. Standard error must be empty and standard output one object. */
export async function runJson(line: string, circumstances: Circumstances & { readonly catalog?: Catalog } = {}) {
  const { exit, out, err } = await run(`${line} --json`, circumstances);
  expect(err).toEqual([]);
  return { exit, result: JSON.parse(out.join('\n')) };
}

/** A text that ends in a newline has that many lines; an empty one has none. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
