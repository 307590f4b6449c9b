import type { connectorFlags, FlagTable, Values } from '../flags.js';
import type { keyFlags } from '../target/key.js';
import type { azureFlags, targetFlags } from '../target/target-flags.js';

/** Many targets in place of one. */
export const fleetFlags = {
  fleet: {
    kind: 'text',
    placeholder: 'FILE',
    help: 'Many targets: a YAML or JSON file that names them. What it does not say of a target, the other flags do.',
  },
  concurrency: {
    kind: 'number',
    placeholder: 'N',
    least: 1,
    most: 200,
    whole: true,
    help: 'With --fleet: how many targets are worked on at a time. Unless given, 10.',
  },
  resume: {
    kind: 'switch',
    help: 'With --fleet: leave out what the journal of the last run says is done, where the same is wanted.',
  },
  shard: {
    kind: 'text',
    placeholder: 'I/N',
    help: 'With --fleet: only the targets of part I of N. Each subscription is in one part, so N machines can work on a file at the same time.',
  },
} as const satisfies FlagTable;

/** The flags of a command that takes a fleet, as far as they matter to it; a command has some of the others. */
export type FleetFlags = Values<typeof fleetFlags & typeof azureFlags & typeof connectorFlags> & {
  readonly quiet: boolean;
} & Partial<
    Values<typeof keyFlags & typeof targetFlags> & {
      readonly connection: string | undefined;
      readonly 'allow-breaking': boolean;
      readonly 'exit-code': boolean;
      readonly force: boolean;
      readonly verify: boolean;
      readonly yes: boolean;
    }
  >;
