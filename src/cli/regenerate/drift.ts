import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { driftTest } from '../../upstream/drift.js';
import type { PartNotes } from '../../upstream/parts-of.js';
import type { Surface } from '../../upstream/surface.js';
import { findSamples } from '../find-samples.js';
import { readOthers, readSamples } from '../read-samples.js';
import { surfaceFile } from './surface.js';
import type { RegenerateTarget } from './target.js';
import type { World } from '../world.js';

/** What recorded answers show against a surface. Throws a `Fault` where no recording belongs to an operation of it. */
export async function readDrift(
  world: World,
  paths: readonly string[],
  {
    target,
    surface,
    notes,
  }: { readonly target: RegenerateTarget; readonly surface: Surface; readonly notes: readonly PartNotes[] },
): Promise<readonly Finding[]> {
  const file = surfaceFile(target.out, target.upstream, surface.apiVersion);
  const test = driftTest(surface, { file, notes });
  const findings: Finding[] = [];
  let matched = 0;
  for (const sample of findSamples(world, paths)) {
    const read = readSamples(world, sample) ?? (await readOthers(world, sample));
    findings.push(...read.findings);
    for (const { exchange } of read.recordings) matched += test.add(exchange) ? 1 : 0;
  }
  if (matched > 0 || findings.length > 0) return [...findings, ...test.result()];
  const operations = Object.values(surface.operations).map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  throw new Fault('nothing-to-do', `No recording is an answer of ${operations.join(' or ')}.`, {
    help: 'Give --samples with recordings of the operations that the connector uses, or leave it out.',
  });
}
