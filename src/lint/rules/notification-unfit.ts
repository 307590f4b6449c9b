import { isObject, own } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const notificationUnfit: LintRule = {
  code: 'notification-unfit',
  severity: 'note',
  certification: 'warning',
  summary: 'Where "x-ms-notification" stands, a trigger that polls names the webhook that tells it when to.',
  why: 'Elsewhere, or with another operation, nothing is subscribed, and the trigger waits for its interval.',
  source: `${validatorPage} (NotificationOperationMustBeWebhook)`,
  published: { files: 0, of: 161 },
  codes: [
    'OperationIdNotFound',
    'NotificationExtensionNotSupportedInWebhookOperation',
    'NotificationExtensionSupportedForTriggerOnly',
    'NotificationOperationMustBeWebhook',
  ],
  examples: {
    bad: [
      { definition: told('/paths/~1tickets~1{id}/get', { by: 'WhenATicketIsCreated' }), at: [ticketNotification()] },
      {
        definition: told('/paths/~1hooks/post', { by: 'WhenATicketIsCreated', trigger: 'single' }),
        at: ['/paths/~1hooks/post/x-ms-notification'],
      },
      {
        definition: told('/paths/~1tickets~1{id}/get', { by: 'ListQueues', trigger: 'single' }),
        at: [ticketNotification()],
      },
    ],
    good: [
      {
        definition: told('/paths/~1tickets~1{id}/get', { by: 'WhenATicketIsCreated', trigger: 'single' }),
        at: [],
      },
    ],
  },
  check({ operations, operationById }, report) {
    for (const at of operations) {
      const notification = at.operation['x-ms-notification'];
      if (notification === undefined) continue;
      const id = isObject(notification) ? own(notification, 'operationId') : undefined;
      const told = typeof id === 'string' ? operationById.get(id) : undefined;
      const say = (what: string) =>
        report(`${at.pointer}/x-ms-notification`, `${what}, expected a trigger that polls and names a webhook.`);
      if (at.operation['x-ms-trigger'] === undefined)
        say(`The operation ${operationName(at.operation, at)} is no trigger`);
      else if (at.item['x-ms-notification-content'] !== undefined)
        say(`The trigger ${operationName(at.operation, at)} is a webhook itself`);
      else if (typeof id !== 'string') say(`"x-ms-notification" is ${shorten(notification)}`);
      else if (told === undefined) say(`${shorten(id)} is no operationId of the definition`);
      else if (told.item['x-ms-notification-content'] === undefined) say(`The operation ${shorten(id)} is no webhook`);
    }
    return {};
  },
};

/** An operation that is told of events by another one. */
function told(pointer: string, { by, trigger }: { readonly by: string; readonly trigger?: string }) {
  const wording = { summary: 'When a ticket changes', description: 'This operation triggers when a ticket changes.' };
  return {
    [`${pointer}/x-ms-notification`]: { operationId: by },
    ...(trigger !== undefined && {
      [`${pointer}/x-ms-trigger`]: trigger,
      [`${pointer}/summary`]: wording.summary,
      [`${pointer}/description`]: wording.description,
    }),
  };
}

function ticketNotification(): string {
  return '/paths/~1tickets~1{id}/get/x-ms-notification';
}
