import { dirname, extname, join } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import type { UpstreamConnector } from '../../upstream/upstream-connector.js';
import type { Catalog } from '../catalog.js';
import { moduleExtensions } from '../module-extensions.js';
import { isUpstream } from '../is-upstream.js';
import { chosen, moduleExports } from '../module-exports.js';
import { artifactFolder, shippedRoot } from '../shipped.js';
import { isRefusal, type World } from '../world.js';

/** A connector that follows an upstream, and where its files are. */
export interface RegenerateTarget {
  readonly upstream: UpstreamConnector;
  /** The source of the connector, as it is printed: where what is wrong with what it builds is said to be. */
  readonly source: string;
  /** Where its surfaces are: `upstream/SERVICE/VERSION.json` below it. */
  readonly root: string;
  /** What is written goes below it: `root`, or the folder of --out. */
  readonly out: string;
  /** The folder of the artifacts of a version, below `out`. */
  readonly folder: string;
  /** Folders of the connector as it was, the nearest first. */
  readonly earlier: readonly string[];
  /** Whether `root` is an installed package, which is not written to. */
  readonly isInstalled: boolean;
}

/** What a target is chosen by. */
export interface TargetChoice {
  readonly given: string;
  readonly version: string | undefined;
  readonly out: string | undefined;
}

/**
 * The connector that a call of `regenerate` names.
 * Throws a `Fault` for one that names no upstream: a folder, a definition file, a module that exports none.
 */
export async function regenerateTarget(
  world: World,
  choice: TargetChoice,
  shipped: () => Promise<Catalog>,
): Promise<RegenerateTarget> {
  const { given } = choice;
  if (!/^[\w-]+$/.test(given)) return ownTarget(world, choice);
  const { services } = await shipped();
  const service = services.find(({ name }) => name === given);
  if (service?.upstream !== undefined) return shippedTarget(world, choice, service.upstream);
  const names = services.map(({ name }) => name);
  throw new Fault('not-found', `${shorten(given)} is no shipped name.${didYouMean(given, names)}`, {
    help: `${names.length === 0 ? 'Give' : `Give one of ${names.join(', ')}, or`} a module that exports what upstreamConnector() gives: ./${given}.ts.`,
  });
}

/** A shipped connector has a folder for each version; elsewhere, one folder moves from version to version. */
function shippedTarget(world: World, { version, out }: TargetChoice, upstream: UpstreamConnector): RegenerateTarget {
  const root = shippedRoot(world);
  const { name, defaultVersion } = upstream;
  const standard = artifactFolder(root, name);
  const own = version === undefined || version === defaultVersion ? standard : artifactFolder(root, name, version);
  const folder = out === undefined ? own : join(out, name);
  return shown(world, {
    upstream,
    source: join(root, 'catalog.ts'),
    root,
    out: out ?? root,
    folder,
    earlier: [folder, standard],
    // The package is published without its sources.
    isInstalled: out === undefined && world.stat(join(root, 'catalog.ts')) === undefined,
  });
}

async function ownTarget(world: World, { given, out }: TargetChoice): Promise<RegenerateTarget> {
  const { path, exported } = split(world, given);
  const stat = world.stat(path);
  if (stat === undefined) {
    const help = 'Give a shipped name, or a module that exports what upstreamConnector() gives.';
    throw new Fault('not-found', `${shorten(given)} does not exist.`, { help });
  }
  if (isRefusal(stat) || stat.kind !== 'file' || !moduleExtensions.has(extname(path))) throw noUpstream(given);
  const upstreams = [...(await moduleExports(world, path))].filter((entry): entry is [string, UpstreamConnector] =>
    isUpstream(entry[1]),
  );
  const upstream = chosen(new Map(upstreams), {
    file: path,
    wanted: exported,
    noun: { one: 'such connector as', several: 'connectors that follow an upstream' },
    none: () => noUpstream(given),
  });
  const root = dirname(path);
  const folder = join(out ?? root, upstream.name);
  return shown(world, {
    upstream,
    source: path,
    root,
    out: out ?? root,
    folder,
    earlier: [folder, join(root, upstream.name)],
    isInstalled: false,
  });
}

function shown(world: World, target: RegenerateTarget): RegenerateTarget {
  const { source, root, out, folder, earlier } = target;
  const [from, at, to, into] = [source, root, out, folder].map((path) => world.shown(path));
  const before = [...new Set(earlier.map((path) => world.shown(path)))];
  return { ...target, source: from ?? '', root: at ?? '', out: to ?? '', folder: into ?? '', earlier: before };
}

/** `FILE#EXPORT`, unless a file of that very name exists. */
function split(world: World, given: string): { path: string; exported?: string } {
  const at = given.lastIndexOf('#');
  if (at <= 0 || world.stat(given) !== undefined) return { path: given };
  return { path: given.slice(0, at), exported: given.slice(at + 1) };
}

function noUpstream(given: string): Fault {
  const help = 'Give a shipped name, or a module that exports what upstreamConnector() gives.';
  return new Fault('not-a-connector', `${shorten(given)} names no upstream that it is made from.`, { help });
}
