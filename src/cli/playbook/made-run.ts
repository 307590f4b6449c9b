import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { Secret } from '../../core/secret.js';
import { shorten } from '../../core/shorten.js';
import { expectationFindings } from '../../playbook/expect.js';
import { runPlaybook, type PlaybookRun } from '../../playbook/run-playbook.js';
import type { WorkflowStep } from '../../workflow/steps.js';
import type { World } from '../world.js';
import { inTrigger } from './given-incident.js';
import type { GivenRun } from './given-run.js';
import { hideIn } from './hide.js';
import type { RunReport } from './run-report.js';

/** When a run starts, and what its random values follow from. */
export interface ClockFlags {
  readonly now: string | undefined;
  readonly seed: number | undefined;
}

/** A run, and all that is said of it and of what it was made of. */
export interface MadeRun extends Omit<RunReport, 'judged'> {
  readonly findings: readonly Finding[];
}

/** Runs what was given, where nothing forbids it. Throws a `Fault` where a server cannot be reached. */
export async function madeRun(world: World, given: GivenRun, flags: ClockFlags): Promise<MadeRun> {
  const { source, expected, toRun, findings } = given;
  const now = startTime(world, flags.now);
  const name = source.file;
  const nothing = { name, run: undefined, depths: new Map<string, number>(), steps: [], written: [] };
  if (toRun === undefined) return { ...nothing, hide: hideIn(given.secrets), findings };
  const { ready, trigger, answers } = toRun;
  const { body, headers } = trigger;
  const seed = flags.seed === undefined ? {} : { seed: flags.seed };
  const run = await runPlaybook(ready, { body, now, ...seed, ...(headers && { headers }) });
  const fault = answers.asking?.fault();
  if (fault) throw fault;
  const hide = hideIn([...given.secrets, ...secretsOf(run)]);
  const found = [
    ...run.findings,
    ...inTrigger(run.triggerFindings, trigger),
    ...(expected ? expectationFindings(expected, run) : []),
  ];
  return {
    name,
    run,
    hide,
    depths: new Map(ready.playbook.workflow.steps.map((step) => [step.name, depthOf(step)])),
    steps: ready.playbook.workflow.steps,
    written: answers.written,
    findings: [...findings, ...found.map((one) => ({ ...one, message: hide.text(one.message) }))],
  };
}

function secretsOf({ secrets }: PlaybookRun): readonly Secret[] {
  return secrets.map(({ value }) => new Secret(value));
}

function depthOf({ parent }: WorkflowStep): number {
  let depth = 0;
  for (let at = parent; at; at = at.parent) depth += 1;
  return depth;
}

function startTime(world: World, given: string | undefined): number {
  if (given === undefined) return world.now();
  const time = Date.parse(given);
  if (!Number.isNaN(time)) return time;
  const help = 'Give --now a time such as 2026-01-15T10:30:00Z.';
  throw new Fault('called-wrongly', `--now ${shorten(given)} is no time.`, { help });
}
