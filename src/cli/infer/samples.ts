import type { Finding } from '../../core/finding.js';
import type { Exchange } from '../../http/exchange.js';
import type { SampleFile } from '../sample-file.js';
import { readOthers, readSamples } from '../read-samples.js';
import type { World } from '../world.js';

/** Hands every exchange in `files` to `add`, one file after the other, and gives what is wrong with the files. `onFile` is told how many were begun. */
export async function addSamples(
  world: World,
  files: readonly SampleFile[],
  { add, onFile }: { readonly add: (exchange: Exchange) => void; readonly onFile: (begun: number) => void },
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [at, file] of files.entries()) {
    onFile(at + 1);
    const read = readSamples(world, file) ?? (await readOthers(world, file));
    for (const found of read.findings) findings.push(found);
    for (const { exchange } of read.recordings) add(exchange);
  }
  return findings;
}
