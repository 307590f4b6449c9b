import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { webhookPage } from '../sources.js';

export const notificationUrlMissing: LintRule = {
  code: 'notification-url-missing',
  severity: 'warning',
  summary:
    'A webhook trigger sends the address at which it wants to be told: a property with "x-ms-notification-url": true.',
  why: 'The service does not know where to tell of events: the trigger never fires.',
  source: webhookPage,
  published: { files: 0, of: 161 },
  codes: ['WebhookOperationsMissingNotificationUrlProperty'],
  examples: {
    bad: [
      {
        definition: {
          '/paths/~1hooks/post/parameters/0/schema/properties/url/x-ms-notification-url': undefined,
          '/paths/~1hooks/post/parameters/0/schema/properties/url/default': 'https://www.contoso.com/told',
        },
        at: ['/paths/~1hooks/post'],
      },
    ],
    good: [
      {
        definition: {
          '/paths/~1hooks/post/parameters/0/schema': { $ref: '#/definitions/Hook' },
          '/definitions/Hook': {
            type: 'object',
            required: ['target'],
            properties: { target: { type: 'string', 'x-ms-visibility': 'internal', 'x-ms-notification-url': true } },
          },
        },
        at: [],
      },
    ],
  },
  check({ operations, notificationUrls }, report) {
    for (const at of operations) {
      const isWebhook = at.item['x-ms-notification-content'] !== undefined;
      if (!isWebhook || at.operation['x-ms-trigger'] === undefined || notificationUrls.has(at.operation)) continue;
      const message = `The webhook trigger ${operationName(at.operation, at)} sends no address to be told at, expected a property with "x-ms-notification-url": true.`;
      report(at.pointer, message);
    }
    return {};
  },
};
