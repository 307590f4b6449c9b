import { basename, dirname, join } from 'node:path/posix';
import { Fault, invariant } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import type { Connector } from '../../definition/connector.js';
import { definitionFiles } from '../../definition/folder.js';
import { writeConnector } from '../../definition/write.js';
import { refuseForeign, staleArtifacts, writeArtifacts, type Artifact } from '../artifacts.js';
import { isRefusal, type World } from '../world.js';

/** The files of a connector whose definition goes to `out`, a file or a folder that exists; the others go beside it. The definition is the first. */
export function inferredFiles(
  world: World,
  connector: Connector,
  out: string = definitionFiles[0],
): readonly [Artifact, ...Artifact[]] {
  const stat = world.stat(out);
  const isFolder = stat !== undefined && !isRefusal(stat) && stat.kind === 'folder';
  const definition = isFolder ? join(out, definitionFiles[0]) : out;
  const [first, ...others] = writeConnector(connector).map(({ path, text }): Artifact => {
    const file = world.shown(path === definitionFiles[0] ? definition : join(dirname(definition), path));
    return { file, text, isSource: false, from: file };
  });
  invariant(first !== undefined, 'a connector has a definition');
  return [first, ...others];
}

/** Writes what is missing or different and gives the paths. Throws a `Fault` before it replaces what this tool did not make, unless with `force`. */
export async function writeInferred(
  world: World,
  artifacts: readonly [Artifact, ...Artifact[]],
  force: boolean,
): Promise<readonly string[]> {
  const stale = staleArtifacts(world, artifacts);
  if (!force) await refuse(world, artifacts[0], stale);
  writeArtifacts(world, stale);
  return stale.map(({ file }) => file);
}

/** Beside a definition of a name of its own there may be another connector, whose files only look as if they belonged to it. */
async function refuse(world: World, definition: Artifact, stale: readonly Artifact[]): Promise<void> {
  if (basename(definition.file) === definitionFiles[0]) return refuseForeign(world, stale);
  const taken = stale.find(({ file }) => world.stat(file) !== undefined);
  if (taken === undefined) return;
  throw new Fault('not-writable', `${shorten(taken.file)} is there already, and holds something else.`, {
    help: 'Give --force to replace it, or --out with a folder of its own.',
  });
}
