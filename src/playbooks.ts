/** The library for playbooks: typed steps of workflows, and those of Microsoft Sentinel. What stands here is public, the rest is not. */

// Values that a run has, and what is made of them.
export type { Expr, Input, ValueOf } from './actions/expression.js';
export { fn, type ActionResult } from './actions/functions.js';
export { parameter, type WorkflowParameter } from './actions/parameter.js';
export { text } from './actions/text.js';
export { variable, type Variable } from './actions/variable.js';

// Steps.
export { call, type CallOptions, type RetryPolicy } from './actions/call.js';
export { connectionTo, managedConnection, type Connection, type CustomConnection } from './actions/connection.js';
export { choose, forEach, scope, terminate, until, wait, when } from './actions/control.js';
export { compose, filter, join, parseJson, select, table } from './actions/data.js';
export { http, type HttpRequest } from './actions/http.js';
export { managedCall } from './actions/managed-call.js';
export { operationOf, type OperationUsed } from './actions/operation-of.js';
export { parallel, type Steps } from './actions/sequence.js';
export { runAfter, type Step, type StepOptions } from './actions/step.js';

// Workflows.
export { onNotification, onRequest, onSchedule, type Trigger } from './actions/trigger.js';
export { workflow, type BuiltWorkflow, type WorkflowOptions } from './actions/workflow.js';

// Microsoft Sentinel.
export type { IncidentBody } from './sentinel/steps/incident-body.js';
export { addComment, addTask, changeTags, onIncident } from './sentinel/steps/sentinel-steps.js';
export { playbook, type Playbook, type PlaybookAbout } from './sentinel/template/about.js';

// Running one offline, and holding the run against what is expected of it.
export { expectationFindings } from './playbook/expect.js';
export { readMock, type Mock, type MockRead } from './playbook/mock.js';
export type { Playbook as ReadPlaybook, PlaybookFile } from './playbook/playbook.js';
export { readPlaybooks } from './playbook/read-playbooks.js';
export { readyPlaybook, type Readiness, type ReadyPlaybook } from './playbook/ready-playbook.js';
export { recordedAnswers, type Recorded } from './playbook/recorded.js';
export { runPlaybook, type PlaybookRun, type Started } from './playbook/run-playbook.js';
export type { Setup } from './playbook/setup.js';

// What the service refuses of a workflow, and what goes wrong later.
export { lintWorkflow, type WorkflowFinding } from './lint/workflows/lint-workflow.js';
export { readWorkflows, type Workflow, type WorkflowFile } from './workflow/read-workflows.js';
