import { join } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import { isRefusal, type World } from '../world.js';

/** Throws a `Fault` where samples cannot go to a folder, before anything is sent. */
export function checkFolder(world: World, flag: string, folder: string): void {
  const stat = world.stat(folder);
  if (stat === undefined || (!isRefusal(stat) && stat.kind === 'folder')) return;
  const why = isRefusal(stat) ? stat.refused : 'it is a file';
  const help = `Give ${flag} with a folder; it is made where it does not exist.`;
  throw new Fault(isRefusal(stat) ? 'not-readable' : 'called-wrongly', `${shorten(folder)} is no folder: ${why}.`, {
    help,
  });
}

/** How the names of samples in a folder are numbered: `number` stands in the name of each. */
interface Numbered {
  readonly folder: string;
  /** What a name begins with, and what goes on after the number. */
  readonly before: string;
}

/** The highest number that names in a folder have; 0 where none has one. */
export function highestNumber(world: World, { folder, before }: Numbered): number {
  const entries = world.stat(folder) === undefined ? [] : world.list(folder);
  if (isRefusal(entries)) {
    const help = 'Give a folder that can be read.';
    throw new Fault('not-readable', `${shorten(folder)} cannot be read: ${entries.refused}.`, { help });
  }
  const numbers = entries.map(({ name }) => {
    const digits = name.startsWith(before) ? /^\d{1,9}/.exec(name.slice(before.length))?.[0] : undefined;
    return Number(digits ?? 0);
  });
  return numbers.reduce((most, one) => Math.max(most, one), 0);
}

/** Writes a sample under a name that is free: `name`, or with a number behind it. Gives the path as it is printed. Throws a `Fault` where it cannot be written. */
export function writeNew(world: World, { folder, name, text }: { folder: string; name: string; text: string }): string {
  let file = join(folder, `${name}.json`);
  for (let more = 2; world.stat(file) !== undefined; more += 1) file = join(folder, `${name}-${more}.json`);
  const refusal = world.write(file, text);
  if (!refusal) return world.shown(file);
  const help = 'Give a folder that can be written.';
  throw new Fault('not-writable', `${shorten(file)} cannot be written: ${refusal.refused}.`, { help });
}

/** A text as a part of a file's name. */
export function inName(text: string): string {
  return (
    text
      .replaceAll(/[^A-Za-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, LONGEST_PART) || 'call'
  );
}

/** In characters: room for a number and an ending on every file system. */
const LONGEST_PART = 80;
