import { array } from '../../build/array.js';
import { boolean } from '../../build/boolean.js';
import { integer } from '../../build/number.js';
import { object } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { findingSchema, head } from '../schemas.js';
import { changeSchema } from './diff.js';

const {
  code: _code,
  severity: _severity,
  message: _message,
  pointer: _pointer,
  ...ofChanges
} = changeSchema.properties;
/** A change of the definition, or another finding: then it has no `effect`. */
const difference = object(
  { ...findingSchema.properties, ...ofChanges },
  { required: ['code', 'severity', 'message', 'pointer'] },
);

/** A target. */
export const target = object(
  {
    target: string({ enum: ['azure', 'emulator'] }),
    cloud: string({ enum: ['public', 'usgov'], description: 'Of Azure.' }),
    state: string({ description: "The folder of the emulator's state." }),
    subscription: string(),
    resourceGroup: string(),
    name: string({ description: 'Of the connector.' }),
    location: string({ description: 'Empty where the resource group is missing.' }),
  },
  { required: ['target', 'subscription', 'resourceGroup', 'name'] },
);

const action = string({ enum: ['create', 'update', 'none', 'delete'] });
/** The fields of a step. */
export const step = { action, id: string({ description: 'Of the resource in Azure.' }), why: string() };
/** Those that each has. */
export const stepRequired = ['action', 'id', 'why'] as const;

/** What stands in the way. */
export const obstacles = array(
  object({ code: string(), message: string(), help: string() }, { required: ['code', 'message', 'help'] }),
  { description: 'What stands in the way: nothing is sent while there is anything.' },
);

const workflows = array(
  object(
    {
      file: string({ description: "The workflow's id." }),
      actions: array(
        object(
          {
            action: string({ description: 'The action or trigger that calls the operation.' }),
            operation: string({ description: 'The operationId.' }),
            code: string({ description: 'Of the change.' }),
            message: string({ description: 'Of the change.' }),
            pointer: string({ description: 'JSON Pointer into the workflow.' }),
            certain: boolean({ description: 'False where the workflow does not tell, because an expression does.' }),
          },
          { required: ['action', 'code', 'message', 'pointer', 'certain'] },
        ),
      ),
    },
    { required: ['file', 'actions'] },
  ),
  { description: 'The deployed workflows that a breaking change hits.' },
);

const planned = {
  target,
  breaking: boolean({ description: 'Whether deployed workflows may break.' }),
  changes: array(difference, { description: 'What is deployed against what is wanted.' }),
  unknown: array(findingSchema, { description: 'What of the deployed connector could not be compared.' }),
  workflows,
  allWorkflowsSeen: boolean({ description: 'False where the account may not see the whole subscription.' }),
  obstacles,
  findings: array(findingSchema, { description: "What is wrong with the connector's documents." }),
};
const plannedRequired = ['breaking', 'changes', 'unknown', 'workflows', 'obstacles', 'findings'] as const;

/** Of `plan`. */
export const planSchema = object(
  { ...head, steps: array(object(step, { required: stepRequired })), ...planned },
  { required: ['formatVersion', 'ok', 'steps', ...plannedRequired] },
);

const verification = object(
  {
    result: string({ enum: ['works', 'fails', 'unverified'] }),
    status: integer({ description: 'That the service answered with.' }),
    message: string(),
    help: string(),
  },
  { required: ['result', 'message'], description: 'With --verify: what one small call through the connection showed.' },
);

/** Of `publish`. */
export const publishSchema = object(
  {
    ...head,
    steps: array(
      object(
        {
          ...step,
          result: string({ enum: ['done', 'unchanged', 'stopped'], description: 'Stopped: nothing was sent.' }),
        },
        { required: [...stepRequired, 'result'] },
      ),
    ),
    published: array(object({ id: string(), hash: string() }, { required: ['id', 'hash'] })),
    kept: array(string(), { description: 'The files that what was replaced was kept in.' }),
    differs: array(findingSchema, { description: 'What still differs, read back: the service changed it.' }),
    stopped: string({ description: 'Why nothing was sent.' }),
    verification,
    ...planned,
  },
  { required: ['formatVersion', 'ok', 'steps', 'published', ...plannedRequired] },
);

/** Of `connect`. */
export const connectSchema = object(
  {
    ...head,
    id: string({ description: 'Of the connection.' }),
    action: string({ enum: ['create', 'update'] }),
    status: string({ description: 'What Azure says of it. "Connected" proves nothing.' }),
    verification,
    findings: array(findingSchema, { description: "What is wrong with the connector's documents." }),
  },
  { required: ['formatVersion', 'ok', 'findings'] },
);

/** Of `drift`. */
export const driftSchema = object(
  {
    ...head,
    target,
    drifted: array(object({ id: string(), changes: array(difference) }, { required: ['id', 'changes'] })),
    unknown: array(object({ id: string(), findings: array(findingSchema) }, { required: ['id', 'findings'] }), {
      description: 'What could not be compared: then nobody can say that nothing differs.',
    }),
    findings: array(findingSchema, { description: "What is wrong with the connector's documents." }),
  },
  { required: ['formatVersion', 'ok', 'drifted', 'unknown', 'findings'] },
);

/** Of `pull`. */
export const pullSchema = object(
  {
    ...head,
    target,
    files: array(string(), { description: 'All files of the connector.' }),
    written: array(string(), { description: 'Those that were missing, or held something else.' }),
  },
  { required: ['formatVersion', 'ok', 'target', 'files', 'written'] },
);

/** Of `unpublish`. */
export const unpublishSchema = object(
  {
    ...head,
    target,
    steps: array(
      object({ ...step, result: string({ enum: ['done', 'stopped'] }) }, { required: [...stepRequired, 'result'] }),
    ),
    obstacles,
    stopped: string({ description: 'Why nothing was deleted.' }),
  },
  { required: ['formatVersion', 'ok', 'target', 'steps', 'obstacles'] },
);

/** A target as it is printed. */
export type TargetJson = Infer<typeof target>;
/** What `plan --json` prints. */
export type PlanResult = Infer<typeof planSchema>;
/** What `publish --json` prints. */
export type PublishResult = Infer<typeof publishSchema>;
/** What `connect --json` prints. */
export type ConnectResult = Infer<typeof connectSchema>;
/** What `drift --json` prints. */
export type DriftResult = Infer<typeof driftSchema>;
/** What `pull --json` prints. */
export type PullResult = Infer<typeof pullSchema>;
/** What `unpublish --json` prints. */
export type UnpublishResult = Infer<typeof unpublishSchema>;
