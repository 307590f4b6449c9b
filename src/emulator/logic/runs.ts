import { own, type JsonObject } from '../../core/json.js';
import type { Context, Route } from '../context.js';
import type { Emulated } from '../message.js';
import { noResource } from '../missing.js';
import { page } from '../page.js';
import { ok, type Reply } from '../reply.js';
import { KEPT_RUNS, RUN } from '../run/keep-run.js';
import { spec } from '../source.js';
import type { Resource } from '../state.js';
import { below, find } from '../store.js';
import { actionsOf, actionView, openResource, repetitionViews, runView } from './run-view.js';
import { workflowPath as WORKFLOW_PATH, workflowVersions as versions } from './workflows.js';

const ALL = `${WORKFLOW_PATH}/runs`;
const ONE = `${ALL}/{run}`;
const ACTION = `${ONE}/actions/{name}`;
const of = (id: string) => spec(`Microsoft.Logic ${id}`);

/** The history of workflows. */
export const runRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: ALL,
    action: `${RUN}/read`,
    versions,
    source: of(`WorkflowRuns_List: the last ${KEPT_RUNS}, the newest first; of $filter only status eq '…'`),
    answer: list,
  },
  { method: 'GET', path: ONE, action: `${RUN}/read`, versions, source: of('WorkflowRuns_Get'), answer: onRun(getRun) },
  {
    method: 'GET',
    path: `${ONE}/actions`,
    action: `${RUN}/actions/read`,
    versions,
    source: of('WorkflowRunActions_List'),
    answer: onRun((run, context, workflow) =>
      ok({ value: actionsOf(run).map((one) => actionView(one, run, { workflow, world: context.world })) }),
    ),
  },
  {
    method: 'GET',
    path: ACTION,
    action: `${RUN}/actions/read`,
    versions,
    source: of('WorkflowRunActions_Get'),
    answer: onRun((run, context, workflow) =>
      onAction(run, context, (one) => ok(actionView(one, run, { workflow, world: context.world }))),
    ),
  },
  {
    method: 'GET',
    path: `${ACTION}/repetitions`,
    action: `${RUN}/actions/read`,
    versions,
    source: of('WorkflowRunActionRepetitions_List; inputs and outputs stand in it'),
    answer: onRun((run, context) =>
      onAction(run, context, (one) =>
        ok({ value: repetitionViews(one, run, `${run.id}/actions/${String(own(one, 'name'))}`) }),
      ),
    ),
  },
];

type OnRun = (run: Resource, context: Context, workflow: Resource) => Reply;

function onRun(answer: OnRun): Route['answer'] {
  return (context) => {
    const { emulated, id, at } = context;
    const [before = ''] = id.split(/\/runs\//i);
    const workflow = find(emulated.state, before);
    const run = runAt(emulated, `${before}/runs/${at.get('run')}`);
    return workflow && run ? answer(run, context, workflow) : noResource(id);
  };
}

/** The run with an id, whether it has ended or not. */
export function runAt({ state, memory }: Emulated, id: string): Resource | undefined {
  const open = memory.runs.get(id.toLowerCase());
  return open ? openResource(open) : find(state, id);
}

function onAction(run: Resource, { at, id }: Context, answer: (action: JsonObject) => Reply): Reply {
  const name = at.get('name')?.toLowerCase();
  const action = actionsOf(run).find((one) => String(own(one, 'name')).toLowerCase() === name);
  return action ? answer(action) : noResource(id);
}

function getRun(run: Resource, { world }: Context, workflow: Resource): Reply {
  return ok(runView(run, { workflow, world }));
}

function list(context: Context): Reply {
  const { emulated, id, query, world } = context;
  const workflow = find(emulated.state, id.slice(0, id.lastIndexOf('/')));
  if (workflow === undefined) return noResource(id);
  const begin = `${workflow.id.toLowerCase()}/runs/`;
  const open = [...emulated.memory.runs].flatMap(([key, run]) => (key.startsWith(begin) ? [openResource(run)] : []));
  const status = /status eq '(\w{1,20})'/i.exec(query.get('$filter') ?? '')?.[1]?.toLowerCase();
  const all = [...open, ...below(emulated.state, workflow.id, RUN)]
    .filter(({ properties }) => status === undefined || String(own(properties, 'status')).toLowerCase() === status)
    .toSorted((one, other) => (one.id.toLowerCase() < other.id.toLowerCase() ? -1 : 1));
  return page(context, all, (run) => runView(run, { workflow, world }));
}
