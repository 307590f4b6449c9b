import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { MAX_CHILDREN_DEPTH } from '../limits.js';
import type { ReadyWorkflow, Run, Start, Turn } from '../model.js';
import type { Ending } from '../run/ending.js';
import { worded } from '../messages.js';
import { readyInputs } from '../ready/inputs.js';
import { badRequest, inputsOf, notEvaluated } from '../run/evaluate.js';
import { endTurn } from '../run/turn.js';
import { runId } from '../run/view.js';
import { recordedInputs } from './recorded.js';
import { objectOf } from './send.js';
import { statusName } from '../../http/status-name.js';

/** Runs a workflow from within another one. */
export type RunChild = (ready: ReadyWorkflow, run: Run, trigger: JsonObject) => Promise<Run>;

/** Workflow: calls another workflow, and takes its response. It is called once, whatever the retry policy. */
export function childWorkflow(written: JsonObject, runChild: RunChild): Start {
  const inputs = readyInputs(own(written, 'inputs'));
  return async (run, turn) => {
    const evaluated = inputsOf(run, turn, { inputs });
    if (!evaluated.ok) return endTurn(run, turn, notEvaluated(turn.action.name, evaluated));
    const given = isObject(evaluated.value) ? evaluated.value : {};
    const shown = { inputs: recordedInputs(given), secretInputs: evaluated.secret };
    const called = childOf(run, given);
    const headers = objectOf(given, 'headers');
    if (typeof called === 'string') return endTurn(run, turn, badRequest(called, shown));
    if (!headers) return endTurn(run, turn, badRequest("The 'headers' property must be an object.", shown));
    const body = own(given, 'body');
    const child = await runChild(called, run, { headers, ...(body !== undefined && { body }) });
    run.turns += child.turns;
    run.queue.later(child.now, () => endTurn(run, turn, { ...shown, ...answerOf(run, turn, child) }));
  };
}

/** The workflow that is called, by the last name in its id; or why there is none. */
function childOf(run: Run, given: JsonObject): ReadyWorkflow | string {
  const { children, depth = 0 } = run.options;
  if (depth >= MAX_CHILDREN_DEPTH)
    return `Workflows call each other more than ${MAX_CHILDREN_DEPTH} times, one within the other.`;
  const id = nameIn(given);
  if (id === undefined)
    return "The inputs of actions of type 'Workflow' must have a 'host' with a 'workflow' and its 'id'.";
  const name = id.split('/').findLast((part) => part !== '') ?? '';
  return children?.get(name) ?? `The workflow '${name.slice(0, 100)}' is not among those that were given.`;
}

function nameIn(given: JsonObject): string | undefined {
  const host = objectOf(given, 'host') ?? {};
  const id = own(objectOf(host, 'workflow') ?? {}, 'id') ?? own(host, 'workflowReferenceName');
  return typeof id === 'string' ? id : undefined;
}

/** What the caller is told: measured by github:tomdam/flowforger. */
function answerOf(run: Run, turn: Turn, { response, isResponseSecret }: Run): Ending {
  if (response === undefined) {
    const template = "The server did not receive a response from an upstream server. Request tracking id '{0}'.";
    const error: Json = { ...worded('NoResponse', template, `${runId(run)}-${turn.action.id}`) };
    return { status: 'Failed', code: 'BadGateway', outputs: { statusCode: 502, headers: {}, body: { error } } };
  }
  const { statusCode, headers, body } = response;
  const outputs = { statusCode, headers, ...(body !== undefined && { body }) };
  const status = statusCode >= 400 ? 'Failed' : 'Succeeded';
  return { status, code: statusName(statusCode) ?? String(statusCode), outputs, secretOutputs: isResponseSecret };
}
