import { join } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import { readJson } from '../../core/json-read.js';
import { MAX_DOCUMENT_BYTES } from '../../core/limits.js';
import { shorten } from '../../core/shorten.js';
import type { Connector } from '../../definition/connector.js';
import { writeConnector } from '../../definition/write.js';
import { surfaceOf, surfaceText, type Surface } from '../../upstream/surface.js';
import { upstreamFile, upstreamTextMark } from '../../upstream/upstream-text.js';
import { refuseForeign, type Artifact } from '../artifacts.js';
import { surfaceFile } from './surface.js';
import type { RegenerateTarget } from './target.js';
import type { World } from '../world.js';

/** The files of a version: its surface, the connector's artifacts, and what a reader has to know. */
export function regeneratedFiles(
  { upstream, out, folder, source }: RegenerateTarget,
  { surface, connector, text }: { readonly surface: Surface; readonly connector: Connector; readonly text: string },
): readonly Artifact[] {
  const of = { isSource: false, from: source };
  return [
    { ...of, file: surfaceFile(out, upstream, surface.apiVersion), text: surfaceText(surface) },
    ...writeConnector(connector).map((artifact) => ({ ...of, file: join(folder, artifact.path), text: artifact.text })),
    { ...of, file: join(folder, upstreamFile), text },
  ];
}

/** Throws a `Fault` (`not-writable`) where a file that this tool did not make would be replaced. */
export async function refuseOthers(world: World, artifacts: readonly Artifact[]): Promise<void> {
  const [first, ...rest] = artifacts;
  const last = rest.pop();
  const ours = [first, last].filter((one) => one !== undefined);
  for (const { file } of ours) {
    const text = textAt(world, file);
    if (text === undefined || text.startsWith(upstreamTextMark) || isSurfaceText(text, file)) continue;
    throw new Fault('not-writable', `${shorten(file)} was not made by this tool, and would be replaced.`, {
      help: 'Give --force to replace it, or --out with another folder.',
    });
  }
  await refuseForeign(world, rest);
}

function isSurfaceText(text: string, file: string): boolean {
  try {
    return surfaceText(surfaceOf(readJson(file, text).value, file)) === text;
  } catch {
    return false;
  }
}

function textAt(world: World, file: string): string | undefined {
  const bytes = world.read(file, MAX_DOCUMENT_BYTES);
  return bytes instanceof Uint8Array ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : undefined;
}
