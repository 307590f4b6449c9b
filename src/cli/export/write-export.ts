import { join } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import { MAX_DOCUMENT_BYTES } from '../../core/limits.js';
import { shorten } from '../../core/shorten.js';
import { GENERATED, type ExportFile } from '../../export/export-file.js';
import { refuseForeign, staleArtifacts, writeArtifacts, type Artifact } from '../artifacts.js';
import type { Loaded } from '../loaded.js';
import type { World } from '../world.js';

/** How files are written. */
export interface WriteOptions {
  readonly folder: string;
  /** Whether to replace what others made, and what a person has filled in. */
  readonly force: boolean;
  /** The connector that is exported. */
  readonly loaded: Pick<Loaded, 'file' | 'documents'>;
}

/** What became of the files, as they are printed. */
export interface WrittenExport {
  readonly files: readonly string[];
  readonly written: readonly string[];
  readonly kept: readonly string[];
}

/** Writes the files that are not there or hold something else. Throws a `Fault`, before anything is written, for one that this tool did not make. */
export async function writeExport(
  world: World,
  exported: readonly ExportFile[],
  { folder, force, loaded }: WriteOptions,
): Promise<WrittenExport> {
  const artifacts = exported.map(({ path, text, bytes }): Artifact => {
    const file = world.shown(join(folder, path));
    return { file, text, isSource: false, from: loaded.file, ...(bytes && { bytes }) };
  });
  const stale = staleArtifacts(world, artifacts);
  const yours = new Set(exported.filter(({ isYours }) => isYours).map(({ path }) => world.shown(join(folder, path))));
  const kept = force ? [] : stale.filter(({ file }) => yours.has(file) && world.stat(file) !== undefined);
  const changed = stale.filter((one) => !kept.includes(one));
  refuseSources(world, changed, loaded);
  if (!force) {
    const strange = changed.filter(({ file }) => world.stat(file) !== undefined && !isGenerated(world, file));
    await refuseForeign(world, strange);
  }
  writeArtifacts(world, changed);
  const names = (list: readonly Artifact[]) => list.map(({ file }) => file);
  return { files: names(artifacts), written: names(changed), kept: names(kept) };
}

/** The connector's own files are no export, and `--force` does not make them one. */
function refuseSources(world: World, changed: readonly Artifact[], { documents }: Pick<Loaded, 'documents'>): void {
  const sources = new Set(documents.map(({ file }) => world.absolute(file)));
  const source = changed.find(({ file }) => sources.has(world.absolute(file)));
  if (source === undefined) return;
  throw new Fault('not-writable', `${shorten(source.file)} is what is exported, and would be replaced.`, {
    help: 'Give --out with another folder.',
  });
}

/** How far into a file its mark is looked for, in characters. */
const MARK_WITHIN = 4000;

/** Whether a file says that it was made by an export. A text file with an icon says so by being nothing else. */
function isGenerated(world: World, file: string): boolean {
  const bytes = world.read(file, MAX_DOCUMENT_BYTES);
  if (!(bytes instanceof Uint8Array)) return false;
  const begin = new TextDecoder().decode(bytes.subarray(0, MARK_WITHIN));
  return begin.includes(GENERATED) || begin.startsWith('data:image/');
}
