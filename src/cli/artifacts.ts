import { basename, dirname, join } from 'node:path/posix';
import { Fault } from '../core/fault.js';
import { MAX_DOCUMENT_BYTES } from '../core/limits.js';
import { shorten } from '../core/shorten.js';
import { definitionFiles } from '../definition/folder.js';
import { writeConnector } from '../definition/write.js';
import { loadFolder } from './load-files.js';
import type { World } from './world.js';

/** A file of a connector, as it is to be. */
export interface Artifact {
  /** The path as it is printed. */
  readonly file: string;
  readonly text: string;
  /** What it holds in place of the text, where it is none. */
  readonly bytes?: Uint8Array;
  /** Whether it is the very file that the connector was read from. */
  readonly isSource: boolean;
  /** What the connector was read from, or the module: where its findings are. */
  readonly from: string;
}

/** Those whose file is missing or holds something else. */
export function staleArtifacts(world: World, artifacts: readonly Artifact[]): readonly Artifact[] {
  return artifacts.filter(({ file, text, bytes }) => {
    const there = world.read(file, MAX_DOCUMENT_BYTES);
    if (!(there instanceof Uint8Array)) return true;
    return bytes ? Buffer.compare(there, bytes) !== 0 : decoded(there) !== text;
  });
}

/**
 * Throws a `Fault` (`not-writable`) where an artifact would replace a file that this tool did not make.
 *
 * No marker says who made a file: a key of ours in the definition could be refused by the service that it is sent to.
 * A file is ours when it is in the form that we write: reading it and writing it again gives the same bytes.
 */
export async function refuseForeign(world: World, artifacts: readonly Artifact[]): Promise<void> {
  for (const { file, isSource } of artifacts) {
    if (isSource || world.stat(file) === undefined || (await isOurs(world, file))) continue;
    throw new Fault('not-writable', `${shorten(file)} was not made by this tool, and would be replaced.`, {
      help: 'Give --force to replace it, or --out with another folder.',
    });
  }
}

async function isOurs(world: World, file: string): Promise<boolean> {
  const folder = dirname(file);
  if (world.stat(join(folder, definitionFiles[0])) === undefined) return false;
  const { connector } = await loadFolder(world, folder);
  const own = connector && writeConnector(connector).find(({ path }) => path === basename(file));
  return own !== undefined && own.text === textAt(world, file);
}

/** Writes them one by one, each whole. Throws a `Fault` for one that cannot be written. */
export function writeArtifacts(world: World, artifacts: readonly Artifact[]): void {
  for (const { file, text, bytes } of artifacts) {
    const refusal = world.write(file, bytes ?? text);
    if (!refusal) continue;
    const help = 'Give --out with a folder that can be written.';
    throw new Fault('not-writable', `${shorten(file)} cannot be written: ${refusal.refused}.`, { help });
  }
}

function textAt(world: World, file: string): string | undefined {
  const bytes = world.read(file, MAX_DOCUMENT_BYTES);
  return bytes instanceof Uint8Array ? decoded(bytes) : undefined;
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
