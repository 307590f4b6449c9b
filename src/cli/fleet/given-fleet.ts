import type { SourceDocument } from '../../core/document.js';
import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { readFleet } from '../../fleet/read.js';
import { findingJson } from '../../report/json.js';
import { findingsText } from '../../report/text.js';
import type { Outcome } from '../command.js';
import { judge, sourcesOf } from '../judge.js';
import { readFile } from '../read-source.js';
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

/** The targets of a fleet file; or the outcome that says what is wrong with it. Throws a `Fault` where there is none. */
export async function givenFleet(
  world: World,
  given: Given,
): Promise<{ readonly entries: Entries; readonly refused?: never } | { readonly refused: Outcome }> {
  const { file } = given;
  if (world.stat(file) === undefined) {
    const help = 'Name one with --fleet; docs/fleets.md shows how it looks.';
    throw new Fault('not-found', `There is no fleet file ${file}.`, { help });
  }
  const source = await readFile(world, file);
  const fleet = readFleet(source);
  if (fleet.findings.length > 0) return { refused: await refused(file, fleet.findings, source) };
  const { findings, ...entries } = await entriesOf(fleet, { world, ...given });
  return findings.length > 0 ? { refused: await refused(file, findings, source) } : { entries };
}

async function refused(fleet: string, wrong: readonly Finding[], source: SourceDocument): Promise<Outcome> {
  const most = Number.POSITIVE_INFINITY;
  const sourceOf = sourcesOf([source], () => undefined);
  const { findings } = await judge(wrong, { failOn: 'error', most, sourceOf });
  return {
    ok: false,
    json: () => ({ fleet, counts: {}, targets: [], findings: findings.map(findingJson) }),
    text: (style) => `${findingsText(findings, style)}Nothing was sent: the fleet file has errors.\n`,
  };
}
