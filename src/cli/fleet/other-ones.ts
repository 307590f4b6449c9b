import { connect } from '../../azure/connect.js';
import { findDrift } from '../../azure/drift.js';
import { planUnpublish, unpublish } from '../../azure/unpublish.js';
import { verify } from '../../azure/verify.js';
import type { Finding } from '../../core/finding.js';
import type { Change } from '../../diff/change.js';
import { failed, type Job, type JobResult } from './job.js';
import { changing, unverified } from './publish-one.js';

/** Makes the connection of one target, or gives it another key. */
export async function connectOne(job: Job): Promise<JobResult> {
  const { connection } = job.entry.settings;
  if (connection === undefined) {
    const help = 'Name it in the fleet file (connection), or with --connection.';
    return failed({ code: 'called-wrongly', message: 'The connection has no name.', help });
  }
  const key = await job.key();
  const { connector, tags } = job.wanted;
  const { client, target } = job.place;
  const { id, action } = await connect(client, { connector, target, connection, key, ...(tags && { tags }) });
  const error = job.flags.verify ? unverified(await verify(client, { target, connection, connector })) : undefined;
  const steps = [{ action, id }];
  if (error) return { result: 'failed', ok: false, done: false, steps, error };
  return { result: action === 'create' ? 'created' : 'updated', ok: true, done: true, steps };
}

/** Holds what is deployed at one target against what is wanted. */
export async function driftOne({ place, wanted }: Job): Promise<JobResult> {
  const { drifted, unknown } = await findDrift(place.client, wanted, place.target);
  const changes = drifted.flatMap((one) => one.changes);
  const open = unknown.flatMap((one) => one.findings);
  const [first] = [...changes, ...open];
  if (first === undefined) return { result: 'same', ok: true, done: true };
  const more = changes.length + open.length - 1;
  const others =
    more === 0
      ? ''
      : more === 1
        ? ' One more part differs or is not known.'
        : ` ${more} more parts differ or are not known.`;
  const error = { code: first.code, message: `${first.message}${others}`, help: helpOf(first) };
  return { result: changes.length > 0 ? 'drifted' : 'unknown', ok: false, done: false, error };
}

function helpOf(first: Finding | Change): string {
  return 'help' in first && first.help !== undefined
    ? first.help
    : 'See all of it with "connector-kit drift" on the target; publish again to put it back.';
}

/** What would be deleted at one target. */
export async function planUnpublishOne({ place, flags }: Job): Promise<JobResult> {
  const { steps, obstacles } = await planUnpublish(place.client, place.target, { force: flags.force ?? false });
  const [obstacle] = obstacles;
  if (obstacle) return { result: 'blocked', ok: true, done: false, error: obstacle };
  return { result: steps.length === 0 ? 'none' : 'delete', ok: true, done: steps.length === 0, steps: changing(steps) };
}

/** Deletes the connections that we made at one target, then the connector. */
export async function unpublishOne({ place, flags }: Job): Promise<JobResult> {
  const plan = await planUnpublish(place.client, place.target, { force: flags.force ?? false });
  const [obstacle] = plan.obstacles;
  if (obstacle) return failed({ code: obstacle.code, message: obstacle.message, help: obstacle.help });
  const steps = await unpublish(place.client, plan);
  return { result: steps.length === 0 ? 'absent' : 'deleted', ok: true, done: true, steps: changing(steps) };
}
