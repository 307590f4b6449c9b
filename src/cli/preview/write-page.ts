import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import { PAGE_MARK } from '../../pages/look/page.js';
import { isRefusal, type World } from '../world.js';

/** How far into a file the mark of our pages is looked for, in bytes. */
const MARK_WITHIN = 4000;
/** Of a page that is there, in bytes: more is read of none. */
const MOST_BYTES = 256_000_000;

/** Writes a page. Throws a `Fault` for a file that is no page of ours, unless it is to be replaced, and for one that cannot be written. */
export function writePage(
  world: World,
  file: string,
  { text, force }: { readonly text: string; readonly force: boolean },
): void {
  if (!force) refuseForeign(world, file);
  const refusal = world.write(file, text);
  if (!refusal) return;
  const help = 'Give --out with a file in a folder that can be written.';
  throw new Fault('not-writable', `${shorten(file)} cannot be written: ${refusal.refused}.`, { help });
}

function refuseForeign(world: World, file: string): void {
  const stat = world.stat(file);
  if (stat === undefined || isRefusal(stat)) return;
  if (stat.kind === 'folder') {
    const help = 'Give --out with the name of the file, such as preview.html.';
    throw new Fault('not-writable', `${shorten(file)} is a folder.`, { help });
  }
  const bytes = world.read(file, MOST_BYTES);
  if (bytes instanceof Uint8Array && new TextDecoder().decode(bytes.subarray(0, MARK_WITHIN)).includes(PAGE_MARK))
    return;
  throw new Fault('not-writable', `${shorten(file)} was not made by this tool, and would be replaced.`, {
    help: 'Give --force to replace it, or --out with another name.',
  });
}
