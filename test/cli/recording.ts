import { main } from '../../src/cli/main.js';
import type { Catalog } from '../../src/cli/catalog.js';
import { memoryWorld, type MemoryWorld } from './memory-world.js';

/** A `record` that runs in this process and writes into memory. */
export interface Running {
  readonly url: string;
  readonly world: MemoryWorld;
  /** What it told of each exchange, without the first line. */
  log(): readonly string[];
  /** The samples by name. */
  samples(): Readonly<Record<string, Sample>>;
  /** Ends it, and gives the exit code and its last words. */
  end(): Promise<{ readonly exit: number; readonly result: Record<string, unknown> }>;
}

/** A sample as it was written. */
export interface Sample {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Headers;
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Headers;
    readonly body?: unknown;
    readonly bodyBase64?: string;
  };
}
type Headers = Readonly<Record<string, string>>;

const nothingShipped: Catalog = {
  services: [],
  build: () => {
    throw new Error('nothing is shipped');
  },
};

/** Starts `record` for an upstream, and waits until it listens. */
export async function startRecord(upstream: string, options = '', world?: MemoryWorld): Promise<Running> {
  let stop = () => {};
  const ended = new Promise<void>((done) => (stop = done));
  const into = world ?? memoryWorld({ ended });
  const words = `record --upstream ${upstream} --out rec --json ${options}`.trim().split(' ');
  const exit = main(words, into, async () => nothingShipped);
  while (!into.printed.out.includes('\n')) await new Promise((done) => void setImmediate(done));
  const [first = ''] = into.printed.out.split('\n', 1);
  return {
    url: JSON.parse(first).url,
    world: into,
    log: () => into.printed.err.split('\n').slice(1, -1),
    samples: () =>
      Object.fromEntries(
        into.written.map((path) => [path.slice('/home/rec/'.length), JSON.parse(String(into.files.get(path)))]),
      ),
    end: async () => {
      stop();
      const code = await exit;
      return { exit: code, result: JSON.parse(into.printed.out.slice(first.length)) };
    },
  };
}

/** Waits until something holds, for a second at most. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; turns < 200 && !holds(); turns += 1) await new Promise((done) => void setTimeout(done, 5));
}
