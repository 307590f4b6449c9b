import type { Profile } from '../../lint/lint.js';
import type { Configuration } from '../configuration/configuration.js';
import type { connectorFlags, Values } from '../flags.js';
import type { World } from '../world.js';
import type { Collector } from './collect.js';
import type { LintContext } from './connector.js';
import type { Divided } from './lint-workers.js';
import type { LintAsked, Part } from './part.js';
import type { LintTarget } from './targets.js';

/** The flags that decide who checks what. */
type Flags = Values<typeof connectorFlags> & {
  readonly profile: Profile;
  readonly jobs: number | undefined;
  readonly fix: boolean;
  readonly designer: boolean;
};

/** In bytes of definitions: half a second of one processor. Of less, the start of a worker takes more than it saves. */
const LARGE_RUN_BYTES = 2_000_000;

/** What is checked here, and what workers check at the same time, where there is much: all definitions must be files that are only read. */
export async function shared(
  targets: readonly LintTarget[],
  { world, flags, asked, configured }: Sharing,
): Promise<Divided> {
  const { profile, jobs, fix, designer } = flags;
  const bytes = targets.reduce((sum, one) => sum + (one.bytes ?? Number.NaN), 0);
  const isLarge = jobs === undefined ? bytes >= LARGE_RUN_BYTES : jobs > 1 && bytes >= 0;
  if (!isLarge || targets.length === 1 || fix || designer) return { own: targets, others: [] };
  const suppressed = configured && { folder: configured.folder, suppressions: configured.suppressions };
  const { divided } = await import('../lint/lint-workers.js');
  const { packageRoot } = world;
  return divided(targets, { jobs, packageRoot, asked: { ...asked, profile, connectorFlags: flags, suppressed } });
}

interface Sharing {
  readonly world: World;
  readonly flags: Flags;
  readonly asked: Pick<LintAsked, 'failOn' | 'most' | 'wantsCases'>;
  readonly configured: Configuration | undefined;
}

/** What is done with what is checked here, one by one, and with what a worker has found. */
interface Doing {
  one(target: LintTarget): Promise<void>;
  part(part: Part): void;
  /** Is told how many are done, about. */
  step(done: number): void;
}

/** Does it in the order of the run. What a worker could not do is done here: then it is known why. */
export async function eachOf({ own, others }: Divided, { one, part, step }: Doing): Promise<void> {
  try {
    for (const [index, target] of own.entries()) {
      await one(target);
      step((index + 1) * (others.length + 1));
    }
    for (const other of others) {
      const found = await other.part;
      if (found !== undefined) part(found);
      else for (const target of other.targets) await one(target);
    }
  } finally {
    for (const { stop } of others) stop();
  }
}

/** Adds what a worker has found, and gives how many definitions that are. */
export function taken(
  { collected, documents, used }: Part,
  { collected: into, context }: { readonly collected: Collector; readonly context: LintContext },
): number {
  into.take(collected);
  context.config.suppressions.forEach((one, index) => {
    if (used.includes(index)) context.used.add(one);
  });
  return documents;
}
