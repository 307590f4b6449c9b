import { isObject, own, type Json } from '../../core/json.js';
import type { Address } from '../address.js';
import { bodyOfMessage } from '../gateway-call.js';
import { hexOf } from '../hex.js';
import type { Emulated, EmulatorRequest, EmulatorResponse, EmulatorWorld, Handled } from '../message.js';
import { oneLine } from '../one-line.js';
import { started } from '../run/start-run.js';
import { disabled } from '../sentinel/playbook.js';
import { allOf } from '../shelf.js';
import type { EmulatorState, Resource } from '../state.js';
import { signature, WORKFLOWS_FOLDER } from './callback-url.js';
import { contentKinds } from './contents.js';
import { actionsOf } from './run-view.js';
import { runAt } from './runs.js';
import { methodOf, triggerOf } from './triggers.js';
import { objectIn } from './workflow-check.js';
import { WORKFLOW } from './workflows.js';

/** Whether an address is that of a workflow itself. */
export function isWorkflow({ segments }: Address): boolean {
  return segments?.[0] === WORKFLOWS_FOLDER;
}

interface Asked {
  readonly request: EmulatorRequest;
  readonly world: EmulatorWorld;
  readonly address: Address;
}

/** Answers at a workflow's own address: `/workflows/<digits>/triggers/<name>/paths/invoke`, and the contents of its runs. Who has the signature needs no token. */
export function workflowAnswered(emulated: Emulated, asked: Asked): Handled {
  const [, hex = '', ...rest] = asked.address.segments ?? [];
  const workflow = workflowAt(emulated.state, hex.toLowerCase());
  const answer = (response: EmulatorResponse): Handled => ({ ...emulated, response });
  if (workflow === undefined)
    return answer(error(404, 'WorkflowNotFound', `The workflow '${hex}' could not be found.`));
  if (rest[0] === 'triggers') return invoked(emulated, workflow, { ...asked, name: rest[1] ?? '' });
  return answer(contents(emulated, workflow, { path: `/${rest.join('/')}`, rest, address: asked.address }));
}

function workflowAt(state: EmulatorState, hex: string): Resource | undefined {
  const all = [...allOf(state.resources)].map(([, one]) => one);
  return all.find(({ type, id }) => type === WORKFLOW && hexOf(id) === hex);
}

interface Invocation extends Asked {
  /** The trigger's. */
  readonly name: string;
}

function invoked(emulated: Emulated, workflow: Resource, { request, address, world, name }: Invocation): Handled {
  const answer = (response: EmulatorResponse): Handled => ({ ...emulated, response });
  const trigger = triggerOf(workflow, name);
  const isRequest = trigger !== undefined && String(own(trigger.written, 'type')).toLowerCase() === 'request';
  if (!isRequest)
    return answer(
      error(404, 'WorkflowTriggerNotFound', `The workflow '${workflow.name}' trigger '${name}' could not be found.`),
    );
  const permission = `/triggers/${trigger.name}/run`;
  if (!isSigned(workflow, address, permission)) return answer(unsigned());
  if (request.method.toUpperCase() !== methodOf(trigger.written)) {
    const message = `The workflow trigger '${name}' is called with ${methodOf(trigger.written)}.`;
    return answer(error(405, 'MethodNotAllowed', message));
  }
  const refusal = disabled(workflow);
  if (refusal) return answer(said(refusal.status, refusal.body ?? null));
  const begun = started(emulated, { workflow, trigger: sentTo(request, address), world });
  if (hasResponse(workflow)) return { ...begun.emulated, run: begun.run };
  const id = begun.run.id.slice(begun.run.id.lastIndexOf('/') + 1);
  const headers = { 'x-ms-workflow-run-id': id, 'x-ms-workflow-name': workflow.name };
  return { ...begun.emulated, response: { status: 202, headers, body: '' } };
}

/** What a Request trigger hands on: not the signature. */
function sentTo({ headers, body }: EmulatorRequest, { query }: Address) {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const { authorization: _, ...kept } = lower;
  const own = new Set(['api-version', 'sp', 'sv', 'sig']);
  const queries = Object.fromEntries([...query].filter(([name]) => !own.has(name)));
  const read = bodyOfMessage(body, lower['content-type']);
  return { headers: kept, ...(Object.keys(queries).length > 0 && { queries }), ...read };
}

/** Whether some action answers the caller, wherever it stands. */
function hasResponse({ properties }: Resource): boolean {
  const isResponse = (one: Json): boolean =>
    isObject(one) && (String(own(one, 'type')).toLowerCase() === 'response' || Object.values(one).some(isResponse));
  return isResponse(objectIn(objectIn(properties, 'definition'), 'actions'));
}

function isSigned({ id }: Resource, { query }: Address, permission: string): boolean {
  return query.get('sp') === permission && query.get('sig') === signature(hexOf(id), permission);
}

interface Content {
  readonly path: string;
  readonly rest: readonly string[];
  readonly address: Address;
}

/** `/runs/R/actions/A/contents/ActionInputs`, `/runs/R/contents/TriggerOutputs`. */
function contents(emulated: Emulated, workflow: Resource, { path, rest, address }: Content): EmulatorResponse {
  if (!isSigned(workflow, address, `${path}/read`)) return unsigned();
  const run = runAt(emulated, `${workflow.id}/runs/${rest[1] ?? ''}`);
  const action = rest[2] === 'actions' ? rest[3] : undefined;
  const record =
    action === undefined
      ? run && objectIn(run.properties, 'trigger')
      : run && actionsOf(run).find((one) => own(one, 'name') === action);
  const member = own(contentKinds, rest.at(-1) ?? '');
  const value = record && member && own(record, member);
  return value === undefined ? error(404, 'ContentNotFound', 'There is no such content.') : said(200, value);
}

/** Code and status are quoted in several public repositories on GitHub. */
function unsigned(): EmulatorResponse {
  return error(401, 'DirectApiAuthorizationRequired', 'The authentication credentials are not valid.');
}

function error(status: number, code: string, message: string): EmulatorResponse {
  return said(status, { error: { code, message } });
}

function said(status: number, body: Json): EmulatorResponse {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: oneLine(body) };
}
