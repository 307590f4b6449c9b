import { basename } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import { journalLine, readJournal, type Beginning, type Entry, type Journal } from '../../fleet/journal.js';
import { isRefusal, type World } from '../world.js';
import { lockRun } from './run-lock.js';

/** Where journals are kept, in the current folder. */
const FOLDER = '.connector-kit/fleet';
/** Bytes of a journal that is read: some hundred thousand lines. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The journal of a run, on disk. */
export interface JournalFile {
  /** As it is printed. */
  readonly file: string;
  /** What is done already; empty where the run does not go on with another one. */
  readonly done: Journal['done'];
  /** Writes one line, whole. Throws a `Fault` where that is refused. */
  readonly write: (entry: Entry) => void;
  /** Lets the next run begin. */
  readonly close: () => void;
}

/** Opens the journal of a command on a fleet: that of the last run with --resume, else a new one beside which the last is kept. Throws a `Fault` where another run has it. */
export async function openJournal(
  world: World,
  { isResumed, ...beginning }: Beginning & { readonly isResumed: boolean },
): Promise<JournalFile> {
  const { fleet, command, shard } = beginning;
  const part = shard ? `.${shard.number}-of-${shard.of}` : '';
  const path = `${FOLDER}/${basename(fleet)}.${command}${part}.jsonl`;
  // nothing of a run belongs into a repository
  if (world.stat(`${FOLDER}/.gitignore`) === undefined)
    written(world, path, world.write(`${FOLDER}/.gitignore`, '*\n'));
  const release = await lockRun(world, `${path}.lock`);
  const before = textOf(world, path);
  const { done, isCut } = isResumed ? readJournal(before) : { done: new Map<string, string>(), isCut: false };
  if (!isResumed && before !== '') {
    written(world, path, world.write(`${path}.1`, before));
    world.remove(path);
  }
  // a line that was cut off is ended, so that it is no beginning of the next one
  written(world, path, world.append(path, (isCut ? '\n' : '') + journalLine({ formatVersion: 1, ...beginning })));
  return {
    file: world.shown(path),
    done,
    write: (entry) => written(world, path, world.append(path, journalLine(entry))),
    close: release,
  };
}

function textOf(world: World, path: string): string {
  if (world.stat(path) === undefined) return '';
  const bytes = world.read(path, MOST_BYTES);
  if (bytes instanceof Uint8Array) return new TextDecoder().decode(bytes);
  const why = isRefusal(bytes) ? bytes.refused : `it has ${bytes.bytes} bytes`;
  throw new Fault('not-readable', `The journal ${world.shown(path)} cannot be read: ${why}.`, {
    help: 'Move it away to begin anew.',
  });
}

function written(world: World, path: string, refusal: ReturnType<World['append']>): void {
  if (!refusal) return;
  throw new Fault('not-writable', `The journal ${world.shown(path)} cannot be written: ${refusal.refused}.`, {
    help: 'Run the command in a folder that can be written; with --resume it goes on with what is left.',
  });
}
