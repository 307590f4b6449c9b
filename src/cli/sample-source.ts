import type { SourceDocument } from '../core/document.js';
import type { SampleFile } from './sample-file.js';
import { readJsonFile } from './read-source.js';
import type { World } from './world.js';

/** The document of a file of recordings, read once more so that a finding in it gets its line. */
export function sampleSource(
  world: World,
  files: readonly SampleFile[],
  file: string,
): SourceDocument | Promise<SourceDocument> {
  const recorded = files.find((one) => one.file === file);
  const isPlain = recorded === undefined || (recorded.answer === undefined && file.endsWith('.json'));
  return isPlain ? readJsonFile(world, file) : reread(world, recorded);
}

async function reread(world: World, recorded: SampleFile): Promise<SourceDocument> {
  const { recordingSource } = await import('./recording-source.js');
  return recordingSource(world, recorded);
}
