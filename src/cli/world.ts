/** What stands at a path. `other` is a device, a socket or a named pipe: never read, because reading one may not end. */
export interface Stat {
  readonly kind: 'file' | 'folder' | 'other';
  /** Two paths are the same file or folder exactly when this is equal, whichever links lead there. */
  readonly identity: string;
  /** Size of a file; only a real one has it. */
  readonly bytes?: number;
}

/** A name in a folder. Where a `link` leads, `stat` says. */
export interface Entry {
  readonly name: string;
  readonly kind: Stat['kind'] | 'link';
}

/** A file that was not read because it is larger than asked for. */
export interface TooLarge {
  readonly bytes: number;
}

/** The outside world said no: no such file, no permission, a device error. The caller turns it into a finding or a fault. */
export interface Refusal {
  /** Why, as the end of a sentence: `permission denied`. */
  readonly refused: string;
}

/**
 * Everything that a command can touch outside itself. Tests give one that lives in memory.
 * A relative path starts at the current folder; `/` separates on every system.
 */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of this package, without a slash at its end: shipped artifacts are in `connector/` below it. */
  readonly packageRoot: string;
  /** This package's version, as its package.json has it. */
  version(): string;
  /** Whether a person looks at the stream. */
  isTerminal(stream: 'in' | 'out' | 'err'): boolean;
  /** How many columns the terminal has that standard output goes to; undefined where it goes elsewhere. */
  columns(): number | undefined;
  /** Writes to standard output and has written all of it when it returns. */
  out(text: string): Refusal | undefined;
  /** Writes to standard error. */
  err(text: string): void;
  /** The path as it is printed: relative to the current folder, with `/`; `.` for the current folder itself. */
  shown(path: string): string;
  /** The path from the root, with `/`. */
  absolute(path: string): string;
  /** What stands at the path, links followed; undefined where there is nothing. */
  stat(path: string): Stat | Refusal | undefined;
  /** The content of a small file that is plainly text in UTF-8, in the fewest steps; undefined where a closer look is needed: `read`. */
  text(path: string): string | undefined;
  /** The content of a file of at most `most` bytes. What is no file is refused. */
  read(path: string, most: number): Uint8Array | TooLarge | Refusal;
  /** What is in a folder, in no order. */
  list(path: string): readonly Entry[] | Refusal;
  /** Writes the file and the folders above it, whole or not at all. */
  write(path: string, content: string | Uint8Array): Refusal | undefined;
  /** Writes behind what the file holds, in one step; makes it, and the folders above it, where it is not there. */
  append(path: string, text: string): Refusal | undefined;
  /** Deletes a file; one that is not there is no refusal. */
  remove(path: string): Refusal | undefined;
  /** Loads a TypeScript or JavaScript module and gives its exports; rejects with what the module threw. */
  importModule(path: string): Promise<unknown>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits that many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** A fresh GUID. */
  guid(): string;
  /** All of standard input, as text. */
  input(): Promise<string | Refusal>;
  /** Shows a question on the terminal and gives the line that a person types; undefined where the input ends without one. */
  ask(question: string): Promise<string | undefined>;
  /** Runs another program to its end, without a shell. */
  run(program: string, words: readonly string[]): Promise<Ran | Refusal>;
  /** Settles when the process is asked to end: Ctrl+C, or a signal of the system. From its first call on, that no longer ends the process by itself. */
  ended(): Promise<void>;
}

/** What another program gave. */
export interface Ran {
  readonly exitCode: number;
  readonly out: string;
}

/** Whether the world refused. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
