import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The package, bundled as it is shipped, in a folder; gives the command's file. `npm test` has bundled already, and names where. */
export function bundledIn(folder: string): string {
  const kit = join(folder, 'kit');
  mkdirSync(kit, { recursive: true });
  copyFileSync('package.json', join(kit, 'package.json'));
  for (const name of ['node_modules', 'connector', 'samples']) symlinkSync(resolve(name), join(kit, name));
  const dist = join(kit, 'dist');
  const made = process.env['CONNECTOR_KIT_BUNDLED'];
  if (made !== undefined) cpSync(made, dist, { recursive: true });
  else
    execFileSync('node_modules/.bin/jiti', ['scripts/bundle.ts'], {
      env: { ...process.env, CONNECTOR_KIT_DIST: dist },
    });
  return join(dist, 'bin.cjs');
}

/** What a process did. */
export interface Done {
  /** Null where a signal ended it. */
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** A process that runs. */
export interface Running {
  readonly child: ChildProcess;
  /** When it has ended. */
  readonly done: Promise<Done>;
  /** The first line of its output. */
  readonly line: Promise<string>;
}

/** Starts the command; its words are separated by spaces. */
export function start(
  bin: string,
  line: string,
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Running {
  const child = spawn(process.execPath, [bin, ...line.split(' ')], { cwd, env: { ...process.env, ...env } });
  const printed = { out: '', err: '' };
  child.stdin.end();
  child.stderr.on('data', (chunk) => (printed.err += chunk));
  const first = new Promise<string>((found, failed) => {
    child.stdout.on('data', (chunk) => {
      printed.out += chunk;
      const end = printed.out.indexOf('\n');
      if (end !== -1) found(printed.out.slice(0, end));
    });
    child.on('close', () => failed(new Error(`it ended without a line: ${printed.err}`)));
  });
  first.catch(() => undefined); // who does not ask for it does not want to hear of it
  const done = new Promise<Done>((ended) => child.on('close', (exit) => ended({ exit, ...printed })));
  return { child, done, line: first };
}
