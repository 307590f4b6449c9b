import type { SourceDocument } from '../../core/document.js';
import { readText } from '../read-source.js';
import type { World } from '../world.js';

/** The texts of files, for the lines of findings. */
export interface Texts {
  keep(document: SourceDocument): void;
  of(file: string): string | undefined;
}

/** In UTF-16 code units, of all files together. */
const MOST_KEPT = 4_194_304;

/** What was read is kept, but not more than fits the memory of any machine: the rest is read again where it is asked for. */
export function keptTexts(world: World): Texts {
  const kept = new Map<string, string>();
  let left = MOST_KEPT;
  return {
    keep({ file, text = '' }) {
      if (text === '' || text.length > left) return;
      left -= text.length;
      kept.set(file, text);
    },
    of(file) {
      const text = kept.get(file) ?? readText(world, file);
      return typeof text === 'string' ? text : undefined;
    },
  };
}
