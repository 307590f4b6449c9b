import { Fault } from '../../core/fault.js';
import { MAX_DOCUMENT_BYTES } from '../../core/limits.js';
import { shorten } from '../../core/shorten.js';
import { isRefusal, type World } from '../world.js';

/** What a file holds that a word names. Throws a `Fault` where it cannot be had. */
export function fileBytes(world: World, path: string): Uint8Array {
  if (path === '' || world.stat(path) === undefined) {
    const help = 'Write @FILE for what a file holds; of a body, @- for standard input.';
    throw new Fault('not-found', `The file ${shorten(path)} does not exist.`, { help });
  }
  const bytes = world.read(path, MAX_DOCUMENT_BYTES);
  const help = `Give a file that can be read, of at most ${MAX_DOCUMENT_BYTES} bytes.`;
  if (isRefusal(bytes)) throw new Fault('not-readable', `${shorten(path)} cannot be read: ${bytes.refused}.`, { help });
  if (bytes instanceof Uint8Array) return bytes;
  throw new Fault('called-wrongly', `${shorten(path)} is too large: it has ${bytes.bytes} bytes.`, { help });
}
