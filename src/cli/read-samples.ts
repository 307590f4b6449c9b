import { readSample } from '../http/sample.js';
import type { FileRead, SampleFile } from './sample-file.js';
import { readJsonFile } from './read-source.js';
import type { World } from './world.js';

/**
 * Reads a file in our own format of which everything can be read, as most are; undefined for any other file, which `readRecordings` reads.
 * It is separate because thousands are read one after another, where a promise for each is felt.
 */
export function readSamples(world: World, { file, named, answer }: SampleFile): FileRead | undefined {
  if (answer !== undefined || !file.endsWith('.json')) return undefined;
  const source = readJsonFile(world, file, !named);
  if (source.findings.length > 0) return undefined;
  const { recognised, exchanges, findings } = readSample(source);
  if (!recognised || findings.length > 0) return undefined;
  return { recordings: exchanges.map((exchange) => ({ exchange })), findings, failed: 0, skipped: 0 };
}

/** Reads a file that {@link readSamples} does not: in the format of another tool, or broken. What reads those is loaded for the first such file. */
export async function readOthers(world: World, file: SampleFile): Promise<FileRead> {
  const { readRecordingFile } = await import('./read-recordings.js');
  return readRecordingFile(world, file);
}
