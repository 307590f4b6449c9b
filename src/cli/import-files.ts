import { join } from 'node:path/posix';
import { Fault } from '../core/fault.js';
import { finding, type Finding } from '../core/finding.js';
import { MAX_DOCUMENT_BYTES } from '../core/limits.js';
import { shorten } from '../core/shorten.js';
import { writeSample } from '../http/sample-write.js';
import type { SampleFile } from './sample-file.js';
import type { ImportReport } from './import-report.js';
import { cliRules } from './own-rules.js';
import { namesOf } from './sample-names.js';
import type { World } from './world.js';

/** Where samples go, and how. */
export interface ImportOptions {
  /** The folder. */
  readonly out: string;
  /** Whether a file that holds something else is replaced. */
  readonly force: boolean;
  /** Is told how many files were begun. */
  readonly onFile: (begun: number) => void;
}

/** What an import came to, with its findings not judged yet. */
export type Imported = Omit<ImportReport, 'judged'> & { readonly findings: readonly Finding[] };

/**
 * Writes each exchange in `files` as a sample, its credentials replaced. Files are read one at a time and none is kept.
 * A file that is there and holds something else is left alone, with a finding, unless `force`. Throws a `Fault` where nothing can be written.
 */
export async function importFiles(
  world: World,
  files: readonly SampleFile[],
  { out, force, onFile }: ImportOptions,
): Promise<Imported> {
  const findings: Finding[] = [];
  const done = { written: [] as string[], unchanged: [] as string[], skipped: [] as string[] };
  const tally = { redactions: 0 };
  const nameOf = namesOf();
  const { readRecordingFile } = await import('./read-recordings.js'); // a chunk that other commands load too
  for (const [at, recorded] of files.entries()) {
    onFile(at + 1);
    const { recordings, findings: found } = await readRecordingFile(world, recorded, tally);
    findings.push(...found);
    if (recordings.length === 0) done.skipped.push(recorded.file);
    for (const { exchange, source } of recordings) {
      const file = world.shown(join(out, nameOf(recorded.file, exchange.sample)));
      const text = writeSample({ ...exchange, source });
      const there = textAt(world, file);
      if (there === text) done.unchanged.push(file);
      else if (there === undefined || force) done.written.push(written(world, file, text));
      else findings.push(occupied(file));
    }
  }
  return { ...done, redactions: tally.redactions, findings };
}

function textAt(world: World, file: string): string | undefined {
  if (world.stat(file) === undefined) return undefined;
  const bytes = world.read(file, MAX_DOCUMENT_BYTES);
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : '';
}

function written(world: World, file: string, text: string): string {
  const refusal = world.write(file, text);
  if (!refusal) return file;
  const help = 'Give --out with a folder that can be written.';
  throw new Fault('not-writable', `${shorten(file)} cannot be written: ${refusal.refused}.`, { help });
}

function occupied(file: string): Finding {
  const message = 'The file is there and holds something else: it was left alone. Give --force to replace it.';
  return finding(cliRules.fileOccupied, { file, pointer: '', message });
}
