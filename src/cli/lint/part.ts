import type { Severity } from '../../core/severity.js';
import type { Configuration } from '../configuration/configuration.js';
import type { Profile } from '../../lint/lint.js';
import type { Suppression } from '../../lint/suppress-read.js';
import type { connectorFlags, Values } from '../flags.js';
import type { World } from '../world.js';
import { collector, type Collected } from './collect.js';
import { configOf } from './config.js';
import { lintConnector } from './connector.js';
import { draftsOver } from './drafts.js';
import { fileTarget } from './targets.js';

/** How all connectors of a run are checked. Plain data, so that it can be sent to a worker. */
export interface LintAsked {
  readonly profile: Profile;
  readonly failOn: Severity;
  /** How many findings are printed. */
  readonly most: number;
  /** Whether the format names every document. */
  readonly wantsCases: boolean;
  readonly connectorFlags: Values<typeof connectorFlags>;
  /** The suppressions of `connector-kit.yaml`, where there is one, and where the paths in them begin. */
  readonly suppressed: Pick<Configuration, 'folder' | 'suppressions'> | undefined;
}

/** What came of some of the definitions of a run. Plain data. */
export interface Part {
  readonly collected: Collected;
  /** How many definitions could be read. */
  readonly documents: number;
  /** The suppressions of the configuration that have matched, by their number in it. */
  readonly used: readonly number[];
}

/** A definition's file, and its number in the run. */
export type Numbered = readonly [at: number, file: string];

/** Checks definitions that are a part of a run, in its order. Throws a `Fault` as the run does. */
export async function lintPart(world: World, files: Iterable<Numbered>, asked: LintAsked): Promise<Part> {
  const config = configOf(world, asked.suppressed);
  const used = new Set<Suppression>();
  const collected = collector(asked);
  let documents = 0;
  for (const [at, file] of files) {
    const target = fileTarget(world, file, asked.connectorFlags);
    const linted = await lintConnector(target, draftsOver(world), { profile: asked.profile, config, used });
    await collected.add(linted, linted.loaded.documents, at);
    documents += linted.loaded.connector === undefined ? 0 : 1;
  }
  return {
    collected: collected.collected(),
    documents,
    used: [...used].map((one) => config.suppressions.indexOf(one)),
  };
}
