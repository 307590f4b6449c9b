import * as fs from 'node:fs';
import * as path from 'node:path';
import { own } from '../core/json.js';
import { realProcess } from './real-process.js';
import { isRefusal, type Entry, type Refusal, type Stat, type TooLarge, type World } from './world.js';

const descriptors = { in: 0, out: 1, err: 2 } as const;

/** The world as it is: the file system, the environment and the streams of this process. `packageRoot` is an absolute path. */
export function realWorld(packageRoot: string): World {
  const cwd = currentFolder();
  return {
    env: process.env,
    packageRoot: slashes(path.resolve(packageRoot)),
    version: () => JSON.parse(fs.readFileSync(path.join(packageRoot, 'package.json'), 'utf8')).version,
    isTerminal: (stream) => isTerminal(descriptors[stream]),
    columns: () => (isTerminal(descriptors.out) ? process.stdout.columns : undefined),
    out: (text) => attempt(() => writeAll(1, text)),
    err: (text) => void attempt(() => writeAll(2, text)),
    shown: (file) => slashes(path.relative(cwd, path.isAbsolute(file) ? file : path.resolve(cwd, file))) || '.',
    absolute: (file) => slashes(path.resolve(cwd, file)),
    stat: statOf,
    text: (file) => {
      const text = attempt(() => readSmallText(file));
      return isRefusal(text) ? undefined : text;
    },
    read: (file, most) => attempt(() => readWhole(file, most)),
    list: (folder) => attempt(() => fs.readdirSync(folder, { withFileTypes: true }).map(entryOf)),
    write: (file, content) => attempt(() => writeWhole(file, content)),
    append: (file, text) => attempt(() => appendText(path.resolve(cwd, file), text)),
    remove: (file) => attempt(() => removeFile(path.resolve(cwd, file))),
    importModule: (file) => importModule(path.resolve(cwd, file), packageRoot),
    ...realProcess,
  };
}

/** A folder that was deleted has no path: relative ones then lead nowhere. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return path.parse(process.execPath).root;
  }
}

const slashes = (file: string): string => (path.sep === '/' ? file : file.replaceAll(path.sep, '/'));

/** Why the system said no, for the codes that a user meets; others are named by their code. */
const reasons = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  ENOENT: 'it does not exist',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
} as const;

function attempt<Answer>(action: () => Answer): Answer | Refusal {
  try {
    return action();
  } catch (error) {
    const code = errorCode(error);
    return { refused: own<string>(reasons, code) ?? `the system said ${code || String(error)}` };
  }
}

function errorCode(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : '';
}

/** A file, a pipe and the null device are none. To ask Node of others loads its streams and sockets, which takes 8 ms. */
function isTerminal(descriptor: number): boolean {
  const stat = attempt(() => fs.fstatSync(descriptor));
  if (isRefusal(stat) || !stat.isCharacterDevice()) return false;
  if (stat.rdev === fs.statSync('/dev/null', { throwIfNoEntry: false })?.rdev) return false;
  return process.getBuiltinModule('node:tty').isatty(descriptor);
}

type Kinds = Pick<fs.Stats, 'isFile' | 'isDirectory'>;

const kindOf = (of: Kinds): Stat['kind'] => (of.isFile() ? 'file' : of.isDirectory() ? 'folder' : 'other');

const entryOf = (of: fs.Dirent): Entry => ({ name: of.name, kind: of.isSymbolicLink() ? 'link' : kindOf(of) });

function statOf(file: string): Stat | Refusal | undefined {
  const stat = attempt(() => fs.statSync(file, { throwIfNoEntry: false }));
  if (isRefusal(stat)) return stat.refused === reasons.ENOTDIR ? undefined : stat;
  return (
    stat && { kind: kindOf(stat), identity: `${stat.dev}:${stat.ino}`, ...(stat.isFile() && { bytes: stat.size }) }
  );
}

/** Opening a named pipe would wait for somebody to write to it, but for this flag, which Windows does not have. */
const { O_RDONLY, O_NONBLOCK = 0 } = fs.constants;

/** In bytes. Larger files are rare, and read by {@link readWhole}. */
const SMALL_FILE_BYTES = 65_536;
let small: Buffer | undefined;

/** Three calls of the system and no copy but the text: over thousands of small files that is felt. What is odd is left to {@link readWhole}. */
function readSmallText(file: string): string | undefined {
  small ??= Buffer.allocUnsafeSlow(SMALL_FILE_BYTES);
  const descriptor = fs.openSync(file, O_RDONLY | O_NONBLOCK);
  let bytes: number;
  try {
    bytes = fs.readSync(descriptor, small, 0, SMALL_FILE_BYTES, null);
  } finally {
    fs.closeSync(descriptor);
  }
  if (bytes === 0 || bytes === SMALL_FILE_BYTES) return undefined;
  const text = small.toString('utf8', 0, bytes);
  return text.includes('\uFFFD') || text.includes('\0') ? undefined : text;
}

function readWhole(file: string, most: number): Uint8Array | TooLarge | Refusal {
  const descriptor = fs.openSync(file, O_RDONLY | O_NONBLOCK);
  try {
    const stat = fs.fstatSync(descriptor);
    if (stat.isDirectory()) return { refused: 'it is a folder' };
    if (!stat.isFile()) return { refused: 'it is a device or a pipe, not a file' };
    return stat.size > most ? { bytes: stat.size } : readBytes(descriptor, stat.size);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** `fs.readFileSync` would ask for the size once more; over thousands of small files that is felt. */
function readBytes(descriptor: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  let read = 0;
  while (read < size) {
    const more = fs.readSync(descriptor, bytes, read, size - read, null);
    if (more === 0) break;
    read += more;
  }
  return bytes.subarray(0, read);
}

/**
 * A reader sees the old file or the new one, never half of one; a write that fails leaves nothing behind.
 * A link stays, and what it leads to is written; a file that is there keeps its permissions, and one that is closed to us is not replaced.
 */
function writeWhole(given: string, content: string | Uint8Array): undefined {
  const file = targetOf(given);
  makeFolders(path.dirname(file));
  const before = fs.statSync(file, { throwIfNoEntry: false });
  if (before) fs.accessSync(file, fs.constants.W_OK);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(temporary, content);
    if (before) fs.chmodSync(temporary, before.mode);
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

function appendText(file: string, text: string): undefined {
  try {
    fs.appendFileSync(file, text);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    makeFolders(path.dirname(file));
    fs.appendFileSync(file, text);
  }
}

function removeFile(file: string): undefined {
  fs.rmSync(file, { force: true });
}

function targetOf(file: string): string {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? fs.realpathSync(file) : file;
}

/** One by one: with `recursive`, Node 20 tries for ever where a folder cannot be made although the one above it is there, as in /proc. */
function makeFolders(folder: string): void {
  const missing: string[] = [];
  for (let at = folder; !fs.existsSync(at) && at !== path.dirname(at); at = path.dirname(at)) missing.push(at);
  for (const at of missing.reverse()) {
    try {
      fs.mkdirSync(at);
    } catch (error) {
      if (!fs.existsSync(at)) throw error; // or another process has just made it
    }
  }
}

/** How long to wait for a reader that is slower than we are, in milliseconds. */
const PIPE_FULL_WAIT_MS = 2;

/**
 * Writes all of `text` before it returns, so that nothing is lost when the process ends; a reader that went away (`| head`) is no error.
 * `process.stdout` would report that asynchronously, and drop what it still holds.
 */
function writeAll(descriptor: 1 | 2, text: string): undefined {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(descriptor, rest));
    } catch (error) {
      if (errorCode(error) === 'EPIPE') return;
      if (errorCode(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PIPE_FULL_WAIT_MS);
    }
  }
}

/**
 * `connector-kit` means this very package there, so that a module needs no node_modules of its own.
 * Standard output carries the result, which {@link writeAll} writes: what a module prints goes to standard error, also what it prints later.
 */
async function importModule(file: string, packageRoot: string): Promise<unknown> {
  process.stdout.write = process.stderr.write.bind(process.stderr);
  const { createJiti } = await import('jiti');
  const library = (name: string) => {
    const files = [`dist/${name}.js`, `src/${name}.ts`].map((of) => path.join(packageRoot, of));
    return files.find((of) => fs.existsSync(of)) ?? packageRoot;
  };
  const alias = { 'connector-kit/playbooks': library('playbooks'), 'connector-kit': library('index') };
  return createJiti(file, { alias, fsCache: false }).import(file);
}
