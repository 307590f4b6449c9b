import { decodeText } from '../../core/text.js';
import type { World } from '../world.js';

/** A world in which files can be changed without writing them, and that keeps what was read of them. */
export interface Drafts {
  readonly world: World;
  /** How many bytes a file that was read has. */
  bytesOf(file: string): number | undefined;
  /** The text of a file that was read; undefined where it has none. */
  textOf(file: string): string | undefined;
  /** From now on the file reads as `text`. */
  put(file: string, text: string): void;
}

/** Drafts over a world. What was read is kept as long as they are: make new ones for each connector. */
export function draftsOver(world: World): Drafts {
  const files = new Map<string, Uint8Array>();
  return {
    world: {
      ...world,
      text: () => undefined, // so that all reading comes by
      read(path, most) {
        const bytes = files.get(path) ?? world.read(path, most);
        if (bytes instanceof Uint8Array) files.set(path, bytes);
        return bytes;
      },
    },
    bytesOf: (file) => files.get(file)?.length,
    textOf(file) {
      const bytes = files.get(file);
      return bytes && decodeText(file, bytes).text;
    },
    put: (file, text) => void files.set(file, new TextEncoder().encode(text)),
  };
}
