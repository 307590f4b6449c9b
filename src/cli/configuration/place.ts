import { dirname, join } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import { isRefusal, type World } from '../world.js';

/** What the configuration is called. */
export const configurationFile = 'connector-kit.yaml';

/** Which configuration a command line asks for. */
export interface ConfigurationFlags {
  readonly config: string | undefined;
  readonly 'no-config': boolean;
}

/**
 * The configuration that a command follows, as a path from the root: that of --config, else the one of the current folder or of the nearest above
 * that has one; undefined where there is none. Throws a `Fault` where the file that is asked for is not there.
 */
export function configurationPlace(
  world: World,
  { config, 'no-config': isOff }: ConfigurationFlags,
): string | undefined {
  if (config !== undefined && isOff) {
    const help = 'Give one of them.';
    throw new Fault('called-wrongly', '--config and --no-config were both given.', { help });
  }
  if (isOff) return undefined;
  if (config === undefined) return nearest(world);
  if (isFile(world, config)) return world.absolute(config);
  const help = `Give --config the path of a file such as ${configurationFile}.`;
  throw new Fault('not-found', `There is no file ${shorten(config)}.`, { help });
}

function nearest(world: World): string | undefined {
  for (let folder = world.absolute('.'); folder.includes('/'); folder = dirname(folder)) {
    const path = join(folder, configurationFile);
    if (isFile(world, path)) return path;
    if (folder === dirname(folder)) return undefined;
  }
  return undefined;
}

function isFile(world: World, path: string): boolean {
  const stat = world.stat(path);
  return stat !== undefined && !isRefusal(stat) && stat.kind === 'file';
}
