import type { Parameter, Schema } from '../openapi/types.js';
import { definitionOf } from './define.js';
import { action, type ConnectorOperation, type OperationOptions } from './operation.js';
import { present } from './present.js';
import type { Responses } from './response.js';
import { string, type StringSchema } from './string.js';

/** What every trigger takes beyond an action. */
interface TriggerOptions {
  /** Whether an event brings one item, or a list that starts a run for each item. */
  readonly batch?: boolean;
  /** Tells the user how to make it fire. */
  readonly hint?: string;
}

/** What {@link webhookTrigger} takes beyond an action. */
export interface WebhookOptions<Event extends Schema> extends TriggerOptions {
  /** What the service sends to the callback address. */
  readonly notification: { readonly description: string; readonly schema: Event };
}

/** A webhook trigger, with what the compiler remembers of its event. */
export interface WebhookOf<
  Id extends string,
  Parameters extends readonly Parameter[],
  Answers extends Responses,
  Event extends Schema,
> extends ConnectorOperation<Id, Parameters, Answers> {
  readonly notification: { readonly description: string; readonly schema: Event };
}

/**
 * A trigger that the service calls: the operation subscribes, and its body says where to with `notificationUrl()`.
 * A workflow that is switched off unsubscribes with a DELETE to the `Location` of the answer.
 *
 * @throws Error when the body has no notification URL, or the path and its parameters do not fit.
 * @example
 * webhookTrigger({
 *   operationId: 'WhenATicketIsOpened',
 *   method: 'post',
 *   path: '/hooks',
 *   summary: 'When a ticket is opened',
 *   description: 'Starts a run for each ticket that is opened.',
 *   parameters: [inBody(object({ url: notificationUrl() }, { required: ['url'] }))],
 *   notification: { description: 'The ticket.', schema: Ticket },
 *   responses: { 201: { description: 'Subscribed.' } },
 * })
 */
export function webhookTrigger<
  const Id extends string,
  const Path extends string,
  const Answers extends Responses,
  Event extends Schema,
  const Parameters extends readonly Parameter[] = readonly [],
>(
  options: OperationOptions<Id, Path, Parameters, Answers> & WebhookOptions<Event>,
): WebhookOf<Id, Parameters, Answers, Event> {
  const { notification, batch = false, hint, ...rest } = options;
  const bodies = (rest.parameters ?? []).flatMap((parameter: Parameter) =>
    parameter.in === 'body' ? [parameter.schema] : [],
  );
  if (!bodies.some((body) => hasNotificationUrl(body, new Set()))) {
    throw new Error(`The body of the webhook trigger ${rest.operationId} has no notificationUrl().`);
  }
  const made = action<Id, Path, Answers, Parameters>(rest);
  return { ...made, notification, operation: { ...made.operation, ...triggerKeys(batch, hint) } };
}

/**
 * A trigger that the platform polls.
 *
 * @throws Error when the path and its parameters do not fit.
 * @example
 * pollingTrigger({
 *   operationId: 'WhenTicketsChange',
 *   method: 'get',
 *   path: '/tickets/changes',
 *   summary: 'When tickets change',
 *   description: 'Starts a run for each ticket that changed.',
 *   batch: true,
 *   responses: { 200: response('The tickets.', array(Ticket)) },
 * })
 */
export function pollingTrigger<
  const Id extends string,
  const Path extends string,
  const Answers extends Responses,
  const Parameters extends readonly Parameter[] = readonly [],
>(
  options: OperationOptions<Id, Path, Parameters, Answers> & TriggerOptions,
): ConnectorOperation<Id, Parameters, Answers> {
  const { batch = false, hint, ...rest } = options;
  const made = action<Id, Path, Answers, Parameters>(rest);
  const polling = { 'x-ms-trigger-metadata': { kind: 'query', mode: 'polling' } } as const;
  return { ...made, operation: { ...made.operation, ...triggerKeys(batch, hint), ...polling } };
}

/** The property of a body where the platform puts the address that the service shall call. The user never sees it. */
export function notificationUrl({
  title,
  description,
}: { readonly title?: string; readonly description?: string } = {}): StringSchema<string, 'internal', never> {
  const told = present({ title, description });
  return string({ ...told, visibility: 'internal', extensions: { 'x-ms-notification-url': true } });
}

function triggerKeys(batch: boolean, hint: string | undefined) {
  return { 'x-ms-trigger': batch ? 'batch' : 'single', ...present({ 'x-ms-trigger-hint': hint }) };
}

/** Whether the schema, or one inside it, is where the callback address goes. */
function hasNotificationUrl(schema: Schema, seen: Set<Schema>): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  if (schema['x-ms-notification-url'] === true) return true;
  const named = definitionOf(schema)?.schema();
  const inside = [...(named ? [named] : []), ...Object.values(schema.properties ?? {}), ...(schema.allOf ?? [])];
  return inside.some((each) => hasNotificationUrl(each, seen));
}
