import { createHash } from 'node:crypto';
import { join } from 'node:path/posix';
import type { Replaced } from '../../azure/publish.js';
import { Fault } from '../../core/fault.js';
import { writeJson } from '../../core/json-write.js';
import { shorten } from '../../core/shorten.js';
import type { World } from '../world.js';

/** Where what is replaced is kept, in the current folder. */
const KEPT = '.connector-kit/replaced';

/** Writes a deployed connector that is about to be replaced to a folder of its own, and gives the files. Throws a `Fault` where that cannot be done. */
export function keepReplaced(world: World, { id, files, properties }: Replaced): readonly string[] {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const time = new Date(world.now()).toISOString().replaceAll(/[:.]/g, '-');
  const which = createHash('sha256').update(id.toLowerCase()).digest('hex').slice(0, 8); // of a fleet, many have one name
  const folder = join(KEPT, `${name}-${time}-${which}`);
  const resource = { id, properties };
  const all = [...files, { path: 'resource.json', text: writeJson(resource) }];
  return all.map(({ path, text }) => {
    const file = world.shown(join(folder, path));
    const refusal = world.write(file, text);
    if (!refusal) return file;
    const help = 'Run the command in a folder that can be written: what is replaced is kept there.';
    throw new Fault('not-writable', `${shorten(file)} cannot be written: ${refusal.refused}.`, { help });
  });
}
