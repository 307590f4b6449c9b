import type { Json } from '../../core/json.js';
import type { Call, Reply } from '../../engine/effects.js';
import type { ReadyWorkflow } from '../../engine/model.js';
import { readyWorkflow } from '../../engine/ready-workflow.js';
import type { RunError, RunRecord } from '../../engine/record.js';
import { runWorkflow } from '../../engine/run-workflow.js';
import { own } from '../../core/json.js';
import { timeText } from '../hex.js';
import { objectIn } from '../logic/workflow-check.js';
import { callbackUrl } from '../logic/callback-url.js';
import type { Emulated, EmulatorResponse, EmulatorWorld, Forward, OpenRun } from '../message.js';
import { answerCall, replyOf } from './answer-call.js';
import { withEnded } from './keep-run.js';

/** Who holds an emulator, and can reach others for it. */
export interface Holder {
  /** Applies a change in one step. Gives undefined, and changes nothing, where the emulator has ended or the change cannot be kept. */
  readonly change: <Result>(
    apply: (emulated: Emulated, world: EmulatorWorld) => { readonly emulated: Emulated; readonly result: Result },
  ) => Promise<Result | undefined>;
  /** Makes a call for the emulator. */
  readonly forward: (forward: Forward) => Promise<EmulatorResponse>;
  /** Waited for now and then, so that requests have their turn. */
  readonly rest?: () => Promise<void>;
}

/** Carries out a run to its end, and leaves its history in the emulator. Throws only what the holder throws. */
export async function carryOut(run: OpenRun, holder: Holder): Promise<RunRecord> {
  const record = await recordOf(run, holder);
  await holder.change((emulated) => ({ emulated: withEnded(emulated, run, record), result: true }));
  return record;
}

function recordOf(run: OpenRun, holder: Holder): RunRecord | Promise<RunRecord> {
  const { workflow, parameters, trigger, startedAt: now } = run;
  const definition: Json = own(workflow.properties, 'definition') ?? null;
  const { ready, findings } = readyWorkflow(definition);
  if (ready === undefined) return notRun(run, { code: 'EmulatorCannotRun', message: findings[0]?.message ?? '' });
  const lost = lostParameter(ready, run);
  if (lost !== undefined) {
    const message = `The parameter '${lost}' has no value: the emulator keeps secure values in memory only. Publish the workflow again.`;
    return notRun(run, { code: 'InvalidTemplate', message });
  }
  const { id, name, location = '', tags = {} } = workflow;
  return runWorkflow(ready, {
    trigger,
    parameters,
    now,
    send: (call) => sent(run, call, holder),
    ...(holder.rest && { rest: holder.rest }),
    workflow: { id, name, type: workflow.type, location, tags },
    callbackUrl: callbackUrl(
      workflow,
      Object.keys(objectIn(objectIn(workflow.properties, 'definition'), 'triggers'))[0],
    ),
  });
}

function lostParameter({ parameters }: ReadyWorkflow, run: OpenRun): string | undefined {
  const isGiven = (name: string) => own(run.parameters, name) !== undefined;
  return parameters.find(({ name, fallback }) => fallback === undefined && name !== '$connections' && !isGiven(name))
    ?.name;
}

async function sent(run: OpenRun, call: Call, { change, forward }: Holder): Promise<Reply> {
  const answered = await change((before, world) => {
    const { emulated, ...result } = answerCall(before, { run, call, world });
    return { emulated, result };
  });
  if (answered === undefined) return { failure: ENDED };
  return answered.reply ?? replyOf(await forward(answered.forward));
}

const ENDED = {
  code: 'EmulatorCannotAnswer',
  message: 'The emulator ends, or its state has become too large to be kept.',
};

function notRun({ workflow, startedAt }: OpenRun, error: RunError): RunRecord {
  const [name = ''] = Object.keys(objectIn(objectIn(workflow.properties, 'definition'), 'triggers'));
  const time = timeText(startedAt);
  const trigger = { name, type: '' };
  return { status: 'Failed', error, startTime: time, endTime: time, trigger, actions: new Map(), outputs: {} };
}
