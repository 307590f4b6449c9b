import { planPublish, type Plan, type PublishRequest, type Step } from '../../azure/plan.js';
import { publish } from '../../azure/publish.js';
import { verify, type Verification } from '../../azure/verify.js';
import type { Finding } from '../../core/finding.js';
import type { Failure } from '../../fleet/fold.js';
import { keepReplaced } from '../publish/keep.js';
import { stopOf } from '../publish/stop.js';
import { failed, type Job, type JobResult } from './job.js';

/** What publishing would do at one target. */
export async function planOne(job: Job): Promise<JobResult> {
  const { steps, obstacles, breaking, changes } = await planPublish(job.place.client, requestOf(job));
  const word = wordOf(steps, { create: 'create', update: 'update', none: 'none' });
  const [obstacle] = obstacles;
  const isExact = job.flags['exit-code'] ?? false;
  const change = breaking ? changes.find((one) => 'breaking' in one && one.breaking) : undefined;
  const error = obstacle ?? (change && { code: change.code, message: change.message, help: breakingHelp });
  if (obstacle) return { result: 'blocked', ok: !isExact, done: false, error: failureOf(obstacle) };
  const ok = word === 'none' || !isExact;
  return { result: word, ok, done: word === 'none', steps: changing(steps), ...(error && { error: failureOf(error) }) };
}

const breakingHelp = 'Publish the new version beside the old one (name), or give --allow-breaking.';

/** Publishes to one target. */
export async function publishOne(job: Job): Promise<JobResult> {
  const { place, flags, world, wanted, entry } = job;
  const { connection } = entry.settings;
  const key = connection === undefined ? undefined : await job.key();
  const plan = await planPublish(place.client, requestOf(job));
  const stopped = stoppedBy(plan, job);
  if (stopped) return failed(stopped);
  const { steps, differs } = await publish(place.client, plan, {
    ...(key && { key }),
    allowBreaking: true, // or it would have been stopped
    keep: async (replaced) => void keepReplaced(world, replaced),
  });
  const verification =
    flags.verify && connection !== undefined
      ? await verify(place.client, { target: plan.target, connection, connector: wanted.connector })
      : undefined;
  const error = differing(differs) ?? unverified(verification);
  const done = { steps: changing(steps), ok: error === undefined, done: error === undefined };
  if (error) return { ...done, result: 'failed', error };
  return { ...done, result: wordOf(steps, { create: 'created', update: 'updated', none: 'unchanged' }) };
}

function requestOf({ wanted, place, flags, entry }: Job): PublishRequest {
  const { connection } = entry.settings;
  return {
    wanted,
    target: place.target,
    force: flags.force ?? false,
    ...(connection !== undefined && { connection }),
  };
}

function stoppedBy(plan: Plan, { flags, entry }: Job): Failure | undefined {
  const given = entry.settings.service ?? plan.wanted.connector.name;
  const stop = stopOf(plan, { given, allowBreaking: flags['allow-breaking'] ?? false });
  if (stop === undefined) return undefined;
  const [obstacle] = plan.obstacles;
  return obstacle ? failureOf(obstacle) : { code: 'breaking', message: stop.why, help: stop.help ?? breakingHelp };
}

function failureOf({ code, message, help }: Failure): Failure {
  return { code, message, help };
}

function differing([first, ...others]: readonly Finding[]): Failure | undefined {
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ` It changed ${others.length} more of its parts.`;
  const help = 'Run "connector-kit drift" on the target, and change the connector so that the service keeps it.';
  return { code: first.code, message: `The service changed what was published: ${first.message}${more}`, help };
}

/** Where the one small call through the connection failed. */
export function unverified(verification: Verification | undefined): Failure | undefined {
  if (verification?.result !== 'fails') return undefined;
  const { message, help = 'Give the connection another key with "connector-kit connect".' } = verification;
  return { code: 'connection-fails', message, help };
}

/** What the steps come to: what is done to the connector, or else that something is done at all. */
function wordOf<Word extends string>(
  [first, ...others]: readonly Pick<Step, 'action'>[],
  words: { readonly create: Word; readonly update: Word; readonly none: Word },
): Word {
  if (first?.action === 'create') return words.create;
  const isChange = [first, ...others].some((step) => step && step.action !== 'none');
  return isChange ? words.update : words.none;
}

/** The steps that change something. */
export function changing(steps: readonly Step[]): readonly { readonly action: string; readonly id: string }[] {
  return steps.filter(({ action }) => action !== 'none').map(({ action, id }) => ({ action, id }));
}
