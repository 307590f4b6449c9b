import { own, type Json, type JsonObject } from '../../core/json.js';
import { calling } from '../calls/call.js';
import { childWorkflow, type RunChild } from '../calls/child.js';
import { foreach } from '../control/foreach.js';
import { condition } from '../control/if.js';
import { scope } from '../control/scope.js';
import { switching } from '../control/switch.js';
import { terminate } from '../control/terminate.js';
import { until } from '../control/until.js';
import { dataActions } from '../data/actions.js';
import type { Start } from '../model.js';
import { compose } from '../values/compose.js';
import { dataStart } from '../values/data.js';
import { respond } from '../values/response.js';
import { variableActions } from '../values/variables.js';
import { wait } from '../values/wait.js';

/** Where an action stands, as far as it matters to it. */
export interface Place {
  /** Whether it stands in a Foreach. */
  readonly isNested: boolean;
  readonly runChild: RunChild;
}

/** Makes an action that stands in a workflow ready to run. */
export type Ready = (written: JsonObject, place: Place) => Start;

/** A type of action. */
export interface ActionType {
  /** As the service spells it. */
  readonly name: string;
  readonly ready: Ready;
}

const ofInputs =
  (start: (inputs: Json | undefined) => Start): Ready =>
  (written) =>
    start(own(written, 'inputs'));

const types: readonly (readonly [name: string, ready: Ready])[] = [
  ['Scope', () => scope],
  ['If', condition],
  ['Switch', switching],
  ['Foreach', (written, { isNested }) => foreach(written, isNested)],
  ['Until', until],
  ['Terminate', ofInputs(terminate)],
  ['Compose', ofInputs(compose)],
  ['Response', ofInputs(respond)],
  ['Wait', ofInputs(wait)],
  ['Http', (written) => calling('Http', written)],
  ['ApiConnection', (written) => calling('ApiConnection', written)],
  ['ApiConnectionWebhook', (written) => calling('ApiConnectionWebhook', written)],
  ['Workflow', (written, { runChild }) => childWorkflow(written, runChild)],
  ...[...variableActions].map(([name, start]) => [name, ofInputs(start)] as const),
  ...[...dataActions].map(([name, action]) => [name, ofInputs((inputs) => dataStart(action, inputs))] as const),
];

/** The types of actions that can be run, by their names in lower case. */
export const actionTypes: ReadonlyMap<string, ActionType> = new Map(
  types.map(([name, ready]) => [name.toLowerCase(), { name, ready }]),
);

/** The types of triggers that a run can begin with, by their names in lower case. */
export const triggerTypes: ReadonlyMap<string, string> = new Map(
  'Request Recurrence SlidingWindow ApiConnection ApiConnectionWebhook ApiConnectionNotification Http HttpWebhook'
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);
