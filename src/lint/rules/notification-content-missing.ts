import { isObject, own } from '../../core/json.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { webhookPage } from '../sources.js';

export const notificationContentMissing: LintRule = {
  code: 'notification-content-missing',
  severity: 'warning',
  summary: 'The path of a webhook trigger says what it is told: "x-ms-notification-content" with a schema.',
  why: 'The designer offers no outputs of the trigger without it.',
  source: `${webhookPage}, the validator's OperationMustHaveNotificationContentExtension`,
  published: { files: 0, of: 161 },
  codes: ['OperationMustHaveNotificationContentExtension', 'SchemaDefinitionSetIncorrectly'],
  examples: {
    bad: [
      { definition: { '/paths/~1hooks/x-ms-notification-content': undefined }, at: ['/paths/~1hooks/post'] },
      { definition: { '/paths/~1hooks/x-ms-notification-content/schema': undefined }, at: ['/paths/~1hooks/post'] },
    ],
    good: [{ definition: { '/paths/~1hooks/x-ms-notification-content/schema': { type: 'object' } }, at: [] }],
  },
  check({ operations, notificationUrls }, report) {
    for (const at of operations) {
      if (at.operation['x-ms-trigger'] === undefined || !notificationUrls.has(at.operation)) continue;
      const content = at.item['x-ms-notification-content'];
      if (isObject(content) && isObject(own(content, 'schema'))) continue;
      const lacks = isObject(content)
        ? 'an "x-ms-notification-content" without a schema'
        : 'no "x-ms-notification-content"';
      const message = `The path of the webhook trigger ${operationName(at.operation, at)} has ${lacks}, expected one with the schema of what it is told.`;
      report(at.pointer, message);
    }
    return {};
  },
};
