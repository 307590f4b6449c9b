import { join } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import type { Loaded } from '../loaded.js';
import type { World } from '../world.js';

/** The name that paconn and the Power Platform give it. */
const ICON = 'icon.png';
/** Bytes: the limit of the portal. Source: learn.microsoft.com/connectors/custom-connectors/define-blank ("less than 1 MB"). */
const MOST_BYTES = 1_000_000;
/** The first bytes of a PNG. */
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The icon that lies beside a connector's definition, as a `data:` URL; undefined where none does. Throws a `Fault` for one that cannot be sent. */
export function iconOf(world: World, { folder }: Loaded): string | undefined {
  const file = join(folder, ICON);
  if (world.stat(file) === undefined) return undefined;
  const bytes = world.read(file, MOST_BYTES);
  const name = shorten(world.shown(file));
  if (!(bytes instanceof Uint8Array)) {
    const why =
      'refused' in bytes
        ? `cannot be read: ${bytes.refused}`
        : `has ${bytes.bytes} bytes, at most ${MOST_BYTES} are allowed`;
    throw new Fault('not-readable', `The icon ${name} ${why}.`, { help: 'Give it another icon, or take it away.' });
  }
  if (!PNG.equals(bytes.subarray(0, PNG.length))) {
    throw new Fault('not-a-connector', `The icon ${name} is no PNG.`, { help: 'Save it as a PNG.' });
  }
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
}
