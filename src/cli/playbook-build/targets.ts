import { dirname, extname, join } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import { isObject } from '../../core/json.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import type { Playbook } from '../../sentinel/template/about.js';
import type { Catalog } from '../catalog.js';
import { chosen, moduleExports } from '../module-exports.js';
import { moduleExtensions } from '../module-extensions.js';
import { playbookFolder } from '../shipped-playbooks.js';
import type { World } from '../world.js';
import { shippedOver, type Over } from './shipped-over.js';

/** A playbook to write, and where. */
export interface PlaybookTarget {
  readonly playbook: Playbook;
  /** The folder for its files, as it is printed. */
  readonly folder: string;
}

/** What a command line names. */
interface Named {
  readonly names: readonly string[];
  readonly out: string | undefined;
  readonly over: Over | undefined;
  readonly shipped: () => Promise<Catalog>;
}

/** The playbooks that a command line names, or all that are shipped. Throws a `Fault` where one is not there, or where two would go into one folder. */
export async function playbookTargets(
  world: World,
  { names, out, over, shipped }: Named,
): Promise<readonly PlaybookTarget[]> {
  if (over !== undefined && (out === undefined || !names.every(isName))) throw notOver(out);
  const catalog = names.length === 0 || names.some(isName) ? await shippedOver(world, over, shipped) : [];
  const targets: PlaybookTarget[] = [];
  for (const name of names.length === 0 ? catalog.map((one) => one.name) : names) {
    const root = out === undefined ? undefined : join(out, '.');
    const found = catalog.find((one) => one.name === name);
    if (found) {
      const folder = root === undefined ? playbookFolder(world, name) : join(root, name);
      targets.push({ playbook: found, folder: world.shown(folder) });
    } else if (isName(name)) throw noPlaybook(name, catalog);
    else targets.push(await inModule(world, name, root));
  }
  return apart(targets);
}

function notOver(out: string | undefined): Fault {
  if (out === undefined) {
    const help = 'Give --out: the shipped templates are for the connector that they were made for.';
    return new Fault('called-wrongly', '--connector goes with --out.', { help });
  }
  const help = 'A module says itself which connector it asks.';
  return new Fault('called-wrongly', '--connector goes with shipped playbooks only.', { help });
}

/** Anything with a slash or a dot is a path. */
const isName = (given: string): boolean => /^[\w-]+$/.test(given);

function noPlaybook(name: string, catalog: readonly Playbook[]): Fault {
  const names = catalog.map((one) => one.name);
  const message = `No playbook is called ${shorten(name)}.${didYouMean(name, names)}`;
  return new Fault('not-found', message, { help: `Shipped are ${names.join(', ')}; a path has a slash or a dot.` });
}

async function inModule(world: World, given: string, root: string | undefined): Promise<PlaybookTarget> {
  const at = given.lastIndexOf('#');
  const path = at > 0 ? given.slice(0, at) : given;
  const wanted = at > 0 ? given.slice(at + 1) : undefined;
  if (!moduleExtensions.has(extname(path)) || world.stat(path) === undefined) {
    const what = world.stat(path) === undefined ? 'There is no module' : 'A playbook is built from a module, not from';
    const help = 'Give a TypeScript or JavaScript module that exports what playbook() gives.';
    throw new Fault('not-found', `${what} ${shorten(path)}.`, { help });
  }
  const exported = [...(await moduleExports(world, path))].filter((entry): entry is [string, Playbook] =>
    isPlaybook(entry[1]),
  );
  const playbook = chosen(new Map(exported), {
    file: world.shown(path),
    wanted,
    noun: { one: 'playbook', several: 'playbooks' },
    none: () => {
      const help = 'Export what playbook() gives: export const mine = playbook(workflow({ ... }), { ... }).';
      return new Fault('nothing-to-do', `${shorten(path)} exports no playbook.`, { help });
    },
  });
  return { playbook, folder: world.shown(join(root ?? dirname(path), playbook.name)) };
}

function isPlaybook(value: unknown): value is Playbook {
  return isObject(value) && value['kind'] === 'playbook' && isObject(value['definition']) && isObject(value['about']);
}

function apart(targets: readonly PlaybookTarget[]): readonly PlaybookTarget[] {
  const folders = new Set<string>();
  for (const { folder } of targets) {
    if (folders.has(folder)) {
      const help = 'Build them one by one, with another --out each.';
      throw new Fault('called-wrongly', `Two playbooks would both be written to ${shorten(folder)}.`, { help });
    }
    folders.add(folder);
  }
  return targets;
}
