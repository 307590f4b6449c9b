import { inTurns } from '../../fleet/in-turns.js';
import type { Shard } from '../../fleet/shard.js';
import type { Entries } from './entries.js';
import { fleetProgress } from './fleet-progress.js';
import { workOn, type Worked, type Working } from './fleet-work.js';
import type { Doing, FleetEntry } from './job.js';
import { openJournal } from './journal-file.js';

/** How many targets are worked on at a time, unless --concurrency says otherwise. */
const CONCURRENCY = 10;

interface Hearing {
  readonly doing: Doing;
  /** Hears what came of each target. */
  readonly heard: (entry: FleetEntry, worked: Worked) => void;
}

/** Does something at every target. */
export async function workOnAll(working: Working, entries: Entries, { doing, heard }: Hearing): Promise<void> {
  const groupOf = (index: number) => entries.at(index).target.subscription.toLowerCase();
  const { concurrency = CONCURRENCY } = working.flags;
  const all = Array.from({ length: entries.count }, (_, index) => index);
  await inTurns(all, { concurrency, groupOf }, async (index) => {
    const entry = entries.at(index);
    heard(entry, await workOn(working, entry, doing));
  });
}

interface Journaling extends Hearing {
  readonly command: string;
  readonly fleet: string;
  readonly shard: Shard | undefined;
}

/** Does something at every target, tells how far it is, and writes it into the journal of the command on the fleet, whose file it gives. */
export async function journaled(
  working: Working,
  entries: Entries,
  { command, fleet, shard, doing, heard }: Journaling,
): Promise<string> {
  const { world, flags } = working;
  const timeNow = () => new Date(world.now()).toISOString();
  const beginning = { command, fleet, started: timeNow(), targets: entries.count, ...(shard && { shard }) };
  const journal = await openJournal(world, { ...beginning, isResumed: flags.resume });
  const progress = fleetProgress(world, { of: entries.count, quiet: flags.quiet });
  const hears: Hearing['heard'] = (entry, worked) => {
    const { ok: _ok, ...rest } = worked;
    if (worked.result !== 'skipped') journal.write({ target: entry.id, label: entry.label, at: timeNow(), ...rest });
    heard(entry, worked);
    progress.step(entry, worked);
  };
  try {
    await workOnAll({ ...working, done: journal.done }, entries, { doing, heard: hears });
  } finally {
    progress.end();
    journal.close();
  }
  return journal.file;
}
