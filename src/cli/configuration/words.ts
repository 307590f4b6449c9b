import { extname, isAbsolute, join } from 'node:path/posix';
import { moduleExtensions } from '../module-extensions.js';
import { isShipped } from '../shipped.js';
import { playbookFolder } from '../shipped-playbooks.js';
import type { World } from '../world.js';
import type { Configuration } from './configuration.js';
import type { Defaults } from './defaults.js';

/** What the configuration names, as the command line would. */
export function namedIn(world: World, configuration: Configuration, { operands, only }: Defaults): readonly string[] {
  if (operands === undefined) return [];
  const words = configuration[operands].map((given) => {
    const isName =
      operands === 'connectors' ? isShipped(world, given) : isShippedPlaybook(world, configuration.folder, given);
    return { isName, word: isName ? given : pathWord(world, configuration.folder, given) };
  });
  const isTaken = ({ isName, word }: (typeof words)[number]) => {
    if (only === undefined) return true;
    return only === 'paths' ? !isName : isName || moduleExtensions.has(extname(word.replace(/#[^#]*$/, '')));
  };
  return words.filter(isTaken).map(({ word }) => word);
}

/** A file of that name goes before it. */
function isShippedPlaybook(world: World, folder: string, given: string): boolean {
  if (!/^[\w-]+$/.test(given) || world.stat(join(folder, given)) !== undefined) return false;
  return world.stat(playbookFolder(world, given)) !== undefined;
}

/** A path of the configuration as the command line would give it: from the current folder, and never such that it could be a shipped name. */
function pathWord(world: World, folder: string, given: string): string {
  const shown = world.shown(pathFrom(folder, given));
  return shown.includes('/') ? shown : `./${shown}`;
}

const pathFrom = (folder: string, given: string): string =>
  isAbsolute(given) || /^[A-Za-z]:[/\\]/.test(given) ? given : join(folder, given);

/** The samples of a connector that was given on the command line, which may call it otherwise than the configuration does. */
export function samplesOf(world: World, { samples, folder }: Configuration, connector: string): readonly string[] {
  const identity = (given: string, from: string) =>
    isShipped(world, given) ? given : world.absolute(pathFrom(from, given));
  const wanted = identity(connector, world.absolute('.'));
  const own = [...samples.by].filter(([name]) => identity(name, folder) === wanted).flatMap(([, paths]) => paths);
  return [...samples.all, ...own].map((path) => pathWord(world, folder, path));
}
