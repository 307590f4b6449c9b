import { posix } from 'node:path';
import type { Ran, Refusal, World } from '../../src/cli/world.js';

/** A file's content; `link` leads to another path, `closed` refuses, `device` is no file, `huge` says how large it claims to be. */
export type Content =
  | string
  | Uint8Array
  | { readonly link: string }
  | { readonly closed: true }
  | { readonly device: true }
  | { readonly huge: number };

export interface MemoryWorld extends World {
  readonly files: Map<string, Content>;
  readonly printed: { out: string; err: string };
  /** Every path that was written, in order. */
  readonly written: string[];
}

export interface Circumstances {
  /** By path; a relative one lies in the current folder, `/home`. A path that ends in `/` is an empty folder. */
  readonly files?: Readonly<Record<string, Content>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  /** How wide it is. */
  readonly columns?: number;
  readonly importModule?: (path: string) => Promise<unknown>;
  /** What standard input holds. */
  readonly input?: string;
  /** What a person types at each question. */
  readonly answers?: readonly string[];
  readonly run?: (program: string, words: readonly string[]) => Ran | undefined;
  readonly ended?: Promise<void>;
  /** Paths below these cannot be written. */
  readonly readOnly?: readonly string[];
}

const CWD = '/home';

/** A world in memory: what is not in `files` does not exist. The package is at `/kit`. */
export function memoryWorld({
  files = {},
  env = {},
  terminal = false,
  columns,
  importModule,
  readOnly = [],
  input,
  answers: given = [],
  run,
  ended,
}: Circumstances = {}): MemoryWorld {
  const absolute = (path: string) => posix.resolve(CWD, path);
  const all = new Map(
    Object.entries(files).map(([path, content]) => [
      path.endsWith('/') ? `${absolute(path)}/` : absolute(path),
      content,
    ]),
  );
  const printed = { out: '', err: '' };
  const written: string[] = [];
  const answers = [...given];
  let now = Date.UTC(2026, 0, 1, 12);
  let guids = 0;

  const follow = (path: string, left = 20): string | undefined => {
    if (left === 0) return undefined;
    for (const [from, content] of all) {
      if (typeof content !== 'object' || !('link' in content) || (path !== from && !path.startsWith(`${from}/`)))
        continue;
      return follow(posix.resolve(posix.dirname(from), content.link) + path.slice(from.length), left - 1);
    }
    return path;
  };
  const inside = (folder: string) => {
    const prefix = folder === '/' ? '/' : `${folder}/`;
    return [...all.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  };
  const contentAt = (path: string): Content | Refusal => {
    const real = follow(absolute(path));
    if (real === undefined) return { refused: 'its links lead in a circle' };
    return all.get(real) ?? { refused: inside(real).length > 0 ? 'it is a folder' : 'it does not exist' };
  };

  return {
    files: all,
    printed,
    written,
    env,
    packageRoot: '/kit',
    version: () => '1.2.3',
    isTerminal: () => terminal,
    columns: () => columns,
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    shown: (path) => posix.relative(CWD, absolute(path)) || '.',
    absolute,
    stat: (path) => {
      const real = follow(absolute(path));
      if (real === undefined) return { refused: 'its links lead in a circle' };
      const content = all.get(real);
      if (content === undefined) return inside(real).length > 0 ? { kind: 'folder', identity: real } : undefined;
      return { kind: typeof content === 'object' && 'device' in content ? 'other' : 'file', identity: real };
    },
    text: () => undefined,
    read: (path, most) => {
      const content = contentAt(path);
      if (typeof content === 'string') return new TextEncoder().encode(content);
      if (content instanceof Uint8Array) return content.length > most ? { bytes: content.length } : content;
      if ('huge' in content) return content.huge > most ? { bytes: content.huge } : new Uint8Array(content.huge);
      if ('closed' in content) return { refused: 'permission denied' };
      if ('refused' in content) return content;
      return { refused: 'it is a device or a pipe, not a file' };
    },
    list: (path) => {
      const real = follow(absolute(path)) ?? '';
      const marker = all.get(`${real}/`);
      if (typeof marker === 'object' && 'closed' in marker) return { refused: 'permission denied' };
      const names = new Set(inside(real).flatMap((rest) => rest.split('/')[0] || []));
      return [...names].map((name) => {
        const content = all.get(posix.join(real, name));
        if (content === undefined) return { name, kind: 'folder' };
        if (typeof content !== 'object' || content instanceof Uint8Array) return { name, kind: 'file' };
        return { name, kind: 'link' in content ? 'link' : 'device' in content ? 'other' : 'file' };
      });
    },
    write: (path, content) => {
      const file = absolute(path);
      if (readOnly.some((folder) => file.startsWith(absolute(folder)))) return { refused: 'permission denied' };
      all.set(file, content);
      written.push(file);
      return undefined;
    },
    append: (path, text) => {
      const file = absolute(path);
      if (readOnly.some((folder) => file.startsWith(absolute(folder)))) return { refused: 'permission denied' };
      const there = all.get(file);
      all.set(file, (typeof there === 'string' ? there : '') + text);
      return undefined;
    },
    remove: (path) => {
      all.delete(absolute(path));
      return undefined;
    },
    importModule: (path) => importModule?.(path) ?? Promise.reject(new Error(`Cannot find module '${path}'`)),
    now: () => (now += 1),
    sleep: async (milliseconds) => void (now += milliseconds),
    guid: () => `00000000-0000-4000-8000-${String((guids += 1)).padStart(12, '0')}`,
    input: async () => input ?? { refused: 'nothing is connected to it' },
    ask: async (question) => {
      printed.err += question;
      return answers.shift();
    },
    run: async (program, words) => run?.(program, words) ?? { refused: 'ENOENT' },
    ended: () => ended ?? new Promise(() => undefined),
  };
}
