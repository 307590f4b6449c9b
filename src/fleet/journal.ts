import { isObject, own, type JsonObject } from '../core/json.js';
import { readJson } from '../core/json-read.js';
import { writeJson } from '../core/json-write.js';
import type { Shard } from './shard.js';

/** What was done at a target. It holds no key. */
export interface Entry {
  /** The id of the connector in Azure, with its cloud. */
  readonly target: string;
  readonly label: string;
  /** ISO 8601. */
  readonly at: string;
  /** Whether it need not be done again. */
  readonly done: boolean;
  /** In a word, such as `created`. */
  readonly result: string;
  /** Of what was wanted there. */
  readonly hash: string;
  /** What was made, changed or deleted, by the id of the resource. */
  readonly steps?: readonly { readonly action: string; readonly id: string }[];
  /** Why it was not done. */
  readonly error?: { readonly code: string; readonly message: string; readonly help: string };
}

/** The beginning of a run. */
export interface Beginning {
  readonly command: string;
  /** The fleet file. */
  readonly fleet: string;
  /** ISO 8601. */
  readonly started: string;
  readonly targets: number;
  /** Which part of the fleet, where it is not all of it. */
  readonly shard?: Shard;
}

/** A line of the journal, with its end: it counts only where the end is there. */
export function journalLine(entry: Entry | ({ readonly formatVersion: 1 } & Beginning)): string {
  const { ...members } = entry;
  return writeJson(members as unknown as JsonObject, { indent: 0 }); // plain data; only its interface lacks an index signature
}

/** What a journal says. */
export interface Journal {
  /** By the target in lower case, the hash of what was wanted where it was done; the last line on a target counts. */
  readonly done: ReadonlyMap<string, string>;
  /** Whether the last line was cut off: the process that wrote it was killed. */
  readonly isCut: boolean;
}

/** Reads a journal. Lines that nobody wrote are left out, and so is one that was cut off. */
export function readJournal(text: string): Journal {
  const done = new Map<string, string>();
  const lines = text.split('\n');
  const isCut = lines.pop() !== '';
  for (const line of lines) {
    const { value } = readJson('', line);
    if (!isObject(value)) continue;
    const [target, hash] = [own(value, 'target'), own(value, 'hash')];
    if (typeof target !== 'string' || typeof hash !== 'string') continue;
    if (own(value, 'done') === true) done.set(target.toLowerCase(), hash);
    else done.delete(target.toLowerCase());
  }
  return { done, isCut };
}
