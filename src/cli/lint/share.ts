import type { Profile } from '../../lint/lint.js';
import type { Configuration } from '../configuration/configuration.js';
import type { connectorFlags, Values } from '../flags.js';
import type { World } from '../world.js';
import type { Collector } from './collect.js';
import type { LintContext } from './connector.js';
import { lintPart, type LintAsked, type Part } from './part.js';
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

interface Sharing {
  readonly world: World;
  readonly flags: Flags;
  readonly asked: Pick<LintAsked, 'failOn' | 'most' | 'wantsCases'>;
  readonly configured: Configuration | undefined;
}

/** What is done with what is checked here, one by one, and with what a worker has found. */
interface Doing {
  /** `at` is the number of the target in the run. */
  one(target: LintTarget, at: number): Promise<void>;
  part(part: Part): void;
  /** Is told how many are done, about. */
  step(done: number): void;
}

/** Checks all targets, where there is much with workers: all definitions must be files that are only read then. */
export async function eachOf(targets: readonly LintTarget[], sharing: Sharing, doing: Doing): Promise<void> {
  const { jobs, fix, designer } = sharing.flags;
  const bytes = targets.reduce((sum, one) => sum + (one.bytes ?? Number.NaN), 0);
  const isLarge = jobs === undefined ? bytes >= LARGE_RUN_BYTES : jobs > 1 && bytes >= 0;
  if (isLarge && targets.length > 1 && !fix && !designer) return withWorkers(targets, sharing, doing);
  for (const [at, target] of targets.entries()) {
    await doing.one(target, at);
    doing.step(at + 1);
  }
}

/** What a worker could not do is done here: then it is known why. */
async function withWorkers(
  targets: readonly LintTarget[],
  { world, flags, asked: common, configured }: Sharing,
  { one, part, step }: Doing,
): Promise<void> {
  const suppressed = configured && { folder: configured.folder, suppressions: configured.suppressions };
  const asked: LintAsked = { ...common, profile: flags.profile, connectorFlags: flags, suppressed };
  const { divided } = await import('../lint/lint-workers.js');
  const { own, workers } = divided(targets, { jobs: flags.jobs, packageRoot: world.packageRoot, asked });
  try {
    for (const [at, target] of own) {
      await one(target, at);
      step(at + 1);
    }
    for (const worker of workers) part((await worker.part) ?? (await lintPart(world, worker.taken(), asked)));
  } finally {
    for (const { stop } of workers) stop();
  }
}

/** Adds what a worker has found, and gives how many definitions that are. */
export function added(
  { collected, documents, used }: Part,
  { collected: into, context }: { readonly collected: Collector; readonly context: LintContext },
): number {
  into.take(collected);
  context.config.suppressions.forEach((one, index) => {
    if (used.includes(index)) context.used.add(one);
  });
  return documents;
}
