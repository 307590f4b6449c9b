import type { SourceDocument } from '../../core/document.js';
import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { readFleetText } from '../../fleet/read-text.js';
import { readFleet } from '../../fleet/read.js';
import { judge, sourcesOf } from '../judge.js';
import { readFile, readText } from '../read-source.js';
import type { World } from '../world.js';
import type { Connectors } from './connectors.js';
import { entriesOf, type Entries } from './entries.js';
import type { FleetFlags } from './fleet-flags.js';

/** Where the targets of a command come from. */
interface Given {
  readonly flags: FleetFlags;
  /** The fleet file, as it is printed. */
  readonly file: string;
  readonly operand: string | undefined;
  readonly connectors: Connectors;
}

/** The targets of a fleet file; or what is wrong with it. Throws a `Fault` where there is none. */
export async function givenFleet(
  world: World,
  given: Given,
): Promise<{ readonly entries: Entries; readonly refused?: never } | { readonly refused: readonly Finding[] }> {
  const { file } = given;
  if (world.stat(file) === undefined) {
    const help = 'Name one with --fleet; docs/fleets.md shows how it looks.';
    throw new Fault('not-found', `There is no fleet file ${file}.`, { help });
  }
  const fleet = readFleet(await sourceOf(world, file));
  if (fleet.findings.length > 0) return { refused: await refused(world, file, fleet.findings) };
  const { findings, ...entries } = await entriesOf(fleet, { world, ...given });
  return findings.length > 0 ? { refused: await refused(world, file, findings) } : { entries };
}

/** The fleet file. Where things stand in it is told by {@link refused}, which reads it as a whole. */
async function sourceOf(world: World, file: string): Promise<SourceDocument> {
  const text = readText(world, file);
  const value = typeof text === 'string' ? await readFleetText(file, text) : undefined;
  return value === undefined ? readFile(world, file) : { ...nowhere, file, value };
}

const nowhere = { findings: [], locate: () => ({ line: 1, column: 1 }) };

/** What is wrong, with its lines. */
async function refused(world: World, file: string, wrong: readonly Finding[]): Promise<readonly Finding[]> {
  const source = await readFile(world, file);
  const most = Number.POSITIVE_INFINITY;
  const sourceOf = sourcesOf([source], () => undefined);
  const { findings } = await judge(wrong, { failOn: 'error', most, sourceOf });
  return findings;
}
